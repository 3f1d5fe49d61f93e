//! The values of a topology edit as text and back.

use std::fmt::Display;
use std::net::IpAddr;

use crate::model::{InstanceId, IpNet, NetworkInterfaceId, PrefixListId, SecurityGroupId, VpcId};

/// Joins values with spaces.
pub(super) fn words<T: Display>(values: &[T]) -> String {
    values.iter().map(T::to_string).collect::<Vec<_>>().join(" ")
}

/// A value that a field can encode.
pub(super) trait ParseField: Sized {
    fn parse_field(text: &str) -> Option<Self>;
}

macro_rules! parse_field {
    ($($name:ident by $parse:expr;)+) => {$(
        impl ParseField for $name {
            fn parse_field(text: &str) -> Option<Self> {
                $parse(text).ok()
            }
        }
    )+};
}

parse_field! {
    InstanceId by Self::parse;
    NetworkInterfaceId by Self::parse;
    PrefixListId by Self::parse;
    SecurityGroupId by Self::parse;
    VpcId by Self::parse;
    IpAddr by str::parse::<Self>;
    IpNet by str::parse::<Self>;
    u16 by str::parse::<Self>;
}

//! Why a topology edit is not possible, and which field is to blame.

use std::net::IpAddr;

use thiserror::Error;

use crate::model::{IpNet, ScenarioError, ScenarioFault};

/// Why a topology edit is not possible.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TopologyEditError {
    /// A name is required.
    #[error("a name is needed")]
    NoName,
    /// The name is longer than 128 characters.
    #[error("a name has at most 128 characters")]
    NameTooLong,
    /// The name is already in use.
    #[error("the name `{0}` is taken")]
    NameTaken(String),
    /// An interface without a group.
    #[error("a network interface needs at least one security group")]
    NoGroup,
    /// An instance without an interface.
    #[error("an instance needs at least one network interface")]
    NoInterface,
    /// A VPC without an address block.
    #[error("a VPC needs at least one address block")]
    NoBlock,
    /// Nothing has this id.
    #[error("`{0}` does not exist")]
    Unknown(String),
    /// Not a valid IP address.
    #[error("`{0}` is not an IP address")]
    NotAnAddress(String),
    /// Not a valid address block.
    #[error("`{0}` is not an IP address or CIDR block")]
    NotABlock(String),
    /// No free address is left in the VPC, or among the public addresses.
    #[error("no free address is left")]
    NoFreeAddress,
    /// The interface does not have this address.
    #[error("`{0}` is not an address of this network interface")]
    NotItsAddress(IpAddr),
    /// The primary address of an interface cannot be removed.
    #[error("`{0}` is the primary private address, which stays with its network interface")]
    PrimaryAddress(IpAddr),
    /// The primary interface of an instance cannot be detached.
    #[error("the primary network interface stays with its instance")]
    PrimaryInterface,
    /// All interfaces of an instance must be in the same VPC.
    #[error("`{0}` lies in another VPC than the instance")]
    OtherVpc(String),
    /// A block that is too large for a VPC.
    #[error("`{0}` is too large: an address block of a VPC has a prefix length of 8 or more")]
    BlockTooLarge(IpNet),
    /// Two blocks of one address space overlap.
    #[error("`{0}` and `{1}` overlap")]
    Overlap(IpNet, IpNet),
    /// A duplicate entry.
    #[error("`{0}` stands in the list twice")]
    Repeated(IpNet),
    /// An invalid capacity of a prefix list.
    #[error("a prefix list holds 1 to 200 entries, not {0}")]
    MaxEntries(u16),
    /// Something else still uses it.
    #[error("still used by {}", .0.join(", "))]
    InUse(Vec<String>),
    /// The edited scenario would be inconsistent.
    #[error("{0}")]
    Invalid(#[from] ScenarioError),
}

/// The field of a topology edit that an error is about, so that a form can show the error next to
/// it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The name.
    Name,
    /// The groups of an interface.
    Groups,
    /// Private addresses, or address blocks.
    Addresses,
    /// The public address.
    PublicAddress,
    /// The capacity of a prefix list.
    MaxEntries,
    /// The edit as a whole.
    Whole,
}

impl TopologyEditError {
    /// The field that the error is about.
    pub fn about(&self) -> About {
        match self {
            Self::NoName | Self::NameTooLong | Self::NameTaken(_) => About::Name,
            Self::NoGroup | Self::OtherVpc(_) => About::Groups,
            Self::NoBlock
            | Self::NotAnAddress(_)
            | Self::NotABlock(_)
            | Self::NoFreeAddress
            | Self::NotItsAddress(_)
            | Self::PrimaryAddress(_)
            | Self::BlockTooLarge(_)
            | Self::Overlap(..)
            | Self::Repeated(_) => About::Addresses,
            Self::MaxEntries(_) => About::MaxEntries,
            Self::NoInterface | Self::Unknown(_) | Self::PrimaryInterface | Self::InUse(_) => {
                About::Whole
            }
            Self::Invalid(error) => about_part(error),
        }
    }
}

/// The field that a violated invariant is about, by the path of the offending value.
fn about_part(error: &ScenarioError) -> About {
    let list = error.path.starts_with("prefix_lists.");
    match (&error.fault, error.path.rsplit('.').next()) {
        (ScenarioFault::TooMany { .. }, _) if list => About::MaxEntries,
        (_, Some("public_address")) => About::PublicAddress,
        (_, Some("groups")) => About::Groups,
        (_, Some("addresses" | "blocks")) => About::Addresses,
        _ if list || error.path.starts_with("outside[") => About::Addresses,
        // The prefix list has another address family than a rule that references it.
        (ScenarioFault::MixedFamilies, _) => About::Addresses,
        _ => About::Whole,
    }
}

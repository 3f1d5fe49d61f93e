//! Why a world edit is not possible, and which part of it is to blame.

use std::net::IpAddr;

use thiserror::Error;

use crate::model::{IpNet, ScenarioError, ScenarioFault};

/// Why a world edit is not possible.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WorldEditError {
    /// A name that must say something.
    #[error("a name is needed")]
    NoName,
    /// A name of more than 128 characters.
    #[error("a name has at most 128 characters")]
    NameTooLong,
    /// A name that must be unique.
    #[error("the name `{0}` is taken")]
    NameTaken(String),
    /// An interface must have a group.
    #[error("a network interface needs at least one security group")]
    NoGroup,
    /// An instance must have an interface.
    #[error("an instance needs at least one network interface")]
    NoInterface,
    /// A VPC must have an address block.
    #[error("a VPC needs at least one address block")]
    NoBlock,
    /// Nothing has this id.
    #[error("`{0}` does not exist")]
    Unknown(String),
    /// A text that is no IP address.
    #[error("`{0}` is not an IP address")]
    NotAnAddress(String),
    /// A text that is no address block.
    #[error("`{0}` is not an IP address or CIDR block")]
    NotABlock(String),
    /// No address is left in the VPC, or in the range public addresses are drawn from.
    #[error("no free address is left")]
    NoFreeAddress,
    /// The interface has no such address.
    #[error("`{0}` is not an address of this network interface")]
    NotItsAddress(IpAddr),
    /// The first address of an interface stays as long as the interface.
    #[error("`{0}` is the primary private address, which stays with its network interface")]
    PrimaryAddress(IpAddr),
    /// The first interface of an instance stays as long as the instance.
    #[error("the primary network interface stays with its instance")]
    PrimaryInterface,
    /// All interfaces of an instance lie in one VPC.
    #[error("`{0}` lies in another VPC than the instance")]
    OtherVpc(String),
    /// A block that a VPC cannot have.
    #[error("`{0}` is too large: an address block of a VPC has a prefix length of 8 or more")]
    BlockTooLarge(IpNet),
    /// Two blocks of one address space share addresses.
    #[error("`{0}` and `{1}` overlap")]
    Overlap(IpNet, IpNet),
    /// The same entry twice.
    #[error("`{0}` stands in the list twice")]
    Repeated(IpNet),
    /// A capacity that a prefix list cannot have.
    #[error("a prefix list holds 1 to 200 entries, not {0}")]
    MaxEntries(u16),
    /// Something else needs it.
    #[error("still used by {}", .0.join(", "))]
    InUse(Vec<String>),
    /// The edited scene would not hold together.
    #[error("{0}")]
    Invalid(#[from] ScenarioError),
}

/// The part of a world edit that an error is about, so that a form can say it in the right place.
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

impl WorldEditError {
    /// What the error is about.
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

/// What a broken invariant is about, by the place of the offending value.
fn about_part(error: &ScenarioError) -> About {
    let list = error.path.starts_with("prefix_lists.");
    match (&error.fault, error.path.rsplit('.').next()) {
        (ScenarioFault::TooMany { .. }, _) if list => About::MaxEntries,
        (_, Some("public_address")) => About::PublicAddress,
        (_, Some("groups")) => About::Groups,
        (_, Some("addresses" | "blocks")) => About::Addresses,
        _ if list || error.path.starts_with("outside[") => About::Addresses,
        // A prefix list of another address family than a rule that names it.
        (ScenarioFault::MixedFamilies, _) => About::Addresses,
        _ => About::Whole,
    }
}

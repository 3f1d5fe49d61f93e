//! What a security group rule says: who, what, which way, and how strong.

use std::fmt;

use ipnet::IpNet;
use thiserror::Error;

use super::{PortRange, PrefixListId, ProtocolFilter, SecurityGroupId};

/// The side of a group a rule guards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// `ingress`, inbound: the group's members are the destination.
    Ingress,
    /// `egress`, outbound: the group's members are the source.
    Egress,
}

impl Direction {
    /// The API's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ingress => "ingress",
            Self::Egress => "egress",
        }
    }
}

/// `Policy`: what a matching rule does.
///
/// Drop sorts before Accept, which is the order at equal priority (security group rules page).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RulePolicy {
    /// Discards the packet without an answer.
    Drop,
    /// Lets the packet pass.
    Accept,
}

impl RulePolicy {
    /// The API's word, in the spelling its replies use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Drop => "Drop",
            Self::Accept => "Accept",
        }
    }
}

/// Why a number is not a priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a priority is a whole number from 1 to 100")]
pub struct PriorityError;

/// `Priority`, 1 to 100; the smaller number is the stronger rule. 1 when a rule does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Priority(u8);

impl Priority {
    /// 1, the strongest, and the default.
    pub const STRONGEST: Self = Self(1);

    /// A priority from its number.
    ///
    /// # Errors
    /// [`PriorityError`] outside 1 to 100.
    pub const fn new(number: u8) -> Result<Self, PriorityError> {
        if 1 <= number && number <= 100 { Ok(Self(number)) } else { Err(PriorityError) }
    }

    /// Reads a priority written in decimal digits.
    ///
    /// # Errors
    /// [`PriorityError`] for any other text.
    pub fn parse(text: &str) -> Result<Self, PriorityError> {
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !digits {
            return Err(PriorityError);
        }
        text.parse().map_err(|_| PriorityError).and_then(Self::new)
    }

    /// The number, 1 to 100.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Priority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The authorization object: the remote side a rule speaks of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Peer {
    /// An address block (`SourceCidrIp`, `Ipv6SourceCidrIp`, `DestCidrIp`, `Ipv6DestCidrIp`).
    Cidr(IpNet),
    /// The private addresses of another group's members (`SourceGroupId`, `DestGroupId`).
    Group(SecurityGroupId),
    /// Every block of a prefix list (`SourcePrefixListId`, `DestPrefixListId`).
    PrefixList(PrefixListId),
}

impl fmt::Display for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cidr(block) => block.fmt(f),
            Self::Group(id) => id.fmt(f),
            Self::PrefixList(id) => id.fmt(f),
        }
    }
}

/// What a rule says, whatever its id, words and age: the vendor's *Permission*.
///
/// Two rules of a group that say the same are one to the API: it adds nothing when asked to add
/// such a rule again (AuthorizeSecurityGroup).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RuleSpec {
    /// Which side of the group it guards.
    pub direction: Direction,
    /// What it does with a packet it matches.
    pub policy: RulePolicy,
    /// How strong it is.
    pub priority: Priority,
    /// The protocol and the ports.
    pub protocol: ProtocolFilter,
    /// The remote side.
    pub peer: Peer,
    /// The group's own side in a five-tuple rule, compared with the member's private address;
    /// none is every member.
    pub own_side: Option<IpNet>,
}

impl fmt::Display for RuleSpec {
    /// The rule as one line, the form the tests and the explanations share:
    /// `in accept tcp 80/80 from 10.0.0.0/8 prio 1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (way, preposition, own) = match self.direction {
            Direction::Ingress => ("in", "from", "to"),
            Direction::Egress => ("out", "to", "from"),
        };
        let policy = self.policy.as_str().to_ascii_lowercase();
        let protocol = self.protocol.protocol().to_string().to_ascii_lowercase();
        write!(f, "{way} {policy} {protocol}")?;
        if let Some(ports) = self.protocol.ports() {
            write!(f, " {}", ports.destination)?;
            if ports.source != PortRange::ALL {
                write!(f, " sport {}", ports.source)?;
            }
        }
        write!(f, " {preposition} {}", self.peer)?;
        if let Some(block) = self.own_side {
            write!(f, " {own} {block}")?;
        }
        write!(f, " prio {}", self.priority)
    }
}

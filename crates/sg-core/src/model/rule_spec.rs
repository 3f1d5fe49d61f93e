//! What a security group rule says: direction, policy, priority, protocol and peer.

use std::fmt;

use ipnet::IpNet;
use thiserror::Error;

use super::{PortRange, PrefixListId, ProtocolFilter, SecurityGroupId};

/// The traffic direction that a rule applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// `ingress`, inbound: the group's members are the destination.
    Ingress,
    /// `egress`, outbound: the group's members are the source.
    Egress,
}

impl Direction {
    /// The API value.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ingress => "ingress",
            Self::Egress => "egress",
        }
    }
}

/// `Policy`: the action of a matching rule.
///
/// Drop sorts before Accept, which is their order at equal priority (security group rules page).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RulePolicy {
    /// Discards the packet silently.
    Drop,
    /// Lets the packet through.
    Accept,
}

impl RulePolicy {
    /// The API value, spelled as in API responses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Drop => "Drop",
            Self::Accept => "Accept",
        }
    }
}

/// Why a number is not a valid priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a priority is a whole number from 1 to 100")]
pub struct PriorityError;

/// `Priority`, 1 to 100. A smaller number takes precedence. Defaults to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Priority(u8);

impl Priority {
    /// 1, the highest priority and the default.
    pub const STRONGEST: Self = Self(1);

    /// Creates a priority.
    ///
    /// # Errors
    /// [`PriorityError`] outside 1 to 100.
    pub const fn new(number: u8) -> Result<Self, PriorityError> {
        if 1 <= number && number <= 100 { Ok(Self(number)) } else { Err(PriorityError) }
    }

    /// Parses a priority in decimal digits.
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

/// The authorization object: the remote end that a rule matches.
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
    /// The direction it applies to.
    pub direction: Direction,
    /// The action for a matching packet.
    pub policy: RulePolicy,
    /// Its priority.
    pub priority: Priority,
    /// The protocol and ports.
    pub protocol: ProtocolFilter,
    /// The remote end.
    pub peer: Peer,
    /// The local CIDR of a five-tuple rule, compared with the member's private address; `None`
    /// matches every member.
    pub local_cidr: Option<IpNet>,
}

impl fmt::Display for RuleSpec {
    /// The rule on one line, as used in tests and explanations: `in accept tcp 80/80 from
    /// 10.0.0.0/8 prio 1`.
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
        if let Some(block) = self.local_cidr {
            write!(f, " {own} {block}")?;
        }
        write!(f, " prio {}", self.priority)
    }
}

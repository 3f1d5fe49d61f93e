//! What a security group rule says: direction, policy, priority, protocol and peer.

use std::fmt;

use ipnet::IpNet;
use thiserror::Error;

use super::{
    ListedPorts, PortFilter, PortListId, PortRange, PrefixListId, ProtocolFilter, SecurityGroupId,
};

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
pub enum PriorityError {
    /// No call writes such a priority.
    #[error("a priority is a whole number from 1 to 100")]
    NotWritable,
    /// No rule has such a priority.
    #[error(
        "a priority is a whole number from 1 to 110, where the service alone writes 101 to 110"
    )]
    NotReadable,
}

/// `Priority`. A smaller number takes precedence. Defaults to 1.
///
/// Calls write 1 to 100. Rules that the service made before 2020-05-27 have 110: they can be read
/// and removed, and are weaker than every rule that can be written (Security FAQ, 2019).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Priority(u8);

impl Priority {
    /// 1, the highest priority and the default.
    pub const STRONGEST: Self = Self(1);
    /// 100, the lowest priority that a call can write.
    pub const WEAKEST_WRITABLE: Self = Self(100);

    /// Creates a priority that a call can write.
    ///
    /// # Errors
    /// [`PriorityError::NotWritable`] outside 1 to 100.
    pub const fn new(number: u8) -> Result<Self, PriorityError> {
        match Self::existing(number) {
            Ok(priority) if priority.is_writable() => Ok(priority),
            Ok(_) | Err(_) => Err(PriorityError::NotWritable),
        }
    }

    /// Creates the priority of an existing rule.
    ///
    /// # Errors
    /// [`PriorityError::NotReadable`] outside 1 to 110.
    pub const fn existing(number: u8) -> Result<Self, PriorityError> {
        if 1 <= number && number <= 110 {
            Ok(Self(number))
        } else {
            Err(PriorityError::NotReadable)
        }
    }

    /// Parses a priority that a call can write, in decimal digits.
    ///
    /// # Errors
    /// [`PriorityError::NotWritable`] for any other text.
    pub fn parse(text: &str) -> Result<Self, PriorityError> {
        digits(text).ok_or(PriorityError::NotWritable).and_then(Self::new)
    }

    /// Parses the priority of an existing rule, in decimal digits.
    ///
    /// # Errors
    /// [`PriorityError::NotReadable`] for any other text.
    pub fn parse_existing(text: &str) -> Result<Self, PriorityError> {
        digits(text).ok_or(PriorityError::NotReadable).and_then(Self::existing)
    }

    /// Whether a call can write it: 1 to 100.
    pub const fn is_writable(self) -> bool {
        self.0 <= Self::WEAKEST_WRITABLE.0
    }

    /// The number, 1 to 110.
    pub const fn get(self) -> u8 {
        self.0
    }
}

fn digits(text: &str) -> Option<u8> {
    let all = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if all { text.parse().ok() } else { None }
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
    /// The protocol and ports. With a port list, the destination ports are all ports, and
    /// [`filters`](Self::filters) says which of them the rule matches.
    pub protocol: ProtocolFilter,
    /// The port list that gives the destination ports of a TCP or UDP rule.
    pub port_list: Option<ListedPorts>,
    /// The remote end.
    pub peer: Peer,
    /// The local CIDR of a five-tuple rule, compared with the member's private address; `None`
    /// matches every member.
    pub local_cidr: Option<IpNet>,
}

impl RuleSpec {
    /// What the rule matches: packets that any of these filters matches. One for each range of its
    /// port list, or else the only one.
    pub fn filters(&self) -> impl Iterator<Item = ProtocolFilter> + '_ {
        let listed = self.port_list.as_ref().map(|listed| listed.ranges.iter());
        let alone = listed.is_none().then_some(self.protocol);
        let source = self.protocol.ports().map_or(PortRange::ALL, |ports| ports.source);
        let ranges = listed.into_iter().flatten().map(move |range| {
            let ports = PortFilter { destination: *range, source };
            self.protocol.protocol().with_ports(ports)
        });
        ranges.chain(alone)
    }

    /// The ranges of its port list, if it has one.
    pub fn listed(&self) -> Option<&[PortRange]> {
        self.port_list.as_ref().map(|listed| &*listed.ranges)
    }

    /// Its port list, if it has one.
    pub fn list(&self) -> Option<&PortListId> {
        self.port_list.as_ref().map(|listed| &listed.id)
    }

    /// The destination ports as text: the ID of the port list, or else `PortRange`.
    pub fn ports_text(&self) -> String {
        match &self.port_list {
            Some(listed) => listed.id.to_string(),
            None => self.protocol.port_range_text(),
        }
    }
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
            match &self.port_list {
                Some(listed) => write!(f, " {}", listed.id)?,
                None => write!(f, " {}", ports.destination)?,
            }
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

//! The fields of the rule form, and which API parameter each one fills.

use sg_core::model::Direction;

/// Common ports of the console's quick add: purpose, protocol, port range.
pub(crate) const QUICK: [(&str, &str, &str); 9] = [
    ("SSH 22", "TCP", "22/22"),
    ("HTTP 80", "TCP", "80/80"),
    ("HTTPS 443", "TCP", "443/443"),
    ("RDP 3389", "TCP", "3389/3389"),
    ("MySQL 3306", "TCP", "3306/3306"),
    ("PostgreSQL 5432", "TCP", "5432/5432"),
    ("Redis 6379", "TCP", "6379/6379"),
    ("ICMP", "ICMP", "-1/-1"),
    ("ALL", "ALL", "-1/-1"),
];

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    Policy,
    Priority,
    Protocol,
    Ports,
    PeerKind,
    Peer,
    Owner,
    SourcePorts,
    LocalCidr,
    Description,
}

impl Field {
    /// The field that fills a parameter, given the last part of the parameter's name. Addresses of
    /// the remote side belong to the peer field, those of the local side to the local CIDR.
    pub(crate) fn of(param: Option<&str>, direction: Direction) -> Option<Self> {
        let (source, destination) = match direction {
            Direction::Ingress => (Self::Peer, Self::LocalCidr),
            Direction::Egress => (Self::LocalCidr, Self::Peer),
        };
        Some(match param?.rsplit('.').next()? {
            "Policy" => Self::Policy,
            "Priority" => Self::Priority,
            "IpProtocol" => Self::Protocol,
            "PortRange" | "PortRangeListId" => Self::Ports,
            "SourcePortRange" => Self::SourcePorts,
            "SourceCidrIp" | "Ipv6SourceCidrIp" => source,
            "DestCidrIp" | "Ipv6DestCidrIp" => destination,
            "SourceGroupId" | "SourcePrefixListId" | "DestGroupId" | "DestPrefixListId" => {
                Self::Peer
            }
            "SourceGroupOwnerId" | "DestGroupOwnerId" => Self::Owner,
            "Description" => Self::Description,
            _ => return None,
        })
    }

    /// The class of the field's frame.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::Priority => "priority",
            Self::Protocol => "protocol",
            Self::Ports => "ports",
            Self::PeerKind => "peer-kind",
            Self::Peer => "peer",
            Self::Owner => "owner",
            Self::SourcePorts => "source-ports",
            Self::LocalCidr => "own-side",
            Self::Description => "description",
        }
    }
}

/// The kind of authorization object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PeerKind {
    Cidr,
    Group,
    PrefixList,
    OtherAccount,
    /// The addresses of the group's own members, one rule each: a group cannot name itself.
    Members,
}

impl PeerKind {
    /// The value of its option.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Cidr => "cidr",
            Self::Group => "group",
            Self::PrefixList => "list",
            Self::OtherAccount => "account",
            Self::Members => "members",
        }
    }

    /// The kind for an option value.
    pub(crate) fn of(word: &str) -> Self {
        let all = [Self::Group, Self::PrefixList, Self::OtherAccount, Self::Members];
        all.into_iter().find(|kind| kind.word() == word).unwrap_or(Self::Cidr)
    }
}

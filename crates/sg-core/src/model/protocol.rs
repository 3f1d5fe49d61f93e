//! The protocol and ports of a rule. Ports exist only for TCP and UDP, by construction.

use std::fmt;

use super::{AddressFamily, PortRange};

/// The ports a TCP or UDP rule matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PortFilter {
    /// `PortRange`: always the destination port, in both directions.
    pub destination: PortRange,
    /// `SourcePortRange`: the sender's port; [`PortRange::ALL`] if the rule does not set it.
    pub source: PortRange,
}

impl PortFilter {
    /// Every port on both sides.
    pub const ALL: Self = Self::to(PortRange::ALL);

    /// Matches these destination ports and any source port.
    pub const fn to(destination: PortRange) -> Self {
        Self { destination, source: PortRange::ALL }
    }
}

/// `IpProtocol`: a protocol as the API names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IpProtocol {
    /// `ALL`: every protocol.
    All,
    /// `TCP`.
    Tcp,
    /// `UDP`.
    Udp,
    /// `ICMP`, for IPv4 only.
    Icmp,
    /// `ICMPv6`, a separate protocol.
    Icmpv6,
    /// `GRE`.
    Gre,
    /// Any other protocol by its IANA number. Never 1, 6, 17, 47 or 58: those have a variant.
    Number(u8),
}

impl IpProtocol {
    const NAMED: [Self; 6] = [Self::Tcp, Self::Udp, Self::Icmp, Self::Icmpv6, Self::Gre, Self::All];

    /// The API's name, in the spelling the newest pages use; none for a protocol that goes by its
    /// number.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::All => Some("ALL"),
            Self::Tcp => Some("TCP"),
            Self::Udp => Some("UDP"),
            Self::Icmp => Some("ICMP"),
            Self::Icmpv6 => Some("ICMPv6"),
            Self::Gre => Some("GRE"),
            Self::Number(_) => None,
        }
    }

    /// The protocol of a name, in any letter case, as every message of the service says.
    pub fn from_name(text: &str) -> Option<Self> {
        let is = |protocol: &Self| protocol.name().is_some_and(|n| n.eq_ignore_ascii_case(text));
        Self::NAMED.into_iter().find(is)
    }

    /// The protocol of an IANA number.
    pub const fn from_number(number: u8) -> Self {
        match number {
            1 => Self::Icmp,
            6 => Self::Tcp,
            17 => Self::Udp,
            47 => Self::Gre,
            58 => Self::Icmpv6,
            number => Self::Number(number),
        }
    }

    /// The protocol of a number as text: 0 to 255 in decimal digits, without a sign and without
    /// leading zeros, so that every number has one spelling.
    pub fn from_digits(text: &str) -> Option<Self> {
        let number = text.parse::<u8>().ok().filter(|number| number.to_string() == text);
        number.map(Self::from_number)
    }

    /// Whether its packets have ports.
    pub const fn has_ports(self) -> bool {
        matches!(self, Self::Tcp | Self::Udp)
    }

    /// What a rule says that names this protocol and these ports. They count only where the
    /// protocol has ports.
    pub const fn with_ports(self, ports: PortFilter) -> ProtocolFilter {
        match self {
            Self::All => ProtocolFilter::All,
            Self::Tcp => ProtocolFilter::Tcp(ports),
            Self::Udp => ProtocolFilter::Udp(ports),
            Self::Icmp => ProtocolFilter::Icmp,
            Self::Icmpv6 => ProtocolFilter::Icmpv6,
            Self::Gre => ProtocolFilter::Gre,
            Self::Number(number) => ProtocolFilter::Number(number),
        }
    }
}

impl fmt::Display for IpProtocol {
    /// Its name, or else its number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, self.name()) {
            (Self::Number(number), _) => number.fmt(f),
            (_, name) => f.write_str(name.unwrap_or_default()),
        }
    }
}

/// `IpProtocol` with `PortRange` and `SourcePortRange`: the protocols a rule matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProtocolFilter {
    /// `ALL`: every protocol and every port.
    All,
    /// `TCP`.
    Tcp(PortFilter),
    /// `UDP`.
    Udp(PortFilter),
    /// `ICMP`, for IPv4 only.
    Icmp,
    /// `ICMPv6`, a separate protocol.
    Icmpv6,
    /// `GRE`.
    Gre,
    /// Any other protocol by its IANA number (0 to 255), in regions that accept numbers. Never 1,
    /// 6, 17, 47 or 58, which have their own variants.
    Number(u8),
}

impl ProtocolFilter {
    /// The protocol without its ports.
    pub const fn protocol(self) -> IpProtocol {
        match self {
            Self::All => IpProtocol::All,
            Self::Tcp(_) => IpProtocol::Tcp,
            Self::Udp(_) => IpProtocol::Udp,
            Self::Icmp => IpProtocol::Icmp,
            Self::Icmpv6 => IpProtocol::Icmpv6,
            Self::Gre => IpProtocol::Gre,
            Self::Number(number) => IpProtocol::Number(number),
        }
    }

    /// The ports of a TCP or UDP filter.
    pub const fn ports(self) -> Option<PortFilter> {
        match self {
            Self::Tcp(ports) | Self::Udp(ports) => Some(ports),
            Self::All | Self::Icmp | Self::Icmpv6 | Self::Gre | Self::Number(_) => None,
        }
    }

    /// The `PortRange` value: `-1/-1` for a protocol without ports.
    pub fn port_range_text(self) -> String {
        self.ports().map_or_else(|| "-1/-1".to_owned(), |ports| ports.destination.to_string())
    }

    /// The address family that the protocol is limited to, if any.
    pub const fn family(self) -> Option<AddressFamily> {
        match self {
            Self::Icmp => Some(AddressFamily::V4),
            Self::Icmpv6 => Some(AddressFamily::V6),
            Self::All | Self::Tcp(_) | Self::Udp(_) | Self::Gre | Self::Number(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_protocol_is_read_from_its_own_name_in_any_letter_case() {
        for protocol in IpProtocol::NAMED {
            let name = protocol.to_string();
            assert_eq!(IpProtocol::from_name(&name), Some(protocol));
            assert_eq!(IpProtocol::from_name(&name.to_ascii_lowercase()), Some(protocol));
            assert_eq!(IpProtocol::from_digits(&name), None, "{name}");
        }
        assert_eq!(IpProtocol::from_name("6"), None);
        assert_eq!(IpProtocol::from_name(""), None);
    }

    #[test]
    fn every_number_is_one_protocol_in_one_spelling() {
        for number in 0..=u8::MAX {
            let protocol = IpProtocol::from_number(number);
            assert_eq!(IpProtocol::from_digits(&number.to_string()), Some(protocol));
            assert_eq!(IpProtocol::from_digits(&format!("0{number}")), None);
            assert_eq!(protocol.with_ports(PortFilter::ALL).protocol(), protocol);
        }
        let named: Vec<u8> = (0..=u8::MAX)
            .filter(|number| IpProtocol::from_number(*number) != IpProtocol::Number(*number))
            .collect();
        assert_eq!(named, [1, 6, 17, 47, 58]);
        for text in ["", "+6", "-1", "256", " 6"] {
            assert_eq!(IpProtocol::from_digits(text), None, "{text}");
        }
    }
}

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
    /// Matches these destination ports and any source port.
    pub const fn to(destination: PortRange) -> Self {
        Self { destination, source: PortRange::ALL }
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
    /// The API's name of the protocol, spelled as on the newest documentation pages.
    pub fn name(self) -> ProtocolName {
        ProtocolName(self)
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

/// Parses a protocol number: 0 to 255 in decimal digits, without a sign or leading zeros, so that
/// every number has exactly one spelling.
pub fn protocol_number(text: &str) -> Option<u8> {
    text.parse::<u8>().ok().filter(|number| number.to_string() == text)
}

/// Displays the name of a [`ProtocolFilter`], without its ports.
#[derive(Debug, Clone, Copy)]
pub struct ProtocolName(ProtocolFilter);

impl fmt::Display for ProtocolName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            ProtocolFilter::All => f.write_str("ALL"),
            ProtocolFilter::Tcp(_) => f.write_str("TCP"),
            ProtocolFilter::Udp(_) => f.write_str("UDP"),
            ProtocolFilter::Icmp => f.write_str("ICMP"),
            ProtocolFilter::Icmpv6 => f.write_str("ICMPv6"),
            ProtocolFilter::Gre => f.write_str("GRE"),
            ProtocolFilter::Number(number) => number.fmt(f),
        }
    }
}

//! What a rule says of protocol and ports, so that a port without TCP or UDP cannot exist.

use std::fmt;

use super::{AddressFamily, PortRange};

/// The ports a TCP or UDP rule names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PortFilter {
    /// `PortRange`: always the destination's port, in both directions.
    pub destination: PortRange,
    /// `SourcePortRange`: the sender's port; [`PortRange::ALL`] when the rule does not say.
    pub source: PortRange,
}

impl PortFilter {
    /// Any source port, and these destination ports.
    pub const fn to(destination: PortRange) -> Self {
        Self { destination, source: PortRange::ALL }
    }
}

/// `IpProtocol` with `PortRange` and `SourcePortRange`: the protocols a rule matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProtocolFilter {
    /// `ALL`: every protocol, and every port of those that have ports.
    All,
    /// `TCP`.
    Tcp(PortFilter),
    /// `UDP`.
    Udp(PortFilter),
    /// `ICMP`, which is ICMP for IPv4 only.
    Icmp,
    /// `ICMPv6`, a protocol of its own.
    Icmpv6,
    /// `GRE`.
    Gre,
    /// Any other protocol by its IANA number (0 to 255), where the region takes numbers.
    /// Never 1, 6, 17, 47 or 58: those have a variant.
    Number(u8),
}

impl ProtocolFilter {
    /// The API's name of the protocol, in the spelling the newest pages use.
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

    /// The `PortRange` text: `-1/-1` for a protocol without ports.
    pub fn port_range_text(self) -> String {
        self.ports().map_or_else(|| "-1/-1".to_owned(), |ports| ports.destination.to_string())
    }

    /// The only address family the protocol exists in, where there is one.
    pub const fn family(self) -> Option<AddressFamily> {
        match self {
            Self::Icmp => Some(AddressFamily::V4),
            Self::Icmpv6 => Some(AddressFamily::V6),
            Self::All | Self::Tcp(_) | Self::Udp(_) | Self::Gre | Self::Number(_) => None,
        }
    }
}

/// The protocol number that a text is: 0 to 255 in decimal digits, without a sign and without
/// leading zeros, so that every number has one spelling.
pub fn protocol_number(text: &str) -> Option<u8> {
    text.parse::<u8>().ok().filter(|number| number.to_string() == text)
}

/// Displays the name of a [`ProtocolFilter`] without its ports.
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

//! A packet: its source, destination, protocol and ports.

use std::fmt;
use std::net::IpAddr;

use crate::model::{AddressFamily, NetworkInterfaceId, Port};

/// The first packet of a new session. Replies need no evaluation because groups are stateful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Where the packet starts.
    pub source: Endpoint,
    /// Where it goes.
    pub destination: Endpoint,
    /// Its protocol and ports.
    pub packet: Packet,
}

/// One end of a flow.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Endpoint {
    /// A network interface of the scenario.
    Interface {
        /// The interface.
        id: NetworkInterfaceId,
        /// As source: the private address it sends from. As destination: the address that the
        /// sender uses, either a private one (internal path) or its public one (public path).
        address: IpAddr,
    },
    /// A host that is not an interface of the scenario.
    Outside {
        /// Its address.
        address: IpAddr,
    },
}

impl Endpoint {
    /// The address of this end, as seen from the other end.
    pub const fn address(&self) -> IpAddr {
        match self {
            Self::Interface { address, .. } | Self::Outside { address } => *address,
        }
    }

    /// The interface at this end, if it is one.
    pub const fn interface(&self) -> Option<&NetworkInterfaceId> {
        match self {
            Self::Interface { id, .. } => Some(id),
            Self::Outside { .. } => None,
        }
    }
}

/// The properties, besides addresses, by which a rule can distinguish packets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Packet {
    /// A TCP segment.
    Tcp {
        /// The sender's port.
        source_port: Port,
        /// The receiver's port.
        destination_port: Port,
    },
    /// A UDP datagram.
    Udp {
        /// The sender's port.
        source_port: Port,
        /// The receiver's port.
        destination_port: Port,
    },
    /// ICMP, which exists over IPv4 only.
    Icmp,
    /// ICMPv6, which exists over IPv6 only.
    Icmpv6,
    /// GRE.
    Gre,
    /// Any other protocol by its IANA number; 1, 6, 17, 47 and 58 have their own variants.
    Other(u8),
}

impl Packet {
    /// The assumed source port if none is given: the first dynamic port (RFC 6335).
    pub const DYNAMIC_PORT: Port = match Port::new(49_152) {
        Some(port) => port,
        None => Port::MAX,
    };

    /// TCP from a dynamic port.
    pub const fn tcp(destination_port: Port) -> Self {
        Self::Tcp { source_port: Self::DYNAMIC_PORT, destination_port }
    }

    /// UDP from a dynamic port.
    pub const fn udp(destination_port: Port) -> Self {
        Self::Udp { source_port: Self::DYNAMIC_PORT, destination_port }
    }

    /// The only address family in which the protocol exists, if there is one.
    pub const fn family(self) -> Option<AddressFamily> {
        match self {
            Self::Icmp => Some(AddressFamily::V4),
            Self::Icmpv6 => Some(AddressFamily::V6),
            Self::Tcp { .. } | Self::Udp { .. } | Self::Gre | Self::Other(_) => None,
        }
    }

    /// Source and destination port, if the protocol has ports.
    pub const fn ports(self) -> Option<(Port, Port)> {
        match self {
            Self::Tcp { source_port, destination_port }
            | Self::Udp { source_port, destination_port } => Some((source_port, destination_port)),
            Self::Icmp | Self::Icmpv6 | Self::Gre | Self::Other(_) => None,
        }
    }
}

impl fmt::Display for Packet {
    /// The protocol and the destination port: `TCP 443`, `ICMP`, `protocol 50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp { destination_port, .. } => write!(f, "TCP {destination_port}"),
            Self::Udp { destination_port, .. } => write!(f, "UDP {destination_port}"),
            Self::Icmp => f.write_str("ICMP"),
            Self::Icmpv6 => f.write_str("ICMPv6"),
            Self::Gre => f.write_str("GRE"),
            Self::Other(number) => write!(f, "protocol {number}"),
        }
    }
}

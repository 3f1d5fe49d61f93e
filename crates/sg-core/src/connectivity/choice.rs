//! The packets asked about: all of them, or one kind.

use crate::model::{AddressFamily, Port, PortRange};

use super::flow::Packet;
use super::packet_set::PacketSet;

/// The packets that the matrix covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PacketChoice {
    /// All of them.
    #[default]
    All,
    /// One protocol and, where it has ports, one destination port from any source port.
    One(AskedPacket),
}

/// A protocol with its destination port.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AskedPacket {
    /// TCP to a port.
    Tcp(Port),
    /// UDP to a port.
    Udp(Port),
    /// ICMP (IPv4).
    Icmp,
    /// ICMPv6.
    Icmpv6,
    /// GRE.
    Gre,
    /// TCP from one port to another.
    TcpFrom {
        /// The sender's port.
        source: Port,
        /// The receiver's port.
        destination: Port,
    },
    /// UDP from one port to another.
    UdpFrom {
        /// The sender's port.
        source: Port,
        /// The receiver's port.
        destination: Port,
    },
    /// Any other protocol, by an IANA number without a variant of its own.
    Other(u8),
}

impl AskedPacket {
    /// The packets it stands for, from any source port.
    pub const fn packets(self) -> PacketSet {
        match self {
            Self::Tcp(port) => {
                PacketSet::Tcp { source: PortRange::ALL, destination: PortRange::single(port) }
            }
            Self::Udp(port) => {
                PacketSet::Udp { source: PortRange::ALL, destination: PortRange::single(port) }
            }
            Self::Icmp => PacketSet::Icmp,
            Self::Icmpv6 => PacketSet::Icmpv6,
            Self::Gre => PacketSet::Gre,
            Self::TcpFrom { source, destination } => PacketSet::Tcp {
                source: PortRange::single(source),
                destination: PortRange::single(destination),
            },
            Self::UdpFrom { source, destination } => PacketSet::Udp {
                source: PortRange::single(source),
                destination: PortRange::single(destination),
            },
            Self::Other(number) => PacketSet::Other { first: number, last: number },
        }
    }

    /// One of these packets, from a dynamic port.
    pub fn sample(self) -> Packet {
        self.packets().sample()
    }
}

impl PacketChoice {
    /// The packets asked about; `None` means all.
    pub fn packets(self) -> Option<PacketSet> {
        match self {
            Self::All => None,
            Self::One(asked) => Some(asked.packets()),
        }
    }

    /// The only address family in which the packets asked about exist, if there is one. Two
    /// interfaces then use addresses of that family if they can.
    pub fn family(self) -> Option<AddressFamily> {
        match self {
            Self::All => None,
            Self::One(asked) => asked.sample().family(),
        }
    }
}

/// The checks that the matrix shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum CheckedDirections {
    /// What the sender may send.
    Egress,
    /// What the receiver may receive.
    Ingress,
    /// What arrives: both checks.
    #[default]
    Both,
}

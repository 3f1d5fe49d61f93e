//! A set of packets of one kind: a rectangle of ports, or an interval of protocol numbers.

use crate::model::{AddressFamily, PortFilter, PortRange, ProtocolFilter, RuleSpec};

use super::flow::Packet;

/// A set of packets of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PacketSet {
    /// TCP between ranges of ports.
    Tcp {
        /// Source ports.
        source: PortRange,
        /// Destination ports.
        destination: PortRange,
    },
    /// UDP between ranges of ports.
    Udp {
        /// Source ports.
        source: PortRange,
        /// Destination ports.
        destination: PortRange,
    },
    /// ICMP.
    Icmp,
    /// ICMPv6.
    Icmpv6,
    /// GRE.
    Gre,
    /// Protocols by number, inclusive, except those with a variant of their own.
    Other {
        /// The smallest number.
        first: u8,
        /// The largest number.
        last: u8,
    },
}

impl PacketSet {
    /// The packets that a rule names; `None` for all protocols, which no set needs to distinguish.
    pub const fn of(filter: ProtocolFilter) -> Option<Self> {
        match filter {
            ProtocolFilter::All => None,
            ProtocolFilter::Tcp(PortFilter { source, destination }) => {
                Some(Self::Tcp { source, destination })
            }
            ProtocolFilter::Udp(PortFilter { source, destination }) => {
                Some(Self::Udp { source, destination })
            }
            ProtocolFilter::Icmp => Some(Self::Icmp),
            ProtocolFilter::Icmpv6 => Some(Self::Icmpv6),
            ProtocolFilter::Gre => Some(Self::Gre),
            ProtocolFilter::Number(number) => Some(Self::Other { first: number, last: number }),
        }
    }

    /// The packets that a rule matches whatever their addresses, as sets; `None` for all.
    pub fn all_of(spec: &RuleSpec) -> Option<Vec<Self>> {
        spec.filters().map(Self::of).collect()
    }

    /// The set of one packet.
    pub const fn single(packet: Packet) -> Self {
        match packet {
            Packet::Tcp { source_port, destination_port } => Self::Tcp {
                source: PortRange::single(source_port),
                destination: PortRange::single(destination_port),
            },
            Packet::Udp { source_port, destination_port } => Self::Udp {
                source: PortRange::single(source_port),
                destination: PortRange::single(destination_port),
            },
            Packet::Icmp => Self::Icmp,
            Packet::Icmpv6 => Self::Icmpv6,
            Packet::Gre => Self::Gre,
            Packet::Other(number) => Self::Other { first: number, last: number },
        }
    }

    /// The packets like one, from any source port.
    pub const fn like(packet: Packet) -> Self {
        let source = PortRange::ALL;
        match packet {
            Packet::Tcp { destination_port, .. } => {
                Self::Tcp { source, destination: PortRange::single(destination_port) }
            }
            Packet::Udp { destination_port, .. } => {
                Self::Udp { source, destination: PortRange::single(destination_port) }
            }
            Packet::Icmp | Packet::Icmpv6 | Packet::Gre | Packet::Other(_) => Self::single(packet),
        }
    }

    /// Whether a packet is in the set.
    pub fn contains(&self, packet: Packet) -> bool {
        match (*self, packet) {
            (Self::Tcp { source, destination }, Packet::Tcp { source_port, destination_port })
            | (Self::Udp { source, destination }, Packet::Udp { source_port, destination_port }) => {
                source.contains(source_port) && destination.contains(destination_port)
            }
            (Self::Icmp, Packet::Icmp)
            | (Self::Icmpv6, Packet::Icmpv6)
            | (Self::Gre, Packet::Gre) => true,
            (Self::Other { first, last }, Packet::Other(number)) => {
                first <= number && number <= last
            }
            _ => false,
        }
    }

    /// The packets in both sets.
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        match (*self, *other) {
            (
                Self::Tcp { source, destination },
                Self::Tcp { source: other_source, destination: other_destination },
            ) => Some(Self::Tcp {
                source: common(source, other_source)?,
                destination: common(destination, other_destination)?,
            }),
            (
                Self::Udp { source, destination },
                Self::Udp { source: other_source, destination: other_destination },
            ) => Some(Self::Udp {
                source: common(source, other_source)?,
                destination: common(destination, other_destination)?,
            }),
            (Self::Other { first, last }, Self::Other { first: other_first, last: other_last }) => {
                let (first, last) = (first.max(other_first), last.min(other_last));
                (first <= last).then_some(Self::Other { first, last })
            }
            (a, b) => (a == b).then_some(a),
        }
    }

    /// The only address family in which its packets exist, if there is one.
    pub fn family(&self) -> Option<AddressFamily> {
        self.sample().family()
    }

    /// The packet, if the set holds a single one.
    pub fn only(&self) -> Option<Packet> {
        let single = match self {
            Self::Tcp { source, destination } | Self::Udp { source, destination } => {
                source.first() == source.last() && destination.first() == destination.last()
            }
            Self::Icmp | Self::Icmpv6 | Self::Gre => true,
            Self::Other { first, last } => first == last,
        };
        single.then(|| self.sample())
    }

    pub(super) const fn any_ports(&self) -> Option<(PortRange, PortRange)> {
        match *self {
            Self::Tcp { source, destination } | Self::Udp { source, destination } => {
                Some((source, destination))
            }
            Self::Icmp | Self::Icmpv6 | Self::Gre | Self::Other { .. } => None,
        }
    }

    /// If `next` has the same source ports and comes after this set: the union of both, if they are
    /// adjacent. `None` if it does not come after.
    pub(super) fn followed_by(&self, next: &Self) -> Option<Option<Self>> {
        let ports = |a: PortRange, b: PortRange| {
            let joined = || PortRange::new(a.first(), b.last()).ok();
            (a.last() < b.first()).then(|| joined().filter(|_| a.last().next() == Some(b.first())))
        };
        match (*self, *next) {
            (Self::Tcp { source, destination }, Self::Tcp { destination: other, .. }) => {
                ports(destination, other)
                    .map(|both| both.map(|destination| Self::Tcp { source, destination }))
            }
            (Self::Udp { source, destination }, Self::Udp { destination: other, .. }) => {
                ports(destination, other)
                    .map(|both| both.map(|destination| Self::Udp { source, destination }))
            }
            (Self::Other { first, last }, Self::Other { first: other, last: end }) => {
                let touches = last.checked_add(1) == Some(other);
                (last < other).then_some(touches.then_some(Self::Other { first, last: end }))
            }
            (a, b) => (a < b).then_some(None),
        }
    }

    /// A packet of the set, to its first port, from a dynamic port if the set includes one.
    pub fn sample(&self) -> Packet {
        let from = |source: PortRange| {
            let dynamic = Packet::DYNAMIC_PORT;
            if source.contains(dynamic) { dynamic } else { source.first() }
        };
        match *self {
            Self::Tcp { source, destination } => {
                Packet::Tcp { source_port: from(source), destination_port: destination.first() }
            }
            Self::Udp { source, destination } => {
                Packet::Udp { source_port: from(source), destination_port: destination.first() }
            }
            Self::Icmp => Packet::Icmp,
            Self::Icmpv6 => Packet::Icmpv6,
            Self::Gre => Packet::Gre,
            Self::Other { first, .. } => Packet::Other(first),
        }
    }
}

fn common(a: PortRange, b: PortRange) -> Option<PortRange> {
    PortRange::new(a.first().max(b.first()), a.last().min(b.last())).ok()
}

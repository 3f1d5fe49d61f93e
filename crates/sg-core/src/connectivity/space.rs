//! Every packet between two ends at once, cut into regions that share verdict and reason.

use crate::model::{PortFilter, PortRange, ProtocolFilter, Scenario};

use super::flow::{Endpoint, Packet};
use super::guard::MAIL_PORTS;
use super::pair::{Choice, Pair};
use super::tile::partition;
use super::verdict::{Decider, Verdict};

/// All packets from one end to another. The regions cover every packet that can exist between
/// the two (ICMP over IPv4 only, ICMPv6 over IPv6 only), never overlap, and neighbours that agree
/// are one region.
///
/// Empty only where no group was asked at all: see
/// [`CellState::NotFiltered`](super::CellState::NotFiltered).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketSpace {
    /// TCP first, then UDP, ICMP or ICMPv6, GRE, and all other protocols.
    pub regions: Vec<Region>,
}

/// Packets that share one verdict for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Which packets.
    pub packets: PacketSet,
    /// The verdict about each of them.
    pub verdict: Verdict,
    /// What it rests on.
    pub decider: Decider,
    /// The verdict of the other reading, where sources disagree about these packets.
    pub contested: Option<Verdict>,
}

/// A set of packets of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PacketSet {
    /// TCP from these ports to those.
    Tcp {
        /// Source ports.
        source: PortRange,
        /// Destination ports.
        destination: PortRange,
    },
    /// UDP from these ports to those.
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
    /// Protocols by number, both ends included, except those with a variant of their own.
    Other {
        /// The smallest number.
        first: u8,
        /// The largest number.
        last: u8,
    },
}

/// The whole packet space of a pair, both sides and the platform considered.
pub fn packet_space(scenario: &Scenario, source: &Endpoint, destination: &Endpoint) -> PacketSpace {
    space_of(&Pair::new(scenario, source, destination))
}

/// The packet space of a prepared pair: it is cut where a rule in reach or the platform begins
/// or ends to match, and one packet of each cell is decided.
pub(super) fn space_of(pair: &Pair<'_>) -> PacketSpace {
    let mut cuts = Vec::new();
    for guard in pair.guards() {
        cuts.extend(guard.rules_in_reach().filter_map(|rule| PacketSet::of(rule.protocol)));
        if guard.singles_out_mail() {
            cuts.push(PacketSet::Tcp { source: PortRange::ALL, destination: MAIL_PORTS });
        }
    }
    let ask = |packet| match pair.choose(packet) {
        Choice::NoSuchPacket | Choice::NoSide => None,
        choice @ (Choice::Route | Choice::Egress(_) | Choice::Ingress(_)) => {
            Some((choice, pair.contested(packet).map(|contested| contested.verdict)))
        }
    };
    let regions = partition(&cuts, ask)
        .into_iter()
        .map(|(packets, (choice, contested))| Region {
            packets,
            verdict: pair.verdict(choice),
            decider: pair.decider(choice),
            contested,
        })
        .collect();
    PacketSpace { regions }
}

impl PacketSpace {
    /// The region a packet falls into; none for a packet that cannot exist between the ends.
    pub fn region_of(&self, packet: Packet) -> Option<&Region> {
        self.regions.iter().find(|region| region.packets.contains(packet))
    }

    /// A region that stands for all, when all packets share one verdict for one reason.
    pub fn uniform(&self) -> Option<&Region> {
        let first = self.regions.first()?;
        let same = |region: &Region| {
            region.verdict == first.verdict
                && region.decider == first.decider
                && region.contested == first.contested
        };
        self.regions.iter().all(same).then_some(first)
    }

    /// The packets of a verdict among those asked, joined whatever the reasons. All are asked
    /// when `asked` is none.
    pub fn packets(&self, verdict: Verdict, asked: Option<&PacketSet>) -> Vec<PacketSet> {
        let sets: Vec<PacketSet> = self
            .regions
            .iter()
            .filter(|region| region.verdict == verdict)
            .filter_map(|region| match asked {
                Some(asked) => region.packets.intersection(asked),
                None => Some(region.packets),
            })
            .collect();
        union(&sets)
    }
}

/// The packets of `sets` that are in none of `without`, in the fewest sets.
pub(super) fn difference(sets: &[PacketSet], without: &[PacketSet]) -> Vec<PacketSet> {
    let holds = |sets: &[PacketSet], packet| sets.iter().any(|set| set.contains(packet));
    let rest = |packet| (holds(sets, packet) && !holds(without, packet)).then_some(());
    partition(&[sets, without].concat(), rest).into_iter().map(|(set, ())| set).collect()
}

/// The same packets in the fewest sets.
pub(super) fn union(sets: &[PacketSet]) -> Vec<PacketSet> {
    stacked(sets).unwrap_or_else(|| difference(sets, &[]))
}

/// The same, for disjoint sets in the order of a packet space of which none names source ports:
/// neighbours join, and nothing else can. None where the sets are not like that.
fn stacked(sets: &[PacketSet]) -> Option<Vec<PacketSet>> {
    let mut joined: Vec<PacketSet> = Vec::with_capacity(sets.len());
    for &set in sets {
        if set.any_ports().is_some_and(|(source, _)| source != PortRange::ALL) {
            return None;
        }
        match joined.last_mut() {
            None => joined.push(set),
            Some(last) => match last.followed_by(&set)? {
                Some(both) => *last = both,
                None => joined.push(set),
            },
        }
    }
    Some(joined)
}

impl PacketSet {
    /// The packets a rule names; none for all protocols, which no cut can tell apart.
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

    const fn any_ports(&self) -> Option<(PortRange, PortRange)> {
        match *self {
            Self::Tcp { source, destination } | Self::Udp { source, destination } => {
                Some((source, destination))
            }
            Self::Icmp | Self::Icmpv6 | Self::Gre | Self::Other { .. } => None,
        }
    }

    /// Where another set with the same source ports comes after this one: both as one set, if they
    /// touch. None where it does not come after.
    fn followed_by(&self, next: &Self) -> Option<Option<Self>> {
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

    /// A packet of the set: from a dynamic port where the set has one, to its first port.
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

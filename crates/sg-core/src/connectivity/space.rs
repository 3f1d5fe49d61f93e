//! All packets between two ends, divided into regions with the same verdict and reason.

use crate::model::{PortRange, Scenario};

use super::flow::{Endpoint, Packet};
use super::interface_filter::MAIL_PORTS;
use super::packet_set::PacketSet;
use super::pair::{Choice, Pair};
use super::partition::{partition, union};
use super::reason::UnknownReason;
use super::verdict::{Decider, Verdict};

/// All packets from one end to another. The regions cover every packet that can exist between the
/// two (ICMP over IPv4 only, ICMPv6 over IPv6 only) and never overlap. Neighbours with the same
/// decision are merged.
///
/// Empty only if no group filters at all; see
/// [`CellState::NotFiltered`](super::CellState::NotFiltered).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketSpace {
    /// TCP first, then UDP, ICMP or ICMPv6, GRE, and all other protocols.
    pub regions: Vec<Region>,
}

/// Packets with one verdict for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Which packets.
    pub packets: PacketSet,
    /// The verdict for each of them.
    pub verdict: Verdict,
    /// What it rests on.
    pub decider: Decider,
    /// The verdict under the other reading, if sources disagree about these packets.
    pub contested: Option<Verdict>,
}

/// The whole packet space of a pair, considering both sides and the platform.
pub fn packet_space(scenario: &Scenario, source: &Endpoint, destination: &Endpoint) -> PacketSpace {
    space_of(&Pair::new(scenario, source, destination))
}

/// The packet space of a prepared pair. It is divided wherever a rule in reach or the platform
/// starts or stops matching, and one packet of each cell is decided.
pub(super) fn space_of(pair: &Pair<'_>) -> PacketSpace {
    let mut cuts = Vec::new();
    for guard in pair.guards() {
        cuts.extend(guard.filters_in_reach().filter_map(PacketSet::of));
        if guard.singles_out_mail() {
            cuts.push(PacketSet::Tcp { source: PortRange::ALL, destination: MAIL_PORTS });
        }
    }
    let ask = |packet| match pair.choose(packet) {
        Choice::NoSuchPacket | Choice::NoSide => None,
        choice @ (Choice::Route
        | Choice::Egress(_)
        | Choice::Ingress(_)
        | Choice::UnreadPolicy
        | Choice::Doubt) => {
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

/// One packet of a prepared pair as a space of its own: empty if no group filters it.
pub(super) fn space_of_packet(pair: &Pair<'_>, packet: Packet) -> PacketSpace {
    let choice = pair.choose(packet);
    let region = || Region {
        packets: PacketSet::single(packet),
        verdict: pair.verdict(choice),
        decider: pair.decider(choice),
        contested: pair.contested(packet).map(|contested| contested.verdict),
    };
    let filtered = match choice {
        Choice::NoSide => false,
        Choice::NoSuchPacket => !pair.has_no_side(),
        Choice::Route
        | Choice::Egress(_)
        | Choice::Ingress(_)
        | Choice::UnreadPolicy
        | Choice::Doubt => true,
    };
    PacketSpace { regions: filtered.then(region).into_iter().collect() }
}

impl PacketSpace {
    /// Some of its packets, in the fewest regions. Packets that cannot exist between the ends are
    /// unknown, provided that anything is filtered between them.
    pub(super) fn within(&self, asked: &PacketSet) -> Self {
        let all = self.regions.iter();
        let found: Vec<(PacketSet, &Region)> =
            all.filter_map(|own| Some((own.packets.intersection(asked)?, own))).collect();
        let region = |packets, own: &Region| Region { packets, ..own.clone() };
        let regions = match found.as_slice() {
            [] if self.regions.is_empty() => Vec::new(),
            [] => vec![Region {
                packets: *asked,
                verdict: Verdict::Unknown,
                decider: Decider::Unknown(UnknownReason::NoSuchPacket),
                contested: None,
            }],
            [(packets, own)] => vec![region(*packets, own)],
            several => {
                let cuts: Vec<PacketSet> = several.iter().map(|(packets, _)| *packets).collect();
                let same = |a: &Region, b: &Region| {
                    (a.verdict, &a.decider, a.contested) == (b.verdict, &b.decider, b.contested)
                };
                // The first region with the same answer stands for all of them.
                let ask = |packet| {
                    let (_, own) = several.iter().find(|(packets, _)| packets.contains(packet))?;
                    several.iter().position(|(_, other)| same(own, other))
                };
                let parts = partition(&cuts, ask).into_iter();
                let parts =
                    parts.filter_map(|(packets, place)| Some((packets, several.get(place)?)));
                parts.map(|(packets, (_, own))| region(packets, own)).collect()
            }
        };
        Self { regions }
    }

    /// The region that contains a packet; `None` if the packet cannot exist between the ends.
    pub fn region_of(&self, packet: Packet) -> Option<&Region> {
        self.regions.iter().find(|region| region.packets.contains(packet))
    }

    /// Any region, if all packets have the same verdict for the same reason.
    pub fn uniform(&self) -> Option<&Region> {
        let first = self.regions.first()?;
        let same = |region: &Region| {
            region.verdict == first.verdict
                && region.decider == first.decider
                && region.contested == first.contested
        };
        self.regions.iter().all(same).then_some(first)
    }

    /// The packets in `asked` with a verdict, merged regardless of the reasons. `None` means all
    /// packets. Packets that cannot exist between the ends have none.
    pub fn packets(&self, verdict: Verdict, asked: Option<&PacketSet>) -> Vec<PacketSet> {
        let sets: Vec<PacketSet> = self
            .regions
            .iter()
            .filter(|region| region.verdict == verdict)
            .filter(|region| region.decider != Decider::Unknown(UnknownReason::NoSuchPacket))
            .filter_map(|region| match asked {
                Some(asked) => region.packets.intersection(asked),
                None => Some(region.packets),
            })
            .collect();
        union(&sets)
    }
}

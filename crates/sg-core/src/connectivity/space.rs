//! All packets between two ends, divided into regions with the same verdict and reason.

use crate::model::{PortRange, Scenario};

use super::flow::{Endpoint, Packet};
use super::interface_filter::MAIL_PORTS;
use super::packet_set::PacketSet;
use super::pair::{Choice, Pair};
use super::partition::{partition, union};
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
        cuts.extend(guard.rules_in_reach().filter_map(|rule| PacketSet::of(rule.spec.protocol)));
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
    /// packets.
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

//! Every packet between two ends at once, cut into regions that share verdict and reason.

use crate::model::{PortRange, Scenario};

use super::flow::{Endpoint, Packet};
use super::interface_filter::MAIL_PORTS;
use super::packet_set::PacketSet;
use super::pair::{Choice, Pair};
use super::partition::{partition, union};
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

/// The whole packet space of a pair, both sides and the platform considered.
pub fn packet_space(scenario: &Scenario, source: &Endpoint, destination: &Endpoint) -> PacketSpace {
    space_of(&Pair::new(scenario, source, destination))
}

/// The packet space of a prepared pair: it is cut where a rule in reach or the platform begins
/// or ends to match, and one packet of each cell is decided.
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

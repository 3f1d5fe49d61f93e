//! An independent check of a packet space. It decides every cell itself and shares only plain
//! types.

use std::collections::BTreeSet;

use super::{CheckedDirections, Endpoint, Packet, PacketSet, Region, Verdict};
use crate::model::{Port, PortFilter, PortRange, ProtocolFilter, Scenario};

mod judge;

pub use judge::Judgement;
use judge::{judge, sides};

/// What was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// The number of packets covered by the claim, each in exactly one region and decided
    /// correctly.
    pub packets: u64,
    /// How many of them were evaluated: one for each cell within which nothing can differ.
    pub questions: usize,
}

/// The first packet for which a claim is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The packet.
    pub packet: Packet,
    /// The number of regions that contain it. Correct is one, or zero if it cannot exist between
    /// the ends.
    pub regions: usize,
    /// The correct answer; `None` if the packet cannot exist.
    pub right: Option<Judgement>,
    /// The verdict under another reading of the sources, if it differs.
    pub contested: Option<Verdict>,
}

/// Verifies that regions cover all packets between two ends, do not overlap, and have the correct
/// verdict, decider and contested verdict.
///
/// # Errors
/// [`Wrong`] with the first packet that is in no region, in several, or in a wrong one.
pub fn check(
    world: &Scenario,
    from: &Endpoint,
    to: &Endpoint,
    claim: &[Region],
) -> Result<Checked, Wrong> {
    check_view(world, from, to, CheckedDirections::Both, claim)
}

/// Same as [`check`], for regions of the sender's or the receiver's side alone.
///
/// # Errors
/// Same as [`check`].
pub fn check_view(
    world: &Scenario,
    from: &Endpoint,
    to: &Endpoint,
    view: CheckedDirections,
    claim: &[Region],
) -> Result<Checked, Wrong> {
    let sides = sides(world, from, to, view);
    let rules = sides.iter().flatten().flat_map(|side| &side.rules);
    let known = rules.flat_map(|(_, rule)| rule.spec.filters());
    let doubts = sides.iter().flatten().flat_map(|side| &side.doubts).map(|doubt| doubt.protocol);
    let mut ports: Vec<_> = known.chain(doubts).filter_map(ProtocolFilter::ports).collect();
    for region in claim {
        if let PacketSet::Tcp { source, destination } | PacketSet::Udp { source, destination } =
            region.packets
        {
            ports.push(PortFilter { source, destination });
        }
    }
    let mail = PortRange::parse("25/25").ok();
    let destinations = cells(ports.iter().map(|ports| ports.destination).chain(mail));
    let sources = cells(ports.iter().map(|ports| ports.source));
    let alien = if to.address().is_ipv4() { Packet::Icmpv6 } else { Packet::Icmp };
    let (mut packets, mut questions) = (0, 0);
    for (packet, size) in cells_of_packets(&sources, &destinations) {
        let (right, contested) = match &sides {
            Ok(sides) if packet == alien || sides.is_empty() => (None, None),
            Ok(sides) => judge(sides, packet),
            Err(judgement) => (Some(judgement.clone()), None),
        };
        let found: Vec<_> = claim.iter().filter(|region| holds(region.packets, packet)).collect();
        let fits = match (&right, found.as_slice()) {
            (Some((verdict, reasons)), [region]) => {
                region.verdict == *verdict
                    && reasons.contains(&region.decider)
                    && region.contested == contested
            }
            (right, found) => right.is_none() && found.is_empty(),
        };
        if !fits {
            return Err(Wrong { packet, regions: found.len(), right, contested });
        }
        questions += 1;
        packets += if right.is_some() { size } else { 0 };
    }
    Ok(Checked { packets, questions })
}

/// One packet of each cell within which nothing can differ, with the number of packets in the cell.
fn cells_of_packets(sources: &[(Port, u64)], destinations: &[(Port, u64)]) -> Vec<(Packet, u64)> {
    let mut all = Vec::new();
    for &(source_port, width) in sources {
        for &(destination_port, height) in destinations {
            all.push((Packet::Tcp { source_port, destination_port }, width * height));
            all.push((Packet::Udp { source_port, destination_port }, width * height));
        }
    }
    let numbers = (0..=u8::MAX).filter(|n| ![1, 6, 17, 47, 58].contains(n)).map(Packet::Other);
    let others = [Packet::Icmp, Packet::Icmpv6, Packet::Gre].into_iter().chain(numbers);
    all.extend(others.map(|packet| (packet, 1)));
    all
}

/// All ports, split where a range begins or ends: the first port and width of each cell.
fn cells(ranges: impl Iterator<Item = PortRange>) -> Vec<(Port, u64)> {
    let edges = ranges.flat_map(|range| [Some(range.first()), range.last().next()]).flatten();
    let edges: BTreeSet<Port> = edges.chain([Port::MIN]).collect();
    let ends = edges.iter().skip(1).map(|port| u64::from(port.get())).chain([1 << 16]);
    edges.iter().zip(ends).map(|(&port, end)| (port, end - u64::from(port.get()))).collect()
}

fn holds(set: PacketSet, packet: Packet) -> bool {
    let of = |source: PortRange, destination: PortRange| {
        move |from, to| source.contains(from) && destination.contains(to)
    };
    match (set, packet) {
        (PacketSet::Tcp { source, destination }, Packet::Tcp { source_port, destination_port })
        | (PacketSet::Udp { source, destination }, Packet::Udp { source_port, destination_port }) => {
            of(source, destination)(source_port, destination_port)
        }
        (PacketSet::Other { first, last }, Packet::Other(n)) => (first..=last).contains(&n),
        (set, packet) => matches!(
            (set, packet),
            (PacketSet::Icmp, Packet::Icmp)
                | (PacketSet::Icmpv6, Packet::Icmpv6)
                | (PacketSet::Gre, Packet::Gre)
        ),
    }
}

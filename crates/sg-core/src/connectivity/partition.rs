//! Divides all packets into the fewest parts with one answer each.

use std::collections::BTreeSet;

use crate::model::{Port, PortRange};

use super::flow::Packet;
use super::packet_set::PacketSet;

/// Divides all packets at the boundaries of `cuts`, calls `ask` for one packet of each elementary
/// cell, and merges neighbours with the same answer into rectangles. Cells for which `ask` returns
/// `None` are omitted.
///
/// Correct if `ask` gives the same answer for all packets within a cell.
pub(super) fn partition<K: Copy + PartialEq>(
    cuts: &[PacketSet],
    ask: impl Fn(Packet) -> Option<K>,
) -> Vec<(PacketSet, K)> {
    let mut parts = Vec::new();
    let tcp = |source_port, destination_port| ask(Packet::Tcp { source_port, destination_port });
    let tcp_cuts = cuts.iter().filter_map(|cut| match *cut {
        PacketSet::Tcp { source, destination } => Some((source, destination)),
        PacketSet::Udp { .. }
        | PacketSet::Icmp
        | PacketSet::Icmpv6
        | PacketSet::Gre
        | PacketSet::Other { .. } => None,
    });
    for (source, destination, key) in rectangles(tcp_cuts, tcp) {
        parts.push((PacketSet::Tcp { source, destination }, key));
    }
    let udp = |source_port, destination_port| ask(Packet::Udp { source_port, destination_port });
    let udp_cuts = cuts.iter().filter_map(|cut| match *cut {
        PacketSet::Udp { source, destination } => Some((source, destination)),
        PacketSet::Tcp { .. }
        | PacketSet::Icmp
        | PacketSet::Icmpv6
        | PacketSet::Gre
        | PacketSet::Other { .. } => None,
    });
    for (source, destination, key) in rectangles(udp_cuts, udp) {
        parts.push((PacketSet::Udp { source, destination }, key));
    }
    for (set, packet) in [
        (PacketSet::Icmp, Packet::Icmp),
        (PacketSet::Icmpv6, Packet::Icmpv6),
        (PacketSet::Gre, Packet::Gre),
    ] {
        parts.extend(ask(packet).map(|key| (set, key)));
    }
    parts.extend(numbers(cuts, ask));
    parts
}

/// The protocols known only by number, as intervals with one answer each.
fn numbers<K: Copy + PartialEq>(
    cuts: &[PacketSet],
    ask: impl Fn(Packet) -> Option<K>,
) -> Vec<(PacketSet, K)> {
    let mut starts = BTreeSet::from([0]);
    for cut in cuts {
        if let PacketSet::Other { first, last } = *cut {
            starts.insert(first);
            starts.extend(last.checked_add(1));
        }
    }
    let starts: Vec<u8> = starts.into_iter().collect();
    let lasts = starts.iter().skip(1).map(|next| next - 1).chain([u8::MAX]);
    let mut runs: Vec<(u8, u8, Option<K>)> = Vec::new();
    for (&first, last) in starts.iter().zip(lasts) {
        let key = ask(Packet::Other(first));
        match runs.last_mut() {
            Some(run) if run.2 == key => run.1 = last,
            _ => runs.push((first, last, key)),
        }
    }
    runs.into_iter()
        .filter_map(|(first, last, key)| Some((PacketSet::Other { first, last }, key?)))
        .collect()
}

/// Rectangles of source by destination ports with one answer each.
fn rectangles<K: Copy + PartialEq>(
    cuts: impl Iterator<Item = (PortRange, PortRange)>,
    ask: impl Fn(Port, Port) -> Option<K>,
) -> Vec<(PortRange, PortRange, K)> {
    let (sources, destinations): (Vec<_>, Vec<_>) = cuts.unzip();
    let (sources, destinations) = (intervals(&sources), intervals(&destinations));
    join_columns(sources.into_iter().map(|source| runs(source, &destinations, &ask)))
}

/// Merges rectangles across columns, from left to right, where the columns agree. Within each
/// column, equal neighbours are already merged.
pub(super) fn join_columns<K: Copy + PartialEq>(
    columns: impl Iterator<Item = Vec<Rectangle<K>>>,
) -> Vec<(PortRange, PortRange, K)> {
    let mut done: Vec<Rectangle<K>> = Vec::new();
    let mut open: Vec<Rectangle<K>> = Vec::new();
    for mut column in columns {
        // A rectangle that is adjacent to an equal one extends it.
        for rectangle in &mut column {
            let same = open.binary_search_by_key(&rectangle.destination.first(), |old| {
                old.destination.first()
            });
            let same = same.ok().and_then(|index| open.get_mut(index));
            if let Some(old) = same
                && old.destination == rectangle.destination
                && old.key == rectangle.key
            {
                rectangle.source = join(old.source, rectangle.source);
                old.key = None;
            }
        }
        done.append(&mut open);
        open = column;
    }
    done.append(&mut open);
    done.into_iter().filter_map(|r| Some((r.source, r.destination, r.key?))).collect()
}

/// A rectangle of ports. It is omitted if it has no key: there was no answer, or it was merged into
/// another rectangle.
pub(super) struct Rectangle<K> {
    pub(super) source: PortRange,
    pub(super) destination: PortRange,
    pub(super) key: Option<K>,
}

/// One column: the destination ports in ascending order, equal neighbours merged.
fn runs<K: Copy + PartialEq>(
    source: PortRange,
    destinations: &[PortRange],
    ask: &impl Fn(Port, Port) -> Option<K>,
) -> Vec<Rectangle<K>> {
    let mut column: Vec<Rectangle<K>> = Vec::new();
    for &destination in destinations {
        let key = ask(source.first(), destination.first());
        match column.last_mut() {
            Some(run) if run.key == key => run.destination = join(run.destination, destination),
            _ => column.push(Rectangle { source, destination, key }),
        }
    }
    column
}

/// Merges two adjacent ranges; `a` comes first.
fn join(a: PortRange, b: PortRange) -> PortRange {
    PortRange::new(a.first(), b.last()).unwrap_or(a)
}

/// All ports, divided at the boundaries of the ranges.
fn intervals(ranges: &[PortRange]) -> Vec<PortRange> {
    let mut starts = BTreeSet::from([Port::MIN]);
    for range in ranges {
        starts.insert(range.first());
        starts.extend(range.last().next());
    }
    let starts: Vec<Port> = starts.into_iter().collect();
    let lasts = starts.iter().skip(1).filter_map(|next| next.previous()).chain([Port::MAX]);
    starts.iter().zip(lasts).filter_map(|(&first, last)| PortRange::new(first, last).ok()).collect()
}

/// The packets in `sets` but not in `without`, as the fewest sets.
pub(crate) fn difference(sets: &[PacketSet], without: &[PacketSet]) -> Vec<PacketSet> {
    let holds = |sets: &[PacketSet], packet| sets.iter().any(|set| set.contains(packet));
    let rest = |packet| (holds(sets, packet) && !holds(without, packet)).then_some(());
    partition(&[sets, without].concat(), rest).into_iter().map(|(set, ())| set).collect()
}

/// The same packets as the fewest sets.
pub(super) fn union(sets: &[PacketSet]) -> Vec<PacketSet> {
    stacked(sets).unwrap_or_else(|| difference(sets, &[]))
}

/// The same as [`union`] for disjoint sets in the order of a packet space, if none of them
/// restricts source ports. Then only neighbours can be merged. `None` for other sets.
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

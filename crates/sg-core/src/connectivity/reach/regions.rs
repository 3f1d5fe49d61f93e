//! Converts deciders along the packet line to the regions of a packet space.

use crate::model::{AddressFamily, Port, PortRange};

use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::partition::{Rectangle, join_columns};
use crate::connectivity::route::Route;
use crate::connectivity::space::{PacketSpace, Region};

use super::outcome::{By, Judged, Procedure};
use super::packet_line::{
    Column, LAST, Lane, Position, SideKey, columns, number_at, port_at, together, uniform as line,
};
use super::sides::Sides;

/// The space of a route that decides alone: all packets get the same verdict.
pub(super) fn uniform(route: &Route<'_>) -> PacketSpace {
    let all = PortRange::ALL;
    let sets = [
        PacketSet::Tcp { source: all, destination: all },
        PacketSet::Udp { source: all, destination: all },
        PacketSet::Icmp,
        PacketSet::Icmpv6,
        PacketSet::Gre,
        PacketSet::Other { first: 0, last: u8::MAX },
    ];
    let region = |packets| Region {
        packets,
        verdict: route.verdict(),
        decider: route.decider(),
        contested: None,
    };
    PacketSpace { regions: sets.into_iter().map(region).collect() }
}

/// The space of a pair with checks.
pub(super) fn of(sides: &Sides<'_>) -> PacketSpace {
    let judged = judged(sides);
    let region = |(packets, judged): (PacketSet, Judged)| Region {
        packets,
        verdict: judged.by.verdict(),
        decider: sides.decider(judged.by),
        contested: judged.contested,
    };
    let known = |(_, judged): &(PacketSet, Judged)| judged.by != By::NoSide;
    let sets = cut(&judged, sides.family).into_iter().filter(known);
    PacketSpace { regions: sets.map(region).collect() }
}

/// The outcomes along the packet line, for a range of source ports.
struct Judgements {
    source: PortRange,
    /// The last position and outcome of each interval.
    intervals: Intervals,
}

fn judged(sides: &Sides<'_>) -> Vec<Judgements> {
    let apart = judged_with(sides, sides.procedure);
    if sides.meeting.unread_policy.is_none() {
        return apart;
    }
    combine(&apart, &judged_with(sides, sides.procedure.connected()))
}

/// The outcomes if the policy of a shared group is not known, from those without it and with it.
fn combine(apart: &[Judgements], connected: &[Judgements]) -> Vec<Judgements> {
    let mut out = Vec::new();
    let (mut apart, mut connected) = (apart.iter().peekable(), connected.iter().peekable());
    let mut first = Some(Port::MIN);
    while let (Some(left), Some(right)) = (apart.peek(), connected.peek()) {
        let Some(start) = first else { break };
        let last = left.source.last().min(right.source.last());
        let source = PortRange::new(start, last).unwrap_or(PortRange::ALL);
        out.push(Judgements { source, intervals: combined(&left.intervals, &right.intervals) });
        first = last.next();
        apart.next_if(|column| column.source.last() == last);
        connected.next_if(|column| column.source.last() == last);
    }
    out
}

fn combined(apart: &[(Position, Judged)], connected: &[(Position, Judged)]) -> Intervals {
    let mut intervals = Intervals::new();
    let (mut apart, mut connected) = (apart.iter().peekable(), connected.iter().peekable());
    while let (Some((left_last, left)), Some((right_last, right))) =
        (apart.peek(), connected.peek())
    {
        let last = *left_last.min(right_last);
        extend(&mut intervals, last, Judged::between(*left, *right));
        apart.next_if(|(end, _)| *end == last);
        connected.next_if(|(end, _)| *end == last);
    }
    intervals
}

type Intervals = Vec<(Position, Judged)>;

/// Appends an interval, merged with the last one if the outcome is the same.
fn extend(intervals: &mut Intervals, last: Position, outcome: Judged) {
    match intervals.last_mut() {
        Some(interval) if interval.1 == outcome => interval.0 = last,
        _ => intervals.push((last, outcome)),
    }
}

fn judged_with(sides: &Sides<'_>, procedure: Procedure) -> Vec<Judgements> {
    let floor = if procedure.accepting { SideKey::POLICY } else { SideKey::NOBODY };
    let egress = sides.egress.as_ref().map(|side| side.columns(floor));
    let ingress = sides.ingress.as_ref().map(|side| match procedure.accepting {
        true => line(SideKey::POLICY),
        false => side.columns(floor),
    });
    let nobody = line(SideKey::NOBODY);
    let of = |side: &'_ Option<Vec<Column>>, key| side.is_some().then_some(key);
    let (left, right) = (egress.as_ref().unwrap_or(&nobody), ingress.as_ref().unwrap_or(&nobody));
    let mut out: Vec<Judgements> = Vec::new();
    let mut first = Some(Port::MIN);
    columns(left, right, |source_last, left, right| {
        let Some(start) = first else { return };
        let last = Port::new(source_last).unwrap_or(Port::MIN);
        first = last.next();
        let mut intervals = Intervals::new();
        together(left, right, |last, left, right| {
            extend(&mut intervals, last, procedure.judge(of(&egress, left), of(&ingress, right)));
        });
        let source = PortRange::new(start, last).unwrap_or(PortRange::ALL);
        out.push(Judgements { source, intervals });
    });
    out
}

/// The packet sets with one outcome each, in the order of a packet space.
fn cut(judgements: &[Judgements], family: AddressFamily) -> Vec<(PacketSet, Judged)> {
    let mut sets = Vec::new();
    let ports = |lane: Lane| {
        join_columns(judgements.iter().map(|column| {
            let rectangle = |(first, last, judged)| Rectangle {
                source: column.source,
                destination: PortRange::new(port_at(first), port_at(last))
                    .unwrap_or(PortRange::ALL),
                key: Some(judged),
            };
            within(&column.intervals, lane).map(rectangle).collect()
        }))
    };
    for (source, destination, judged) in ports(Lane::Tcp) {
        sets.push((PacketSet::Tcp { source, destination }, judged));
    }
    for (source, destination, judged) in ports(Lane::Udp) {
        sets.push((PacketSet::Udp { source, destination }, judged));
    }
    let Some(column) = judgements.first() else { return sets };
    let icmp = match family {
        AddressFamily::V4 => Lane::Icmp,
        AddressFamily::V6 => Lane::Icmpv6,
    };
    for lane in [icmp, Lane::Gre, Lane::Numbers] {
        let intervals = within(&column.intervals, lane);
        sets.extend(
            intervals
                .map(|(first, last, judged)| (set_at(lane, column.source, first, last), judged)),
        );
    }
    sets
}

/// The packets of an interval within one lane.
pub(super) fn set_at(lane: Lane, source: PortRange, first: Position, last: Position) -> PacketSet {
    let destination = || PortRange::new(port_at(first), port_at(last)).unwrap_or(PortRange::ALL);
    match lane {
        Lane::Tcp => PacketSet::Tcp { source, destination: destination() },
        Lane::Udp => PacketSet::Udp { source, destination: destination() },
        Lane::Numbers => PacketSet::Other { first: number_at(first), last: number_at(last) },
        Lane::Icmp => PacketSet::Icmp,
        Lane::Icmpv6 => PacketSet::Icmpv6,
        Lane::Gre => PacketSet::Gre,
    }
}

/// The intervals of one lane: first and last position, and outcome.
fn within(
    intervals: &[(Position, Judged)],
    lane: Lane,
) -> impl Iterator<Item = (Position, Position, Judged)> {
    let (lowest, highest) = lane.bounds();
    let skipped = intervals.partition_point(|(last, _)| *last < lowest);
    let mut first = lowest;
    intervals.iter().skip(skipped).map_while(move |&(last, judged)| {
        if first > highest || first > LAST {
            return None;
        }
        let interval = (first, last.min(highest), judged);
        first = last + 1;
        Some(interval)
    })
}

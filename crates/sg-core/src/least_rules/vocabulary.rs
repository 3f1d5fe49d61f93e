//! What an added rule may name: the packets of the goals, and the blocks that they name.

use std::collections::BTreeSet;

use crate::connectivity::{Packet, PacketSet};
use crate::goal::{Directory, Expect, Place, Traffic};
use crate::model::{IpNet, PortFilter, PortRange, ProtocolFilter, Scenario};

/// What added rules may name, beside the ends of the packets in question.
pub(super) struct Vocabulary {
    allow: Vec<ProtocolFilter>,
    deny: Vec<ProtocolFilter>,
    /// The blocks that goals name.
    pub(super) blocks: Vec<IpNet>,
}

impl Vocabulary {
    pub(super) fn new(scenario: &Scenario, goals: &[Traffic]) -> Self {
        let filters = |fits: fn(Expect) -> bool| {
            let goals = goals.iter().filter(|goal| fits(goal.expect));
            filters(goals.map(|goal| goal.packets.as_deref()))
        };
        let allow = filters(|expect| expect != Expect::Blocked);
        let mut deny = filters(|expect| expect == Expect::Blocked);
        let only = |goal: &Traffic| goal.expect == Expect::PassOnly;
        if goals.iter().any(only) && !deny.contains(&ProtocolFilter::All) {
            deny.push(ProtocolFilter::All);
        }
        Self { allow, deny, blocks: blocks(scenario, goals) }
    }

    /// What an Allow rule may name to match a packet, the narrowest first.
    pub(super) fn allow(&self, packet: Packet) -> impl Iterator<Item = ProtocolFilter> {
        matching(&self.allow, packet)
    }

    /// What a Deny rule may name to match a packet, the narrowest first.
    pub(super) fn deny(&self, packet: Packet) -> impl Iterator<Item = ProtocolFilter> {
        matching(&self.deny, packet)
    }
}

fn matching(all: &[ProtocolFilter], packet: Packet) -> impl Iterator<Item = ProtocolFilter> {
    let fits = move |filter: &ProtocolFilter| {
        PacketSet::of(*filter).is_none_or(|set| set.contains(packet))
    };
    all.iter().copied().filter(fits)
}

/// The packet sets of goals as rules name them, and sets of adjacent ports as one.
fn filters<'a>(goals: impl Iterator<Item = Option<&'a [PacketSet]>>) -> Vec<ProtocolFilter> {
    let (mut sets, mut all) = (BTreeSet::new(), false);
    for packets in goals {
        match packets {
            Some(packets) => sets.extend(packets.iter().copied()),
            None => all = true,
        }
    }
    let mut joined = sets.clone();
    loop {
        let before = joined.len();
        let pairs = joined.iter().flat_map(|a| sets.iter().filter_map(|b| join(*a, *b)));
        let more: Vec<PacketSet> = pairs.collect();
        joined.extend(more);
        if joined.len() == before {
            break;
        }
    }
    let narrow = joined.into_iter().filter_map(filter);
    narrow.chain(all.then_some(ProtocolFilter::All)).collect()
}

/// Two sets of the same source ports that overlap or adjoin, as one.
fn join(a: PacketSet, b: PacketSet) -> Option<PacketSet> {
    let both = |a: PortRange, b: PortRange| {
        let touch = |low: PortRange, high: PortRange| {
            low.last() >= high.first() || low.last().next() == Some(high.first())
        };
        let (first, last) = (a.first().min(b.first()), a.last().max(b.last()));
        (touch(a, b) && touch(b, a)).then(|| PortRange::new(first, last).ok()).flatten()
    };
    match (a, b) {
        (
            PacketSet::Tcp { source, destination },
            PacketSet::Tcp { source: other, destination: next },
        ) if source == other => {
            Some(PacketSet::Tcp { source, destination: both(destination, next)? })
        }
        (
            PacketSet::Udp { source, destination },
            PacketSet::Udp { source: other, destination: next },
        ) if source == other => {
            Some(PacketSet::Udp { source, destination: both(destination, next)? })
        }
        _ => None,
    }
}

/// A set as the packets of a rule; `None` for several protocols, which no rule names.
fn filter(set: PacketSet) -> Option<ProtocolFilter> {
    Some(match set {
        PacketSet::Tcp { source, destination } => {
            ProtocolFilter::Tcp(PortFilter { source, destination })
        }
        PacketSet::Udp { source, destination } => {
            ProtocolFilter::Udp(PortFilter { source, destination })
        }
        PacketSet::Icmp => ProtocolFilter::Icmp,
        PacketSet::Icmpv6 => ProtocolFilter::Icmpv6,
        PacketSet::Gre => ProtocolFilter::Gre,
        PacketSet::Other { first, last } if first == last => ProtocolFilter::Number(first),
        PacketSet::Other { .. } => return None,
    })
}

fn blocks(scenario: &Scenario, goals: &[Traffic]) -> Vec<IpNet> {
    let directory = Directory::new(scenario);
    let ends = goals.iter().flat_map(|goal| [&goal.from, &goal.to]);
    let places = ends.filter_map(|end| directory.select(end).ok());
    let mut blocks: Vec<IpNet> = Vec::new();
    for place in places.flat_map(|selection| selection.places) {
        let Place::Block(name) = place else { continue };
        let known = scenario.outside().iter().find(|outside| outside.name == name);
        if let Some(block) = known.map(|known| known.block).filter(|own| !blocks.contains(own)) {
            blocks.push(block);
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::goal::packets::{Asked, parse};

    #[test]
    fn adjacent_ports_are_also_one_range_and_others_are_not() {
        let sets: Vec<PacketSet> = ["tcp/80", "tcp/81-90", "tcp/443", "udp/91"]
            .map(|text| match parse(text).unwrap() {
                Asked::Set(set) => set,
                Asked::All => panic!("{text}"),
            })
            .to_vec();
        let named: Vec<String> =
            filters([Some(&*sets)].into_iter()).iter().map(|own| format!("{own:?}")).collect();
        assert_eq!(named.len(), 5, "{named:#?}");
        assert!(filters([None].into_iter()) == [ProtocolFilter::All]);
    }
}

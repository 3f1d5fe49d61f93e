//! An ordered pair of ends that is evaluated in many scenarios.

use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::model::{Direction, IpNet, Scenario};

use crate::connectivity::choice::CheckedDirections;
use crate::connectivity::end::End;
use crate::connectivity::flow::{Endpoint, Packet};
use crate::connectivity::internet::Range;
use crate::connectivity::matrix::flow_between;
use crate::connectivity::outside;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::pair::Pair;
use crate::connectivity::partition::partition;
use crate::connectivity::space::{PacketSpace, space_of};
use crate::connectivity::verdict::Verdict;

/// The path between two ends. Edits of groups change what passes but never the ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Path {
    pub(super) from: End,
    pub(super) to: End,
    pub(super) source: Endpoint,
    pub(super) destination: Endpoint,
    /// The block of an outside end, whose addresses may get different answers.
    pub(super) block: Option<IpNet>,
}

/// The packet spaces of a path by address range of its outside end; no ranges between interfaces.
pub(super) type Spaces = Vec<Located>;

/// The packet space of some addresses.
pub(super) type Located = (Vec<Range>, PacketSpace);

impl Path {
    /// The path between two ends; `None` if one of them does not exist.
    pub(super) fn new(scenario: &Scenario, from: &End, to: &End) -> Option<Self> {
        let flow = flow_between(scenario, from, to, Packet::Gre)?;
        let block = |end: &End| match end {
            End::Interface(_) => None,
            End::Outside(name) => {
                let outside = scenario.outside().iter().find(|outside| outside.name == *name)?;
                Some(outside.block)
            }
        };
        let (from, to) = (from.clone(), to.clone());
        let block = block(&from).or_else(|| block(&to));
        Some(Self { from, to, source: flow.source, destination: flow.destination, block })
    }

    /// All packets on the path, as decided by the given directions.
    pub(super) fn spaces(&self, scenario: &Scenario, view: CheckedDirections) -> Spaces {
        let ask = |source: &Endpoint, destination: &Endpoint| {
            space_of(&Pair::new(scenario, source, destination).viewed(view))
        };
        let classes = |direction, end: &Endpoint| {
            let interface = end.interface().and_then(|id| scenario.interface(id))?;
            Some(outside::classes(scenario, self.block?, interface, direction))
        };
        let classes = match (&self.source, &self.destination) {
            (end @ Endpoint::Interface { .. }, Endpoint::Outside { .. }) => {
                classes(Direction::Egress, end)
            }
            (Endpoint::Outside { .. }, end @ Endpoint::Interface { .. }) => {
                classes(Direction::Ingress, end)
            }
            (Endpoint::Interface { .. }, Endpoint::Interface { .. })
            | (Endpoint::Outside { .. }, Endpoint::Outside { .. }) => None,
        };
        let Some(classes) = classes.filter(|classes| !classes.is_empty()) else {
            return vec![(Vec::new(), ask(&self.source, &self.destination))];
        };
        let spaces = classes.into_iter().filter_map(|ranges| {
            let address = outside::representative(&ranges)?;
            let (source, destination) = self.at(Some(address));
            Some((ranges, ask(&source, &destination)))
        });
        spaces.collect()
    }

    /// The ends, with another address of the outside end.
    pub(super) fn at(&self, outside: Option<IpAddr>) -> (Endpoint, Endpoint) {
        let at = |end: &Endpoint| match (end, outside) {
            (Endpoint::Outside { .. }, Some(address)) => Endpoint::Outside { address },
            (end @ (Endpoint::Outside { .. } | Endpoint::Interface { .. }), _) => end.clone(),
        };
        (at(&self.source), at(&self.destination))
    }
}

/// What changes that are wanted, and therefore no side effect.
#[derive(Debug, Clone, Default)]
pub(super) struct Wanted {
    pub(super) packets: Vec<PacketSet>,
    /// The outside addresses that are meant; all, if `None`.
    pub(super) block: Option<IpNet>,
}

/// The packets that newly pass for at least one address, in as few sets as possible and without
/// those that are wanted.
pub(super) fn gained(before: &Spaces, after: &Spaces, wanted: &Wanted) -> Vec<PacketSet> {
    let mut sets = Vec::new();
    for (old, new, meant) in side_by_side(before, after, wanted.block) {
        let passing = |space: &PacketSpace| space.packets(Verdict::Pass, None);
        let (had, has) = (passing(old), passing(new));
        if had == has {
            continue;
        }
        let except: &[PacketSet] = if meant { &wanted.packets } else { &[] };
        let cuts = [had.as_slice(), has.as_slice(), except].concat();
        let holds = |sets: &[PacketSet], packet| sets.iter().any(|set| set.contains(packet));
        let gain = |packet| {
            let gained = holds(&has, packet) && !holds(&had, packet) && !holds(except, packet);
            gained.then_some(())
        };
        sets.extend(partition(&cuts, gain).into_iter().map(|(set, ())| set));
    }
    crate::connectivity::partition::union(&sets)
}

/// The spaces before and after for the same addresses, and whether these are in a block.
fn side_by_side<'a>(
    before: &'a Spaces,
    after: &'a Spaces,
    block: Option<IpNet>,
) -> Vec<(&'a PacketSpace, &'a PacketSpace, bool)> {
    let mut starts: BTreeSet<IpAddr> = BTreeSet::new();
    for (first, last) in before.iter().chain(after).flat_map(|(ranges, _)| ranges) {
        starts.insert(*first);
        starts.extend(outside::next(*last));
    }
    // Without addresses there is a single space on each side.
    if let (true, [(_, before)], [(_, after)]) =
        (starts.is_empty(), before.as_slice(), after.as_slice())
    {
        return vec![(before, after, true)];
    }
    if let Some(block) = block {
        starts.insert(block.network());
        starts.extend(outside::next(block.broadcast()));
    }
    let at = |spaces: &Spaces, address: IpAddr| {
        let holds = |(first, last): &Range| *first <= address && address <= *last;
        spaces.iter().position(|(ranges, _)| ranges.iter().any(holds))
    };
    let meant = |address: &IpAddr| block.is_none_or(|block| block.contains(address));
    let pairs: BTreeSet<(usize, usize, bool)> = starts
        .iter()
        .filter_map(|start| Some((at(before, *start)?, at(after, *start)?, meant(start))))
        .collect();
    let space = |spaces: &'a Spaces, index: usize| spaces.get(index).map(|(_, space)| space);
    let pairs = pairs.into_iter();
    pairs.filter_map(|(a, b, meant)| Some((space(before, a)?, space(after, b)?, meant))).collect()
}

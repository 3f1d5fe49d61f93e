//! The packets of a pair whose verdict differs between two scenarios, regardless of the reasons.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;

use crate::connectivity::addresses::{PartialEndpoint, complete};
use crate::connectivity::cell::{Cell, cell};
use crate::connectivity::choice::{CheckedDirections, PacketChoice};
use crate::connectivity::diff::{AddressInterval, TwoCells, side_by_side};
use crate::connectivity::end::End;
use crate::connectivity::flow::{Endpoint, Flow};
use crate::connectivity::outside;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::partition::{partition, union};
use crate::connectivity::space::{PacketSpace, Region};
use crate::connectivity::verdict::Verdict;

use super::{Reach, SpaceCache};

/// Packets of a pair that exchange one verdict for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictChange {
    /// The previous verdict. Packets that the scenario did not have count as blocked.
    pub before: Verdict,
    /// The current verdict. Packets that the scenario no longer has count as blocked.
    pub after: Verdict,
    /// The packets, as the fewest sets.
    pub packets: Vec<PacketSet>,
    /// The addresses of the outside end, ascending; empty between two interfaces, and if they are
    /// all addresses for which the block stands.
    pub addresses: Vec<(IpAddr, IpAddr)>,
    /// One of these packets, between the addresses of the later scenario if the pair is in it.
    pub sample: Flow,
}

/// How packets fare in two packet spaces, without the addresses.
type Shifts = Arc<Vec<(Verdict, Verdict, Vec<PacketSet>)>>;

/// Compares the pairs of two scenarios, one at a time. Pairs with the same decision lists share
/// their comparison.
pub struct VerdictChanges<'a> {
    sides: [(&'a Reach, SpaceCache<'a>); 2],
    choice: PacketChoice,
    known: BTreeMap<[usize; 2], Compared>,
}

/// Two packet spaces, kept so that their addresses are not used again, and what changes.
struct Compared {
    _spaces: [Option<Arc<PacketSpace>>; 2],
    shifts: Shifts,
}

impl Reach {
    /// Prepares the comparison with a later scenario, for the given packets and checks.
    pub const fn verdict_changes<'a>(
        &'a self,
        after: &'a Self,
        choice: PacketChoice,
        view: CheckedDirections,
    ) -> VerdictChanges<'a> {
        let sides = [(self, SpaceCache::new(self, view)), (after, SpaceCache::new(after, view))];
        VerdictChanges { sides, choice, known: BTreeMap::new() }
    }
}

impl VerdictChanges<'_> {
    /// The packets from one end to another whose verdict changes, each in one entry for each of its
    /// addresses. Nothing passes between ends that a scenario does not have, and questions outside
    /// the model count as if the scenario did not have the packets.
    pub fn between(&mut self, from: &End, to: &End) -> Vec<VerdictChange> {
        if from == to {
            return Vec::new();
        }
        if let (End::Interface(_), End::Interface(_)) = (from, to) {
            return self.between_interfaces(from, to);
        }
        let choice = self.choice;
        let [before, after] = self.sides.each_mut().map(|(reach, cache)| {
            let mut spaces =
                |source: &Endpoint, destination: &Endpoint| cache.space(source, destination);
            cell(reach.scenario(), from, to, choice, &mut spaces)
        });
        let pair = TwoCells { from, to, before: before.as_ref(), after: after.as_ref() };
        let whole = match [&before, &after].map(|cell| cell.as_ref().map(addresses)) {
            [Some(old), Some(new)] => (old == new).then_some(new),
            [old, new] => old.or(new),
        };
        let intervals = side_by_side(pair.before, pair.after);
        let mut changes: Vec<VerdictChange> = Vec::new();
        for AddressInterval { addresses, before: old, after: new } in intervals {
            let arcs = [arc(&before, old), arc(&after, new)];
            for (before, after, packets) in self.shifts(arcs).iter() {
                let same = |change: &&mut VerdictChange| {
                    (change.before, change.after) == (*before, *after) && change.packets == *packets
                };
                if let Some(change) = changes.iter_mut().find(same) {
                    change.addresses.extend(&addresses);
                    continue;
                }
                let first = packets.first().map(PacketSet::sample);
                let address = addresses.first().map(|(first, _)| *first);
                let sample = first.and_then(|packet| pair.flow(address, packet));
                changes.extend(sample.map(|sample| VerdictChange {
                    before: *before,
                    after: *after,
                    packets: packets.clone(),
                    addresses: addresses.clone(),
                    sample,
                }));
            }
        }
        for change in &mut changes {
            change.addresses = ascending(std::mem::take(&mut change.addresses));
            if whole.as_ref() == Some(&change.addresses) {
                change.addresses.clear();
            }
        }
        changes
    }

    fn between_interfaces(&mut self, from: &End, to: &End) -> Vec<VerdictChange> {
        let choice = self.choice;
        let [before, after] = self.sides.each_mut().map(|(reach, cache)| {
            let find = |end: &End| match end {
                End::Interface(id) => reach.scenario().interface(id),
                End::Outside(_) => None,
            };
            let (from, to) = (find(from)?, find(to)?);
            let (from, to) = (PartialEndpoint::Interface(from), PartialEndpoint::Interface(to));
            let (source, destination) = complete(from, to, choice.family())?;
            let (space, _) = cache.space(&source, &destination);
            Some((space, source, destination))
        });
        let space = |side: &Option<(Arc<PacketSpace>, Endpoint, Endpoint)>| {
            side.as_ref().map(|(space, ..)| Arc::clone(space))
        };
        let shifts = self.shifts([space(&before), space(&after)]);
        let Some((_, source, destination)) = after.or(before) else { return Vec::new() };
        let change = |(before, after, packets): &(Verdict, Verdict, Vec<PacketSet>)| {
            let packet = packets.first()?.sample();
            let sample = Flow { source: source.clone(), destination: destination.clone(), packet };
            let (before, after, packets) = (*before, *after, packets.clone());
            Some(VerdictChange { before, after, packets, addresses: Vec::new(), sample })
        };
        shifts.iter().filter_map(change).collect()
    }

    fn shifts(&mut self, spaces: [Option<Arc<PacketSpace>>; 2]) -> Shifts {
        let key = spaces
            .each_ref()
            .map(|space| space.as_ref().map_or(0, |space| Arc::as_ptr(space) as usize));
        let choice = self.choice;
        let compared = self.known.entry(key).or_insert_with(|| {
            let [before, after] = spaces.each_ref().map(Option::as_deref);
            let shifts = Arc::new(shifts(before, after, choice.packets().as_ref()));
            Compared { _spaces: spaces, shifts }
        });
        Arc::clone(&compared.shifts)
    }
}

/// The addresses of a cell's outside end, ascending.
fn addresses(cell: &Cell) -> Vec<(IpAddr, IpAddr)> {
    ascending(cell.pieces.iter().flat_map(|piece| piece.ranges.iter().copied()).collect())
}

/// Ranges in ascending order, those that touch as one.
fn ascending(mut ranges: Vec<(IpAddr, IpAddr)>) -> Vec<(IpAddr, IpAddr)> {
    ranges.sort_unstable();
    let mut joined = Vec::with_capacity(ranges.len());
    ranges.into_iter().for_each(|range| outside::push(&mut joined, range));
    joined
}

/// The space of a cell as it is shared.
fn arc(cell: &Option<Cell>, space: Option<&PacketSpace>) -> Option<Arc<PacketSpace>> {
    let (cell, space) = (cell.as_ref()?, space?);
    let mut all = cell.pieces.iter().map(|piece| &piece.space).chain([&cell.space]);
    all.find(|own| std::ptr::eq(own.as_ref(), space)).cloned()
}

/// What changes between two packet spaces.
fn shifts(
    before: Option<&PacketSpace>,
    after: Option<&PacketSpace>,
    asked: Option<&PacketSet>,
) -> Vec<(Verdict, Verdict, Vec<PacketSet>)> {
    let regions = |space: Option<&PacketSpace>| -> Vec<(PacketSet, Verdict)> {
        let regions = space.into_iter().flat_map(|space| &space.regions);
        regions.map(|region| (region.packets, counted(region))).collect()
    };
    let (old, new) = (regions(before), regions(after));
    if old == new {
        return Vec::new();
    }
    let sets = old.iter().chain(&new).map(|(packets, _)| *packets);
    let cuts: Vec<PacketSet> = sets.chain(asked.copied()).collect();
    let at = |regions: &[(PacketSet, Verdict)], packet| {
        let found = regions.iter().find(|(packets, _)| packets.contains(packet));
        found.map_or(Verdict::Blocked, |(_, verdict)| *verdict)
    };
    let changed = partition(&cuts, |packet| {
        let (old, new) = (at(&old, packet), at(&new, packet));
        let is_asked = asked.is_none_or(|asked| asked.contains(packet));
        (is_asked && old != new).then_some((old, new))
    });
    let mut by_verdicts: BTreeMap<(Verdict, Verdict), Vec<PacketSet>> = BTreeMap::new();
    for (packets, verdicts) in changed {
        by_verdicts.entry(verdicts).or_default().push(packets);
    }
    by_verdicts.into_iter().map(|((old, new), sets)| (old, new, union(&sets))).collect()
}

/// The verdict, where what is outside the model counts as blocked.
const fn counted(region: &Region) -> Verdict {
    if region.decider.is_outside_the_model() { Verdict::Blocked } else { region.verdict }
}

//! What an edit changes about each pair, region by region: opened, closed, or decided otherwise.

use std::net::IpAddr;

use super::stretch::{Stretch, side_by_side};
use super::{Change, TwoCells, asked, compare, pairs};
use crate::connectivity::end::End;
use crate::connectivity::flow::Flow;
use crate::connectivity::matrix::Matrix;
use crate::connectivity::outside;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::space::PacketSpace;
use crate::connectivity::tile::partition;
use crate::connectivity::verdict::{Decider, Verdict};

/// One pair whose packets fare differently, or for other reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairChange {
    /// The row.
    pub from: End,
    /// The column.
    pub to: End,
    /// In what way its verdicts changed; none where only reasons did.
    pub change: Option<Change>,
    /// What changed, in the order of packet spaces. Together every packet that changed, none of
    /// them twice at one address.
    pub regions: Vec<RegionChange>,
}

/// Packets of a pair that changed in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionChange {
    /// Which packets.
    pub packets: PacketSet,
    /// For which addresses of the outside end, ascending; empty between two interfaces.
    pub addresses: Vec<(IpAddr, IpAddr)>,
    /// In what way.
    pub shift: Shift,
    /// What was said about them; none where the pair or these packets did not exist.
    pub before: Option<Judged>,
    /// What is said now; none where the pair or these packets exist no more.
    pub after: Option<Judged>,
    /// One of them.
    pub counterexample: Flow,
}

/// What becomes of packets that change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shift {
    /// They pass now.
    Opened,
    /// They pass no more.
    Closed,
    /// They pass or fail to as before, for another reason.
    Reason,
}

/// A verdict with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// What it rests on.
    pub decider: Decider,
}

impl Judged {
    /// Whether the reason is the same one. Rules are compared by what they say: a rule that was
    /// written anew is the same reason, a rule that was changed is another.
    fn agrees(&self, other: &Self) -> bool {
        let reasons = match (&self.decider, &other.decider) {
            (
                Decider::Rule { direction, group, rule },
                Decider::Rule { direction: way, group: owner, rule: now },
            ) => direction == way && group == owner && rule.spec == now.spec,
            (before, after) => before == after,
        };
        self.verdict == other.verdict && reasons
    }
}

/// Everything that changes between two matrices, in the order of the later one, then the pairs that
/// are gone: what [`diff`](super::diff) finds, region by region, and what passes or fails for
/// another reason than before. Empty means that no packet changes and no reason either.
pub fn diff_regions(before: &Matrix, after: &Matrix) -> Vec<PairChange> {
    let asked = asked(before, after);
    let changed = pairs(before, after).into_iter().filter(|pair| !pair.alike()).map(|pair| {
        let regions = regions(&pair, asked.as_ref());
        let change = compare(&pair, asked.as_ref()).map(|change| change.change);
        PairChange { from: pair.from.clone(), to: pair.to.clone(), change, regions }
    });
    changed.filter(|change| !change.regions.is_empty()).collect()
}

fn regions(pair: &TwoCells<'_>, asked: Option<&PacketSet>) -> Vec<RegionChange> {
    let mut changes: Vec<RegionChange> = Vec::new();
    for stretch in side_by_side(pair.before, pair.after) {
        for (packets, before, after) in within(&stretch, asked) {
            let same = |change: &&mut RegionChange| {
                change.packets == packets && change.before == before && change.after == after
            };
            if let Some(change) = changes.iter_mut().find(same) {
                change.addresses.extend(&stretch.addresses);
                continue;
            }
            let flow = pair.flow(stretch.address(), packets.sample());
            changes.extend(flow.map(|counterexample| RegionChange {
                packets,
                addresses: stretch.addresses.clone(),
                shift: shift(before.as_ref(), after.as_ref()),
                before,
                after,
                counterexample,
            }));
        }
    }
    for change in &mut changes {
        let mut ranges = std::mem::take(&mut change.addresses);
        ranges.sort_unstable();
        for range in ranges {
            outside::push(&mut change.addresses, range);
        }
    }
    changes.sort_by(|a, b| (a.packets, &a.addresses).cmp(&(b.packets, &b.addresses)));
    changes
}

fn shift(before: Option<&Judged>, after: Option<&Judged>) -> Shift {
    let passes = |judged: Option<&Judged>| judged.is_some_and(|j| j.verdict == Verdict::Pass);
    match (passes(before), passes(after)) {
        (false, true) => Shift::Opened,
        (true, false) => Shift::Closed,
        (false, false) | (true, true) => Shift::Reason,
    }
}

type Changed = (PacketSet, Option<Judged>, Option<Judged>);

/// What changes at the addresses of one stretch, in the fewest sets of packets.
fn within(stretch: &Stretch<'_>, asked: Option<&PacketSet>) -> Vec<Changed> {
    let (before, after) = (Reasons::of(stretch.before), Reasons::of(stretch.after));
    let mut cuts: Vec<PacketSet> = asked.into_iter().copied().collect();
    for reasons in [&before, &after] {
        cuts.extend(reasons.sets.iter().map(|(packets, _)| *packets));
    }
    let changed = |packet| {
        if asked.is_some_and(|asked| !asked.contains(packet)) {
            return None;
        }
        let (old, new) = (before.at(packet), after.at(packet));
        let differ = match (before.get(old), after.get(new)) {
            (Some(old), Some(new)) => !old.agrees(new),
            // What one side does not know at all is a change where it passes on the other.
            (old, new) => shift(old, new) != Shift::Reason,
        };
        differ.then_some((old, new))
    };
    let tiles = partition(&cuts, changed).into_iter();
    tiles
        .map(|(packets, (old, new))| (packets, before.get(old).cloned(), after.get(new).cloned()))
        .collect()
}

/// A packet space with each of its reasons once.
struct Reasons {
    known: Vec<Judged>,
    sets: Vec<(PacketSet, usize)>,
}

impl Reasons {
    fn of(space: Option<&PacketSpace>) -> Self {
        let mut reasons = Self { known: Vec::new(), sets: Vec::new() };
        for region in space.iter().flat_map(|space| &space.regions) {
            let judged = Judged { verdict: region.verdict, decider: region.decider.clone() };
            let place = reasons.known.iter().position(|known| *known == judged);
            let place = place.unwrap_or(reasons.known.len());
            if place == reasons.known.len() {
                reasons.known.push(judged);
            }
            reasons.sets.push((region.packets, place));
        }
        reasons
    }

    fn at(&self, packet: super::Packet) -> Option<usize> {
        self.sets.iter().find(|(set, _)| set.contains(packet)).map(|(_, place)| *place)
    }

    fn get(&self, place: Option<usize>) -> Option<&Judged> {
        self.known.get(place?)
    }
}

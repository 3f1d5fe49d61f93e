//! What an edit changes about each pair, region by region: opened, closed, or decided differently.

use std::net::IpAddr;

use super::interval::{AddressInterval, side_by_side};
use super::{Change, TwoCells, asked, compare, pairs};
use crate::connectivity::end::End;
use crate::connectivity::flow::Flow;
use crate::connectivity::matrix::Matrix;
use crate::connectivity::outside;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::partition::partition;
use crate::connectivity::space::PacketSpace;
use crate::connectivity::verdict::{Decider, Verdict};

/// A pair with packets that get a different verdict or a different reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairChange {
    /// The row.
    pub from: End,
    /// The column.
    pub to: End,
    /// How its verdicts changed; `None` if only the reasons did.
    pub change: Option<Change>,
    /// The changes, in the order of packet spaces. They cover every changed packet, and at each
    /// address no packet twice.
    pub regions: Vec<RegionChange>,
}

/// Packets of a pair that changed in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionChange {
    /// The packets.
    pub packets: PacketSet,
    /// The addresses of the outside end, ascending; empty between two interfaces.
    pub addresses: Vec<(IpAddr, IpAddr)>,
    /// How they changed.
    pub shift: Shift,
    /// The previous judgement; `None` if the pair or these packets did not exist.
    pub before: Option<Judged>,
    /// The current judgement; `None` if the pair or these packets no longer exist.
    pub after: Option<Judged>,
    /// One of these packets.
    pub counterexample: Flow,
}

/// How packets changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shift {
    /// They now pass.
    Opened,
    /// They no longer pass.
    Closed,
    /// The verdict is the same but its reason changed.
    Reason,
}

/// A verdict and its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// The decider it rests on.
    pub decider: Decider,
}

impl Judged {
    /// Whether the reason is the same. Rules are compared by content: a rule that was recreated is
    /// the same reason, a rule that was modified is not.
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

/// Everything that changes between two matrices, in the order of the later one, followed by pairs
/// that no longer exist: the result of [`diff`](super::diff) by region, plus packets whose reason
/// changed. Empty if no verdict and no reason changes.
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
    for interval in side_by_side(pair.before, pair.after) {
        for (packets, before, after) in within(&interval, asked) {
            let same = |change: &&mut RegionChange| {
                change.packets == packets && change.before == before && change.after == after
            };
            if let Some(change) = changes.iter_mut().find(same) {
                change.addresses.extend(&interval.addresses);
                continue;
            }
            let flow = pair.flow(interval.address(), packets.sample());
            changes.extend(flow.map(|counterexample| RegionChange {
                packets,
                addresses: interval.addresses.clone(),
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

/// Whether packets pass, or could pass for what is not known. Those outside the model do not count.
const fn may_pass(judged: &Judged) -> bool {
    !matches!(judged.verdict, Verdict::Blocked) && !judged.decider.is_outside_the_model()
}

type Changed = (PacketSet, Option<Judged>, Option<Judged>);

/// The changes within one address interval, in as few packet sets as possible.
fn within(interval: &AddressInterval<'_>, asked: Option<&PacketSet>) -> Vec<Changed> {
    let (before, after) = (Reasons::of(interval.before), Reasons::of(interval.after));
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
            // A pair that comes or goes is a change for packets that pass or may pass.
            (old, new) => [old, new].into_iter().flatten().any(may_pass),
        };
        differ.then_some((old, new))
    };
    let parts = partition(&cuts, changed).into_iter();
    parts
        .map(|(packets, (old, new))| (packets, before.get(old).cloned(), after.get(new).cloned()))
        .collect()
}

/// A packet space with its distinct reasons.
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

//! Which packets fare differently in two scenarios, grouped by who sends and who receives them.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::connectivity::{
    CheckedDirections, End, Flow, PacketChoice, PacketSet, Reach, Verdict, VerdictChange, ends,
    evaluate, touches_internet,
};
use crate::map::map_of;
use crate::model::{OutsideAddress, Scenario};

use super::grouping::{Relation, rectangles};

/// What changes between two scenarios.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The ends of both scenarios: those of the later one in its order, then those that it no
    /// longer has.
    pub ends: Vec<End>,
    /// What changes. No packet of a pair is in two lines for the same address. What opens to the
    /// Internet comes first, then the lines with the most pairs.
    pub lines: Vec<EffectLine>,
}

/// The same change for every pair of some senders and some receivers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EffectLine {
    /// The senders, as positions among the ends, ascending.
    pub from: Vec<usize>,
    /// The receivers, as positions among the ends, ascending.
    pub to: Vec<usize>,
    /// How the packets fare.
    pub shift: VerdictShift,
    /// The packets, as the fewest sets.
    pub packets: Vec<PacketSet>,
    /// The addresses of the outside end, ascending; empty between interfaces, and if they are all
    /// addresses for which the block stands.
    pub addresses: Vec<(IpAddr, IpAddr)>,
    /// The number of pairs of different ends.
    pub pairs: usize,
    /// Whether packets from the Internet pass, or may pass, that did not before.
    pub opens_to_internet: bool,
    /// One of the packets, between two of the ends.
    pub sample: Sample,
}

/// How packets fare before and after. The two verdicts differ. Packets that a scenario does not
/// have count as blocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VerdictShift {
    /// The previous verdict.
    pub before: Verdict,
    /// The current verdict.
    pub after: Verdict,
}

/// A packet with its verdicts, each as [`evaluate`] gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The packet.
    pub flow: Flow,
    /// Its verdict in the earlier scenario; unknown as well if that does not have the ends.
    pub before: Verdict,
    /// Its verdict in the later scenario; unknown as well if that does not have the ends.
    pub after: Verdict,
}

/// What changes between two scenarios, for all packets and both checks.
pub fn effect(before: &Scenario, after: &Scenario) -> Effect {
    let (before, after) = (Reach::new(before), Reach::new(after));
    effect_between(&before, &after, PacketChoice::All, CheckedDirections::Both)
}

/// What changes between two prepared scenarios, for the packets asked about and the given checks.
///
/// Its time grows with the number of pairs of ends that answer differently in one of the two, not
/// with the number of all pairs.
pub fn effect_between(
    before: &Reach,
    after: &Reach,
    choice: PacketChoice,
    view: CheckedDirections,
) -> Effect {
    let (old, mut all) = (ends(before.scenario()), ends(after.scenario()));
    let places: BTreeMap<&End, usize> = map_of(all.iter().enumerate().map(|(at, end)| (end, at)));
    let gone: Vec<End> = old.iter().filter(|end| !places.contains_key(end)).cloned().collect();
    all.extend(gone);
    let classes = classes(&all, [(before, &old), (after, &ends(after.scenario()))], choice, view);
    let mut changes = before.verdict_changes(after, choice, view);
    let mut found: BTreeMap<Key, Relation<VerdictChange>> = BTreeMap::new();
    for (sender, senders) in classes.iter().enumerate() {
        for (receiver, receivers) in classes.iter().enumerate() {
            let Some((from, to)) = different(senders, receivers) else { continue };
            let Some((from, to)) = all.get(from).zip(all.get(to)) else { continue };
            for change in changes.between(from, to) {
                let key = Key {
                    shift: VerdictShift { before: change.before, after: change.after },
                    packets: change.packets.clone(),
                    addresses: change.addresses.clone(),
                };
                found.entry(key).or_default().add(sender, receiver, change);
            }
        }
    }
    let single = |class: usize| classes.get(class).is_some_and(|members| members.len() == 1);
    let mut lines = Vec::new();
    for (key, relation) in found {
        for (from, to) in rectangles(&relation, single) {
            let members = |chosen: &[usize]| {
                let chosen = chosen.iter().filter_map(|class| classes.get(*class));
                let mut members: Vec<usize> = chosen.flatten().copied().collect();
                members.sort_unstable();
                members
            };
            let Some(change) = relation.of(&from, &to) else { continue };
            let (from, to) = (members(&from), members(&to));
            // A line may hold for interfaces and the Internet alike, whatever its sample is.
            let mut senders = from.iter().filter_map(|place| all.get(*place));
            let internet = senders.any(|end| is_on_internet(after.scenario(), end, &key));
            lines.push(line(&key, change, (from, to), internet, [before, after]));
        }
    }
    lines.sort_by_key(|line| (!line.opens_to_internet, Reverse(line.pairs)));
    Effect { ends: all, lines }
}

/// What a line is about.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    shift: VerdictShift,
    packets: Vec<PacketSet>,
    addresses: Vec<(IpAddr, IpAddr)>,
}

/// Whether an end stands for addresses of the Internet in a line.
fn is_on_internet(scenario: &Scenario, end: &End, key: &Key) -> bool {
    let End::Outside(name) = end else { return false };
    if !key.addresses.is_empty() {
        return key.addresses.iter().any(|range| touches_internet(*range));
    }
    let block = scenario.outside().iter().find(|outside| outside.name == *name);
    block.is_some_and(|OutsideAddress { block, .. }| {
        touches_internet((block.network(), block.broadcast()))
    })
}

fn line(
    key: &Key,
    change: &VerdictChange,
    (from, to): (Vec<usize>, Vec<usize>),
    internet: bool,
    scenarios: [&Reach; 2],
) -> EffectLine {
    let shift = key.shift;
    let flow = change.sample.clone();
    let [before, after] = scenarios.map(|reach| evaluate(reach.scenario(), &flow).verdict);
    let opens = shift.before == Verdict::Blocked && shift.after != Verdict::Blocked;
    let itself = from.iter().filter(|end| to.binary_search(end).is_ok()).count();
    EffectLine {
        pairs: from.len().saturating_mul(to.len()).saturating_sub(itself),
        from,
        to,
        shift,
        packets: key.packets.clone(),
        addresses: key.addresses.clone(),
        opens_to_internet: opens && internet,
        sample: Sample { flow, before, after },
    }
}

/// The ends in classes of those that answer alike in both scenarios, as positions among `all`.
fn classes(
    all: &[End],
    sides: [(&Reach, &[End]); 2],
    choice: PacketChoice,
    view: CheckedDirections,
) -> Vec<Vec<usize>> {
    let [before, after] = sides.map(|(reach, ends)| {
        let equivalent = reach.equivalent_ends(choice, view);
        let class = |(place, end)| Some((end, equivalent.class_of(place)?));
        map_of::<&End, usize>(ends.iter().enumerate().filter_map(class))
    });
    let mut classes: BTreeMap<[Option<usize>; 2], Vec<usize>> = BTreeMap::new();
    for (place, end) in all.iter().enumerate() {
        let key = [before.get(end).copied(), after.get(end).copied()];
        classes.entry(key).or_default().push(place);
    }
    classes.into_values().collect()
}

/// Two different ends, one of each class.
fn different(from: &[usize], to: &[usize]) -> Option<(usize, usize)> {
    let sender = *from.first()?;
    let receiver = to.iter().copied().find(|receiver| *receiver != sender)?;
    Some((sender, receiver))
}

impl VerdictShift {
    /// Whether packets pass that did not, or may pass that certainly did not.
    pub const fn opens(self) -> bool {
        !matches!(self.after, Verdict::Blocked) && matches!(self.before, Verdict::Blocked)
            || matches!((self.before, self.after), (Verdict::Unknown, Verdict::Pass))
    }

    /// Whether packets no longer pass, or may no longer pass.
    pub const fn closes(self) -> bool {
        !self.opens()
    }

    /// Whether both verdicts are known.
    pub const fn is_certain(self) -> bool {
        !matches!(self.before, Verdict::Unknown) && !matches!(self.after, Verdict::Unknown)
    }
}

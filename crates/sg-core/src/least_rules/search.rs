//! The search: some set first, then every smaller one.

use std::collections::{BTreeMap, BTreeSet};

use crate::connectivity::{Edit, Endpoint};
use crate::goal::Traffic;
use crate::model::{Scenario, SecurityGroupId};

use super::candidates::{Candidates, candidates};
use super::demand::{Demand, unmet};
use super::vocabulary::Vocabulary;

/// The most scenarios that a search tries, unless its caller says otherwise.
pub(super) const MOST_TRIED: usize = 20_000;

/// The most edits in a set.
const MOST_EDITS: usize = 200;

/// Sets of more edits are not searched exhaustively where none was found quickly.
const DEEPEST: usize = 4;

/// A search for the fewest edits.
pub(super) struct Search<'a> {
    start: &'a Scenario,
    goals: &'a [Traffic],
    most_tried: usize,
    vocabulary: Vocabulary,
    /// Packets that some scenario got wrong; most others get one of them wrong, too.
    demands: Vec<Demand>,
    seen: BTreeSet<Vec<String>>,
    /// The sets that were found, by their names without priorities; of those that differ only in
    /// these, the first, which has the weakest.
    found: BTreeMap<Vec<String>, Vec<Edit>>,
    /// The number of scenarios tried.
    pub(super) tried: usize,
    /// Whether some wrong packet has no candidate, and not because of a quota. What edits can do for
    /// a packet depends on the groups of its ends, not on other edits, so no set meets the goals.
    pub(super) hopeless: bool,
}

impl<'a> Search<'a> {
    pub(super) fn new(start: &'a Scenario, goals: &'a [Traffic], most_tried: usize) -> Self {
        let vocabulary = Vocabulary::new(start, goals);
        let (demands, seen, found) = (Vec::new(), BTreeSet::new(), BTreeMap::new());
        Self {
            start,
            goals,
            most_tried,
            vocabulary,
            demands,
            seen,
            found,
            tried: 0,
            hopeless: false,
        }
    }

    /// Sets of as few edits as possible, and whether every smaller one was ruled out; `None` if no
    /// set was found.
    pub(super) fn run(&mut self) -> Option<(Vec<Vec<Edit>>, bool)> {
        let quick = self.quick();
        let most = quick.as_ref().map_or(DEEPEST, Vec::len);
        let start = self.start;
        for edits in self.needed(start)..=most {
            self.seen.clear();
            self.found.clear();
            self.deepen(start, &mut Vec::new(), edits);
            if !self.found.is_empty() {
                // A smaller set would have been found before.
                let found = std::mem::take(&mut self.found);
                return Some((found.into_values().collect(), true));
            }
            if self.is_exhausted() {
                // Every set smaller than those of this size was ruled out.
                return quick.map(|set| {
                    let least = set.len() <= edits;
                    (vec![set], least)
                });
            }
        }
        quick.map(|set| (vec![set], true))
    }

    const fn is_exhausted(&self) -> bool {
        self.tried >= self.most_tried
    }

    /// A packet that a scenario gets wrong; `None` if it meets every goal.
    fn wrong(&mut self, scenario: &Scenario) -> Option<Demand> {
        if let Some(known) = self.demands.iter().position(|demand| !demand.is_met(scenario)) {
            // What was wrong here is probably wrong in the next scenario, too.
            let demand = self.demands.remove(known);
            self.demands.insert(0, demand.clone());
            return Some(demand);
        }
        let found = unmet(scenario, self.goals);
        let first = found.first().cloned();
        self.demands.extend(found);
        first
    }

    /// Tries every set of a number of edits that begins with these.
    fn deepen(&mut self, scenario: &Scenario, edits: &mut Vec<Edit>, left: usize) {
        let Some(demand) = self.wrong(scenario) else {
            let names = names(edits.iter().map(Edit::without_priority));
            self.found.entry(names).or_insert_with(|| edits.clone());
            return;
        };
        if left == 0 || self.is_exhausted() || self.needed(scenario) > left {
            return;
        }
        for (edit, after) in self.tries(scenario, &demand) {
            edits.push(edit);
            if self.seen.insert(names(edits.iter())) {
                self.deepen(&after, edits, left.saturating_sub(1));
            }
            edits.pop();
        }
    }

    fn tries(&mut self, scenario: &Scenario, demand: &Demand) -> Vec<(Edit, Scenario)> {
        let Candidates { edits, full } = candidates(scenario, &self.vocabulary, demand);
        self.tried = self.tried.saturating_add(edits.len().max(1));
        self.hopeless |= edits.is_empty() && !full;
        edits
    }

    /// How many edits are needed at least: one for every wrong packet, of those between ends that
    /// have no group in common, so that no edit helps two.
    fn needed(&self, scenario: &Scenario) -> usize {
        let mut taken: BTreeSet<&SecurityGroupId> = BTreeSet::new();
        let mut needed = 0_usize;
        for demand in self.demands.iter().filter(|demand| !demand.is_met(scenario)) {
            let ends = [&demand.flow.source, &demand.flow.destination];
            let interfaces = ends.into_iter().filter_map(Endpoint::interface);
            let interfaces = interfaces.filter_map(|id| scenario.interface(id));
            let groups: Vec<_> = interfaces.flat_map(|own| &own.groups).collect();
            if groups.iter().all(|group| !taken.contains(*group)) {
                taken.extend(groups);
                needed = needed.saturating_add(1);
            }
        }
        needed
    }

    /// Some set, by always taking the edit after which the fewest known packets are wrong, without
    /// those that turn out to be needless.
    fn quick(&mut self) -> Option<Vec<Edit>> {
        let mut scenario = self.start.clone();
        let mut edits: Vec<Edit> = Vec::new();
        while let Some(demand) = self.wrong(&scenario) {
            if edits.len() == MOST_EDITS {
                return None;
            }
            let new = self.tries(&scenario, &demand);
            let new = new.into_iter().filter(|(edit, _)| !edits.contains(edit));
            let best = new.min_by_key(|(_, after)| {
                self.demands.iter().filter(|demand| !demand.is_met(after)).count()
            });
            let (edit, after) = best?;
            edits.push(edit);
            scenario = after;
        }
        for at in (0..edits.len()).rev() {
            let mut fewer = edits.clone();
            fewer.remove(at);
            if self.meets(&fewer) {
                edits = fewer;
            }
        }
        Some(edits)
    }

    fn meets(&mut self, edits: &[Edit]) -> bool {
        let after = Edit::apply_all(edits, self.start);
        self.tried = self.tried.saturating_add(1);
        after.is_ok_and(|after| self.wrong(&after).is_none())
    }
}

/// What a set of edits is, in whichever order they are made.
fn names(edits: impl Iterator<Item = impl ToString>) -> Vec<String> {
    let mut names: Vec<String> = edits.map(|edit| edit.to_string()).collect();
    names.sort_unstable();
    names
}

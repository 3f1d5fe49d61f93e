//! The search for every smallest set of edits.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::Scenario;

use super::candidates::Candidates;
use super::edit::Edit;
use super::goal::Goal;
use super::side::Facts;
use super::slice::Slice;
use crate::connectivity::choice::CheckedDirections;
use crate::connectivity::flow::{Endpoint, Packet};
use crate::connectivity::outside;
use crate::connectivity::pair::Pair;

/// The most scenarios that a search evaluates.
pub(super) const MOST_TRIED: usize = 20_000;

/// Sets of edits that differ only in priorities.
pub(super) type Alternatives = Vec<Vec<Edit>>;

/// A search for the edits that achieve a goal.
pub(super) struct Search<'a> {
    whole: &'a Scenario,
    goal: &'a Goal,
    facts: Arc<Facts>,
    slice: Slice,
    /// Packets of the goal that some edited scenario got wrong, the last one first: most other
    /// edits fail for one of them, too.
    witnesses: Vec<(Endpoint, Endpoint, Packet)>,
    seen: BTreeSet<Vec<String>>,
    found: Vec<Alternatives>,
    /// The number of scenarios evaluated.
    pub(super) tried: usize,
}

/// The most packets that are kept because they were wrong once.
const MOST_WITNESSES: usize = 12;

impl<'a> Search<'a> {
    pub(super) fn new(whole: &'a Scenario, goal: &'a Goal, mut facts: Facts) -> Self {
        let slice = Slice::new(whole, &mut facts);
        let (witnesses, seen, found) = (Vec::new(), BTreeSet::new(), Vec::new());
        let facts = Arc::new(facts);
        Self { whole, goal, facts, slice, witnesses, seen, found, tried: 0 }
    }

    /// Every single edit that works, each at its weakest priority.
    pub(super) fn singles(&mut self) -> Vec<Alternatives> {
        let slice = self.slice.scenario.clone();
        let (goal, facts) = (self.goal, Arc::clone(&self.facts));
        let candidates = Candidates::new(&slice, goal, &facts);
        for strongest in candidates.strongest() {
            if !self.applied_works(&slice, &strongest) {
                continue;
            }
            for form in candidates.forms(&strongest) {
                if let Some(edit) = form.into_iter().find(|edit| self.applied_works(&slice, edit)) {
                    self.keep(vec![vec![edit]]);
                }
            }
        }
        self.with_alike()
    }

    /// Every two edits that work together and neither of which does alone.
    pub(super) fn pairs(&mut self) -> Vec<Alternatives> {
        let slice = self.slice.scenario.clone();
        let (goal, facts) = (self.goal, Arc::clone(&self.facts));
        let candidates = Candidates::new(&slice, goal, &facts);
        let firsts = candidates.strongest();
        let joins = |edit: &Edit| matches!(edit, Edit::Join { .. });
        // Two joins come last, because there may be many groups.
        for (first_joins, second_joins) in [(false, false), (true, false), (true, true)] {
            for (index, first) in firsts.iter().enumerate() {
                if joins(first) != first_joins {
                    continue;
                }
                let Ok(between) = first.apply(&slice) else { continue };
                let earlier = firsts.get(..=index).unwrap_or_default();
                for second in Candidates::new(&between, goal, &facts).strongest() {
                    let again = earlier.contains(&second) && second.apply(&slice).is_ok();
                    if joins(&second) == second_joins
                        && !again
                        && self.applied_works(&between, &second)
                    {
                        self.expand(&candidates, (first, &second), &facts);
                    }
                }
            }
        }
        self.with_alike()
    }

    /// Keeps every form of two edits that work in their most effective form.
    fn expand(
        &mut self,
        candidates: &Candidates<'_>,
        (first, second): (&Edit, &Edit),
        facts: &Facts,
    ) {
        let slice = self.slice.scenario.clone();
        for form in candidates.forms(first) {
            let mut shapes: Vec<(Edit, Alternatives)> = Vec::new();
            for first in form {
                let Ok(between) = first.apply(&slice) else { continue };
                for form in Candidates::new(&between, self.goal, facts).forms(second) {
                    let works = form.into_iter().find(|edit| self.applied_works(&between, edit));
                    let Some(second) = works else { continue };
                    let shape = second.without_priority();
                    match shapes.iter_mut().find(|(known, _)| *known == shape) {
                        // Moving the first edit further only pays if the second then moves less.
                        Some((_, sets)) => {
                            if sets.iter().all(|set| set.last() != Some(&second)) {
                                sets.push(vec![first.clone(), second]);
                            }
                        }
                        None => shapes.push((shape, vec![vec![first.clone(), second]])),
                    }
                }
            }
            shapes.into_iter().for_each(|(_, sets)| self.keep(sets));
        }
    }

    /// Keeps sets that also work in the whole scenario, where no edit may be left out.
    fn keep(&mut self, sets: Alternatives) {
        let name = |edit: &Edit| edit.without_priority().to_string();
        let mut names: Vec<String> = sets.first().into_iter().flatten().map(name).collect();
        names.sort_unstable();
        if self.seen.contains(&names) {
            return;
        }
        let sets: Alternatives = sets.into_iter().filter(|set| self.is_fix(set)).collect();
        if !sets.is_empty() {
            self.seen.insert(names);
            self.found.push(sets);
        }
    }

    fn is_fix(&mut self, set: &[Edit]) -> bool {
        let alone = |edit: &Edit| edit.apply(self.whole).is_ok_and(|after| self.holds(&after));
        if set.len() > 1 && set.iter().any(alone) {
            return false;
        }
        let after = Edit::apply_all(set, self.whole);
        self.tried += 1;
        after.is_ok_and(|after| self.holds(&after))
    }

    /// What was found, also with every group that is like one in it.
    fn with_alike(&mut self) -> Vec<Alternatives> {
        let alike = std::mem::take(&mut self.slice.alike);
        for ids in &alike {
            let Some((shown, others)) = ids.split_first() else { continue };
            let joins = |edit: &Edit| matches!(edit, Edit::Join { group, .. } if group == shown);
            let sets: Vec<Alternatives> = self.found.clone();
            for sets in sets.iter().filter(|sets| sets.iter().flatten().any(joins)) {
                for other in others {
                    if self.tried >= MOST_TRIED {
                        break;
                    }
                    let with = |edit: &Edit| edit.with_group(shown, other);
                    let renamed = sets.iter().map(|set| set.iter().map(with).collect());
                    self.keep(renamed.collect());
                }
            }
        }
        self.slice.alike = alike;
        std::mem::take(&mut self.found)
    }

    fn applied_works(&mut self, scenario: &Scenario, edit: &Edit) -> bool {
        // The rest of a search that takes too long finds nothing; `tried` tells.
        if self.tried >= MOST_TRIED {
            return false;
        }
        let Ok(after) = edit.apply(scenario) else { return false };
        self.tried += 1;
        for (index, (source, destination, packet)) in self.witnesses.iter().enumerate() {
            let pair = Pair::new(&after, source, destination);
            let choice = pair.choose(*packet);
            let right = pair.verdict(choice) == self.goal.wished();
            if !right && !self.goal.intent.cannot_change(&pair.decider(choice)) {
                self.witnesses.get_mut(..=index).into_iter().for_each(|used| used.rotate_right(1));
                return false;
            }
        }
        self.holds_or_note(&after)
    }

    fn holds(&self, scenario: &Scenario) -> bool {
        self.goal.holds(&self.facts.path.spaces(scenario, CheckedDirections::Both))
    }

    /// Whether the goal holds; if not, the first packet that is wrong becomes a witness.
    fn holds_or_note(&mut self, scenario: &Scenario) -> bool {
        let spaces = self.facts.path.spaces(scenario, CheckedDirections::Both);
        for located in &spaces {
            let mut regions = self.goal.regions(std::slice::from_ref(located));
            let wrong = regions.find(|region| region.verdict != self.goal.wished());
            let Some(packets) = wrong.and_then(|region| self.goal.within(region)) else { continue };
            let (source, destination) = self.facts.path.at(outside::representative(&located.0));
            self.witnesses.insert(0, (source, destination, packets.sample()));
            self.witnesses.truncate(MOST_WITNESSES);
            return false;
        }
        true
    }
}

//! A learner's progress: which goals are met, and the effort so far.

use crate::connectivity::{
    CheckedDirections, End, PacketChoice, PacketSet, Shift, diff_regions, matrix,
};
use crate::goal::packets::without;
use crate::goal::{Directory, Expect, Traffic, end};
use crate::history::History;
use crate::model::Scenario;

use super::claim::{Attempt, Claim};
use super::miss::Miss;
use super::{Lesson, Par};

/// A learner's progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Per goal, in order: `None` if it is met, otherwise why not.
    pub goals: Vec<Option<Miss>>,
    /// The number of edits that changed the scenario: calls and topology edits.
    pub calls: usize,
    /// Access beyond what the goals require.
    pub openings: Vec<Needless>,
}

/// A pair of ends with more access than in the initial scenario and than any goal requires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needless {
    /// The sender.
    pub from: End,
    /// The receiver.
    pub to: End,
    /// The packets that pass unnecessarily.
    pub packets: Vec<PacketSet>,
}

impl Lesson {
    /// The progress of a log.
    pub fn progress(&self, history: &History) -> Progress {
        Progress::of(self, history)
    }

    /// The number of pairs that get more access in a scenario than the goals require.
    pub(crate) fn openings(&self, now: &Scenario) -> usize {
        needless(self, now).len()
    }
}

impl Progress {
    /// The progress of a log. Steps before the lesson was opened do not count.
    pub fn of(lesson: &Lesson, history: &History) -> Self {
        let attempt = Attempt::of(history);
        Self {
            goals: lesson.goals.iter().map(|goal| goal.claim.miss(&attempt)).collect(),
            calls: attempt.changes().count(),
            openings: needless(lesson, attempt.scenario()),
        }
    }

    /// The number of goals that are met.
    pub fn met(&self) -> usize {
        self.goals.iter().filter(|miss| miss.is_none()).count()
    }

    /// Whether every goal is met.
    pub fn is_done(&self) -> bool {
        self.goals.iter().all(Option::is_none)
    }

    /// Whether the effort does not exceed that of a good solution.
    pub fn within(&self, par: Par) -> bool {
        self.calls <= par.calls && self.openings.len() <= par.openings
    }
}

fn needless(lesson: &Lesson, now: &Scenario) -> Vec<Needless> {
    if *now == *lesson.scenario {
        return Vec::new();
    }
    let whole = |scenario| matrix(scenario, PacketChoice::All, CheckedDirections::Both);
    let wanted = wanted(lesson, now);
    let mut found = Vec::new();
    for change in diff_regions(&whole(&lesson.scenario), &whole(now)) {
        let pair = (&change.from, &change.to);
        let goals: Vec<_> = wanted.iter().filter(|(ends, _)| (&ends.0, &ends.1) == pair).collect();
        if goals.iter().any(|(_, sets)| sets.is_none()) {
            continue;
        }
        let sets: Vec<PacketSet> =
            goals.iter().filter_map(|(_, sets)| *sets).flatten().copied().collect();
        let opened = change.regions.iter().filter(|region| region.shift == Shift::Opened);
        let packets: Vec<_> = opened.flat_map(|region| without(region.packets, &sets)).collect();
        if !packets.is_empty() {
            found.push(Needless { from: change.from, to: change.to, packets });
        }
    }
    found
}

/// A cell and the packets that a goal requires to pass there; `None` means all packets.
type Wanted<'a> = ((End, End), Option<&'a Vec<PacketSet>>);

/// The packets that goals require to pass, by cell.
fn wanted<'a>(lesson: &'a Lesson, now: &Scenario) -> Vec<Wanted<'a>> {
    let directory = Directory::new(now);
    let mut ways: Vec<&Traffic> = Vec::new();
    for goal in &lesson.goals {
        if let Claim::Traffic { ways: own, .. } = &goal.claim {
            ways.extend(own.iter().filter(|way| way.expect != Expect::Blocked));
        }
    }
    let located = |way: &'a Traffic| {
        let cell = (end(&directory.find(&way.from).ok()?)?, end(&directory.find(&way.to).ok()?)?);
        Some((cell, way.packets.as_ref()))
    };
    ways.into_iter().filter_map(located).collect()
}

//! How far a learner is: each goal met or not, and what it took.

use crate::connectivity::{
    DirectionView, End, PacketChoice, PacketSet, Shift, diff_regions, matrix,
};
use crate::goal::packets::without;
use crate::goal::{Directory, Expect, Traffic, end};
use crate::history::History;
use crate::model::Scenario;

use super::claim::{Attempt, Claim};
use super::miss::Miss;
use super::{Lesson, Par};

/// How far a learner is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Each goal in its order: none when it is met, else why not.
    pub goals: Vec<Option<Miss>>,
    /// How many edits have changed the scene: calls, and edits of the world around them.
    pub calls: usize,
    /// What was opened beyond what the goals ask for.
    pub openings: Vec<Needless>,
}

/// A pair of ends between which more passes than in the opening scene, and more than any goal asks
/// for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needless {
    /// The sender.
    pub from: End,
    /// The receiver.
    pub to: End,
    /// What passes needlessly.
    pub packets: Vec<PacketSet>,
}

impl Progress {
    /// How far a log has come. What came before the lesson was opened does not count.
    pub fn of(lesson: &Lesson, history: &History) -> Self {
        let attempt = Attempt::of(history);
        Self {
            goals: lesson.goals.iter().map(|goal| goal.claim.miss(&attempt)).collect(),
            calls: attempt.changes().count(),
            openings: needless(lesson, attempt.scenario()),
        }
    }

    /// How many goals are met.
    pub fn met(&self) -> usize {
        self.goals.iter().filter(|miss| miss.is_none()).count()
    }

    /// Whether every goal is met.
    pub fn is_done(&self) -> bool {
        self.goals.iter().all(Option::is_none)
    }

    /// Whether it took no more than a good solution takes.
    pub fn within(&self, par: Par) -> bool {
        self.calls <= par.calls && self.openings.len() <= par.openings
    }
}

fn needless(lesson: &Lesson, now: &Scenario) -> Vec<Needless> {
    if *now == *lesson.scene {
        return Vec::new();
    }
    let whole = |scenario| matrix(scenario, PacketChoice::All, DirectionView::Both);
    let wanted = wanted(lesson, now);
    let mut found = Vec::new();
    for change in diff_regions(&whole(&lesson.scene), &whole(now)) {
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

/// A cell, and the packets that a goal wants to pass there; none for all of them.
type Wanted<'a> = ((End, End), Option<&'a Vec<PacketSet>>);

/// The packets that some goal wants to pass, by their cell.
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

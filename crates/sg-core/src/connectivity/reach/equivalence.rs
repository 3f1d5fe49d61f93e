//! Interfaces whose whole rows and columns of the matrix are equal.
//!
//! Two interfaces are equivalent if exchanging them changes no answer: to and from every other end
//! the same packets pass, and between the two the same packets pass both ways. Only the verdicts
//! count, not the rules they rest on. This is an equivalence relation, so the interfaces fall into
//! classes, and one answer holds between any two different members of two classes.
//!
//! The classes are found in two steps. [`structure`] puts together what no compiled rule can tell
//! apart, without looking at any pair. Then one member of each such class is compared with the
//! others by its [`answers`].

mod answers;
mod structure;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::connectivity::choice::{CheckedDirections, PacketChoice};
use crate::connectivity::end::ends;

use super::Reach;
use super::equivalent_ends::EquivalentEnds;
use answers::{AnswerId, Answers};

/// How many ends every interface is compared with before any two interfaces are compared in full.
const PROBES: usize = 8;

impl Reach {
    /// The classes of ends that no cell of the matrix tells apart, as decided by the checks of the
    /// given directions. They do not depend on the packets asked about, except that these may
    /// decide the address family in which two interfaces meet.
    pub fn equivalent_ends(
        &self,
        choice: PacketChoice,
        view: CheckedDirections,
    ) -> Arc<EquivalentEnds> {
        if let Some(known) = self.known_equivalent_ends(choice, view) {
            return known;
        }
        let mut search = self.equivalence(choice, view);
        loop {
            if let Some(found) = search.step() {
                return found;
            }
        }
    }

    /// The same if it has been found before. Kept are those of both checks for packets of either
    /// family, which most questions are about.
    pub fn known_equivalent_ends(
        &self,
        choice: PacketChoice,
        view: CheckedDirections,
    ) -> Option<Arc<EquivalentEnds>> {
        self.equivalent.get().filter(|_| are_kept(choice, view)).map(Arc::clone)
    }

    /// The same in steps, for a caller that must not stop for long.
    pub fn equivalence(&self, choice: PacketChoice, view: CheckedDirections) -> Equivalence<'_> {
        Equivalence {
            reach: self,
            asked: (choice, view),
            stage: Stage::Structure(structure::Search::new(self)),
        }
    }
}

fn are_kept(choice: PacketChoice, view: CheckedDirections) -> bool {
    choice.family().is_none() && view == CheckedDirections::Both
}

/// The search for the classes, one group or one candidate a step.
pub struct Equivalence<'a> {
    reach: &'a Reach,
    asked: (PacketChoice, CheckedDirections),
    stage: Stage<'a>,
}

enum Stage<'a> {
    /// What no compiled rule can tell apart is put together.
    Structure(structure::Search<'a>),
    /// The answers are compared.
    Answers(Box<Comparison<'a>>),
}

impl Equivalence<'_> {
    /// Looks at the next group or candidate. The classes, once there is no further one.
    pub fn step(&mut self) -> Option<Arc<EquivalentEnds>> {
        match &mut self.stage {
            Stage::Answers(comparison) => {
                let found = Arc::new(comparison.step()?);
                let (choice, view) = self.asked;
                if are_kept(choice, view) {
                    return Some(Arc::clone(self.reach.equivalent.get_or_init(|| found)));
                }
                Some(found)
            }
            Stage::Structure(search) => {
                if !search.step() {
                    let comparison = Comparison::new(self.reach, search, self.asked);
                    self.stage = Stage::Answers(Box::new(comparison));
                }
                None
            }
        }
    }
}

/// The comparison of candidates, one a step.
struct Comparison<'a> {
    groups: structure::Ends,
    /// The number of ends.
    count: usize,
    answers: Answers<'a>,
    /// The columns that every candidate is compared with first.
    probes: Vec<usize>,
    /// The column of the next candidate.
    next: usize,
    /// The classes found, each as its first candidate and all its columns.
    found: Vec<(Candidate, Vec<usize>)>,
    /// The classes, by their positions, that a probe began.
    probed: Vec<usize>,
    /// The other classes by the answers of their first candidates to and from the probes.
    others: BTreeMap<Vec<AnswerId>, Vec<usize>>,
}

impl<'a> Comparison<'a> {
    fn new(
        reach: &'a Reach,
        search: &structure::Search<'_>,
        asked: (PacketChoice, CheckedDirections),
    ) -> Self {
        let ends = ends(reach.scenario());
        let groups = search.ends(&ends);
        let columns = groups.columns();
        let stride = (groups.interfaces.len() / PROBES).max(1);
        Self {
            probes: (0..groups.interfaces.len()).step_by(stride).collect(),
            count: ends.len(),
            answers: Answers::new(reach, ends, columns, asked),
            groups,
            next: 0,
            found: Vec::new(),
            probed: Vec::new(),
            others: BTreeMap::new(),
        }
    }

    /// Puts the next candidate into a class. The classes, once there is no further one.
    fn step(&mut self) -> Option<EquivalentEnds> {
        let Some(members) = self.groups.interfaces.get(self.next) else {
            return Some(self.classes());
        };
        let column = self.next;
        let within = members.get(1).map(|second| self.answers.within(column, *second));
        self.place(Candidate { column, within });
        self.next += 1;
        None
    }

    fn place(&mut self, candidate: Candidate) {
        let Self { answers, probes, found, probed, others, .. } = self;
        // A probe has no answer to itself, so it is compared with every class.
        let is_probe = probes.contains(&candidate.column);
        let near = match is_probe {
            true => Vec::new(),
            false => answers.both_ways(candidate.column, probes),
        };
        let same: Vec<usize> = match is_probe {
            true => (0..found.len()).collect(),
            false => {
                probed.iter().chain(others.get(&near).into_iter().flatten()).copied().collect()
            }
        };
        let leader = same.into_iter().find(|index| {
            found.get(*index).is_some_and(|(leader, _)| are_equivalent(&candidate, leader, answers))
        });
        match leader.and_then(|leader| found.get_mut(leader)) {
            Some((_, columns)) => columns.push(candidate.column),
            None => {
                let list = if is_probe { probed } else { others.entry(near).or_default() };
                list.push(found.len());
                found.push((candidate, vec![candidate.column]));
            }
        }
    }

    fn classes(&self) -> EquivalentEnds {
        let mut classes: Vec<Vec<usize>> = Vec::new();
        for (_, merged) in &self.found {
            let members = merged.iter().filter_map(|column| self.groups.interfaces.get(*column));
            classes.push(members.flatten().copied().collect());
        }
        classes.extend(self.groups.outside.iter().map(|end| vec![*end]));
        EquivalentEnds::new(classes, self.count)
    }
}

/// Interfaces that no rule tells apart, represented by one of them.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    /// Its position among the columns.
    column: usize,
    /// The answer between two of its members, if it has several.
    within: Option<AnswerId>,
}

fn are_equivalent(a: &Candidate, b: &Candidate, answers: &mut Answers<'_>) -> bool {
    let between = answers.answer(a.column, b.column);
    if between != answers.answer(b.column, a.column)
        || [a.within, b.within].into_iter().flatten().any(|within| within != between)
    {
        return false;
    }
    let others = (0..answers.columns()).filter(|other| ![a.column, b.column].contains(other));
    others.into_iter().all(|other| {
        answers.answer(a.column, other) == answers.answer(b.column, other)
            && answers.answer(other, a.column) == answers.answer(other, b.column)
    })
}

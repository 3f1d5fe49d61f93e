//! A learner's answers so far, what they say about his beliefs, and what to ask next.

use std::collections::BTreeMap;

use super::{Belief, Quiz};

/// The answers so far, by belief. A value: an answer gives a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Where the numbers of its quizzes begin.
    start: u64,
    answers: u64,
    right: u64,
    last: Option<Belief>,
    tallies: BTreeMap<Belief, Tally>,
}

/// What the answers say about one belief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// A wrong answer fits it, and too few right ones since speak against it.
    Held,
    /// No question has told yet.
    Open,
    /// The answers speak against it.
    Clear,
}

/// The answers to questions that a believer gets wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Right ones.
    pub right: u16,
    /// Wrong ones.
    pub wrong: u16,
    /// Right ones since the last wrong one that is laid to this belief.
    pub in_a_row: u16,
    /// Whether a wrong answer was ever laid to it.
    pub suspected: bool,
}

impl Tally {
    /// How many right answers in a row clear a belief that was never suspected.
    pub const CLEARS: u16 = 1;
    /// How many clear one that did: a correction that was just read is not yet known.
    pub const CURES: u16 = 3;

    /// How many right answers in a row it takes.
    pub const fn wanted(self) -> u16 {
        if self.suspected { Self::CURES } else { Self::CLEARS }
    }

    /// What the answers say.
    pub const fn standing(self) -> Standing {
        if self.in_a_row >= self.wanted() {
            Standing::Clear
        } else if self.suspected {
            Standing::Held
        } else {
            Standing::Open
        }
    }
}

/// How many quizzes about a belief are compared, to ask one that other suspects get right.
const COMPARED: u64 = 3;

impl Session {
    /// A session without answers. The same start asks the same questions of the same learner.
    pub const fn new(start: u64) -> Self {
        Self { start, answers: 0, right: 0, last: None, tallies: BTreeMap::new() }
    }

    /// The session after an answer: whether the learner thinks that the connection works.
    ///
    /// A right answer speaks against every belief that leads to the wrong one. A wrong answer
    /// fits all of them, but is laid only to the one that explains most wrong answers, if one of
    /// them is suspected already: else an innocent one could never clear itself.
    #[must_use]
    pub fn answered(&self, quiz: &Quiz, works: bool) -> Self {
        let right = works == quiz.works();
        let suspect = self.held().into_iter().find(|belief| quiz.misled.contains(belief));
        let mut next = self.clone();
        next.answers += 1;
        next.right += u64::from(right);
        next.last = Some(quiz.topic);
        for belief in &quiz.misled {
            let tally = next.tallies.entry(*belief).or_default();
            if right {
                tally.right = tally.right.saturating_add(1);
                tally.in_a_row = tally.in_a_row.saturating_add(1);
                continue;
            }
            tally.wrong = tally.wrong.saturating_add(1);
            if suspect.is_none_or(|suspect| suspect == *belief) {
                tally.suspected = true;
                tally.in_a_row = 0;
            }
        }
        next
    }

    /// The answers about one belief.
    pub fn tally(&self, belief: Belief) -> Tally {
        self.tallies.get(&belief).copied().unwrap_or_default()
    }

    /// How many questions were answered, and how many of them right.
    pub const fn score(&self) -> (u64, u64) {
        (self.answers, self.right)
    }

    /// The beliefs that wrong answers fit, the most likely first: the one that explains most wrong
    /// answers and has fewest right ones against it.
    pub fn held(&self) -> Vec<Belief> {
        let mut held: Vec<Belief> = self.of(Standing::Held).collect();
        held.sort_by_key(|belief| {
            let Tally { right, wrong, .. } = self.tally(*belief);
            2 * i32::from(right) - i32::from(wrong)
        });
        held
    }

    /// The beliefs of a standing, in the order of their numbers.
    pub fn of(&self, standing: Standing) -> impl Iterator<Item = Belief> {
        let all = Belief::ALL.iter().copied();
        all.filter(move |belief| self.tally(*belief).standing() == standing)
    }

    /// Whether every belief is cleared.
    pub fn is_done(&self) -> bool {
        self.of(Standing::Clear).count() == Belief::ALL.len()
    }

    /// The number of the quiz to ask next: about the belief that most speaks for, else one that
    /// nothing was asked about; after the last about any.
    pub fn next(&self) -> u64 {
        let topic = self.topic();
        let round = |step: u64| self.start.wrapping_add(self.answers * COMPARED).wrapping_add(step);
        let suspects = self.held();
        let others = |quiz: &Quiz| {
            quiz.misled.iter().filter(|own| **own != topic && suspects.contains(own)).count()
        };
        let seeds = (0..COMPARED).map(|step| Quiz::seed(topic, round(step)));
        if suspects.iter().all(|suspect| *suspect == topic) {
            return Quiz::seed(topic, round(0));
        }
        let quizzes = seeds.filter_map(Quiz::of);
        quizzes.min_by_key(others).map_or_else(|| Quiz::seed(topic, round(0)), |quiz| quiz.seed)
    }

    fn topic(&self) -> Belief {
        let count = u64::try_from(Belief::ALL.len()).unwrap_or(u64::MAX);
        let weight = |belief: &Belief| {
            let Tally { wrong, .. } = self.tally(*belief);
            let urgent = match self.tally(*belief).standing() {
                Standing::Held => 1 + u64::from(wrong),
                Standing::Open => 1,
                Standing::Clear => 0,
            };
            // Not twice the same, while there is another to ask about.
            let repeated = Some(*belief) == self.last;
            let turn = (belief.number() + self.start % count) % count;
            (urgent > 0, !repeated, urgent, std::cmp::Reverse(turn))
        };
        Belief::ALL.iter().copied().max_by_key(weight).unwrap_or(Belief::TopToBottom)
    }
}

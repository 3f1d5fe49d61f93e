//! A quiz session: a learner's answers, what they reveal about misconceptions, and the next
//! question.

use std::collections::{BTreeMap, BTreeSet};

use super::{Answer, Misconception, Quiz};

/// The answers so far, by misconception. Immutable: each answer returns a new value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The seed offset of its quizzes.
    start: u64,
    answers: u64,
    right: u64,
    last: Option<Misconception>,
    tallies: BTreeMap<Misconception, Tally>,
    /// What it asks about; everything if `None`.
    topics: Option<BTreeSet<Misconception>>,
}

/// What the answers reveal about one misconception.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// A wrong answer matches it, and not enough right answers have followed.
    Held,
    /// No answer has been conclusive yet.
    Open,
    /// The answers contradict it.
    Clear,
}

/// The answers to questions that a misconception gets wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Right answers.
    pub right: u16,
    /// Wrong answers.
    pub wrong: u16,
    /// Right answers since the last wrong one attributed to this misconception.
    pub in_a_row: u16,
    /// Whether a wrong answer was ever attributed to it.
    pub suspected: bool,
}

impl Tally {
    /// The number of consecutive right answers that clears a misconception that was never
    /// suspected.
    pub const CLEARS: u16 = 1;
    /// The number that clears a suspected one: a correction that was just read is not yet learned.
    pub const CURES: u16 = 3;

    /// The number of consecutive right answers required.
    pub const fn wanted(self) -> u16 {
        if self.suspected { Self::CURES } else { Self::CLEARS }
    }

    /// What the answers reveal.
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

/// How many quizzes about a misconception are compared, to find one that other suspected
/// misconceptions get right.
const COMPARED: u64 = 3;

/// How many quizzes are tried to find one that only the misconceptions asked about get wrong.
const SOUGHT: u64 = 12;

impl Session {
    /// A session without answers. The same start and the same answers lead to the same questions.
    pub const fn new(start: u64) -> Self {
        let tallies = BTreeMap::new();
        Self { start, answers: 0, right: 0, last: None, tallies, topics: None }
    }

    /// The same answers, with questions about these misconceptions only.
    #[must_use]
    pub fn about(self, topics: &[Misconception]) -> Self {
        let some = topics.len() < Misconception::ALL.len() && !topics.is_empty();
        Self { topics: some.then(|| topics.iter().copied().collect()), ..self }
    }

    /// Whether it asks about a misconception.
    pub fn asks_about(&self, misconception: Misconception) -> bool {
        self.topics.as_ref().is_none_or(|topics| topics.contains(&misconception))
    }

    /// The misconceptions that it asks about, in numerical order.
    pub fn topics(&self) -> impl Iterator<Item = Misconception> {
        Misconception::ALL.iter().copied().filter(|own| self.asks_about(*own))
    }

    /// The session after an answer; `works` is whether the learner thinks that the connection
    /// works.
    ///
    /// A right answer counts against every misconception that leads to the wrong one. A wrong
    /// answer matches all of them, but if one is already suspected it is attributed only to the one
    /// that explains the most wrong answers. Otherwise the others could never be cleared.
    #[must_use]
    pub fn answered(&self, quiz: &Quiz, works: bool) -> Self {
        self.with(&Answer::to(quiz, works))
    }

    /// The session after an answer that was given earlier.
    #[must_use]
    pub fn with(&self, answer: &Answer) -> Self {
        let right = answer.right;
        let misled: Vec<Misconception> = answer.misled().collect();
        let suspect = self.held().into_iter().find(|misconception| misled.contains(misconception));
        let mut next = self.clone();
        next.answers += 1;
        next.right += u64::from(right);
        next.last = Quiz::topic(answer.seed);
        for misconception in &misled {
            let tally = next.tallies.entry(*misconception).or_default();
            if right {
                tally.right = tally.right.saturating_add(1);
                tally.in_a_row = tally.in_a_row.saturating_add(1);
                continue;
            }
            tally.wrong = tally.wrong.saturating_add(1);
            if suspect.is_none_or(|suspect| suspect == *misconception) {
                tally.suspected = true;
                tally.in_a_row = 0;
            }
        }
        next
    }

    /// The offset that it began with.
    pub const fn start(&self) -> u64 {
        self.start
    }

    /// Whether a wrong answer was ever attributed to a misconception.
    pub fn has_met(&self, misconception: Misconception) -> bool {
        self.tally(misconception).suspected
    }

    /// The tally of one misconception.
    pub fn tally(&self, misconception: Misconception) -> Tally {
        self.tallies.get(&misconception).copied().unwrap_or_default()
    }

    /// The number of answers, and the number of right ones.
    pub const fn score(&self) -> (u64, u64) {
        (self.answers, self.right)
    }

    /// The misconceptions that match wrong answers, most likely first: those that explain many
    /// wrong answers and have few right answers against them.
    pub fn held(&self) -> Vec<Misconception> {
        let mut held: Vec<Misconception> = self.of(Standing::Held).collect();
        held.sort_by_key(|misconception| {
            let Tally { right, wrong, .. } = self.tally(*misconception);
            2 * i32::from(right) - i32::from(wrong)
        });
        held
    }

    /// The misconceptions with a standing that it asks about, in numerical order.
    pub fn of(&self, standing: Standing) -> impl Iterator<Item = Misconception> {
        self.topics().filter(move |own| self.tally(*own).standing() == standing)
    }

    /// Whether every misconception that it asks about is cleared.
    pub fn is_done(&self) -> bool {
        self.of(Standing::Clear).count() == self.topics().count()
    }

    /// The seed of the next quiz: about the most likely misconception, else about one that is still
    /// open, else about any.
    pub fn next(&self) -> u64 {
        let topic = self.topic();
        if self.topics.is_some() {
            return self.next_of(topic);
        }
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

    /// The seed of a quiz about a topic that nothing else misleads about, if there is one nearby:
    /// whoever answers by a misconception that was not asked about would fail without knowing why.
    fn next_of(&self, topic: Misconception) -> u64 {
        let first = self.start.wrapping_add(self.answers.wrapping_mul(SOUGHT));
        let foreign =
            |quiz: &Quiz| quiz.misled.iter().filter(|own| !self.asks_about(**own)).count();
        let mut best = (usize::MAX, Quiz::seed(topic, first));
        for step in 0..SOUGHT {
            let Some(quiz) = Quiz::of(Quiz::seed(topic, first.wrapping_add(step))) else {
                continue;
            };
            best = best.min((foreign(&quiz), quiz.seed));
            if best.0 == 0 {
                break;
            }
        }
        best.1
    }

    fn topic(&self) -> Misconception {
        let count = u64::try_from(Misconception::ALL.len()).unwrap_or(u64::MAX);
        let weight = |misconception: &Misconception| {
            let Tally { wrong, .. } = self.tally(*misconception);
            let urgent = match self.tally(*misconception).standing() {
                Standing::Held => 1 + u64::from(wrong),
                Standing::Open => 1,
                Standing::Clear => 0,
            };
            // Avoids repeating a misconception while another one is open.
            let repeated = Some(*misconception) == self.last;
            let turn = (misconception.number() + self.start % count) % count;
            (urgent > 0, !repeated, urgent, std::cmp::Reverse(turn))
        };
        self.topics().max_by_key(weight).unwrap_or(Misconception::TopToBottom)
    }
}

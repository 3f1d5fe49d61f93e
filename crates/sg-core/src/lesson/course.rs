//! Lessons: predict, act, understand. Goals are checked by their effect, so any correct solution
//! passes.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use crate::citation::{Source, Status};
use crate::connectivity::{ClauseId, End, PacketChoice};
use crate::emulator::Assumption;
use crate::language::Text;
use crate::model::Scenario;

use super::{Level, Lock};

mod claim;
mod language;
mod miss;
mod progress;
mod read;
mod solution;
pub mod text;
pub mod wire;

pub(in crate::lesson) use claim::deciding;
pub use claim::{Attempt, Claim};
pub use language::Lacks;
pub use miss::Miss;
pub use progress::{Needless, Progress};
pub(crate) use read::words;
pub use read::written;
pub use solution::Solution;
pub use wire::Words;

/// One lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Its id in links. Published: it must never change or disappear.
    pub id: String,
    /// Its level.
    pub level: Level,
    /// The title.
    pub title: Words,
    /// The situation and the task.
    pub task: Words,
    /// The initial scenario.
    pub scenario: Arc<Scenario>,
    /// What to predict before making any change; an exercise asks nothing.
    pub question: Option<Question>,
    /// The goals; never empty, and never met in the initial scenario.
    pub goals: Vec<Goal>,
    /// Hints on demand, from a nudge to nearly the solution.
    pub hints: Vec<Words>,
    /// The effort of a good solution.
    pub par: Par,
    /// Why it works; never empty.
    pub why: Vec<Reason>,
    /// Suggestions for further experiments.
    pub also: Vec<Also>,
    /// The kinds of edits that a learner may not make.
    pub locks: BTreeSet<Lock>,
}

/// The question before the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub text: Words,
    /// The row of the cell it is about.
    pub from: End,
    /// The column.
    pub to: End,
    /// The packets it is about.
    pub packet: PacketChoice,
    /// Whether the initial scenario shows the answer in that cell.
    pub shown: bool,
    /// The possible answers.
    pub choices: Vec<Choice>,
    /// The index of the right answer, determined by the engine.
    pub right: usize,
}

/// A possible answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The answer.
    pub text: Words,
    /// What it claims.
    pub claims: Vec<Claim>,
    /// The feedback for someone who chose it.
    pub feedback: Words,
}

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The name in the list of goals.
    pub name: Words,
    /// What must hold.
    pub claim: Claim,
}

/// The effort of a good solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Par {
    /// Edits that change the scenario.
    pub calls: usize,
    /// Pairs of ends that get more access than the goals require.
    pub openings: usize,
}

/// A reason why it works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The reason.
    pub text: Words,
    /// The statements it rests on.
    pub rests: Vec<Basis>,
    /// What must hold of a solution for the reason to be true of it; nothing if it is true of all.
    pub when: Vec<Claim>,
}

/// A numbered statement: a clause of the engine or an assumption of the emulator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// `S-…`
    Clause(ClauseId),
    /// `A-…`
    Assumption(Assumption),
}

/// A suggestion for a further experiment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Also {
    /// The suggestion.
    pub text: Words,
    /// The example that demonstrates it.
    pub example: Option<String>,
}

impl Lesson {
    /// The built-in lessons, in learning order.
    pub fn all() -> &'static [Arc<Self>] {
        &LESSONS
    }

    /// The lesson with an id.
    pub fn find(id: &str) -> Option<&'static Arc<Self>> {
        Self::all().iter().find(|lesson| lesson.id == id)
    }

    /// The next lesson; `None` after the last one and for a custom lesson.
    pub fn next(&self) -> Option<&'static Arc<Self>> {
        let place = Self::all().iter().position(|lesson| lesson.id == self.id)?;
        Self::all().get(place + 1)
    }
}

impl Basis {
    /// The statement with a number such as `S-02`.
    pub fn parse(number: &str) -> Option<Self> {
        let clause = ClauseId::ALL.iter().find(|id| id.to_string() == number);
        let assumption = || Assumption::ALL.iter().find(|id| id.to_string() == number);
        clause.copied().map(Self::Clause).or_else(|| assumption().copied().map(Self::Assumption))
    }

    /// Its number.
    pub fn number(self) -> String {
        match self {
            Self::Clause(id) => id.to_string(),
            Self::Assumption(id) => id.to_string(),
        }
    }

    /// Its text, sources and status.
    pub const fn says(self) -> (Text, &'static [Source], Status) {
        match self {
            Self::Clause(id) => {
                let clause = id.clause();
                (clause.statement, clause.sources, clause.status)
            }
            Self::Assumption(id) => {
                let reading = id.reading();
                (reading.statement, reading.sources, reading.status)
            }
        }
    }
}

/// The files of the built-in lessons by id, in learning order.
macro_rules! lessons {
    ($($id:literal)+) => {
        /// The id of each lesson. Naming one takes no file.
        pub const IDS: &[&str] = &[$($id),+];

        /// The id and file of each lesson.
        pub const FILES: &[(&str, &str)] =
            &[$(($id, include_str!(concat!("lessons/", $id, ".json")))),+];
    };
}

lessons! {
    "three-groups"
    "isolate-a-group"
    "one-door"
    "common-friend"
    "first-visitors"
    "replies"
    "ping"
    "ipv6-visitors"
    "the-way-out"
    "tie"
    "one-list"
    "quarantine"
    "group-as-source"
    "per-interface"
    "three-tiers"
    "read-it-back"
    "fixed-switch"
    "own-group"
    "delete-a-group"
    "last-group"
    "one-call"
}

/// A file that cannot be read is skipped; a test reads them all.
static LESSONS: LazyLock<Vec<Arc<Lesson>>> = LazyLock::new(|| {
    FILES.iter().filter_map(|(_, file)| Lesson::read(file).ok()).map(Arc::new).collect()
});

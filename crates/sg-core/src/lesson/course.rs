//! Lessons: predict, do, understand. Goals are judged by meaning, so any right solution passes.

use std::sync::{Arc, LazyLock};

use crate::citation::{Source, Status};
use crate::connectivity::{ClauseId, End, PacketChoice};
use crate::emulator::Assumption;
use crate::history::History;
use crate::language::Text;
use crate::model::Scenario;

use super::Level;

mod claim;
mod miss;
mod progress;
mod read;
pub mod text;
pub mod wire;

pub use claim::{Attempt, Claim};
pub use miss::Miss;
pub use progress::{Needless, Progress};
pub use read::written;
pub use wire::Words;

/// One lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Its id in links. Published: it never changes and never goes.
    pub id: String,
    /// Where it belongs.
    pub level: Level,
    /// Its name.
    pub title: Words,
    /// What there is, and what is wanted.
    pub task: Words,
    /// The opening scene.
    pub scene: Arc<Scenario>,
    /// What to predict before anything is touched.
    pub question: Question,
    /// What is to be reached; never empty, and never reached in the opening scene.
    pub goals: Vec<Goal>,
    /// Help on demand, from a nudge to nearly the answer.
    pub hints: Vec<Words>,
    /// What a good solution takes.
    pub par: Par,
    /// Why it works; never empty.
    pub why: Vec<Reason>,
    /// What else to try.
    pub also: Vec<Also>,
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
    /// Whether the scene as it opens shows the answer in that cell.
    pub shown: bool,
    /// The answers to choose from.
    pub choices: Vec<Choice>,
    /// The one that holds, found by the engine.
    pub right: usize,
}

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The answer.
    pub text: Words,
    /// What it claims.
    pub claims: Vec<Claim>,
    /// What to say to somebody who chose it.
    pub feedback: Words,
}

/// Something to be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// What the list of goals calls it.
    pub name: Words,
    /// What is to hold.
    pub claim: Claim,
}

/// What a good solution takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Par {
    /// Edits that change the scene.
    pub calls: usize,
    /// Pairs of ends that get more than the goals ask for.
    pub openings: usize,
}

/// One reason why it works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The reason.
    pub text: Words,
    /// The statements it rests on.
    pub rests: Vec<Basis>,
}

/// A numbered statement: of the engine, or an assumption of the emulator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// `S-…`
    Clause(ClauseId),
    /// `A-…`
    Assumption(Assumption),
}

/// Something else to try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Also {
    /// What.
    pub text: Words,
    /// The example that shows it.
    pub example: Option<String>,
}

impl Lesson {
    /// The project's own lessons in the order of learning.
    pub fn all() -> &'static [Arc<Self>] {
        &LESSONS
    }

    /// The lesson of an id.
    pub fn find(id: &str) -> Option<&'static Arc<Self>> {
        Self::all().iter().find(|lesson| lesson.id == id)
    }

    /// The lesson after this one; none after the last, and after one that is not the project's.
    pub fn next(&self) -> Option<&'static Arc<Self>> {
        let place = Self::all().iter().position(|lesson| lesson.id == self.id)?;
        Self::all().get(place + 1)
    }

    /// How far a log has come.
    pub fn progress(&self, history: &History) -> Progress {
        Progress::of(self, history)
    }
}

impl Basis {
    /// The statement of a number such as `S-02`.
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

    /// What it says, on which pages, and how firmly.
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

/// The files of the project's own lessons, in the order of learning, by their ids.
macro_rules! lessons {
    ($($id:literal)+) => {
        /// The id and the file of each.
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

/// A file that cannot be read is left out here; a test reads them all.
static LESSONS: LazyLock<Vec<Arc<Lesson>>> = LazyLock::new(|| {
    FILES.iter().filter_map(|(_, file)| Lesson::read(file).ok()).map(Arc::new).collect()
});

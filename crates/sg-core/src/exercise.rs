//! Exercises: small scenarios with goals that somebody with a misconception does not meet.
//!
//! A seed determines an exercise, permanently, so that links to it keep working. It is about one
//! misconception: whoever has it believes that the goals are met already, or makes an edit that does
//! not meet them. Every exercise has a solution, found by
//! [`least_rules`](crate::least_rules::least_rules) and verified by the engine.
//!
//! There are exercises about all twelve misconceptions: each is about whether a packet passes, which
//! a goal can demand. `docs/exercises.md` describes how they are made and graded.
//!
//! ```
//! use sg_core::exercise::{Exercise, Grade};
//! use sg_core::quiz::Misconception;
//!
//! let seed = Exercise::seed(Misconception::LargerWins, Grade::Easy, 4);
//! let exercise = Exercise::of(seed).unwrap();
//! assert_eq!((exercise.topic, exercise.grade()), (Misconception::LargerWins, Grade::Easy));
//! assert!(!exercise.is_met(&exercise.scenario));
//! assert!(exercise.is_met(&exercise.solution.after));
//! ```

mod aim;
mod believed;
mod grade;
mod lesson;
mod search;
pub mod text;

use std::sync::Arc;

use crate::connectivity::Edit;
use crate::goal::Traffic;
use crate::least_rules::LeastRules;
use crate::model::Scenario;
use crate::quiz::Misconception;

use aim::{are_believed, are_met};
use search::{Found, search};

pub use aim::Aim;
pub use grade::{Grade, Weight};

/// A scenario and the goals to meet in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exercise {
    /// The seed.
    pub seed: u64,
    /// The misconception it is about.
    pub topic: Misconception,
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// One to three goals. The first is not met in the scenario.
    pub aims: Vec<Aim>,
    /// The fewest edits that meet the goals.
    pub solution: LeastRules,
    /// What somebody with the misconception does to meet the goals: nothing, if they believe that
    /// they are met, or one edit. They are not met afterwards.
    pub believed: Vec<Edit>,
    /// What makes it easy or hard.
    pub weight: Weight,
}

/// The number of rounds: each has one exercise per misconception and grade.
const ROUNDS: u64 = 27_777;

/// The number of exercises in a round.
const ROUND: u64 = (Misconception::ALL.len() * Grade::ALL.len()) as u64;

impl Exercise {
    /// The number of exercises: valid seeds are less than this. Six digits, so that a seed can be
    /// read out to someone.
    ///
    /// The exercise of each seed is published and must not change. A different algorithm, or another
    /// misconception, must use larger seeds.
    pub const COUNT: u64 = ROUNDS * ROUND;

    /// The exercise of a seed; `None` for seeds from [`Exercise::COUNT`] on.
    pub fn of(seed: u64) -> Option<Self> {
        let (topic, grade) = Self::about(seed)?;
        let Found { scenario, aims, solution, believed, weight } = search(seed, topic, grade)?;
        let scenario = Arc::new(scenario);
        Some(Self { seed, topic, scenario, aims, solution, believed, weight })
    }

    /// The misconception that the exercise of a seed is about, and its grade.
    pub fn about(seed: u64) -> Option<(Misconception, Grade)> {
        let count = u64::try_from(Misconception::ALL.len()).ok()?;
        let (rest, topic) = (seed.checked_div(count)?, seed.checked_rem(count)?);
        let topic = Misconception::ALL.get(usize::try_from(topic).ok()?)?;
        let grades = u64::try_from(Grade::ALL.len()).ok()?;
        let grade = Grade::ALL.get(usize::try_from(rest.checked_rem(grades)?).ok()?)?;
        (seed < Self::COUNT).then_some((*topic, *grade))
    }

    /// A seed whose exercise is about a misconception and has a grade. Rounds wrap around.
    pub const fn seed(topic: Misconception, grade: Grade, round: u64) -> u64 {
        let grades = grade as u64 * Misconception::ALL.len() as u64;
        (round % ROUNDS) * ROUND + grades + topic.number()
    }

    /// Its grade.
    pub const fn grade(&self) -> Grade {
        self.weight.grade()
    }

    /// The goals as they are judged.
    pub fn goals(&self) -> impl Iterator<Item = &Traffic> {
        self.aims.iter().map(|aim| &aim.goal)
    }

    /// Whether a scenario meets every goal, on all packets.
    pub fn is_met(&self, scenario: &Scenario) -> bool {
        are_met(&self.aims, scenario)
    }

    /// Whether somebody with the misconception believes that a scenario meets every goal.
    pub fn is_believed(&self, scenario: &Scenario) -> bool {
        are_believed(&self.aims, scenario, self.topic)
    }
}

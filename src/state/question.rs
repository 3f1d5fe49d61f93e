//! The question that the first scenario asks, and the reader's answer.

use sg_core::lesson::first_scenario;
use sg_core::share::Route;

use crate::state::opening::Opening;

/// The question of the first scenario: can its first two ends reach each other?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Question {
    /// The reader's answer.
    pub guess: Option<bool>,
    /// Whether the scenario was edited first, which shows the answer to a question left open.
    pub edited: bool,
}

impl Question {
    /// The right answer. A test compares it with the engine's.
    pub const RIGHT: bool = true;

    /// The question of what was opened, if it asks one: the first scenario, where everybody starts.
    /// Examples demonstrate instead.
    pub(crate) fn of(opening: &Opening) -> Option<Self> {
        let starts = opening.route == Some(Route::Start);
        (starts && *opening.scenario == first_scenario()).then(Self::default)
    }

    /// The question with an answer; only the first one counts.
    pub(crate) fn guessed(self, guess: bool) -> Self {
        Self { guess: self.guess.or(Some(guess)), ..self }
    }

    /// Whether its answer is still hidden.
    pub const fn is_open(self) -> bool {
        self.guess.is_none() && !self.edited
    }
}

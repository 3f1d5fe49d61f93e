//! Quizzes on the page: the learner's answers, and the answer to the question at hand.

use sg_core::emulator::Env;
use sg_core::quiz::Session;

/// What the page knows about quizzes. It goes no further than this page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quizzing {
    /// The answers so far.
    pub session: Session,
    /// The answer to the quiz that is open: whether the learner thinks that it gets through.
    pub answer: Option<bool>,
    /// Whether its scenario was taken along into the playground.
    pub left: bool,
}

/// What can happen to a quiz.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuizEdit {
    /// Answers the question: it gets through, or it does not.
    Answer(bool),
    /// Opens the quiz that the answers so far ask for.
    Next(Env),
    /// Takes the scenario of an answered quiz into the playground.
    Leave,
}

impl Default for Quizzing {
    fn default() -> Self {
        Self { session: Session::new(0), answer: None, left: false }
    }
}

impl Quizzing {
    /// The same learner before another question.
    pub(crate) fn turned(&self) -> Self {
        Self { session: self.session.clone(), answer: None, left: false }
    }
}

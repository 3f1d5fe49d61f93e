//! The quiz state: the learner's answers, and the answer to the current question.

use sg_core::emulator::Env;
use sg_core::quiz::Session;

/// The quiz state. It is never stored or shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quizzing {
    /// The answers so far.
    pub session: Session,
    /// The answer to the open quiz: whether the learner thinks the packet passes.
    pub answer: Option<bool>,
    /// Whether its scenario was taken into the playground.
    pub left: bool,
}

/// The quiz actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuizEdit {
    /// Answers the question: whether the packet passes.
    Answer(bool),
    /// Opens the next quiz, chosen according to the answers so far.
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
    /// The same learner with a new question.
    pub(crate) fn turned(&self) -> Self {
        Self { session: self.session.clone(), answer: None, left: false }
    }
}

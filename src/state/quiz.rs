//! The quiz state: the learner's answers, and the answer to the current question.

use std::rc::Rc;

use sg_core::emulator::Env;
use sg_core::quiz::{Answer, Session};

/// The quiz state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quizzing {
    /// The answers so far.
    pub session: Session,
    /// The answers that the session was made of.
    pub given: Rc<Vec<Answer>>,
    /// What the answers belong to: the address of a quiz, a series or a part of a course.
    pub(crate) visit: String,
    /// The answer to the open quiz: whether the learner thinks the packet passes.
    pub answer: Option<bool>,
    /// Whether its scenario was taken into the playground.
    pub left: bool,
    /// Whether the result is shown instead of the question.
    pub ended: bool,
    /// Whether the learner wants to be asked about what no finished lesson has taught yet.
    pub everything: bool,
}

/// The place of a question in a fixed series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeriesPlace {
    /// Its number, from 1.
    pub number: usize,
    /// The number of questions.
    pub all: usize,
    /// Whether no other question lacks an answer.
    pub is_last: bool,
    /// The next part of the course that the series belongs to.
    pub next_part: Option<usize>,
}

/// The quiz actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuizEdit {
    /// Answers the question: whether the packet passes.
    Answer(bool),
    /// Opens the next quiz, chosen according to the answers so far.
    Next(Env),
    /// Opens the next quiz, which may be about anything.
    Everything(Env),
    /// Opens the first quiz of a new series.
    Again(Env),
    /// Shows the result; without an answer, there is none, and it returns.
    End(Env),
    /// Returns to where the quiz was opened.
    Return(Env),
    /// Takes the scenario of an answered quiz into the playground.
    Leave(Env),
}

impl Default for Quizzing {
    fn default() -> Self {
        Self {
            session: Session::new(0),
            given: Rc::default(),
            visit: String::new(),
            answer: None,
            left: false,
            ended: false,
            everything: false,
        }
    }
}

impl Quizzing {
    /// A learner without answers to a quiz, a series or a part of a course.
    pub(crate) fn of(visit: &str) -> Self {
        Self { visit: visit.to_owned(), ..Self::default() }
    }

    /// The same learner with a new question.
    pub(crate) fn turned(&self) -> Self {
        Self { answer: None, left: false, ended: false, ..self.clone() }
    }
}

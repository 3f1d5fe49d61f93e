//! The answers to quizzes, as a browser keeps them.

use serde::{Deserialize, Serialize};

use crate::quiz::{Answer, Session};

/// The answers to quizzes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct QuizWork {
    /// The offset of its questions; see [`Session::start`].
    pub start: u64,
    /// Whether it asks about what no finished lesson has taught.
    pub everything: bool,
    /// The answers, in the order in which they were given.
    pub answers: Vec<Answer>,
    /// The seed of the open quiz.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<u64>,
    /// Whether the result is shown instead of a question.
    pub ended: bool,
}

impl QuizWork {
    /// A session after these answers.
    pub fn after(&self, session: Session) -> Session {
        self.answers.iter().fold(session, |session, answer| session.with(answer))
    }
}

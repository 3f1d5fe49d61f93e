//! What is wrong with a link.

use thiserror::Error;

use sg_core::share::{BadRoute, LinkError};

/// The source of a log that could not be replayed because a step is from another version, has a
/// different outcome today, or was tampered with. The scenario itself is complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LostLog {
    /// The log of a link.
    Sent,
    /// The log of the scenario saved on an earlier visit.
    Saved,
}

/// What is wrong with a link.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadLink {
    /// It is not a link of this page.
    #[error(transparent)]
    Route(#[from] BadRoute),
    /// There is no such example.
    #[error("there is no example `{0}`")]
    NoExample(String),
    /// There is no such lesson.
    #[error("there is no lesson `{0}`")]
    NoLesson(String),
    /// There is no such quiz.
    #[error("there is no quiz {0}")]
    NoQuiz(u64),
    /// There is no such exercise.
    #[error("there is no exercise {0}")]
    NoExercise(u64),
    /// Its scenario cannot be read.
    #[error(transparent)]
    Scenario(#[from] LinkError),
}

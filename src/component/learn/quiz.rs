//! Quizzes: the question with its scenario, the answer, and the misconceptions it suggests.

pub mod card;
mod ends;
pub(crate) mod misconception;
pub(crate) mod result;
pub mod reveal;
pub mod scenario;
pub mod score;

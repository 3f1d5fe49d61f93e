//! Quizzes: the question with its scenario, the answer, and what the answers say about misconceptions.

pub mod card;
mod ends;
pub mod reveal;
pub mod scenario;
pub mod score;

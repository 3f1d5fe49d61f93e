//! Quizzes: the question with its scene, the answer, and what the answers say about misconceptions.

pub mod card;
mod ends;
pub mod reveal;
pub mod scene;
pub mod score;

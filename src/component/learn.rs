//! Lessons, quizzes, examples and the reference.

pub mod gallery;
pub mod lesson;
pub mod question;
pub mod quiz;
pub mod reference;
pub mod training;

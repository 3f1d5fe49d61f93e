//! Lessons, quizzes, examples and the reference.

pub(crate) mod exercise;
pub mod gallery;
pub mod lesson;
pub mod practice;
pub mod question;
pub mod quiz;
pub mod reference;
pub mod training;

//! Examples, a glossary, lessons and a cheat sheet.

pub mod cheat_sheet;
pub mod course;
pub mod draft;
mod example;
mod first_scenario;
mod glossary;
mod lock;
mod shown;
pub mod solution;

pub use course::{Lesson, Progress, Solution};
pub use draft::{Draft, GoalCell};
pub use example::{Example, Level, end_named};
pub use first_scenario::first_scenario;
pub use glossary::{Entry, Term};
pub use lock::Lock;
pub use shown::Shown;

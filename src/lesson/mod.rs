//! Scenes and words to learn from.

mod example;
mod first_scene;
mod glossary;

pub use example::{Example, Level, end_named};
pub use first_scene::first_scene;
pub use glossary::Term;

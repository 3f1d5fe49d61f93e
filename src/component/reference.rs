//! What can be looked up: the statements that every answer rests on, and the words of the page.

mod glossary;
mod item;
mod search;
mod statements;

pub use glossary::{Glossary, GlossaryProps};
pub(super) use search::Search;
pub use statements::{Statements, StatementsProps};

//! What can be looked up: the statements that every answer rests on, and the words of the page.

pub mod glossary;
mod item;
pub mod statements;

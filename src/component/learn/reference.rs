//! The reference: the statements behind every answer, and the glossary.

mod evidence;
pub mod glossary;
mod item;
pub mod statements;

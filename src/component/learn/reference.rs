//! The reference: the statements behind every answer, and the glossary.

pub mod glossary;
mod item;
pub mod statements;

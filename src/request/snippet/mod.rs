//! A call in the languages people write.

pub mod cli;

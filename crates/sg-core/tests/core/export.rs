//! Exported files, parsed with independent parsers: the scenario in them must give the same
//! answers.

#![expect(clippy::wildcard_enum_match_arm, reason = "anything else in a file is an error")]

mod shell;
mod table;
mod terraform;

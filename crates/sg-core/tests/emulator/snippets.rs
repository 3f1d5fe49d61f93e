//! Snippets of calls: golden texts, and that a reader of each language gets the call back whatever
//! stands in it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::wildcard_enum_match_arm,
    reason = "a test that fails should stop at once and say where"
)]

mod golden;
mod literal;
mod native;
mod read_back;

//! Snippets of calls: golden texts, and a parser of each language recovers the call, whatever its
//! values are.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::wildcard_enum_match_arm,
    reason = "a test panics on the first error"
)]

mod golden;
mod literal;
mod native;
mod read_back;

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

#[path = "snippets/golden.rs"]
mod golden;
#[path = "common/hostile_values.rs"]
mod hostile_values;
#[path = "snippets/literal.rs"]
mod literal;
#[path = "snippets/native.rs"]
mod native;
#[path = "snippets/read_back.rs"]
mod read_back;

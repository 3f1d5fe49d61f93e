//! Text that leaves the project, given to the programs that read it: shells run it, interpreters
//! evaluate it, parsers parse it. Each must get the value that went in, and nothing else may happen.
//!
//! The values are `tests/data/hostile_text.txt` and random texts, 256 unless `SGP_CASES` says how
//! many. Every test prints which readers this machine has; with `CI=true` the shells that every run
//! needs must be there, and with `SGP_NATIVE=1` each reader. What was read is in `docs/quoting.md`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::wildcard_enum_match_arm,
    reason = "a test that fails should stop at once and say where"
)]

mod documents;
mod literals;
mod powershell;
mod scripts;
mod shells;

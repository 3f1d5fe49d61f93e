//! Checks text written for other programs with those programs: shells run it, interpreters evaluate
//! it, parsers parse it. Each must get the original value, and nothing else may happen.
//!
//! The values come from `tests/data/hostile_text.txt` and a random generator, which makes 256
//! unless `SGP_CASES` says otherwise. Every test prints which programs this machine has. With
//! `CI=true`, the shells required for every run must be installed; with `SGP_NATIVE=1`, all
//! programs. The results are recorded in `docs/quoting.md`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::wildcard_enum_match_arm,
    reason = "a failing test should stop at once and say where"
)]

mod collect;
mod documents;
mod literals;
mod powershell;
mod scripts;
mod shells;

//! Compares a recording of an account with the emulator: requests, and what the service answered.
//!
//! docs/evidence.md describes the formats of a recording.

mod exchange;
mod har;
mod redact;
mod session;
mod shape;

pub use exchange::{Body, Exchange};
pub use har::Entry;
pub use redact::Redactor;
pub use session::{Difference, Outcome, Replay, Skipped};
pub use shape::{FieldDifference, Shape};

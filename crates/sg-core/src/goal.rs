//! Goals: which packets must or must not pass between two ends, checked over all packets.
//!
//! The `check` command and the lessons share this code.

mod alike;
mod ends;
mod except;
mod failures;
mod same_answers;
mod selection;
mod selector;
mod sentence;
mod traffic;

pub mod packets;
pub mod text;

pub use alike::alike;
pub use ends::{Directory, Place, end};
pub use failures::Failure;
pub use selection::{Selection, with_named_blocks};
pub use traffic::{Expect, Traffic, WrittenTraffic, Wrong};

//! What is to pass between two ends and what is not, judged on all packets and not on samples.
//!
//! The command line's `check` and the lessons judge by the same code.

mod ends;
mod pieces;
mod traffic;

pub mod packets;
pub mod text;

pub use ends::{Directory, Place, end};
pub use pieces::{PieceOfSpace, pieces};
pub use traffic::{Expect, Traffic, WrittenTraffic, Wrong};

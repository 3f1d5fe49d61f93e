//! Goals: which packets must or must not pass between two ends, checked over all packets.
//!
//! The `check` command and the lessons share this code.

mod ends;
mod pieces;
mod traffic;

pub mod packets;
pub mod text;

pub use ends::{Directory, Place, end};
pub use pieces::{PieceOfSpace, pieces};
pub use traffic::{Expect, Traffic, WrittenTraffic, Wrong};

//! Faults in a text and their positions.

use crate::language::Text;

/// A fault in a text, and its byte offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) text: Text,
}

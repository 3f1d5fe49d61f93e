//! The whole pasted text, in which errors have their place.

use super::error::{Fault, ParseError};

/// The whole pasted text, which error positions refer to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Whole<'a> {
    pub(super) text: &'a str,
}

impl<'a> Whole<'a> {
    pub(super) fn error(self, fault: Fault, at: usize) -> ParseError {
        ParseError::new(fault, self.text, at)
    }

    /// The text from `start` to `end`, which must be character boundaries.
    pub(super) fn slice(self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }
}

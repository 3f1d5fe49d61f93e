//! Why a document is refused: the place of the offending value and one sentence.

use std::fmt;

use thiserror::Error;

/// What does not fit in a document, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct DocumentError {
    /// The place, as `securityGroups[0].rules[2].portRange`; empty for the document as a whole.
    pub path: String,
    /// What is wrong there, without a full stop.
    pub sentence: String,
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.sentence)
        } else {
            write!(f, "{}: {}", self.path, self.sentence)
        }
    }
}

impl DocumentError {
    /// An error at a place.
    pub(in crate::share) fn at(path: impl Into<String>, sentence: impl fmt::Display) -> Self {
        Self { path: path.into(), sentence: shortened(sentence.to_string()) }
    }

    fn inside(mut self, outer: &str) -> Self {
        self.path = match self.path.as_str() {
            "" => outer.to_owned(),
            inner if inner.starts_with('[') => format!("{outer}{inner}"),
            inner => format!("{outer}.{inner}"),
        };
        self
    }
}

/// The longest sentence, in characters; the value it quotes may be of any length.
const LONGEST_SENTENCE: usize = 400;

/// A sentence that is no longer than anybody reads.
pub(super) fn shortened(mut sentence: String) -> String {
    if let Some((end, _)) = sentence.char_indices().nth(LONGEST_SENTENCE) {
        sentence.truncate(end);
        sentence.push('…');
    }
    sentence
}

/// Puts the path of an error into the place it was found in.
pub(super) trait Within {
    /// The same result; an error's path begins with the list's name and the position in it.
    fn within(self, list: &str, index: usize) -> Self;
}

impl<T> Within for Result<T, DocumentError> {
    fn within(self, list: &str, index: usize) -> Self {
        self.map_err(|error| error.inside(&format!("{list}[{index}]")))
    }
}

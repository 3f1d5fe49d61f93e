//! Why a document is rejected: the path of the offending value and a sentence.

use std::fmt;

use thiserror::Error;

/// A problem in a document and its path.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct DocumentError {
    /// The path, such as `securityGroups[0].rules[2].portRange`; empty for the whole document.
    pub path: String,
    /// What is wrong there, without a trailing full stop.
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
    /// Creates an error at a path.
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

/// The maximum length of a sentence, in characters. A sentence quotes values of any length.
const LONGEST_SENTENCE: usize = 400;

/// Truncates a sentence to a readable length.
pub(super) fn shortened(mut sentence: String) -> String {
    if let Some((end, _)) = sentence.char_indices().nth(LONGEST_SENTENCE) {
        sentence.truncate(end);
        sentence.push('…');
    }
    sentence
}

/// Prefixes the path of an error with the list it occurred in.
pub(super) trait Within {
    /// Returns the same result; the path of an error is prefixed with the list name and index.
    fn within(self, list: &str, index: usize) -> Self;
}

impl<T> Within for Result<T, DocumentError> {
    fn within(self, list: &str, index: usize) -> Self {
        self.map_err(|error| error.inside(&format!("{list}[{index}]")))
    }
}

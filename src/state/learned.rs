//! Which lessons are done.

use std::collections::BTreeSet;

/// Which lessons are done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Learned {
    /// Their ids.
    pub done: BTreeSet<String>,
    /// Whether the browser keeps them for the next visit.
    pub kept: bool,
}

impl Learned {
    /// The lessons done, from the words that were kept.
    pub fn from_words(words: &str, kept: bool) -> Self {
        Self { done: words.split_whitespace().map(str::to_owned).collect(), kept }
    }

    /// What is kept.
    pub fn words(&self) -> String {
        self.done.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

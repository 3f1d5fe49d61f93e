//! Completed lessons.

use std::collections::BTreeSet;

/// Completed lessons.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Learned {
    /// Their ids.
    pub done: BTreeSet<String>,
    /// Whether the browser stores them for the next visit.
    pub kept: bool,
    /// Whether they belong to a learner with a name, whose record holds them.
    pub named: bool,
}

impl Learned {
    /// Parses the stored form.
    pub fn from_words(words: &str, kept: bool) -> Self {
        Self { done: words.split_whitespace().map(str::to_owned).collect(), kept, named: false }
    }

    /// The stored form.
    pub fn words(&self) -> String {
        self.done.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

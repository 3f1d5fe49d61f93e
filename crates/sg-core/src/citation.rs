//! The source of a statement about the service and how reliable it is.

use crate::language::Text;

/// A page of the vendor's documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The page's title.
    pub title: Text,
    /// The date on the page, or the year it was read if the page has no date.
    pub date: &'static str,
}

/// How well a statement is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// A page states it explicitly.
    Documented,
    /// It follows from what the pages say, but no page states it.
    Inferred,
    /// Pages contradict each other.
    SourcesDisagree,
}

impl Status {
    /// The status in plain words, for exports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Inferred => "inferred",
            Self::SourcesDisagree => "sources disagree",
        }
    }
}

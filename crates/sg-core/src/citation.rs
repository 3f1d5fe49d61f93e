//! Where a statement about the service comes from, and how firmly it stands.

use crate::language::Text;

/// A page of the vendor's documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The page's title.
    pub title: Text,
    /// The date the page bears, or the year it was read where it bears none.
    pub date: &'static str,
}

/// How firmly a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// A page says it outright.
    Documented,
    /// It follows from what pages say, but none says it.
    Inferred,
    /// Pages say different things.
    SourcesDisagree,
}

impl Status {
    /// The standing in plain words, for exports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Inferred => "inferred",
            Self::SourcesDisagree => "sources disagree",
        }
    }
}

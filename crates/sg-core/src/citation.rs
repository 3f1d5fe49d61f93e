//! The source of a statement about the service and how reliable it is.

use crate::language::Text;

/// The date of the newest page that a statement rests on.
pub const NEWEST_SOURCE: &str = "2026-10";

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
    /// People saw the live service do it, whatever the pages say.
    SeenLive,
}

impl Status {
    /// Every status, best documented first, with what was seen at the end.
    pub const ALL: [Self; 4] =
        [Self::Documented, Self::Inferred, Self::SourcesDisagree, Self::SeenLive];

    /// The status in plain words, for exports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Inferred => "inferred",
            Self::SourcesDisagree => "sources disagree",
            Self::SeenLive => "seen live",
        }
    }
}

//! The answers by which the list can be filtered.

use crate::text::views as text;
use sg_core::connectivity::CellState;
use sg_core::language::Text;

/// The answer to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    Any,
    Pass,
    Partial,
    Blocked,
    Unknown,
    /// Whatever the answer is, if it changed.
    Changed,
}

impl Wanted {
    pub(crate) const ALL: [Self; 6] =
        [Self::Any, Self::Changed, Self::Pass, Self::Partial, Self::Blocked, Self::Unknown];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Pass => "pass",
            Self::Partial => "partial",
            Self::Blocked => "blocked",
            Self::Unknown => "unknown",
            Self::Changed => "changed",
        }
    }

    pub(crate) const fn text(self) -> Text {
        match self {
            Self::Any => text::FILTER_ALL,
            Self::Pass => text::FILTER_PASS,
            Self::Partial => text::FILTER_PARTIAL,
            Self::Blocked => text::FILTER_BLOCKED,
            Self::Unknown => text::FILTER_UNKNOWN,
            Self::Changed => text::FILTER_CHANGED,
        }
    }

    pub(crate) fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|wanted| wanted.word() == word).unwrap_or(Self::Any)
    }

    /// Whether a cell in this state is wanted; whether it changed is known to the caller only.
    pub(super) const fn fits(self, state: &CellState) -> bool {
        match state {
            CellState::Itself | CellState::NotFiltered => false,
            CellState::Pass => matches!(self, Self::Any | Self::Pass),
            CellState::Partial(some) => match self {
                Self::Any | Self::Partial => true,
                Self::Unknown => !some.unknown.is_empty(),
                Self::Pass | Self::Blocked | Self::Changed => false,
            },
            CellState::Blocked => matches!(self, Self::Any | Self::Blocked),
            CellState::Unknown => matches!(self, Self::Any | Self::Unknown),
        }
    }
}

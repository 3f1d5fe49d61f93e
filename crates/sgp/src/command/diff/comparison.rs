//! Two scenarios that are compared, and how changes are named.

use sg_core::connectivity::{CellChange, Change, Matrix, PairChange, Shift};
use sg_core::language::Text;
use sg_core::model::Scenario;

use crate::text;

/// A scenario with its matrix.
pub(super) struct Version {
    pub(super) scenario: Scenario,
    pub(super) matrix: Matrix,
}

/// Two scenarios and the differences between them.
pub(super) struct Comparison {
    pub(super) before: Version,
    pub(super) after: Version,
    /// The pairs whose verdicts change.
    pub(super) changes: Vec<CellChange>,
    /// The packets that change, in these pairs and in others, some only for another reason.
    pub(super) pairs: Vec<PairChange>,
}

pub(super) const fn change_text(change: Change) -> Text {
    match change {
        Change::Opened => text::OPENED,
        Change::Closed => text::CLOSED,
        Change::Widened => text::WIDENED,
        Change::Narrowed => text::NARROWED,
        Change::Changed => text::CHANGED,
    }
}

pub(super) const fn shift_text(shift: Shift) -> Text {
    match shift {
        Shift::Opened => text::OPENED,
        Shift::Closed => text::CLOSED,
        Shift::Reason => text::REASON_CHANGED,
    }
}

//! The text and glyph of a pair, shared by the matrix, the drawing and the list.

use crate::hooks::Session;
use crate::text::connectivity as text;
use sg_core::connectivity::{CellState, Change, PacketChoice};
use sg_core::explain::state_text;
use sg_core::language::Text;

/// A pair as a sentence; `names` are the names of its ends.
pub(crate) fn sentence(
    session: &Session,
    (from, to): (&str, &str),
    state: &CellState,
    choice: PacketChoice,
) -> String {
    let frame = match state {
        CellState::Itself => text::SAY_ITSELF,
        CellState::NotFiltered => text::SAY_NOT_FILTERED,
        CellState::Pass | CellState::Blocked | CellState::Partial(_) | CellState::Unknown => {
            text::SAY_CELL
        }
    };
    let state = in_words(session, state, choice);
    session.fill(frame, &[("from", from), ("to", to), ("state", &state)])
}

/// The short answer. For a single packet that passes, it does not say "all".
pub(crate) fn in_words(session: &Session, state: &CellState, choice: PacketChoice) -> String {
    match (state, choice) {
        (CellState::Pass, PacketChoice::One(_)) => session.say(text::PASSES).to_owned(),
        // Files and the command line use the older word `closed`.
        (CellState::Blocked, _) => session.say(text::BLOCKED).to_owned(),
        _ => state_text(state, session.language),
    }
}

/// The class and glyph of a state, so that it is never shown by colour alone.
pub(crate) const fn look(state: &CellState) -> (&'static str, &'static str) {
    match state {
        CellState::Itself | CellState::NotFiltered => ("self", "–"),
        CellState::Pass => ("pass", "✓"),
        CellState::Blocked => ("fail", "✗"),
        CellState::Partial(_) => ("part", "◐"),
        CellState::Unknown => ("unknown", "?"),
    }
}

/// The glyph of a change, and its text for screen readers.
pub(crate) const fn mark_of(change: Change) -> (&'static str, Text) {
    match change {
        Change::Opened => ("+", text::OPENED),
        Change::Closed => ("−", text::CLOSED),
        Change::Widened => ("~", text::WIDENED),
        Change::Narrowed => ("~", text::NARROWED),
        Change::Changed => ("~", text::CHANGED),
    }
}

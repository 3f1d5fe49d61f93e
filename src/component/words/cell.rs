//! A pair in a few words and one glyph: what the matrix, the drawing and the list say alike.

use crate::hooks::Session;
use crate::text::connectivity as text;
use sg_core::connectivity::{CellState, Change, PacketChoice};
use sg_core::explain::state_text;
use sg_core::language::Text;

/// A pair as a sentence: `names` are those of its ends.
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

/// The short answer. Of one packet that passes nobody says that all of it does.
pub(crate) fn in_words(session: &Session, state: &CellState, choice: PacketChoice) -> String {
    match (state, choice) {
        (CellState::Pass, PacketChoice::One(_)) => session.say(text::PASSES).to_owned(),
        // The word of the files and of the command line, `closed`, is an older one.
        (CellState::Blocked, _) => session.say(text::BLOCKED).to_owned(),
        _ => state_text(state, session.language),
    }
}

/// The class and the glyph of a state: never colour alone.
pub(crate) const fn look(state: &CellState) -> (&'static str, &'static str) {
    match state {
        CellState::Itself | CellState::NotFiltered => ("self", "–"),
        CellState::Pass => ("pass", "✓"),
        CellState::Blocked => ("fail", "✗"),
        CellState::Partial(_) => ("part", "◐"),
        CellState::Unknown => ("unknown", "?"),
    }
}

/// The mark of a change, and its word for those who do not see marks.
pub(crate) const fn mark_of(change: Change) -> (&'static str, Text) {
    match change {
        Change::Opened => ("+", text::OPENED),
        Change::Closed => ("−", text::CLOSED),
        Change::Widened => ("~", text::WIDENED),
        Change::Narrowed => ("~", text::NARROWED),
        Change::Changed => ("~", text::CHANGED),
    }
}

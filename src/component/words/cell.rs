//! The text and glyph of a pair, shared by the matrix, the drawing and the list.

use crate::derived::Reachability;
use crate::drawing::{BY_ADDRESS, PARTIAL_UNKNOWN};
use crate::hooks::Session;
use crate::text::{connectivity as text, lines};
use sg_core::connectivity::{CellState, Change, PacketChoice};
use sg_core::explain::state_text;
use sg_core::language::Text;

/// A pair as a sentence, with the names of its ends and its answer in words.
pub(crate) fn sentence(
    session: &Session,
    (from, to): (&str, &str),
    state: &CellState,
    words: &str,
) -> String {
    let frame = match state {
        CellState::Itself => text::SAY_ITSELF,
        CellState::NotFiltered => text::SAY_NOT_FILTERED,
        CellState::Pass | CellState::Blocked | CellState::Partial(_) | CellState::Unknown => {
            text::SAY_CELL
        }
    };
    session.fill(frame, &[("from", from), ("to", to), ("state", words)])
}

/// The short answer. For a single packet that passes, it does not say "all".
pub(crate) fn in_words(session: &Session, state: &CellState, choice: PacketChoice) -> String {
    match (state, choice) {
        (CellState::Pass, PacketChoice::One(_)) => session.say(text::PASSES).to_owned(),
        // Files and the command line use the older word `closed`.
        (CellState::Blocked, _) => session.say(text::BLOCKED).to_owned(),
        // Of a single packet there is nothing to say but for which addresses it passes.
        (CellState::Partial(some), PacketChoice::One(_))
            if some.depends_on_address && some.blocked.is_empty() && some.unknown.is_empty() =>
        {
            session.say(text::SOME_ADDRESSES).to_owned()
        }
        _ => state_text(state, session.language),
    }
}

/// The short answer at a row and column. Where these stand for pairs with different answers, it
/// says so.
pub(crate) fn words_at(
    session: &Session,
    seen: &Reachability,
    (from, to): (usize, usize),
    state: &CellState,
) -> String {
    let words = in_words(session, state, seen.choice);
    match seen.differs(from, to) {
        true => session.fill(lines::SOME_PAIRS, &[("packets", &words)]),
        false => words,
    }
}

/// The class and glyph of a state, so that it is never shown by colour alone. Of an answer that
/// depends on the address, the parts say what is unknown for which.
pub(crate) const fn look(state: &CellState) -> (&'static str, &'static str) {
    match state {
        CellState::Itself | CellState::NotFiltered => ("self", "–"),
        CellState::Pass => ("pass", "✓"),
        CellState::Blocked => ("fail", "✗"),
        CellState::Partial(some) if some.depends_on_address => ("part", BY_ADDRESS),
        CellState::Partial(some) if !some.unknown.is_empty() => ("part", PARTIAL_UNKNOWN),
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

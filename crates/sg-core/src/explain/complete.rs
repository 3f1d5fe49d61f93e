//! The whole answer of a cell in words: every port and every address, for files.

use std::sync::Arc;

use crate::connectivity::{AddressVerdicts, Cell, CellState, PacketChoice, PacketSet, Summary};
use crate::language::Language;

use super::addresses::addresses_text;
use super::name::{packets_text, state_text};
use super::text;

/// The answer of a cell without any abbreviation: `TCP 22, TCP 80-443`, `all but TCP 25`. Where it
/// depends on the address of an outside block, each answer names its addresses:
/// `TCP 22 (198.51.100.0/24); closed (203.0.113.0/24)`.
pub fn complete_text(cell: &Cell, choice: PacketChoice, language: Language) -> String {
    let CellState::Partial(_) = cell.state else { return state_text(&cell.state, language) };
    let said =
        |own: &AddressVerdicts| sets_text(&own.passing, &own.blocked, &own.unknown, language);
    match cell.by_verdict(choice).as_slice() {
        [only] => said(only),
        several => {
            let part = |own: &AddressVerdicts| {
                let addresses = addresses_text(&own.ranges).join(" ");
                let values = [("packets", &*said(own)), ("addresses", &*addresses)];
                text::CELL_OF_ADDRESSES.fill(language, &values)
            };
            several.iter().map(part).collect::<Vec<_>>().join("; ")
        }
    }
}

/// The same for the cells between the members of two lines, each with its number of pairs.
pub fn complete_line_text(
    answers: &[(Arc<Cell>, usize)],
    choice: PacketChoice,
    language: Language,
) -> String {
    let mut parts: Vec<(String, usize)> = Vec::new();
    for (cell, pairs) in answers {
        let said = complete_text(cell, choice, language);
        match parts.iter_mut().find(|(known, _)| *known == said) {
            Some((_, count)) => *count += pairs,
            None => parts.push((said, *pairs)),
        }
    }
    match parts.as_slice() {
        [] => state_text(&CellState::Itself, language),
        [(only, _)] => only.clone(),
        several => {
            let part = |(said, pairs): &(String, usize)| {
                let values = [("packets", &**said), ("count", &*pairs.to_string())];
                text::CELL_OF_PAIRS.fill(language, &values)
            };
            several.iter().map(part).collect::<Vec<_>>().join("; ")
        }
    }
}

/// A summary with every port; where answers differ, what passes for at least one of them.
pub fn complete_state_text(state: &CellState, language: Language) -> String {
    match state {
        CellState::Partial(Summary { passing, blocked, unknown, .. }) => {
            sets_text(passing, blocked, unknown, language)
        }
        CellState::Itself
        | CellState::Pass
        | CellState::Blocked
        | CellState::NotFiltered
        | CellState::Unknown => state_text(state, language),
    }
}

fn sets_text(
    passing: &[PacketSet],
    blocked: &[PacketSet],
    unknown: &[PacketSet],
    language: Language,
) -> String {
    let named = |sets: &[PacketSet]| {
        let sets: Vec<String> = sets.iter().map(|set| packets_text(set, language)).collect();
        sets.join(text::COMMA.get(language))
    };
    let word = |word: crate::language::Text| word.get(language).to_owned();
    match (passing.is_empty(), blocked.is_empty(), unknown.is_empty()) {
        (true, true, _) => word(text::CELL_UNKNOWN),
        (true, false, true) => word(text::CELL_CLOSED),
        (false, true, true) => word(text::CELL_ALL),
        (false, false, true) if blocked.len() < passing.len() => {
            text::CELL_ALL_BUT.fill(language, &[("packets", &named(blocked))])
        }
        (false, false, true) => named(passing),
        (_, _, false) => {
            let known = match passing.is_empty() {
                true => word(text::CELL_CLOSED),
                false => named(passing),
            };
            let values = [("packets", &*known), ("unknown", &*named(unknown))];
            text::CELL_WITH_UNKNOWN.fill(language, &values)
        }
    }
}

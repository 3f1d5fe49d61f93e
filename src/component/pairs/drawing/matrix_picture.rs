//! The matrix as an SVG file, described by the sentences of its cells.

use crate::component::pairs::drawing::picture::title;
use crate::component::words::cell::{look, sentence, words_at};
use crate::derived::Reachability;
use crate::drawing::{BY_ADDRESS, Caption, Ink, PARTIAL_UNKNOWN, Table, table_svg};
use crate::hooks::Session;
use crate::state::Selection;
use crate::text::{connectivity, views as text};
use sg_core::connectivity::CellState;
use sg_core::language::Language;

/// The matrix as an SVG document, for light or dark pages; `None` for an empty scenario.
pub fn matrix_svg(
    seen: &Reachability,
    selection: Option<&Selection>,
    language: Language,
    dark: bool,
) -> Option<String> {
    let session = Session::silent(language);
    let chosen = selection.and_then(|pair| seen.place(pair));
    if seen.ends.is_empty() {
        return None;
    }
    let name = |place: usize| seen.names.get(place).map(String::as_str).unwrap_or_default();
    let mut said = Vec::new();
    let mut row = |from: usize| {
        let cells = (0..seen.ends.len()).filter_map(|to| {
            let state = seen.cell(from, to)?.state.clone();
            let (_, glyph) = look(&state);
            let alone = matches!(state, CellState::Itself | CellState::NotFiltered);
            let words = match alone {
                true => String::new(),
                false => words_at(&session, seen, (from, to), &state),
            };
            if !alone {
                said.push(sentence(&session, (name(from), name(to)), &state, &words));
            }
            Some((glyph, ink_of(&state), words))
        });
        cells.collect()
    };
    let cells = (0..seen.ends.len()).map(&mut row).collect();
    let table =
        Table { corner: session.say(connectivity::FROM_TO), names: &seen.names, cells, chosen };
    let legend = [
        ("✓", Ink::Pass, text::FILTER_PASS),
        ("◐", Ink::Part, text::FILTER_PARTIAL),
        (BY_ADDRESS, Ink::Part, text::BY_ADDRESS),
        (PARTIAL_UNKNOWN, Ink::Part, text::PARTIAL_UNKNOWN),
        ("✗", Ink::Fail, text::FILTER_BLOCKED),
        ("?", Ink::Unknown, text::FILTER_UNKNOWN),
    ];
    let shown: Vec<&str> = table
        .cells
        .iter()
        .flatten()
        .map(|(glyph, _, _): &(&'static str, Ink, String)| *glyph)
        .collect();
    let legend = legend.into_iter().filter(|(glyph, _, _)| shown.contains(glyph));
    let title = title(&session, seen, None);
    let caption = Caption {
        title: &title,
        description: &said.join(session.gap()),
        language: language.tag(),
        legend: legend
            .map(|(glyph, ink, word)| (glyph, ink, session.say(word).to_owned()))
            .collect(),
        dark,
    };
    Some(table_svg(&table, &caption))
}

const fn ink_of(state: &CellState) -> Ink {
    match state {
        CellState::Itself | CellState::NotFiltered => Ink::Muted,
        CellState::Pass => Ink::Pass,
        CellState::Blocked => Ink::Fail,
        CellState::Partial(_) => Ink::Part,
        CellState::Unknown => Ink::Unknown,
    }
}

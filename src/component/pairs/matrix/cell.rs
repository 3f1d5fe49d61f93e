//! One cell of the matrix: a button for its pair.

use yew::prelude::*;

use crate::component::kit::end_name::end_name_at;
use crate::component::pairs::matrix::props::MatrixGridProps;
use crate::component::pairs::matrix::window::SMALL;
use crate::component::words::cell::{look, mark_of, sentence, words_at};
use crate::derived::PartsText;
use crate::hooks::Session;
use crate::state::Action;
use crate::text::{connectivity as text, lessons};
use sg_core::connectivity::CellState;

/// The context shared by all cells.
pub(crate) struct Grid<'a> {
    pub(crate) props: &'a MatrixGridProps,
    pub(crate) session: &'a Session,
    /// The selected cell.
    pub(crate) place: Option<(usize, usize)>,
    /// The grid's tab stop.
    pub(crate) stop: (usize, usize),
    /// What says the parts of an answer that depends on the address, once it is here.
    pub(crate) parts: Option<PartsText>,
}

impl Grid<'_> {
    /// The name of a row or column; shortened in a large matrix.
    pub(crate) fn name(&self, place: usize) -> Html {
        let seen = &self.props.reachability;
        if seen.names.len() > SMALL || seen.stands_for_several(place) {
            return end_name_at(seen, place);
        }
        html! { {for seen.names.get(place).cloned()} }
    }

    /// The head of a row. Where it stands for several ends, a button shows each of them, and the
    /// first of these hides them again. In the row of the tab stop, that button is one too.
    pub(crate) fn row_head(&self, row: usize) -> Html {
        let Self { props, session, stop, .. } = self;
        let lines = props.reachability.lines.as_ref();
        let opener = lines.and_then(|lines| Some((lines, lines.rows.get(row)?.opener.as_ref()?)));
        let Some((lines, (ends, open))) = opener else { return self.name(row) };
        let onclick = session.on(Action::Lines(lines.asked.toggled(ends, !open)));
        let tabindex = if stop.0 == row { "0" } else { "-1" };
        html! {
            <button type="button" class="opener" {tabindex} aria-expanded={open.to_string()} {onclick}>
                <span aria-hidden="true">{if *open { "▾ " } else { "▸ " }}</span>{self.name(row)}
            </button>
        }
    }

    pub(crate) fn cell(&self, from: usize, to: usize) -> Html {
        let Self { props, session, .. } = self;
        let seen = &props.reachability;
        let Some(cell) = seen.cell(from, to) else { return Html::default() };
        let Some(select) = seen.selecting(from, to) else { return Html::default() };
        if seen.hides_at(from, to) {
            return self.veiled((from, to), select);
        }
        let (class, glyph) = look(&cell.state);
        let mark = seen.mark(from, to).map(mark_of);
        let name = |place: usize| seen.names.get(place).map(String::as_str).unwrap_or_default();
        let state = words_at(session, seen, (from, to), &cell.state);
        let mut said = sentence(session, (name(from), name(to)), &cell.state, &state);
        let parts = self.parts.filter(|_| cell.state.depends_on_address());
        if let Some(parts) = parts.and_then(|say| say(seen, (from, to), session.language)) {
            said = session.fill(text::SAY_PARTS, &[("sentence", &said), ("parts", &parts)]);
        }
        if let Some((_, word)) = mark.filter(|_| !seen.foreseen()) {
            let change = session.say(word);
            said = session.fill(text::SAY_CHANGED, &[("sentence", &said), ("change", change)]);
        }
        let inside = html! {
            <>
                <span class="glyph" aria-hidden="true">{glyph}</span>
                if !matches!(cell.state, CellState::Itself | CellState::NotFiltered) {
                    <small>{state}</small>
                }
                if let Some((sign, _)) = mark {
                    <span class={classes!("change", seen.foreseen().then_some("preview"))}>{sign}</span>
                }
            </>
        };
        self.button((from, to), select, class, said, inside)
    }

    /// A cell with a hidden answer.
    fn veiled(&self, (from, to): (usize, usize), select: Action) -> Html {
        let Self { props, session, .. } = self;
        let names = &props.reachability.names;
        let name = |place: usize| names.get(place).map(String::as_str).unwrap_or_default();
        let said = session.fill(lessons::VEILED_CELL, &[("from", name(from)), ("to", name(to))]);
        let inside = html! {
            <>
                <span class="glyph" aria-hidden="true">{"?"}</span>
                <small aria-hidden="true">{session.say(lessons::GUESS)}</small>
            </>
        };
        self.button((from, to), select, "veiled", said, inside)
    }

    /// The cell with the button that selects its pair.
    fn button(
        &self,
        (from, to): (usize, usize),
        select: Action,
        class: &'static str,
        said: String,
        inside: Html,
    ) -> Html {
        let chosen = self.place == Some((from, to));
        html! {
            <td key={to} role="gridcell" aria-colindex={(to + 2).to_string()} aria-selected={chosen.to_string()} class={classes!(class, chosen.then_some("chosen"))}>
                <button
                    type="button"
                    id={cell_id(from, to)}
                    tabindex={if self.stop == (from, to) { "0" } else { "-1" }}
                    aria-label={said.clone()}
                    title={said}
                    onclick={self.session.on(select)}
                >
                    {inside}
                </button>
            </td>
        }
    }
}

/// The element id of a cell's button.
pub(crate) fn cell_id(from: usize, to: usize) -> String {
    format!("cell-{from}-{to}")
}

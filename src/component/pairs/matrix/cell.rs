//! One cell of the matrix: a button for its pair.

use yew::prelude::*;

use crate::component::kit::end_name::end_name_at;
use crate::component::pairs::matrix::props::MatrixGridProps;
use crate::component::pairs::matrix::window::SMALL;
use crate::component::words::cell::{in_words, look, mark_of, sentence};
use crate::hooks::Session;
use crate::state::{Action, Selection};
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
}

impl Grid<'_> {
    /// The name of a row or column; shortened in a large matrix.
    pub(crate) fn name(&self, place: usize) -> Html {
        let seen = &self.props.reachability;
        if seen.names.len() > SMALL {
            return end_name_at(seen, place);
        }
        html! { {for seen.names.get(place).cloned()} }
    }

    pub(crate) fn cell(&self, from: usize, to: usize) -> Html {
        let Self { props, session, .. } = self;
        let seen = &props.reachability;
        let Some(cell) = seen.cell(from, to) else { return Html::default() };
        let (Some(source), Some(destination)) = (seen.ends.get(from), seen.ends.get(to)) else {
            return Html::default();
        };
        let selection = Selection { from: source.clone(), to: destination.clone() };
        if self.is_veiled(&selection) {
            return self.veiled((from, to), selection);
        }
        let (class, glyph) = look(&cell.state);
        let mark = seen.mark(from, to).map(mark_of);
        let name = |place: usize| seen.names.get(place).map(String::as_str).unwrap_or_default();
        let mut said = sentence(session, (name(from), name(to)), &cell.state, seen.choice);
        if let Some((_, word)) = mark.filter(|_| !seen.foreseen()) {
            let change = session.say(word);
            said = session.fill(text::SAY_CHANGED, &[("sentence", &said), ("change", change)]);
        }
        let inside = html! {
            <>
                <span class="glyph">{glyph}</span>
                if !matches!(cell.state, CellState::Itself | CellState::NotFiltered) {
                    <small>{in_words(session, &cell.state, seen.choice)}</small>
                }
                if let Some((sign, _)) = mark {
                    <span class={classes!("change", seen.foreseen().then_some("preview"))}>{sign}</span>
                }
            </>
        };
        self.button((from, to), selection, class, said, inside)
    }

    fn is_veiled(&self, pair: &Selection) -> bool {
        self.props.hidden_answer.as_ref().is_some_and(|Selection { from, to }| {
            (&pair.from, &pair.to) == (from, to) || (&pair.from, &pair.to) == (to, from)
        })
    }

    /// A cell with a hidden answer.
    fn veiled(&self, (from, to): (usize, usize), selection: Selection) -> Html {
        let Self { props, session, .. } = self;
        let names = &props.reachability.names;
        let name = |place: usize| names.get(place).map(String::as_str).unwrap_or_default();
        let said = session.fill(lessons::VEILED_CELL, &[("from", name(from)), ("to", name(to))]);
        let inside = html! {
            <>
                <span class="glyph">{"?"}</span>
                <small aria-hidden="true">{session.say(lessons::GUESS)}</small>
            </>
        };
        self.button((from, to), selection, "veiled", said, inside)
    }

    /// The cell with the button that selects its pair.
    fn button(
        &self,
        (from, to): (usize, usize),
        selection: Selection,
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
                    onclick={self.session.on(Action::Select(selection))}
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

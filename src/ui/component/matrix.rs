//! Who reaches whom: every pair, one tab stop, arrow keys.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::connectivity::{CellChange, CellState, Change, End, PacketChoice};
use crate::explain::{end_label, state_text};
use crate::language::Text;
use crate::model::Scenario;
use crate::ui::derived::Reachability;
use crate::ui::hooks::{Session, use_session};
use crate::ui::platform;
use crate::ui::state::{Action, Selection};
use crate::ui::text::connectivity as text;

/// Properties of [`MatrixGrid`].
#[derive(Properties, PartialEq)]
pub struct MatrixGridProps {
    /// The scene, which gives ends their names.
    pub scenario: Arc<Scenario>,
    /// The matrix and its changes.
    pub reachability: Rc<Reachability>,
    /// The chosen cell.
    pub selection: Option<Selection>,
    /// Whether the changes are only what would happen.
    pub preview: bool,
}

/// A real table with row and column headers. The chosen cell is the grid's tab stop; arrow keys,
/// Home and End move the choice.
#[component]
pub fn MatrixGrid(props: &MatrixGridProps) -> Html {
    let session = use_session();
    let ends = &props.reachability.matrix.ends;
    if ends.len() < 2 {
        return html! { <p class="none">{session.say(text::NOTHING_TO_SHOW)}</p> };
    }
    let labels: Vec<String> = ends.iter().map(|end| end_label(&props.scenario, end)).collect();
    let onkeydown = {
        let (dispatch, reachability) = (session.dispatch.clone(), Rc::clone(&props.reachability));
        let selection = props.selection.clone();
        Callback::from(move |event: KeyboardEvent| {
            let ends = &reachability.matrix.ends;
            let Some((from, to)) = moved(&event.key(), place(ends, selection.as_ref()), ends.len())
            else {
                return;
            };
            if let (Some(row), Some(column)) = (ends.get(from), ends.get(to)) {
                event.prevent_default();
                dispatch.emit(Action::Select(Selection { from: row.clone(), to: column.clone() }));
                platform::focus(&cell_id(from, to));
            }
        })
    };
    html! {
        <div class="matrix-wrap">
            <table class="matrix" role="grid" aria-label={session.say(text::MATRIX)} {onkeydown}>
                <thead>
                    <tr>
                        <th class="corner" scope="col">{session.say(text::FROM_TO)}</th>
                        {for labels.iter().map(|label| html! { <th scope="col">{label.clone()}</th> })}
                    </tr>
                </thead>
                <tbody>
                    {for ends.iter().enumerate().map(|(from, end)| html! {
                        <tr key={from}>
                            <th scope="row">{labels.get(from).cloned()}</th>
                            {for ends.iter().enumerate().map(|(to, other)| cell(props, &session, (from, end), (to, other)))}
                        </tr>
                    })}
                </tbody>
            </table>
        </div>
    }
}

fn cell(
    props: &MatrixGridProps,
    session: &Session,
    (from, source): (usize, &End),
    (to, destination): (usize, &End),
) -> Html {
    let Some(cell) = props.reachability.matrix.cell(from, to) else { return Html::default() };
    let (class, glyph) = look(&cell.state);
    let selection = Selection { from: source.clone(), to: destination.clone() };
    let chosen = props.selection.as_ref() == Some(&selection);
    let change =
        props.reachability.changes.iter().find(|c| c.from == *source && c.to == *destination);
    let mark = change.map(mark_of);
    let mut sentence = sentence(props, session, &selection, &cell.state);
    if let Some((_, word)) = mark.filter(|_| !props.preview) {
        let change = session.say(word);
        sentence = session.fill(text::SAY_CHANGED, &[("sentence", &sentence), ("change", change)]);
    }
    html! {
        <td role="gridcell" aria-selected={chosen.to_string()} class={classes!(class, chosen.then_some("chosen"))}>
            <button
                type="button"
                id={cell_id(from, to)}
                tabindex={if chosen { "0" } else { "-1" }}
                aria-label={sentence.clone()}
                title={sentence}
                onclick={session.on(Action::Select(selection))}
            >
                <span class="glyph">{glyph}</span>
                if !matches!(cell.state, CellState::Itself | CellState::NotFiltered) {
                    <small>{in_words(props, session, &cell.state)}</small>
                }
                if let Some((sign, _)) = mark {
                    <span class={classes!("change", props.preview.then_some("preview"))}>{sign}</span>
                }
            </button>
        </td>
    }
}

/// A cell as a sentence.
fn sentence(
    props: &MatrixGridProps,
    session: &Session,
    pair: &Selection,
    state: &CellState,
) -> String {
    let (from, to) = (end_label(&props.scenario, &pair.from), end_label(&props.scenario, &pair.to));
    let text = match state {
        CellState::Itself => text::SAY_ITSELF,
        CellState::NotFiltered => text::SAY_NOT_FILTERED,
        CellState::Pass | CellState::Blocked | CellState::Partial(_) | CellState::Unknown => {
            text::SAY_CELL
        }
    };
    let state = in_words(props, session, state);
    session.fill(text, &[("from", &from), ("to", &to), ("state", &state)])
}

/// The short answer. Of one packet that passes nobody says that all of it does.
fn in_words(props: &MatrixGridProps, session: &Session, state: &CellState) -> String {
    match (state, props.reachability.matrix.choice) {
        (CellState::Pass, PacketChoice::One(_)) => session.say(text::PASSES).to_owned(),
        _ => state_text(state, session.language),
    }
}

/// The element id of a cell's button.
fn cell_id(from: usize, to: usize) -> String {
    format!("cell-{from}-{to}")
}

/// The class and the glyph of a state: never colour alone.
pub(super) const fn look(state: &CellState) -> (&'static str, &'static str) {
    match state {
        CellState::Itself | CellState::NotFiltered => ("self", "–"),
        CellState::Pass => ("pass", "✓"),
        CellState::Blocked => ("fail", "✗"),
        CellState::Partial(_) => ("part", "◐"),
        CellState::Unknown => ("unknown", "?"),
    }
}

/// The mark of a change, and its word for those who do not see marks.
const fn mark_of(change: &CellChange) -> (&'static str, Text) {
    match change.change {
        Change::Opened => ("+", text::OPENED),
        Change::Closed => ("−", text::CLOSED),
        Change::Widened => ("~", text::WIDENED),
        Change::Narrowed => ("~", text::NARROWED),
        Change::Changed => ("~", text::CHANGED),
    }
}

fn place(ends: &[End], selection: Option<&Selection>) -> (usize, usize) {
    let index = |end: &End| ends.iter().position(|other| other == end).unwrap_or_default();
    selection.map_or((0, 0), |selection| (index(&selection.from), index(&selection.to)))
}

/// Where a key leads from a cell; none for a key that does not move.
fn moved(key: &str, (from, to): (usize, usize), size: usize) -> Option<(usize, usize)> {
    let last = size.saturating_sub(1);
    Some(match key {
        "ArrowUp" => (from.saturating_sub(1), to),
        "ArrowDown" => (last.min(from + 1), to),
        "ArrowLeft" => (from, to.saturating_sub(1)),
        "ArrowRight" => (from, last.min(to + 1)),
        "Home" => (from, 0),
        "End" => (from, last),
        _ => return None,
    })
}

//! The matrix of all pairs, with one tab stop and arrow keys.

use yew::prelude::*;

use crate::component::pairs::matrix::cell::Grid;
use crate::component::pairs::matrix::props::MatrixGridProps;
use crate::component::pairs::matrix::sight::{measured, use_sight};
use crate::component::pairs::matrix::window::{COLUMN, ROW, SMALL, Window};
use crate::derived::{PARTS_TEXT, Reachability};
use crate::hooks::{use_chosen, use_seam, use_session};
use crate::text::connectivity as text;
use sg_core::connectivity::End;

mod cell;
pub mod props;
mod sight;
mod window;

/// A real table with row and column headers. The selected cell is the grid's tab stop; arrow keys,
/// Page Up, Page Down, Home and End move the selection. In a large scenario only the visible rows
/// and columns are rendered, each with its number.
#[component]
pub fn MatrixGrid(props: &MatrixGridProps) -> Html {
    let session = use_session();
    let place = use_chosen(&props.reachability, props.selection.as_ref());
    let (box_ref, sight, onkeydown) = use_sight(&session, &props.reachability, place);
    let onscroll = {
        let (box_ref, sight) = (box_ref.clone(), sight.setter());
        Callback::from(move |_: Event| sight.set(measured(&box_ref)))
    };
    let parts = use_seam(&PARTS_TEXT, has_outside(&props.reachability));
    let names = &props.reachability.names;
    let ends = names.len();
    if ends < 2 && !props.reachability.stands_for_several(0) {
        return html! { <p class="none">{session.say(text::NOTHING_TO_SHOW)}</p> };
    }
    let window = Window::new(ends, *sight);
    let grid = Grid { props, session: &session, place, stop: stop(&window, place), parts };
    let large = (ends > SMALL).then_some("large");
    let count = (ends + 1).to_string();
    let (before, after) = (window.columns.start, ends - window.columns.end);
    let gap = |columns: usize| (columns > 0).then(|| html! { <td aria-hidden="true"></td> });
    let head = |place: usize| {
        let title = names.get(place).cloned();
        html! { <th key={place} scope="col" aria-colindex={(place + 2).to_string()} {title}>{grid.name(place)}</th> }
    };
    html! {
        <div class={classes!("matrix-wrap", large)} ref={box_ref} {onscroll}>
            <table
                class={classes!("matrix", large, props.reachability.lines.as_ref().map(|_| "lines"))}
                role="grid"
                aria-label={session.say(text::MATRIX)}
                aria-rowcount={count.clone()}
                aria-colcount={count}
                {onkeydown}
            >
                <thead>
                    <tr aria-rowindex="1">
                        <th class="corner" scope="col" aria-colindex="1">{session.say(text::FROM_TO)}</th>
                        {spacer(before, COLUMN, true)}
                        {for window.columns.clone().map(head)}
                        {spacer(after, COLUMN, true)}
                    </tr>
                </thead>
                <tbody>
                    {spacer(window.rows.start, ROW, false)}
                    {for window.rows.clone().map(|from| html! {
                        <tr key={from} aria-rowindex={(from + 2).to_string()}>
                            <th scope="row" aria-colindex="1" title={names.get(from).cloned()}>{grid.row_head(from)}</th>
                            {gap(before)}
                            {for window.columns.clone().map(|to| grid.cell(from, to))}
                            {gap(after)}
                        </tr>
                    })}
                    {spacer(ends - window.rows.end, ROW, false)}
                </tbody>
            </table>
        </div>
    }
}

/// The tab stop: the selected cell or, if it is scrolled out of view, the first visible one.
fn stop(window: &Window, place: Option<(usize, usize)>) -> (usize, usize) {
    let first = (window.rows.start, window.columns.start);
    place.filter(|place| window.holds(*place)).unwrap_or(first)
}

/// Whether an answer may depend on the address of an outside block.
fn has_outside(seen: &Reachability) -> bool {
    seen.ends.iter().any(|end| matches!(end, End::Outside(_)))
}

/// A spacer for rows or columns that are not rendered.
fn spacer(count: usize, pitch: usize, columns: bool) -> Html {
    if count == 0 {
        return Html::default();
    }
    let length = (count * pitch - 2).to_string();
    let (width, height) = if columns { (length, "1".to_owned()) } else { ("1".to_owned(), length) };
    let room = html! { <svg class="room" {width} {height}></svg> };
    match columns {
        true => html! { <td class="spacer" aria-hidden="true">{room}</td> },
        false => html! { <tr class="spacer" aria-hidden="true"><td>{room}</td></tr> },
    }
}

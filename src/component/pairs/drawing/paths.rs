//! The paths of a drawing: thin ones from the selected end, and the selected path with its mark.

use yew::prelude::*;

use crate::component::pairs::drawing::sketch::Sketch;
use crate::component::words::cell::{look, mark_of};
use crate::derived::Reachability;
use crate::drawing::{Curve, PARTIAL_UNKNOWN, Point, Stop, curve, stop};
use sg_core::connectivity::{Cell, CellState, PacketChoice};

/// Where a blocked path is marked: near the side that blocks it.
const fn places(stop: Option<Stop>) -> &'static [f32] {
    match stop {
        Some(Stop::Egress) => &[0.14],
        Some(Stop::Ingress) => &[0.84],
        Some(Stop::Both) => &[0.14, 0.84],
        Some(Stop::Way) | None => &[0.5],
    }
}

/// Where the path of a cell is marked.
pub(crate) fn stops_of(cell: &Cell, choice: PacketChoice) -> &'static [f32] {
    match cell.state {
        CellState::Blocked => places(stop(cell, choice)),
        CellState::Itself
        | CellState::Pass
        | CellState::Partial(_)
        | CellState::NotFiltered
        | CellState::Unknown => &[0.5],
    }
}

/// The paths. They are described in the text alternative, the list and the explanation.
pub(crate) fn paths(seen: &Reachability, sketch: &Sketch, chosen: Option<(usize, usize)>) -> Html {
    let Some((from, to)) = chosen else { return Html::default() };
    let Some(start) = sketch.rect(from) else { return Html::default() };
    let layout = &sketch.layout;
    let others = sketch.ends.iter().filter(|(place, _)| *place != from && *place != to);
    let others =
        others.map(|(place, rect)| one(seen, (from, *place), curve(start, rect, layout), false));
    let own = sketch.rect(to).filter(|_| from != to);
    let own = own.map(|rect| one(seen, (from, to), curve(start, rect, layout), true));
    html! { <g aria-hidden="true">{for others}{own}</g> }
}

fn one(seen: &Reachability, (from, to): (usize, usize), curve: Curve, chosen: bool) -> Html {
    let Some(cell) = seen.cell(from, to) else { return Html::default() };
    let hidden = seen.hides_at(from, to);
    let state = if hidden { &CellState::Unknown } else { &cell.state };
    let (class, glyph) = look(state);
    let passes = match state {
        CellState::Pass | CellState::Partial(_) => true,
        CellState::Blocked | CellState::Unknown => false,
        CellState::Itself | CellState::NotFiltered => return Html::default(),
    };
    let stops = if hidden { &[0.5][..] } else { stops_of(&cell, seen.choice) };
    let class = classes!("path", class, chosen.then_some("chosen"));
    let line = match (passes, chosen) {
        (true, _) => html! { <path {class} d={curve.to_svg()} marker-end="url(#drawn-arrow)" /> },
        // Solid as far as the packets get, faint for the rest.
        (false, true) => {
            let reached = stops.last().copied().unwrap_or(0.5);
            html! {
                <>
                    <path class="path untaken" d={curve.to_svg()} />
                    <path {class} d={curve.until(reached).to_svg()} />
                </>
            }
        }
        // Only a stub at each side that blocks, so that the mark is next to its cause.
        (false, false) => {
            let stubs = stops.iter().map(|part| match *part < 0.5 {
                true => curve.until(*part),
                false => curve.after(*part),
            });
            html! { <>{for stubs.map(|stub| html! { <path class="path untaken" d={stub.to_svg()} /> })}</> }
        }
    };
    let shown = chosen || !passes;
    let badges =
        stops.iter().filter(|_| shown).map(|part| badge(curve.at(*part), glyph, state, chosen));
    let change = seen.mark(from, to).filter(|_| !hidden).map(|change| {
        let Point { x, y } = curve.at(0.5);
        html! { <text class={classes!("path-change", seen.foreseen().then_some("preview"))} x={format!("{x:.1}")} y={format!("{:.1}", y + 17.0)}>{mark_of(change).0}</text> }
    });
    html! { <>{line}{for badges}{change}</> }
}

fn badge(at: Point, glyph: &'static str, state: &CellState, chosen: bool) -> Html {
    let (x, y) = (format!("{:.1}", at.x), format!("{:.1}", at.y));
    let class = classes!("path-badge", look(state).0, chosen.then_some("chosen"));
    let radius = match chosen {
        true if glyph == PARTIAL_UNKNOWN => "11",
        true => "9",
        false => "6",
    };
    html! {
        <g {class}>
            <circle cx={x.clone()} cy={y} r={radius} />
            <text {x} y={format!("{:.1}", at.y + 4.0)}>{glyph}</text>
        </g>
    }
}

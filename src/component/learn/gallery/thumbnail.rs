//! A thumbnail of a scenario's matrix.

use yew::prelude::*;

use crate::component::words::cell::look;
use crate::hooks::use_session;
use crate::text::links as text;
use sg_core::connectivity::{CellState, CheckedDirections, Matrix, matrix};
use sg_core::lesson::Example;

/// Properties of [`Thumbnail`].
#[derive(Properties, PartialEq, Eq)]
pub struct ThumbnailProps {
    /// The id of the example.
    pub id: AttrValue,
}

/// The side of a cell in drawing units.
const SIDE: usize = 14;

/// Every cell as a coloured square with its glyph; the cell that the example is about is framed.
/// The text alternative gives the counts.
#[component]
pub fn Thumbnail(props: &ThumbnailProps) -> Html {
    let session = use_session();
    let drawn = use_memo(props.id.clone(), |id| drawn(id));
    let Some(Drawn { matrix, chosen }) = &*drawn else { return Html::default() };
    let size = matrix.ends.len();
    let places = || (0..size).flat_map(|row| (0..size).map(move |column| (row, column)));
    let states = || places().filter_map(|(row, column)| Some(&matrix.cell(row, column)?.state));
    let count = |wanted: fn(&CellState) -> bool| states().filter(|state| wanted(state)).count();
    let all = count(|state| !matches!(state, CellState::Itself | CellState::NotFiltered));
    let open = count(|state| matches!(state, CellState::Pass));
    let part = count(|state| matches!(state, CellState::Partial(_)));
    let [all, open, part] = [all, open, part].map(|number| number.to_string());
    let label = session.fill(text::THUMBNAIL, &[("open", &open), ("all", &all), ("part", &part)]);
    let extent = size * SIDE;
    let square = |(row, column): (usize, usize)| {
        let (class, glyph) = look(&matrix.cell(row, column)?.state);
        let (x, y) = (column * SIDE, row * SIDE);
        let chosen = *chosen == Some((row, column));
        Some(html! {
            <g class={classes!(class, chosen.then_some("chosen"))}>
                <rect x={(x + 1).to_string()} y={(y + 1).to_string()} width="12" height="12" rx="2" />
                <text x={(x + 7).to_string()} y={(y + 10).to_string()} text-anchor="middle">{glyph}</text>
            </g>
        })
    };
    html! {
        <svg
            class="thumbnail"
            role="img"
            aria-label={label}
            viewBox={format!("0 0 {extent} {extent}")}
            width={(extent + extent / 2).to_string()}
            height={(extent + extent / 2).to_string()}
        >
            {for places().filter_map(square)}
        </svg>
    }
}

struct Drawn {
    matrix: Matrix,
    chosen: Option<(usize, usize)>,
}

fn drawn(id: &str) -> Option<Drawn> {
    let example = Example::find(id)?;
    let scenario = example.scenario().ok()?;
    let matrix = matrix(&scenario, example.packet, CheckedDirections::Both);
    let chosen = example.ends(&scenario).and_then(|(from, to)| {
        let place = |wanted| matrix.ends.iter().position(|end| *end == wanted);
        Some((place(from)?, place(to)?))
    });
    Some(Drawn { matrix, chosen })
}

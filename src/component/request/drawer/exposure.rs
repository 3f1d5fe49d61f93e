//! Everything that the Internet can reach, as a table that can be sorted.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::copy::CopyButton;
use crate::component::request::drawer::exposure::order::{Order, in_order};
use crate::component::request::drawer::exposure::row::exposed_row;
use crate::hooks::{Session, use_growing, use_session};
use crate::text::exposure as text;
use sg_core::connectivity::{GroupBy, exposure, grouped_exposure};
use sg_core::export::{ExposureColumn, csv, exposure_lines, exposure_markdown};
use sg_core::model::Scenario;

mod order;
mod row;

/// Properties of [`ExposureTable`].
#[derive(Properties, PartialEq)]
pub(crate) struct ExposureTableProps {
    /// The scenario.
    pub(crate) scenario: Arc<Scenario>,
    /// Whether an open question would be answered by the table.
    pub(crate) hidden: bool,
}

/// The columns of the table. The rule has its id, description, creation time and group with it.
const COLUMNS: [ExposureColumn; 6] = [
    ExposureColumn::Risk,
    ExposureColumn::Address,
    ExposureColumn::Packets,
    ExposureColumn::Sources,
    ExposureColumn::Rule,
    ExposureColumn::Group,
];

/// How many rows are drawn per frame.
const PART: usize = 50;

/// The table, sorted by risk until a heading is pressed.
#[component]
pub(crate) fn ExposureTable(props: &ExposureTableProps) -> Html {
    let session = use_session();
    let order = use_state_eq(|| (ExposureColumn::Risk, false));
    let asked = (Arc::clone(&props.scenario), props.hidden);
    let rows = use_memo(asked, |(scenario, hidden)| {
        let rows = if *hidden { Vec::new() } else { exposure(scenario) };
        let count = rows.len();
        match GroupBy::usual(count) {
            GroupBy::Nothing => (rows, count),
            GroupBy::Role | GroupBy::SecurityGroup => (grouped_exposure(rows), count),
        }
    });
    let (rows, count) = &*rows;
    let sorted = use_memo(
        (Arc::clone(&props.scenario), rows.clone(), *order, session.language),
        |(scenario, rows, order, language)| in_order(scenario, rows, *order, *language),
    );
    let copies = use_memo(
        (Arc::clone(&props.scenario), rows.clone(), session.language),
        |(scenario, rows, language)| {
            let lines = exposure_lines(scenario, rows, *language);
            (exposure_markdown(scenario, rows, *language), csv(&lines))
        },
    );
    let drawn = use_growing(sorted.len(), PART);
    if props.hidden {
        return html! { <p class="none">{session.say(text::HIDDEN)}</p> };
    }
    if rows.is_empty() {
        return html! { <p class="none">{session.say(text::NOTHING)}</p> };
    }
    let scenario = &props.scenario;
    let numbers = [("count", &*count.to_string()), ("rows", &*rows.len().to_string())];
    let counted = if *count == rows.len() { text::COUNTED } else { text::COUNTED_SHARED };
    html! {
        <div class="exposure">
            <div class="filters">
                <span class="faint" role="status">{session.fill(counted, &numbers)}</span>
                <span class="grow"></span>
                <CopyButton label={session.say(text::COPY_MARKDOWN)} done={session.say(text::COPIED)} what={copies.0.clone()} />
                <CopyButton label={session.say(text::COPY_CSV)} done={session.say(text::COPIED)} what={copies.1.clone()} />
            </div>
            <div class="list-wrap">
                <table class="pairs">
                    <caption class="visually-hidden">{session.say(text::CAPTION)}</caption>
                    <thead><tr>{for COLUMNS.into_iter().map(|column| head(&session, column, &order))}</tr></thead>
                    <tbody>
                        {for sorted.iter().take(drawn).map(|row| exposed_row(&session, scenario, row, &COLUMNS))}
                    </tbody>
                </table>
            </div>
        </div>
    }
}

/// A heading that sorts by its column, and the other way round when it is pressed again.
fn head(session: &Session, column: ExposureColumn, order: &UseStateHandle<Order>) -> Html {
    let (sorted, reversed) = **order;
    let own = sorted == column;
    let direction = match (own, reversed) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    };
    let mark = match (own, reversed) {
        (false, _) => "",
        (true, false) => " ▴",
        (true, true) => " ▾",
    };
    let onclick = {
        let (order, next) = (order.setter(), (column, own && !reversed));
        Callback::from(move |_: MouseEvent| order.set(next))
    };
    html! {
        <th scope="col" aria-sort={direction}>
            <button type="button" class="link" {onclick}>{session.say(column.title())}<span aria-hidden="true">{mark}</span></button>
        </th>
    }
}

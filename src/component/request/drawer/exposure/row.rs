//! One row of the exposure table.

use yew::prelude::*;

use crate::hooks::Session;
use crate::state::Action;
use crate::text::exposure as text;
use sg_core::connectivity::{Exposure, Verdict};
use sg_core::export::{ExposureColumn, exposed_names};
use sg_core::model::{Rule, Scenario};

/// How many addresses of a shared row stand in its cell; the others unfold.
const MOST_ADDRESSES: usize = 3;

/// How many names of sensitive ports stand in a cell; more unfold.
const MOST_SERVICES: usize = 5;

/// A row with a cell for each column.
pub(super) fn exposed_row(
    session: &Session,
    scenario: &Scenario,
    row: &Exposure,
    columns: &[ExposureColumn],
) -> Html {
    let plain = |column: ExposureColumn| column.of(scenario, row, session.language);
    let content = |column: &ExposureColumn| match column {
        ExposureColumn::Risk => risk(row, plain(ExposureColumn::Risk)),
        ExposureColumn::Address => addresses(session, scenario, row),
        ExposureColumn::Packets => packets(session, row, &plain),
        ExposureColumn::Rule => rule(session, row, plain(ExposureColumn::Rule)),
        ExposureColumn::Group => group(session, row, plain(ExposureColumn::Group)),
        other @ (ExposureColumn::Name
        | ExposureColumn::Sources
        | ExposureColumn::Services
        | ExposureColumn::RuleId
        | ExposureColumn::Description
        | ExposureColumn::Created) => html! { {plain(*other)} },
    };
    // In a narrow page a row is a list, in which each value has the name of its column.
    let cell = |column: &ExposureColumn| {
        html! { <td data-column={session.say(column.title())}><div>{content(column)}</div></td> }
    };
    html! { <tr>{for columns.iter().map(cell)}</tr> }
}

fn risk(row: &Exposure, words: String) -> Html {
    let (class, glyph) = match row.verdict {
        Verdict::Unknown => ("severity muted", "?"),
        Verdict::Pass | Verdict::Blocked if row.is_critical() => ("severity bad", "▲"),
        Verdict::Pass | Verdict::Blocked => return Html::default(),
    };
    html! { <span {class}><span aria-hidden="true">{glyph}</span>{" "}{words}</span> }
}

/// The addresses with the names of what has them; many unfold.
fn addresses(session: &Session, scenario: &Scenario, row: &Exposure) -> Html {
    let names = exposed_names(scenario, row, session.language);
    let all = ExposureColumn::Address.of(scenario, row, session.language);
    let count = row.targets.len();
    if count <= MOST_ADDRESSES {
        return html! { <><b>{names}</b>{" "}<code translate="no">{all}</code></> };
    }
    let count = count.to_string();
    html! {
        <>
            <b>{names}</b>
            <details>
                <summary>{session.fill(text::ADDRESSES, &[("count", &count)])}</summary>
                <code translate="no">{all}</code>
            </details>
        </>
    }
}

/// The packets, with the names of the sensitive ports among them; many unfold.
fn packets(session: &Session, row: &Exposure, plain: &dyn Fn(ExposureColumn) -> String) -> Html {
    let services = plain(ExposureColumn::Services);
    let count = row.services.len();
    html! {
        <>
            {plain(ExposureColumn::Packets)}
            if count > MOST_SERVICES {
                <details>
                    <summary class="bad">{session.fill(text::SENSITIVE, &[("count", &count.to_string())])}</summary>
                    <span class="bad">{services}</span>
                </details>
            } else if !services.is_empty() {
                {" "}<span class="bad">{services}</span>
            }
        </>
    }
}

/// The rule as a button that leads to it, with its id, description and creation time.
fn rule(session: &Session, row: &Exposure, words: String) -> Html {
    let Some(rule) = decided(row) else { return html! { {words} } };
    let shown = session.on(Action::Show(rule.id.clone()));
    html! {
        <>
            <button type="button" class="chip-rule" onclick={shown}>{words}</button>
            <span class="muted">
                {" "}<code translate="no">{rule.id.to_string()}</code>
                if let Some(created) = rule.created.on_record() {
                    {" "}{created.to_string()}
                }
                if !rule.description.is_empty() {
                    {" "}<q>{rule.description.clone()}</q>
                }
            </span>
        </>
    }
}

fn group(session: &Session, row: &Exposure, words: String) -> Html {
    let Some((group, _)) = row.decider.rule() else { return Html::default() };
    let onclick = session.on(Action::FocusGroup(group.clone()));
    html! { <button type="button" class="link" {onclick}>{words}</button> }
}

fn decided(row: &Exposure) -> Option<&Rule> {
    row.decider.rule().map(|(_, rule)| rule.as_ref())
}

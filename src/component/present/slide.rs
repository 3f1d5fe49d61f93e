//! The slide of a step: its call, its outcome, and what it opened and closed.

use yew::prelude::*;

use crate::component::words::cell::mark_of;
use crate::component::words::edit::{describe, refusal_line};
use crate::derived::Reachability;
use crate::hooks::Session;
use crate::text::{present as text, timeline};
use sg_core::connectivity::{CellChange, Change};
use sg_core::history::{Edit, History, Outcome, Refusal, Step};
use sg_core::request::snippet::cli::command;

/// The most pairs that a list names.
const MOST_PAIRS: usize = 8;

/// The slide of the step that led to the scenario on display.
pub(crate) fn slide(session: &Session, history: &History, seen: &Reachability) -> Html {
    let position = history.position();
    let step = position.checked_sub(1).and_then(|index| history.steps().get(index));
    let Some(step) = step else {
        let said = match history.steps().is_empty() {
            true => session.say(text::NO_STEPS),
            false => session.say(timeline::BEGINNING),
        };
        return html! { <section class="slide" aria-live="polite"><h2>{said}</h2></section> };
    };
    let before = history.scenario_at(position.saturating_sub(1));
    let call = match &step.edit {
        Edit::Call(call) => command(call).ok(),
        Edit::Topology(_) => None,
    };
    html! {
        <section class="slide" aria-live="polite">
            <h2>{describe(session, before, &step.edit)}</h2>
            if let Some(call) = call {
                <pre translate="no">{call}</pre>
            }
            {outcome(session, step)}
            {effect(session, step, seen)}
        </section>
    }
}

fn outcome(session: &Session, step: &Step) -> Html {
    match &step.outcome {
        Outcome::Replied(_) => html! { <p class="ok"><b translate="no">{"200"}</b></p> },
        Outcome::Done => Html::default(),
        Outcome::Refused(error) => {
            let refused = Refusal::Api(error.clone());
            html! { <p class="bad"><span aria-hidden="true">{"✗ "}</span>{refusal_line(session, &refused)}</p> }
        }
        Outcome::Impossible(error) => {
            let refused = Refusal::Topology(error.clone());
            html! { <p class="bad"><span aria-hidden="true">{"✗ "}</span>{refusal_line(session, &refused)}</p> }
        }
    }
}

/// What the step opened and closed. An answer that is to be predicted is not told.
fn effect(session: &Session, step: &Step, seen: &Reachability) -> Html {
    if seen.hidden.is_some() || step.opens() {
        return Html::default();
    }
    if seen.uncompared > 0 {
        let count = seen.uncompared.to_string();
        return html! { <p>{session.fill(text::MANY, &[("count", &count)])}</p> };
    }
    if seen.changes.is_empty() {
        return html! { <p>{session.say(text::NO_EFFECT)}</p> };
    }
    let opens = |change: Change| matches!(change, Change::Opened | Change::Widened);
    let closes = |change: Change| matches!(change, Change::Closed | Change::Narrowed);
    let of = |wanted: &dyn Fn(Change) -> bool| -> Vec<&CellChange> {
        seen.changes.iter().filter(|own| wanted(own.change)).collect()
    };
    html! {
        <>
            {list(session, seen, text::OPENED, &of(&opens))}
            {list(session, seen, text::CLOSED, &of(&closes))}
            {list(session, seen, text::OTHERWISE, &of(&|change| change == Change::Changed))}
        </>
    }
}

fn list(
    session: &Session,
    seen: &Reachability,
    title: sg_core::language::Text,
    changes: &[&CellChange],
) -> Html {
    if changes.is_empty() {
        return Html::default();
    }
    let item = |own: &&CellChange| {
        let (sign, word) = mark_of(own.change);
        let pair = format!(
            "{} → {}",
            seen.label(&own.from, session.language),
            seen.label(&own.to, session.language)
        );
        html! {
            <li>
                <span class="sign" aria-hidden="true">{sign}</span>{pair}
                if matches!(own.change, Change::Widened | Change::Narrowed | Change::Changed) {
                    {" "}<span class="muted">{session.say(word)}</span>
                }
            </li>
        }
    };
    let more = changes.len().saturating_sub(MOST_PAIRS);
    html! {
        <>
            <h3>{session.fill(title, &[("count", &changes.len().to_string())])}</h3>
            <ul class="slide-pairs">
                {for changes.iter().take(MOST_PAIRS).map(item)}
                if more > 0 {
                    <li class="muted">{session.fill(text::MORE, &[("count", &more.to_string())])}</li>
                }
            </ul>
        </>
    }
}

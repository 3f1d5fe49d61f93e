//! One line of the timeline: an action, its outcome, and the effect on the selected pair.

use yew::prelude::*;

use crate::component::words::cell::{in_words as state_in_words, look};
use crate::component::words::edit::describe;
use crate::component::words::topology_error::in_words;
use crate::hooks::Session;
use crate::state::{Action, RequestEdit};
use crate::text::timeline as text;
use sg_core::connectivity::PacketChoice;
use sg_core::history::{Edit, History, Outcome, Transition};

/// The number jumps to the step; the call loads it into the request pane.
pub(crate) fn timeline_step(
    session: &Session,
    history: &History,
    transition: &Transition,
    pair: Option<&str>,
) -> Html {
    let position = transition.position;
    let current = position == history.position();
    let number = position.to_string();
    let go = session.fill(text::GO, &[("number", &number)]);
    let class = classes!(
        (position > history.position()).then_some("undone"),
        transition.changed.then_some("turned")
    );
    html! {
        <li key={position} {class} aria-current={current.then_some("step")}>
            <button type="button" class="number" aria-label={go.clone()} title={go} onclick={session.on(Action::Scrub(position))}>{number}</button>
            {what(session, history, position)}
            if let (Some(pair), Some(state)) = (pair, &transition.state) {
                <span class="fared" title={pair.to_owned()}>
                    <span class={classes!("glyph", look(state).0)} aria-hidden="true">{look(state).1}</span>
                    {" "}{state_in_words(session, state, PacketChoice::All)}
                    if transition.changed {
                        {" "}<span class="tag">{session.say(text::CHANGED_HERE)}</span>
                    }
                </span>
            }
        </li>
    }
}

/// The step that led to a position: when, what, with what outcome. The first position has none.
fn what(session: &Session, history: &History, position: usize) -> Html {
    let step = position.checked_sub(1).and_then(|index| history.steps().get(index));
    let Some(step) = step else {
        return html! { <span class="did muted">{session.say(text::BEGINNING)}</span> };
    };
    let (class, outcome) = match &step.outcome {
        Outcome::Replied(_) => ("ok", "200".to_owned()),
        Outcome::Refused(error) => ("bad", format!("{} {}", error.status(), error.code())),
        Outcome::Done => ("muted", session.say(text::TOPOLOGY_EDIT).to_owned()),
        Outcome::Impossible(error) => ("bad", in_words(session, error)),
    };
    let name = describe(session, history.scenario_at(position.saturating_sub(1)), &step.edit);
    let name = match &step.edit {
        Edit::Call(call) => {
            let load = session.on(Action::Request(RequestEdit::Load(call.clone())));
            html! { <button type="button" class="link" title={session.say(text::LOAD)} onclick={load}>{name}</button> }
        }
        Edit::Topology(_) => html! { <span>{name}</span> },
    };
    html! {
        <>
            <time class="mono faint">{step.env.now.to_string()}</time>
            <span class="did">{name}{" "}<b {class}>{outcome}</b></span>
        </>
    }
}

//! Everything done so far, in order, undone steps included.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::history::{Edit, History, Outcome, Step};
use crate::model::Scenario;
use crate::ui::component::strip::describe;
use crate::ui::hooks::use_session;
use crate::ui::state::{Action, RequestEdit};
use crate::ui::text::request as text;

/// Properties of [`Log`].
#[derive(Properties, PartialEq)]
pub(super) struct LogProps {
    /// The scene, which gives groups their names.
    pub(super) scenario: Arc<Scenario>,
    /// The log.
    pub(super) history: Rc<History>,
}

/// A line per step. Choosing a call loads it into the request pane.
#[component]
pub(super) fn Log(props: &LogProps) -> Html {
    let session = use_session();
    if props.history.steps().is_empty() {
        return html! { <p class="none">{session.say(text::NO_CALLS)}</p> };
    }
    let line = |(place, step): (usize, &Arc<Step>)| {
        let undone = place >= props.history.position();
        let (class, outcome) = match &step.outcome {
            Outcome::Replied(_) => ("ok", "200".to_owned()),
            Outcome::Refused(error) => ("bad", format!("{} {}", error.status(), error.code())),
            Outcome::Done => ("muted", session.say(text::WORLD_EDIT).to_owned()),
            Outcome::Impossible(error) => ("bad", error.to_string()),
        };
        let what = describe(&session, &props.scenario, &step.edit);
        let name = match &step.edit {
            Edit::Call(call) => {
                let load = session.on(Action::Request(RequestEdit::Load(call.clone())));
                html! { <button type="button" class="link" title={session.say(text::LOAD)} onclick={load}>{what}</button> }
            }
            Edit::World(_) => html! { <span>{what}</span> },
        };
        html! {
            <li key={place} class={classes!(undone.then_some("undone"))}>
                <span class="mono faint">{step.env.now.to_string()}</span>
                {name}
                <b class={class}>{outcome}</b>
                if undone {
                    <span class="faint">{session.say(text::UNDONE)}</span>
                }
            </li>
        }
    };
    html! { <ol class="log">{for props.history.steps().iter().enumerate().map(line)}</ol> }
}

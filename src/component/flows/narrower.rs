//! A rule that could be narrower, with a button that makes it so.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::flows::pressing::rule_button;
use crate::component::kit::copy::CopyButton;
use crate::component::kit::proposed::{ProposedProps, proposed};
use crate::derived::Proposals;
use crate::hooks::Session;
use crate::state::Presentation;
use crate::text::flows as text;
use sg_core::emulator::Call;
use sg_core::explain::{edits_in_words, plain};
use sg_core::flow_log::Narrowing;
use sg_core::flow_report::{Words, seen_line};
use sg_core::history::{Edit, as_calls};
use sg_core::request::snippet::cli::command;

/// The rule, what the log has seen of it, and the proposal.
pub(super) fn narrower_line(
    session: &Session,
    presentation: &Presentation,
    to: &Rc<Proposals>,
    own: &Narrowing,
    words: Words<'_>,
) -> Html {
    let head = rule_button(session, to.scenario(), (&own.group, &own.rule), words);
    html! {
        <li>
            <span class="sign" aria-hidden="true">{"→"}</span>
            <div class="said">
                {head}
                <p class="muted">{seen_line(own, words)}</p>
                {proposal(session, presentation, to, own)}
            </div>
        </li>
    }
}

/// The edits, as a button. They may no longer fit the scenario.
fn proposal(
    session: &Session,
    presentation: &Presentation,
    to: &Rc<Proposals>,
    own: &Narrowing,
) -> Html {
    let scenario = to.scenario();
    // Rules are looked up by their id, so one that was changed since must be told apart.
    let group = scenario.group(&own.group);
    let same = group.is_some_and(|group| group.rules.contains(&own.rule));
    let Some(calls) = as_calls(scenario, &own.edits).ok().filter(|_| same) else {
        return html! { <p class="muted">{session.say(text::NARROW_GONE)}</p> };
    };
    let commands = calls_text(&calls);
    let calls: Vec<Edit> = calls.into_iter().map(Edit::Call).collect();
    let locked = presentation.rejects(scenario, &calls);
    let said = plain(&edits_in_words(scenario, &own.edits, session.language));
    html! {
        <div class="cure">
            <button type="button" class="apply" disabled={locked} onclick={session.edit_all(calls)}>{said}</button>
            {proposed(ProposedProps { to: Rc::clone(to), edits: own.edits.clone(), hidden: false })}
            <details>
                <summary>{session.say(text::CALLS)}</summary>
                <pre translate="no">{commands.clone()}</pre>
                <CopyButton label={session.say(text::COPY)} done={session.say(text::COPIED)} what={commands} />
            </details>
        </div>
    }
}

fn calls_text(calls: &[Call]) -> String {
    let commands: Vec<String> = calls.iter().filter_map(|call| command(call).ok()).collect();
    commands.join("\n")
}

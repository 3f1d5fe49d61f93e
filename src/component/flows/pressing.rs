//! What a press on a line does: it closes the dialog, and shows in the page what the line is about.

use std::sync::Arc;

use yew::prelude::*;

use crate::derived::{ShownPair, pair_of};
use crate::hooks::Session;
use crate::state::{Action, LocationEdit};
use crate::text::flows as text;
use sg_core::connectivity::PacketChoice;
use sg_core::flow_log::Disagreement;
use sg_core::flow_report::{Words, rule_line};
use sg_core::model::{Rule, Scenario, SecurityGroupId};

/// The headline of a disagreement as a button that selects its pair and packets, so that the answer
/// explains it; or why there is no such pair.
pub(super) fn show_button(
    session: &Session,
    scenario: &Scenario,
    own: &Disagreement,
    head: String,
) -> (Html, Option<String>) {
    let Some(ShownPair { pair, address, packet }) = pair_of(scenario, own) else {
        let note = session.fill(text::NO_PAIR, &[("address", &own.record.remote.to_string())]);
        return (html! { <b>{head}</b> }, Some(note));
    };
    let choice = packet.map_or(PacketChoice::All, PacketChoice::One);
    let actions = vec![Action::Ask(choice), Action::Select(pair), Action::Address(address)];
    let title = session.say(text::SHOW_PAIR);
    (
        html! { <button type="button" class="link" {title} onclick={show(session, actions)}>{head}</button> },
        None,
    )
}

/// A rule as a button that shows it in its group, if the scenario still has it.
pub(super) fn rule_button(
    session: &Session,
    scenario: &Scenario,
    (group, rule): (&SecurityGroupId, &Arc<Rule>),
    words: Words<'_>,
) -> Html {
    let said = rule_line(group, rule, words);
    let has = |id| scenario.group(id).is_some_and(|own| own.rules.iter().any(|r| r.id == rule.id));
    if !has(group) {
        return html! { {said} };
    }
    let actions = vec![Action::FocusGroup(group.clone()), Action::Show(rule.id.clone())];
    html! { <button type="button" class="link" onclick={show(session, actions)}>{said}</button> }
}

fn show(session: &Session, actions: Vec<Action>) -> Callback<MouseEvent> {
    let dispatch = session.dispatch.clone();
    let close = Action::Location(LocationEdit::Dialog(None));
    Callback::from(move |_: MouseEvent| {
        actions.iter().chain([&close]).for_each(|action| dispatch.emit(action.clone()));
    })
}

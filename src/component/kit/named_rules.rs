//! What is on record of the rules that a text names: creation time, group, description and id, the
//! newest first, because it is the first suspect when something has just changed.

use yew::prelude::*;

use crate::component::words::parts::rule_chip;
use crate::hooks::Session;
use sg_core::explain::NamedRule;
use sg_core::model::Scenario;

/// The list; nothing if there is no rule.
pub(crate) fn rules_on_record(
    session: &Session,
    scenario: &Scenario,
    rules: &[NamedRule<'_>],
) -> Html {
    if rules.is_empty() {
        return Html::default();
    }
    html! { <ul class="on-record">{for rules.iter().map(|named| item(session, scenario, named))}</ul> }
}

fn item(session: &Session, scenario: &Scenario, named: &NamedRule<'_>) -> Html {
    let NamedRule { group, rule } = named;
    let text = rule.in_words(scenario, session.language);
    html! {
        <li>
            <span class="when">{named.time(session.language)}</span>
            <span>
                <b>{group.label().to_owned()}</b>{" "}{rule_chip(session, &rule.id, &text)}
                if !rule.description.is_empty() {
                    {" "}<q>{rule.description.clone()}</q>
                }
                {" "}<code translate="no">{rule.id.to_string()}</code>
            </span>
        </li>
    }
}

//! The rules that were created since a moment.

use yew::prelude::*;

use crate::component::kit::named_rules::rules_on_record;
use crate::hooks::Session;
use crate::text::{answer, problems as text};
use sg_core::explain::{NamedRule, rules_since};
use sg_core::model::{Scenario, Timestamp};

/// How many of the rules created since a moment are shown at first.
const NEWEST: usize = 10;

/// All rules created since a moment, the newest first, whether a finding names them or not.
pub(super) fn created_since(session: &Session, scenario: &Scenario, since: Timestamp) -> Html {
    let rules = rules_since(scenario, since);
    let (newest, older) = rules.split_at(rules.len().min(NEWEST));
    let count = |rules: &[NamedRule<'_>]| rules.len().to_string();
    let title = match rules.is_empty() {
        true => session.fill(text::NO_RULE_SINCE, &[("time", &since.to_string())]),
        false => session
            .fill(text::RULES_SINCE, &[("count", &*count(&rules)), ("time", &*since.to_string())]),
    };
    html! {
        <section class="named-rules">
            <h3>{title}</h3>
            {rules_on_record(session, scenario, newest)}
            if !older.is_empty() {
                <details>
                    <summary>{session.fill(answer::OLDER_RULES, &[("count", &count(older))])}</summary>
                    {rules_on_record(session, scenario, older)}
                </details>
            }
        </section>
    }
}

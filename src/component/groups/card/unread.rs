//! What is not known of a group's rules.

use std::sync::Arc;

use yew::prelude::*;

use crate::hooks::use_session;
use crate::text::groups as text;
use sg_core::model::{Scenario, SecurityGroup, UnreadRule};

/// Properties of [`UnreadRules`].
#[derive(Properties, PartialEq, Eq)]
pub(crate) struct UnreadRulesProps {
    /// The scenario.
    pub(crate) scenario: Arc<Scenario>,
    /// The group.
    pub(crate) group: Arc<SecurityGroup>,
}

/// A sentence for each rule that is known in part, with where it was found.
#[component]
pub(crate) fn UnreadRules(props: &UnreadRulesProps) -> Html {
    let session = use_session();
    let unread = &props.group.unread;
    let line = |rule: &Arc<UnreadRule>| {
        let rule_said = rule.in_words(&props.scenario, session.language);
        let origin = Some(rule.origin()).filter(|origin| !origin.is_empty());
        html! {
            <li>
                {session.fill(text::UNREAD_RULE, &[("rule", &rule_said)])}
                if let Some(origin) = origin {
                    {" "}<small class="faint" translate="no">{origin}</small>
                }
            </li>
        }
    };
    html! {
        <ul class="unread">
            {for unread.rules.iter().map(line)}
            if unread.more_rules {
                <li>{session.say(text::UNREAD_MORE_RULES)}</li>
            }
        </ul>
    }
}

//! A read-only scenario: groups with their rules in list order, addresses and members. Nothing in
//! it hints at the answer.

use yew::prelude::*;

use crate::component::kit::table::table_head;
use crate::component::learn::quiz::ends::{ends, label};
use crate::component::words::rule::{peer_label, ports_label};
use crate::hooks::Session;
use crate::text::{connectivity, groups, quiz as text, rules};
use sg_core::model::{
    Direction, GroupType, InnerAccessPolicy, Rule, RulePolicy, Scenario, SecurityGroup,
};

/// The scenario in words and tables.
pub(crate) fn quiz_scenario(session: &Session, scenario: &Scenario) -> Html {
    html! {
        <div class="quiz-scenario">
            {for scenario.groups().map(|group| card(session, scenario, group))}
            {ends(session, scenario)}
        </div>
    }
}

fn card(session: &Session, scenario: &Scenario, group: &SecurityGroup) -> Html {
    let (kind, policy) = match group.group_type {
        GroupType::Basic(InnerAccessPolicy::Accept) => {
            (groups::BASIC_GROUP, Some(groups::ACCEPT_MEANS))
        }
        GroupType::Basic(InnerAccessPolicy::Drop) => {
            (groups::BASIC_GROUP, Some(groups::DROP_MEANS))
        }
        GroupType::Advanced => (groups::ADVANCED_GROUP, None),
    };
    let members: Vec<String> =
        scenario.members(&group.id).map(|own| label(session, scenario, own)).collect();
    let members = members.join(session.say(connectivity::LIST_SEPARATOR));
    html! {
        <article class="group" key={group.id.to_string()}>
            <h3 class="quiz-group">
                <b class="name">{group.label().to_owned()}</b>
                <span class="kind">{session.say(kind)}</span>
                if let Some(policy) = policy {
                    <span class="tag">
                        {session.say(policy)}{" · "}
                        <code translate="no">{group.group_type.inner_access_policy().as_str()}</code>
                    </span>
                }
            </h3>
            <p class="quiz-members">{session.fill(text::MEMBERS, &[("members", &members)])}</p>
            {listed(session, scenario, group)}
        </article>
    }
}

fn listed(session: &Session, scenario: &Scenario, group: &SecurityGroup) -> Html {
    if group.rules.is_empty() {
        return html! { <p class="none">{session.say(text::NO_RULES)}</p> };
    }
    let head = [
        text::DIRECTION,
        rules::ACTION,
        rules::PRIORITY_SHORT,
        rules::PROTOCOL,
        rules::PORT_SHORT,
        rules::PEER,
    ];
    html! {
        <div class="rules-wrap">
            <table class="rules" aria-label={session.fill(text::RULES_OF, &[("group", group.label())])}>
                {table_head(session, &head)}
                <tbody>{for group.rules.iter().map(|rule| row(session, scenario, rule))}</tbody>
            </table>
        </div>
    }
}

fn row(session: &Session, scenario: &Scenario, rule: &Rule) -> Html {
    let direction = match rule.spec.direction {
        Direction::Ingress => rules::INBOUND,
        Direction::Egress => rules::OUTBOUND,
    };
    let (class, action) = match rule.spec.policy {
        RulePolicy::Accept => ("act accept", rules::ALLOW),
        RulePolicy::Drop => ("act drop", rules::DENY),
    };
    html! {
        <tr key={rule.id.to_string()}>
            <td>{session.say(direction)}</td>
            <td {class}>{session.say(action)}{" "}<small class="faint" translate="no">{rule.spec.policy.as_str()}</small></td>
            <td data-label={session.say(rules::PRIORITY_SHORT)}>{rule.spec.priority.get()}</td>
            <td>{rule.spec.protocol.protocol().to_string()}</td>
            <td>{ports_label(scenario, rule)}</td>
            <td class="mono">{peer_label(scenario, rule)}</td>
        </tr>
    }
}

//! The rules of one direction of a group, in the console's column order.

use std::sync::Arc;

use yew::prelude::*;

use crate::emulator::Call;
use crate::history::Edit;
use crate::language::Text;
use crate::model::{
    Direction, GroupType, InnerAccessPolicy, Peer, Rule, RuleId, RulePolicy, Scenario,
    SecurityGroup,
};
use crate::ui::hooks::use_session;
use crate::ui::platform;
use crate::ui::text::rules as text;

/// Properties of [`RuleTable`].
#[derive(Properties, PartialEq)]
pub struct RuleTableProps {
    /// The scene, which gives groups their names.
    pub scenario: Arc<Scenario>,
    /// Whose rules.
    pub group: Arc<SecurityGroup>,
    /// Inbound or outbound.
    pub direction: Direction,
    /// The rule that decides the chosen cell, lit up.
    pub lit: Option<RuleId>,
    /// The rule that was asked to be shown: lit up and scrolled into view.
    pub shown: Option<RuleId>,
}

/// The table, or what holds without custom rules.
#[component]
pub fn RuleTable(props: &RuleTableProps) -> Html {
    let session = use_session();
    let rules: Vec<_> = props.group.rules_of(props.direction).cloned().collect();
    if rules.is_empty() {
        return html! {
            <p class="none">{session.say(implicit(props.group.group_type, props.direction))}</p>
        };
    }
    let peer = match props.direction {
        Direction::Ingress => text::SOURCE,
        Direction::Egress => text::DESTINATION,
    };
    let head = [
        text::ACTION,
        text::PRIORITY_SHORT,
        text::PROTOCOL,
        text::PORT_SHORT,
        peer,
        text::DESCRIPTION,
    ];
    html! {
        <div class="rules-wrap">
            <table class="rules">
                <thead>
                    <tr>
                        {for head.into_iter().map(|text| html! { <th scope="col">{session.say(text)}</th> })}
                        <th scope="col"><span class="visually-hidden">{session.say(text::OPERATIONS)}</span></th>
                    </tr>
                </thead>
                <tbody>{for rules.iter().map(|rule| html! {
                    <RuleRow
                        key={rule.id.to_string()}
                        scenario={Arc::clone(&props.scenario)}
                        group={Arc::clone(&props.group)}
                        rule={Arc::clone(rule)}
                        lit={props.lit.as_ref() == Some(&rule.id)}
                        shown={props.shown.as_ref() == Some(&rule.id)}
                    />
                })}</tbody>
            </table>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RuleRowProps {
    scenario: Arc<Scenario>,
    group: Arc<SecurityGroup>,
    rule: Arc<Rule>,
    lit: bool,
    shown: bool,
}

#[component]
fn RuleRow(props: &RuleRowProps) -> Html {
    let session = use_session();
    let RuleRowProps { scenario, group, rule, lit, shown } = props;
    let id = format!("rule-{}", rule.id);
    use_effect_with((id.clone(), *shown), |(id, shown)| {
        if *shown {
            platform::reveal(id);
        }
    });
    let (class, action) = match rule.policy {
        RulePolicy::Accept => ("act accept", text::ALLOW),
        RulePolicy::Drop => ("act drop", text::DENY),
    };
    let revoke = Edit::Call(Call::revoke(
        scenario.region(),
        &group.id,
        rule.direction,
        std::slice::from_ref(&rule.id),
    ));
    let name = session.fill(text::DELETE_RULE, &[("rule", &rule.to_string())]);
    html! {
        <tr {id} class={classes!((*lit || *shown).then_some("lit"))}>
            <td class={class} title={rule.policy.as_str()}>{session.say(action)}</td>
            <td>{rule.priority.get()}</td>
            <td>{rule.protocol.name().to_string()}</td>
            <td>{rule.protocol.port_range_text()}</td>
            <td class="mono">{peer_label(scenario, &rule.peer)}</td>
            <td class="muted">{rule.description.clone()}</td>
            <td>
                <button type="button" class="icon" aria-label={name.clone()} title={name} onclick={session.on_edit(revoke)}>
                    {"×"}
                </button>
            </td>
        </tr>
    }
}

/// A group by its name, an address block as it stands.
fn peer_label(scenario: &Scenario, peer: &Peer) -> String {
    match peer {
        Peer::Group(id) => {
            scenario.group(id).map_or_else(|| id.to_string(), |g| g.label().to_owned())
        }
        Peer::Cidr(_) | Peer::PrefixList(_) => peer.to_string(),
    }
}

/// What holds where no custom rule matches (the ordered tables of the types page).
const fn implicit(group_type: GroupType, direction: Direction) -> Text {
    match (group_type, direction) {
        (GroupType::Basic(InnerAccessPolicy::Accept), Direction::Ingress) => {
            text::IMPLICIT_BASIC_ACCEPT_IN
        }
        (GroupType::Basic(InnerAccessPolicy::Drop), Direction::Ingress) => {
            text::IMPLICIT_BASIC_DROP_IN
        }
        (GroupType::Advanced, Direction::Ingress) => text::IMPLICIT_ADVANCED_IN,
        (GroupType::Basic(_), Direction::Egress) => text::IMPLICIT_BASIC_OUT,
        (GroupType::Advanced, Direction::Egress) => text::IMPLICIT_ADVANCED_OUT,
    }
}

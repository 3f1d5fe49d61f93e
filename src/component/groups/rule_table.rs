//! The rules of one direction of a group, in the console's column order.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::rule_table::row::RuleRow;
use crate::hooks::use_session;
use crate::text::rules as text;
use sg_core::language::Text;
use sg_core::model::{Direction, GroupType, InnerAccessPolicy, RuleId, Scenario, SecurityGroup};

pub mod origin;
mod row;

/// Properties of [`RuleTable`].
#[derive(Properties, PartialEq, Eq)]
pub struct RuleTableProps {
    /// The scenario, for the names of groups.
    pub scenario: Arc<Scenario>,
    /// The group.
    pub group: Arc<SecurityGroup>,
    /// Inbound or outbound.
    pub direction: Direction,
    /// The rule that decides the selected cell, which is highlighted.
    pub lit: Option<RuleId>,
    /// The rule to show: highlighted and scrolled into view.
    pub shown: Option<RuleId>,
}

/// The table, or the default if there are no custom rules.
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

/// What applies if no custom rule matches (the ordered tables of the types page).
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

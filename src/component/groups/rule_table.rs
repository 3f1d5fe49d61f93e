//! The rules of one direction of a group: the console's columns, in the order in which the rules
//! are tried.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::rule_table::row::RuleRow;
use crate::component::kit::term::term;
use crate::hooks::{Session, use_session};
use crate::text::rules as text;
use sg_core::connectivity::rules_as_tried;
use sg_core::language::{Segment, Text};
use sg_core::lesson::Entry;
use sg_core::model::{
    Direction, GroupType, InnerAccessPolicy, Rule, RuleId, Scenario, SecurityGroup,
};

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

/// The table of custom rules.
#[component]
pub fn RuleTable(props: &RuleTableProps) -> Html {
    let session = use_session();
    let rules = rules_as_tried(&props.group, props.direction);
    let peer = match props.direction {
        Direction::Ingress => text::SOURCE,
        Direction::Egress => text::DESTINATION,
    };
    let head = [
        (Entry::Action, text::ACTION),
        (Entry::Priority, text::PRIORITY_SHORT),
        (Entry::Protocol, text::PROTOCOL),
        (Entry::Ports, text::PORT_SHORT),
        (Entry::AuthorizationObject, peer),
    ];
    html! {
        <div class="rules-wrap">
            <table class="rules">
                <thead>
                    <tr>
                        {for head.into_iter().map(|(entry, name)| html! { <th scope="col">{term(&session, entry, name)}</th> })}
                        <th scope="col">{session.say(text::DESCRIPTION)}</th>
                        <th scope="col"><span class="visually-hidden">{session.say(text::OPERATIONS)}</span></th>
                    </tr>
                </thead>
                <tbody>{for rules.iter().enumerate().map(|(place, rule)| html! {
                    <RuleRow
                        key={rule.id.to_string()}
                        scenario={Arc::clone(&props.scenario)}
                        group={Arc::clone(&props.group)}
                        rule={Arc::clone(rule)}
                        lit={props.lit.as_ref() == Some(&rule.id)}
                        shown={props.shown.as_ref() == Some(&rule.id)}
                        beside={beside(&rules, place)}
                    />
                })}</tbody>
            </table>
        </div>
    }
}

/// The next rule, or the one before the last.
fn beside(rules: &[Arc<Rule>], place: usize) -> Option<RuleId> {
    let before = || rules.get(place.checked_sub(1)?);
    rules.get(place + 1).or_else(before).map(|rule| rule.id.clone())
}

/// What applies without custom rules, as a sentence.
pub(crate) fn default_rule(session: &Session, group_type: GroupType, direction: Direction) -> Html {
    let sentence = implicit(group_type, direction);
    let default = term(session, Entry::DefaultRule, text::DEFAULT);
    let segments = sentence.segments(session.language, &[("default", default)]).into_iter();
    let said: Html = segments
        .map(|segment| match segment {
            Segment::Words(words) => html! { {words} },
            Segment::Value(value) => value,
        })
        .collect();
    html! { <p class="none">{said}</p> }
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

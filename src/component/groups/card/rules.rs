//! The rules of a group: one tab per direction, and a form that adds a rule.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::card::unread::{UnreadRules, UnreadRulesProps};
use crate::component::groups::parts::RULE_FORM;
use crate::component::groups::rule_form::props::RuleFormProps;
use crate::component::groups::rule_table::{RuleTable, RuleTableProps, default_rule};
use crate::component::kit::button::choice;
use crate::component::kit::button::toggler;
use crate::component::kit::later::{View, later, shown};
use crate::hooks::{Session, use_editor, use_session};
use crate::seam;
use crate::state::Lock;
use crate::text::rules;
use sg_core::language::Text;
use sg_core::model::{Direction, RuleId, Scenario, SecurityGroup};

seam! {
    /// The table of custom rules, which the first scenario has none of.
    pub(crate) static RULE_TABLE: View<RuleTableProps> = shown::<RuleTable>; rule_table in rules
}

seam! {
    /// What is not known of the rules of a group.
    pub(crate) static UNREAD_RULES: View<UnreadRulesProps> = shown::<UnreadRules>; unread_rules in rules
}

/// Properties of [`Rules`].
#[derive(Properties, PartialEq)]
pub(crate) struct RulesProps {
    /// The scenario.
    pub(crate) scenario: Arc<Scenario>,
    /// The group.
    pub(crate) group: Arc<SecurityGroup>,
    /// The rule that decides the selected cell.
    pub(crate) lit: Option<RuleId>,
    /// The rule to show.
    pub(crate) shown: Option<RuleId>,
}

/// The tabs of the two directions, and the form that adds a rule to the open one.
#[component]
pub(crate) fn Rules(props: &RulesProps) -> Html {
    let session = use_session();
    let chosen = use_state(|| Direction::Ingress);
    let adding = use_editor(format!("add-rule-{}", props.group.id), Lock::Rules);
    // Switch to the direction of the rule to show.
    let wanted = [&props.shown, &props.lit].into_iter().flatten().find_map(|id| {
        let rule = props.group.rules.iter().find(|rule| rule.id == *id)?;
        Some((rule.id.clone(), rule.spec.direction))
    });
    {
        let chosen = chosen.setter();
        use_effect_with(wanted, move |wanted| {
            if let Some((_, direction)) = wanted {
                chosen.set(*direction);
            }
        });
    }
    let tab = |direction: Direction, name: Text| {
        let count = props.group.rules_of(direction).count();
        let (setter, pressed) = (chosen.setter(), *chosen == direction);
        let onclick = Callback::from(move |_: MouseEvent| setter.set(direction));
        let name = html! { <>{session.say(name)}{" "}<span class="count">{count}</span></> };
        choice(name, pressed, None, onclick)
    };
    let label = [("group", props.group.label())];
    html! {
        <div class="rules-area" data-focus-fallback={adding.opener()}>
            <div class="rules-bar">
                <div class="subtabs" role="group" aria-label={session.fill(rules::DIRECTIONS, &label)}>
                    {tab(Direction::Ingress, rules::INBOUND)}
                    {tab(Direction::Egress, rules::OUTBOUND)}
                </div>
                {toggler(&adding, session.say(rules::ADD_RULE), Some(session.fill(rules::ADD_RULE_TITLE, &label)))}
            </div>
            if adding.open {
                {later(&RULE_FORM, RuleFormProps {
                    scenario: Arc::clone(&props.scenario),
                    group: Arc::clone(&props.group),
                    direction: *chosen,
                    rule: None,
                    first: Some(adding.first().into()),
                    onclose: adding.close.clone(),
                })}
            }
            {rules_or_default(&session, RuleTableProps {
                scenario: Arc::clone(&props.scenario),
                group: Arc::clone(&props.group),
                direction: *chosen,
                lit: props.lit.clone(),
                shown: props.shown.clone(),
            })}
        </div>
    }
}

/// The table, or the default if there are no custom rules.
fn rules_or_default(session: &Session, props: RuleTableProps) -> Html {
    let RuleTableProps { group, direction, .. } = &props;
    if group.rules_of(*direction).next().is_some() {
        return later(&RULE_TABLE, props);
    }
    // What applies if there are no rules does not apply if nobody knows whether there are any.
    match group.unread.more_rules {
        true => Html::default(),
        false => default_rule(session, group.group_type, *direction),
    }
}

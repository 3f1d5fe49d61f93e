//! One rule of the table, and the form that replaces it during editing.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::parts::RULE_FORM;
use crate::component::groups::rule_form::props::RuleFormProps;
use crate::component::groups::rule_table::origin::RuleOrigin;
use crate::component::kit::button::pencil;
use crate::component::kit::edit_button::EditButton;
use crate::component::kit::later::later;
use crate::component::words::rule::{peer_label, ports_label};
use crate::hooks::{Disclosure, Session, use_editor, use_session};
use crate::platform;
use crate::state::Lock;
use crate::text::{edit, rules as text};
use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::model::{Rule, RuleId, RulePolicy, Scenario, SecurityGroup};

/// Properties of [`RuleRow`].
#[derive(Properties, PartialEq)]
pub(crate) struct RuleRowProps {
    /// The scenario.
    pub(crate) scenario: Arc<Scenario>,
    /// The group.
    pub(crate) group: Arc<SecurityGroup>,
    /// The rule.
    pub(crate) rule: Arc<Rule>,
    /// Whether it decides the selected cell.
    pub(crate) lit: bool,
    /// Whether it is the rule to show.
    pub(crate) shown: bool,
    /// The rule beside it, whose row gets the focus when this one goes.
    pub(crate) beside: Option<RuleId>,
}

/// The row, or the form in its place during editing.
#[component]
pub(crate) fn RuleRow(props: &RuleRowProps) -> Html {
    let session = use_session();
    let RuleRowProps { scenario, group, rule, lit, shown, beside } = props;
    let id = format!("rule-{}", rule.id);
    use_effect_with((id.clone(), *shown), |(id, shown)| {
        if *shown {
            platform::reveal(id);
        }
    });
    let (class, action) = match rule.spec.policy {
        RulePolicy::Accept => ("act accept", text::ALLOW),
        RulePolicy::Drop => ("act drop", text::DENY),
    };
    let editing = use_editor(id.clone(), Lock::Rules);
    if editing.open {
        return html! {
            <tr {id} class="editing">
                <td colspan="7">
                    {later(&RULE_FORM, RuleFormProps {
                        scenario: Arc::clone(scenario),
                        group: Arc::clone(group),
                        direction: rule.spec.direction,
                        rule: Some(Arc::clone(rule)),
                        first: Some(editing.first().into()),
                        onclose: editing.close.clone(),
                    })}
                </td>
            </tr>
        };
    }
    let beside = beside.as_ref().map(|beside| format!("rule-{beside}-open"));
    html! {
        <tr {id} data-focus-fallback={beside} ondblclick={editing.on_press()} class={classes!((*lit || *shown).then_some("lit"))}>
            <td class={class}>{session.say(action)}{" "}<small class="faint" translate="no">{rule.spec.policy.as_str()}</small></td>
            <td data-label={session.say(text::PRIORITY_SHORT)}>{rule.spec.priority.get()}</td>
            <td>{rule.spec.protocol.protocol().to_string()}</td>
            <td>{ports_label(scenario, rule)}</td>
            <td class="mono">{peer_label(scenario, rule)}</td>
            <td class="muted">{rule.description.clone()}<RuleOrigin rule={Arc::clone(rule)} /></td>
            <td class="rule-tools">{tools(&session, props, &editing)}</td>
        </tr>
    }
}

/// The actions of a rule: edit in place, delete.
fn tools(session: &Session, props: &RuleRowProps, editing: &Disclosure) -> Html {
    let RuleRowProps { scenario, group, rule, .. } = props;
    let rules = std::slice::from_ref(&rule.id);
    let revoke = Edit::Call(Call::revoke(scenario.region(), &group.id, rule.spec.direction, rules));
    let said = rule.in_words(scenario, session.language);
    let named = [("rule", said.as_str())];
    html! {
        <>
            {pencil(editing, session.fill(edit::EDIT_RULE, &named))}
            <EditButton edit={revoke} class="icon" label={session.fill(text::DELETE_RULE, &named)}>{"×"}</EditButton>
        </>
    }
}

//! One rule of the table, and the form that takes its place while it is edited.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::{EditButton, RuleForm, RuleOrigin};
use crate::hooks::{Disclosure, use_editor, use_session};
use crate::platform;
use crate::state::Lock;
use crate::text::{edit, rules as text};
use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::model::{Direction, Peer, PortRange, Rule, RulePolicy, Scenario, SecurityGroup};

/// Properties of [`RuleRow`].
#[derive(Properties, PartialEq)]
pub(super) struct RuleRowProps {
    /// The scene.
    pub(super) scenario: Arc<Scenario>,
    /// Whose rule.
    pub(super) group: Arc<SecurityGroup>,
    /// The rule.
    pub(super) rule: Arc<Rule>,
    /// Whether it decides the chosen cell.
    pub(super) lit: bool,
    /// Whether it was asked to be shown.
    pub(super) shown: bool,
}

/// The row, or the form in its place while the rule is edited.
#[component]
pub(super) fn RuleRow(props: &RuleRowProps) -> Html {
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
    let editing = use_editor(id.clone(), Lock::Rules);
    if editing.open {
        return html! {
            <tr {id} class="editing">
                <td colspan="7">
                    <RuleForm
                        scenario={Arc::clone(scenario)}
                        group={Arc::clone(group)}
                        direction={rule.direction}
                        rule={Arc::clone(rule)}
                        first={editing.first()}
                        onclose={editing.close.clone()}
                    />
                </td>
            </tr>
        };
    }
    html! {
        <tr {id} ondblclick={editing.on_press()} class={classes!((*lit || *shown).then_some("lit"))}>
            <td class={class}>{session.say(action)}{" "}<small class="faint" translate="no">{rule.policy.as_str()}</small></td>
            <td>{rule.priority.get()}</td>
            <td>{rule.protocol.name().to_string()}</td>
            <td>{ports_label(rule)}</td>
            <td class="mono">{peer_label(scenario, rule)}</td>
            <td class="muted">{rule.description.clone()}<RuleOrigin rule={Arc::clone(rule)} /></td>
            <td><RowTools scenario={Arc::clone(scenario)} group={Arc::clone(group)} rule={Arc::clone(rule)} {editing} /></td>
        </tr>
    }
}

#[derive(Properties, PartialEq)]
struct RowToolsProps {
    scenario: Arc<Scenario>,
    group: Arc<SecurityGroup>,
    rule: Arc<Rule>,
    editing: Disclosure,
}

/// What can be done with a rule: edit it in its place, delete it.
#[component]
fn RowTools(props: &RowToolsProps) -> Html {
    let session = use_session();
    let RowToolsProps { scenario, group, rule, editing } = props;
    let rules = std::slice::from_ref(&rule.id);
    let revoke = Edit::Call(Call::revoke(scenario.region(), &group.id, rule.direction, rules));
    let said = rule.in_words(session.language);
    let named = [("rule", said.as_str())];
    let edit = session.fill(edit::EDIT_RULE, &named);
    html! {
        <>
            <button type="button" class="icon" id={editing.opener()} hidden={editing.locked} aria-label={edit.clone()} title={edit} onclick={editing.on_press()}>{"✎"}</button>
            <EditButton edit={revoke} class="icon" label={session.fill(text::DELETE_RULE, &named)}>{"×"}</EditButton>
        </>
    }
}

/// The destination's ports, and the sender's where the rule names them.
pub(in crate::component) fn ports_label(rule: &Rule) -> String {
    let ports = rule.protocol.port_range_text();
    match rule.protocol.ports().map(|ports| ports.source) {
        Some(source) if source != PortRange::ALL => format!("{source} → {ports}"),
        Some(_) | None => ports,
    }
}

/// A group or a prefix list by its name, an address block as it stands; behind it the group's own
/// side, where the rule names one.
pub(in crate::component) fn peer_label(scenario: &Scenario, rule: &Rule) -> String {
    let named = match &rule.peer {
        Peer::Group(id) => scenario.group(id).map(|group| group.label().to_owned()),
        Peer::PrefixList(id) => scenario.prefix_list(id).map(|list| list.name.clone()),
        Peer::Cidr(_) => None,
    };
    let peer = named.unwrap_or_else(|| rule.peer.to_string());
    match rule.own_side {
        Some(own) if rule.direction == Direction::Ingress => format!("{peer} → {own}"),
        Some(own) => format!("{own} → {peer}"),
        None => peer,
    }
}

//! One security group: its switch, members and rules; a single line while collapsed.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::card::attributes::AttributesForm;
use crate::component::groups::card::meaning::policy_meaning;
use crate::component::groups::card::rules::Rules;
use crate::component::groups::members::Members;
use crate::component::groups::policy_switch::PolicySwitch;
use crate::component::kit::edit_button::EditButton;
use crate::component::kit::error_line::api_error_line;
use crate::component::words::topology_edit::vpc_label;
use crate::hooks::{Session, use_editor, use_session};
use crate::state::{Action, Lock};
use crate::text::{edit, groups as text};
use sg_core::emulator::{ApiError, Call};
use sg_core::history::Edit;
use sg_core::model::{GroupType, RuleId, Scenario, SecurityGroup};

pub mod attributes;
mod meaning;
mod rules;

/// Properties of [`GroupCard`].
#[derive(Properties, PartialEq)]
pub struct GroupCardProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The group.
    pub group: Arc<SecurityGroup>,
    /// The API's refusal of the last call, if it concerned this group.
    pub refusal: Option<ApiError>,
    /// The rule that decides the selected cell.
    pub lit: Option<RuleId>,
    /// The rule to show.
    pub shown: Option<RuleId>,
    /// Whether this group's policy decides the selected cell.
    pub decides: bool,
    /// Whether the card is expanded.
    pub open: bool,
    /// Toggles the card.
    pub onfold: Callback<()>,
}

/// The card.
#[component]
pub fn GroupCard(props: &GroupCardProps) -> Html {
    let session = use_session();
    let group = &props.group;
    let renaming = use_editor(format!("group-{}-rename", group.id), Lock::Groups);
    let class =
        classes!("group", props.decides.then_some("decides"), (!props.open).then_some("folded"));
    let delete = Edit::Call(Call::delete_security_group(props.scenario.region(), &group.id));
    let named = [("name", group.label())];
    let rename = session.fill(edit::RENAME, &named);
    html! {
        <article
            {class}
            id={format!("group-{}", group.id)}
            aria-label={group.label().to_owned()}
            onfocusin={session.on(Action::FocusGroup(group.id.clone()))}
        >
            <div class="head">
                {title(&session, props)}
                <PolicySwitch region={props.scenario.region().clone()} group={Arc::clone(group)} />
                if props.open {
                    <span class="card-tools">
                        <button type="button" class="icon" id={renaming.opener()} hidden={renaming.locked} aria-label={rename.clone()} title={rename} aria-expanded={renaming.open.to_string()} onclick={renaming.on_press()}>{"✎"}</button>
                        <EditButton edit={delete} class="icon" label={session.fill(text::DELETE_GROUP, &[("group", group.label())])}>{"×"}</EditButton>
                    </span>
                    {policy_meaning(&session, group)}
                    if !group.description.is_empty() {
                        <p class="meaning description">{group.description.clone()}</p>
                    }
                }
            </div>
            {props.refusal.as_ref().map(|error| api_error_line(error, None)).unwrap_or_default()}
            if props.open {
                if renaming.open {
                    <AttributesForm scenario={Arc::clone(&props.scenario)} group={Arc::clone(group)} first={renaming.first()} onclose={renaming.close.clone()} />
                }
                <Members scenario={Arc::clone(&props.scenario)} group={Arc::clone(group)} />
                <Rules scenario={Arc::clone(&props.scenario)} group={Arc::clone(group)} lit={props.lit.clone()} shown={props.shown.clone()} />
            }
        </article>
    }
}

/// Name, type and id; when collapsed, also the numbers of members and rules.
fn title(session: &Session, props: &GroupCardProps) -> Html {
    let group = &props.group;
    let kind = match group.group_type {
        GroupType::Basic(_) => (text::BASIC, text::BASIC_GROUP),
        GroupType::Advanced => (text::ADVANCED, text::ADVANCED_GROUP),
    };
    let named = [("group", group.label())];
    let fold = session.fill(if props.open { edit::FOLD } else { edit::UNFOLD }, &named);
    let several_vpcs = props.scenario.parts().vpcs.len() > 1;
    html! {
        <h3>
            <button type="button" class="name fold" aria-expanded={props.open.to_string()} title={fold} onclick={props.onfold.reform(|_: MouseEvent| ())}>
                {group.label().to_owned()}
            </button>
            <span class="kind" title={session.say(kind.1)}>{session.say(kind.0)}</span>
            if group.service_managed {
                <span class="tag" title={session.say(text::MANAGED_TITLE)}>{session.say(text::MANAGED)}</span>
            }
            if several_vpcs {
                <span class="tag" title={session.say(text::VPC)}>{vpc_label(&props.scenario, &group.vpc)}</span>
            }
            if props.open {
                <code class="id" translate="no">{group.id.to_string()}</code>
            } else {
                <span class="faint">{summary(session, &props.scenario, group)}</span>
            }
        </h3>
    }
}

fn summary(session: &Session, scenario: &Scenario, group: &SecurityGroup) -> String {
    let members = scenario.members(&group.id).count().to_string();
    let rules = group.rules.len().to_string();
    session.fill(edit::SUMMARY, &[("members", &members), ("rules", &rules)])
}

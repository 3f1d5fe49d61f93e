//! One security group: its switch, members and rules; a row while collapsed.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::card::attributes::AttributesFormProps;
use crate::component::groups::card::leaving::LeavingProps;
use crate::component::groups::card::meaning::policy_meaning;
use crate::component::groups::card::rules::{Rules, UNREAD_RULES};
use crate::component::groups::card::title::title;
use crate::component::groups::card::unread::UnreadRulesProps;
use crate::component::groups::members::Members;
use crate::component::groups::parts::{ATTRIBUTES, LEAVING};
use crate::component::groups::policy_switch::PolicySwitch;
use crate::component::kit::edit_button::EditButton;
use crate::component::kit::error_line::api_error_line;
use crate::component::kit::later::later;
use crate::hooks::{use_editor, use_session};
use crate::state::{Action, Lock};
use crate::text::{edit, groups as text};
use sg_core::emulator::{ApiError, Call};
use sg_core::history::Edit;
use sg_core::model::{RuleId, Scenario, SecurityGroup};

pub mod attributes;
pub(crate) mod leaving;
mod meaning;
pub(crate) mod row;
pub(crate) mod rules;
pub(crate) mod title;
pub(crate) mod unread;

/// Properties of [`GroupCard`].
#[derive(Properties)]
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
    /// The members in one line, which a collapsed card shows; `None` if there are none.
    pub members: Option<AttrValue>,
    /// The button that gets the focus when the group is deleted.
    pub beside: Option<AttrValue>,
}

impl PartialEq for GroupCardProps {
    /// Whether the same is drawn. A collapsed card shows nothing of the scenario that is not in its
    /// other properties but the VPCs, so that an edit does not draw hundreds of cards anew.
    fn eq(&self, other: &Self) -> bool {
        let (own, others) = (self.scenario.parts(), other.scenario.parts());
        let same_around = || (&own.region, &own.vpcs) == (&others.region, &others.vpcs);
        let is_row = !self.open && self.refusal.is_none();
        (Arc::ptr_eq(&self.scenario, &other.scenario)
            || if is_row { same_around() } else { self.scenario == other.scenario })
            && (&self.group, &self.refusal, &self.lit, &self.shown)
                == (&other.group, &other.refusal, &other.lit, &other.shown)
            && (self.decides, self.open, &self.onfold, &self.members, &self.beside)
                == (other.decides, other.open, &other.onfold, &other.members, &other.beside)
    }
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
            data-focus-fallback={props.beside.clone()}
            aria-label={group.label().to_owned()}
            onfocusin={session.on(Action::FocusGroup(group.id.clone()))}
        >
            <div class="head">
                {title(&session, (&props.scenario, group), (props.open, props.members.as_ref()), &props.onfold)}
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
            if props.refusal.as_ref().is_some_and(|error| error.code() == "DependencyViolation") {
                {later(&LEAVING, LeavingProps { scenario: Arc::clone(&props.scenario), group: Arc::clone(group) })}
            }
            if props.open {
                if renaming.open {
                    {later(&ATTRIBUTES, AttributesFormProps {
                        scenario: Arc::clone(&props.scenario),
                        group: Arc::clone(group),
                        first: renaming.first().into(),
                        onclose: renaming.close.clone(),
                    })}
                }
                <Members scenario={Arc::clone(&props.scenario)} group={Arc::clone(group)} />
                <Rules scenario={Arc::clone(&props.scenario)} group={Arc::clone(group)} lit={props.lit.clone()} shown={props.shown.clone()} />
                if group.unread.more_rules || !group.unread.rules.is_empty() {
                    {later(&UNREAD_RULES, UnreadRulesProps { scenario: Arc::clone(&props.scenario), group: Arc::clone(group) })}
                }
            }
        </article>
    }
}

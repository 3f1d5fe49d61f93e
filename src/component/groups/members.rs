//! The members of one group, with controls to leave and join.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::edit_button::EditButton;
use crate::hooks::{Session, use_presentation, use_session, use_toggle, value_of};
use crate::state::Lock;
use crate::text::{edit, groups as text};
use sg_core::connectivity::End;
use sg_core::explain::end_label;
use sg_core::history::{Edit, join_call, leave_call, set_groups_call};
use sg_core::model::{NetworkInterface, Scenario, SecurityGroup};

/// Properties of [`Members`].
#[derive(Properties, PartialEq, Eq)]
pub struct MembersProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The group.
    pub group: Arc<SecurityGroup>,
}

/// How many members are shown before expanding the list.
const MOST_CHIPS: usize = 40;

/// A chip with a leave button for each member, and a list of other interfaces to join. Members are
/// network interfaces; if it is the only one of its instance, it is labelled with the instance's
/// name.
#[component]
pub fn Members(props: &MembersProps) -> Html {
    let session = use_session();
    let MembersProps { scenario, group } = props;
    let locked = use_presentation().locked(Lock::Members);
    let all = use_toggle(false);
    let members: Vec<_> = scenario.members(&group.id).collect();
    let shown = if all.open { members.len() } else { MOST_CHIPS };
    let more = members.len().saturating_sub(shown);
    let chip = |own: &Arc<NetworkInterface>| {
        let leave = Edit::Call(leave_call(scenario, &own.id, &group.id));
        let label = label(&session, scenario, own);
        let names = [("instance", label.as_str()), ("group", group.label())];
        let name = session.fill(text::REMOVE_MEMBER, &names);
        html! {
            <li class="chip" key={own.id.to_string()}>
                {label}
                <EditButton edit={leave} class="chip-remove" label={name}>{"×"}</EditButton>
            </li>
        }
    };
    html! {
        <ul class="members" data-focus-fallback={join_id(group)} aria-label={session.fill(text::MEMBERS, &[("group", group.label())])}>
            if members.is_empty() {
                <li class="faint">{session.say(text::NO_MEMBERS)}</li>
            }
            {for members.iter().take(shown).map(|own| chip(own))}
            if more > 0 {
                <li>
                    <button type="button" class="link" onclick={all.on::<MouseEvent>()}>{session.fill(edit::MORE_MEMBERS, &[("count", &more.to_string())])}</button>
                </li>
            }
            if !locked {
                {join(&session, props)}
            }
        </ul>
    }
}

/// The id of the list of interfaces that may join, next to which the focus stays when one leaves.
fn join_id(group: &SecurityGroup) -> String {
    format!("join-{}", group.id)
}

/// How many interfaces the list offers; any other can join from its instance's section.
const MOST_OPTIONS: usize = 200;

/// What an option for moving starts with, which no ID does.
const MOVES: char = '=';

/// The interfaces that are not members. Each can join, or move here and leave its other groups.
fn join(session: &Session, props: &MembersProps) -> Html {
    let MembersProps { scenario, group } = props;
    let others: Vec<_> =
        scenario.interfaces().filter(|own| !own.groups.contains(&group.id)).collect();
    if others.is_empty() {
        return Html::default();
    }
    let more = others.len().saturating_sub(MOST_OPTIONS);
    let join = {
        let (scenario, group) = (Arc::clone(scenario), group.id.clone());
        let edit = session.edit.clone();
        Callback::from(move |event: Event| {
            let chosen = value_of(&event);
            let id = chosen.trim_start_matches(MOVES);
            let own = scenario.interfaces().find(|own| own.id.as_str() == id);
            if let Some(own) = own {
                edit.emit(Edit::Call(if chosen.starts_with(MOVES) {
                    set_groups_call(&scenario, &own.id, [&group])
                } else {
                    join_call(&scenario, &own.id, &group)
                }));
            }
        })
    };
    html! {
        <li>
            // Recreated on every membership change, so that it does not keep a selection.
            <select
                key={others.len()}
                id={join_id(group)}
                class="chip add"
                aria-label={session.fill(text::ADD_MEMBER_TO, &[("group", group.label())])}
                onchange={join}
            >
                <option value="" selected=true>{session.say(text::ADD_MEMBER)}</option>
                {for [(text::MOVE_HERE, "="), (text::JOIN_TOO, "")].into_iter().map(|(kind, mark)| html! {
                    <optgroup label={session.say(kind)}>
                        {for others.iter().take(MOST_OPTIONS).map(|own| html! {
                            <option value={format!("{mark}{}", own.id)}>{label(session, scenario, own)}</option>
                        })}
                    </optgroup>
                })}
                if more > 0 {
                    <option value="" disabled=true>{session.fill(edit::MORE_OPTIONS, &[("count", &more.to_string())])}</option>
                }
            </select>
        </li>
    }
}

fn label(session: &Session, scenario: &Scenario, own: &NetworkInterface) -> String {
    end_label(scenario, &End::Interface(own.id.clone()), session.language)
}

//! One network interface of an expanded instance: its groups and addresses.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::edit_button::EditButton;
use crate::component::topology::instances::addresses::{Addresses, PartProps};
use crate::hooks::{Session, use_presentation, use_session, value_of};
use crate::state::Lock;
use crate::text::{edit as text, groups};
use sg_core::emulator::Call;
use sg_core::history::{Edit, join_call, leave_call, set_groups_call};
use sg_core::model::{NetworkInterface, Scenario, SecurityGroup};

/// The panel.
pub(crate) fn interface_panel(
    session: &Session,
    scenario: &Arc<Scenario>,
    own: &Arc<NetworkInterface>,
    (primary, several): (bool, bool),
) -> Html {
    let kind = if primary { text::PRIMARY } else { text::SECONDARY };
    let detach = scenario.instance_of(&own.id).filter(|_| !primary).map(|instance| {
        let region = scenario.region();
        Edit::Call(Call::detach_network_interface(region, &instance.id, &own.id))
    });
    let named = [("interface", own.id.as_str())];
    html! {
        <div class="interface" key={own.id.to_string()}>
            <p class="line">
                <code class="id" translate="no">{own.id.to_string()}</code>
                if several {
                    <span class="tag">{session.say(kind)}</span>
                }
                if let Some(detach) = detach {
                    <span class="tools-end">
                        <EditButton edit={detach} class="icon" label={session.fill(text::DETACH_INTERFACE, &named)}>{"×"}</EditButton>
                    </span>
                }
            </p>
            <InterfaceGroups scenario={Arc::clone(scenario)} own={Arc::clone(own)} />
            <Addresses scenario={Arc::clone(scenario)} own={Arc::clone(own)} />
        </div>
    }
}

/// Its groups, with controls to leave them and join others.
#[component]
pub(super) fn InterfaceGroups(props: &PartProps) -> Html {
    let session = use_session();
    let PartProps { scenario, own } = props;
    let named = [("interface", own.id.as_str())];
    let locked = use_presentation().locked(Lock::Members);
    let others: Vec<_> =
        scenario.groups().filter(|group| !own.groups.contains(&group.id)).cloned().collect();
    // The groups that can be chosen, and the call that the choice makes.
    let list = |name: &str,
                first: &str,
                call: fn(&Scenario, &NetworkInterface, &SecurityGroup) -> Call,
                groups: &[Arc<SecurityGroup>]| {
        let (scenario, own, offered) = (Arc::clone(scenario), Arc::clone(own), groups.to_vec());
        let edit = session.edit.clone();
        let choose = Callback::from(move |event: Event| {
            let chosen = value_of(&event);
            if let Some(group) = offered.iter().find(|group| group.id.as_str() == chosen) {
                edit.emit(Edit::Call(call(&scenario, &own, group)));
            }
        });
        html! {
            <li>
                <select key={groups.len()} class="chip add" aria-label={name.to_owned()} onchange={choose}>
                    <option value="" selected=true>{first.to_owned()}</option>
                    {for groups.iter().map(|group| html! { <option value={group.id.to_string()}>{group.label().to_owned()}</option> })}
                </select>
            </li>
        }
    };
    // A single group that it is in already is no place to move to.
    let only = own.groups.len() == 1;
    let places: Vec<_> = scenario
        .groups()
        .filter(|group| group.vpc == own.vpc && !(only && own.groups.contains(&group.id)))
        .cloned()
        .collect();
    html! {
        <ul class="chips" aria-label={session.fill(text::GROUPS_OF, &named)}>
            {for own.groups.iter().filter_map(|id| scenario.group(id)).map(|group| {
                let names = [("instance", own.id.as_str()), ("group", group.label())];
                let leave = Edit::Call(leave_call(scenario, &own.id, &group.id));
                html! {
                    <li class="chip" key={group.id.to_string()}>
                        {group.label().to_owned()}
                        <EditButton edit={leave} class="chip-remove" label={session.fill(groups::REMOVE_MEMBER, &names)}>{"×"}</EditButton>
                    </li>
                }
            })}
            if !places.is_empty() && !locked {
                {list(&session.fill(text::MOVE_FOR, &named), session.say(text::MOVE_TO), |scenario, own, group| set_groups_call(scenario, &own.id, [&group.id]), &places)}
            }
            if !others.is_empty() && !locked {
                {list(&session.fill(text::JOIN_GROUP_FOR, &named), session.say(text::JOIN_GROUP), |scenario, own, group| join_call(scenario, &own.id, &group.id), &others)}
            }
        </ul>
    }
}

//! One network interface of an expanded instance: its groups and addresses.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::edit_button::EditButton;
use crate::component::topology::instances::addresses::{Addresses, PartProps};
use crate::hooks::{Session, use_presentation, use_session, value_of};
use crate::state::Lock;
use crate::text::{edit as text, groups};
use sg_core::history::{Edit, InterfaceEdit, TopologyEdit, join_call, leave_call};
use sg_core::model::{NetworkInterface, Scenario};

/// The panel.
pub(crate) fn interface_panel(
    session: &Session,
    scenario: &Arc<Scenario>,
    own: &Arc<NetworkInterface>,
    (primary, several): (bool, bool),
) -> Html {
    let kind = if primary { text::PRIMARY } else { text::SECONDARY };
    let detach = InterfaceEdit::Detach { interface: own.id.clone() };
    let named = [("interface", own.id.as_str())];
    html! {
        <div class="interface" key={own.id.to_string()}>
            <p class="line">
                <code class="id" translate="no">{own.id.to_string()}</code>
                if several {
                    <span class="tag">{session.say(kind)}</span>
                }
                if !primary {
                    <span class="tools-end">
                        <EditButton edit={Edit::Topology(TopologyEdit::Interface(detach))} class="icon" label={session.fill(text::REMOVE_INTERFACE, &named)}>{"×"}</EditButton>
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
fn InterfaceGroups(props: &PartProps) -> Html {
    let session = use_session();
    let PartProps { scenario, own } = props;
    let named = [("interface", own.id.as_str())];
    let locked = use_presentation().locked(Lock::Members);
    let others: Vec<_> =
        scenario.groups().filter(|group| !own.groups.contains(&group.id)).cloned().collect();
    let join = {
        let (scenario, own, others) = (Arc::clone(scenario), own.id.clone(), others.clone());
        let edit = session.edit.clone();
        Callback::from(move |event: Event| {
            let chosen = value_of(&event);
            if let Some(group) = others.iter().find(|group| group.id.as_str() == chosen) {
                edit.emit(Edit::Call(join_call(&scenario, &own, &group.id)));
            }
        })
    };
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
            if !others.is_empty() && !locked {
                <li>
                    <select key={others.len()} class="chip add" aria-label={session.fill(text::JOIN_GROUP_FOR, &named)} onchange={join}>
                        <option value="" selected=true>{session.say(text::JOIN_GROUP)}</option>
                        {for others.iter().map(|group| html! { <option value={group.id.to_string()}>{group.label().to_owned()}</option> })}
                    </select>
                </li>
            }
        </ul>
    }
}

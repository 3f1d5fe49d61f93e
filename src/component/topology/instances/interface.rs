//! One network interface of an opened instance: its groups and its addresses.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::edit_button::EditButton;
use crate::component::topology::instances::addresses::{Addresses, PartProps};
use crate::hooks::{use_presentation, use_session, value_of};
use crate::state::Lock;
use crate::text::{edit as text, groups};
use sg_core::history::{Edit, InterfaceEdit, WorldEdit, join_call, leave_call};
use sg_core::model::{NetworkInterface, Scenario};

/// Properties of [`InterfacePanel`].
#[derive(Properties, PartialEq)]
pub(crate) struct InterfacePanelProps {
    /// The scene.
    pub(crate) scenario: Arc<Scenario>,
    /// Which interface.
    pub(crate) own: Arc<NetworkInterface>,
    /// Whether it is the primary one, which stays.
    pub(crate) primary: bool,
    /// Whether its instance has others.
    pub(crate) several: bool,
}

/// The panel.
#[component]
pub(crate) fn InterfacePanel(props: &InterfacePanelProps) -> Html {
    let session = use_session();
    let own = &props.own;
    let kind = if props.primary { text::PRIMARY } else { text::SECONDARY };
    let detach = InterfaceEdit::Detach { interface: own.id.clone() };
    let named = [("interface", own.id.as_str())];
    html! {
        <div class="interface">
            <p class="line">
                <code class="id" translate="no">{own.id.to_string()}</code>
                if props.several {
                    <span class="tag">{session.say(kind)}</span>
                }
                if !props.primary {
                    <span class="tools-end">
                        <EditButton edit={Edit::World(WorldEdit::Interface(detach))} class="icon" label={session.fill(text::REMOVE_INTERFACE, &named)}>{"×"}</EditButton>
                    </span>
                }
            </p>
            <InterfaceGroups scenario={Arc::clone(&props.scenario)} own={Arc::clone(own)} />
            <Addresses scenario={Arc::clone(&props.scenario)} own={Arc::clone(own)} />
        </div>
    }
}

/// Its groups: to leave, and to join others.
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

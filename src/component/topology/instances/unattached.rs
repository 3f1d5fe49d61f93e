//! The network interfaces that are attached to no instance.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::edit_button::EditButton;
use crate::component::topology::instances::addresses::Addresses;
use crate::component::topology::instances::interface::InterfaceGroups;
use crate::hooks::Session;
use crate::text::edit as text;
use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::model::{NetworkInterface, Scenario};

/// Each with its groups and addresses, and a button to delete it; nothing if there are none.
pub(super) fn unattached(session: &Session, scenario: &Arc<Scenario>) -> Html {
    let free: Vec<&Arc<NetworkInterface>> =
        scenario.interfaces().filter(|own| own.is_unattached()).collect();
    if free.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <p class="part-head">{session.say(text::UNATTACHED)}</p>
            <ul>
                {for free.into_iter().map(|own| {
                    let delete = Call::delete_network_interface(scenario.region(), &own.id);
                    let named = [("name", own.id.as_str())];
                    html! {
                        <li class="instance-panel" key={own.id.to_string()}>
                            <div class="interface">
                                <p class="line">
                                    <code class="id" translate="no">{own.id.to_string()}</code>
                                    <span class="tools-end">
                                        <EditButton edit={Edit::Call(delete)} class="icon" label={session.fill(text::DELETE, &named)}>{"×"}</EditButton>
                                    </span>
                                </p>
                                <InterfaceGroups scenario={Arc::clone(scenario)} own={Arc::clone(own)} />
                                <Addresses scenario={Arc::clone(scenario)} own={Arc::clone(own)} />
                            </div>
                        </li>
                    }
                })}
            </ul>
        </>
    }
}

//! The instances of the scene with their addresses, to release or to look up.

use std::sync::Arc;

use yew::prelude::*;

use crate::history::{Edit, WorldEdit};
use crate::model::{Instance, Scenario};
use crate::ui::hooks::use_session;
use crate::ui::text::groups as text;

/// Properties of [`Instances`].
#[derive(Properties, PartialEq)]
pub struct InstancesProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
}

/// A closed list: addresses matter only once rules are written.
#[component]
pub fn Instances(props: &InstancesProps) -> Html {
    let session = use_session();
    let row = |instance: &Arc<Instance>| {
        let release = Edit::World(WorldEdit::ReleaseInstance { instance: instance.id.clone() });
        let name = session.fill(text::RELEASE, &[("instance", instance.label())]);
        let interfaces = instance.interfaces.iter().filter_map(|id| props.scenario.interface(id));
        let addresses: Vec<String> = interfaces
            .flat_map(|i| i.addresses.iter().chain(i.public_address.iter()))
            .map(ToString::to_string)
            .collect();
        html! {
            <li key={instance.id.to_string()}>
                <b>{instance.label().to_owned()}</b>
                <span class="mono muted">{addresses.join(" · ")}</span>
                <button type="button" class="icon" aria-label={name.clone()} title={name} onclick={session.on_edit(release)}>
                    {"×"}
                </button>
            </li>
        }
    };
    html! {
        <details class="instances">
            <summary>{session.say(text::INSTANCES)}{" "}<span class="count">{props.scenario.instances().len()}</span></summary>
            <ul>{for props.scenario.instances().map(row)}</ul>
        </details>
    }
}

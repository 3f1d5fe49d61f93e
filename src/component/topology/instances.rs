//! The instances of the scenario: each with its interfaces, their groups and addresses.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::edit_button::EditButton;
use crate::component::kit::section::section_head;
use crate::component::topology::instances::panel::InstancePanel;
use crate::component::topology::instances::unattached::unattached;
use crate::find;
use crate::hooks::{use_session, use_toggle};
use crate::text::{edit as text, groups};
use sg_core::history::{Edit, TopologyEdit};
use sg_core::model::{Instance, Scenario};

mod addresses;
mod interface;
mod interface_form;
mod panel;
mod unattached;

/// Properties of [`Instances`].
#[derive(Properties, PartialEq, Eq)]
pub struct InstancesProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The search text; empty shows all instances.
    #[prop_or_default]
    pub find: AttrValue,
    /// Whether the list is initially open.
    #[prop_or_default]
    pub open: bool,
}

/// How many instances the list renders at once.
const MOST: usize = 50;

/// Initially collapsed, since addresses matter only once rules are written. Searching expands it.
#[component]
pub fn Instances(props: &InstancesProps) -> Html {
    let session = use_session();
    let toggle = use_toggle(props.open);
    let scenario = &props.scenario;
    let found: Vec<&Arc<Instance>> =
        scenario.instances().filter(|own| find::instance(scenario, own, &props.find)).collect();
    let more = found.len().saturating_sub(MOST);
    let open = toggle.open || (!props.find.is_empty() && !found.is_empty());
    html! {
        <section class="world instances">
            {section_head(&session, (groups::INSTANCES, Some(found.len())), open, toggle.on())}
            if open {
                <ul>
                    {for found.iter().take(MOST).map(|own| html! {
                        <InstanceRow key={own.id.to_string()} scenario={Arc::clone(scenario)} own={Arc::clone(own)} />
                    })}
                </ul>
                if more > 0 {
                    <p class="none">{session.fill(text::MORE_INSTANCES, &[("count", &more.to_string())])}</p>
                }
                {unattached(&session, scenario)}
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct InstanceRowProps {
    scenario: Arc<Scenario>,
    own: Arc<Instance>,
}

/// One line, which expands to show the interfaces.
#[component]
fn InstanceRow(props: &InstanceRowProps) -> Html {
    let session = use_session();
    let toggle = use_toggle(false);
    let own = &props.own;
    let named = [("instance", own.label())];
    let release = Edit::Topology(TopologyEdit::ReleaseInstance { instance: own.id.clone() });
    let interfaces = own.interfaces.iter().filter_map(|id| props.scenario.interface(id));
    let addresses: Vec<String> = interfaces
        .flat_map(|i| i.addresses.iter().chain(i.public_address.iter()))
        .map(ToString::to_string)
        .collect();
    html! {
        <li id={format!("instance-{}", own.id)}>
            <div class="line">
                <button
                    type="button"
                    class="name fold"
                    aria-expanded={toggle.open.to_string()}
                    title={session.fill(text::SHOW_INSTANCE, &named)}
                    onclick={toggle.on::<MouseEvent>()}
                >
                    {own.label().to_owned()}
                </button>
                if toggle.open {
                    <code class="id" translate="no">{own.id.to_string()}</code>
                } else {
                    <span class="mono muted">{addresses.join(" · ")}</span>
                }
                <span class="tools-end">
                    <EditButton edit={release} class="icon" label={session.fill(groups::RELEASE, &named)}>{"×"}</EditButton>
                </span>
            </div>
            if toggle.open {
                <InstancePanel scenario={Arc::clone(&props.scenario)} own={Arc::clone(own)} />
            }
        </li>
    }
}

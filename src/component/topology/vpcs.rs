//! VPCs with their address blocks, and the routes that join them.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::edit_button::EditButton;
use crate::component::kit::section::SectionHead;
use crate::component::topology::vpcs::form::VpcForm;
use crate::component::words::topology_edit::vpc_label;
use crate::hooks::{use_editor, use_session};
use crate::state::Lock;
use crate::text::edit as text;
use sg_core::history::{Edit, VpcEdit, WorldEdit};
use sg_core::model::{Scenario, Vpc};

pub mod form;

/// Properties of [`Vpcs`].
#[derive(Properties, PartialEq)]
pub struct VpcsProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// Whether the list is open at first.
    #[prop_or_default]
    pub open: bool,
}

/// The list, what joins each two of them, and a form to make another.
#[component]
pub fn Vpcs(props: &VpcsProps) -> Html {
    let session = use_session();
    let open = use_state(|| props.open);
    let adding = use_editor("vpc-add".to_owned(), Lock::World);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let vpcs: Vec<&Arc<Vpc>> = props.scenario.parts().vpcs.values().collect();
    let pairs = vpcs.iter().enumerate().flat_map(|(place, a)| {
        vpcs.iter().skip(place + 1).map(move |b| (Arc::clone(a), Arc::clone(b)))
    });
    html! {
        <section class="world">
            <SectionHead name={text::VPCS} count={vpcs.len()} open={*open} {ontoggle} />
            if *open {
                if vpcs.is_empty() {
                    <p class="none">{session.say(text::NO_VPCS)}</p>
                }
                <ul>
                    {for vpcs.iter().map(|own| html! {
                        <VpcRow key={own.id.to_string()} scenario={Arc::clone(&props.scenario)} own={Arc::clone(own)} />
                    })}
                    {for pairs.map(|(a, b)| html! { <RouteRow scenario={Arc::clone(&props.scenario)} {a} {b} /> })}
                </ul>
                if adding.open {
                    <VpcForm scenario={Arc::clone(&props.scenario)} name={adding.first()} onclose={adding.close.clone()} />
                } else {
                    <button type="button" class="link" id={adding.opener()} hidden={adding.locked} onclick={adding.on_press()}>{session.say(text::ADD_VPC)}</button>
                }
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct VpcRowProps {
    scenario: Arc<Scenario>,
    own: Arc<Vpc>,
}

#[component]
fn VpcRow(props: &VpcRowProps) -> Html {
    let session = use_session();
    let own = &props.own;
    let editing = use_editor(format!("vpc-{}", own.id), Lock::World);
    if editing.open {
        return html! {
            <li class="editing">
                <VpcForm
                    scenario={Arc::clone(&props.scenario)}
                    own={Arc::clone(own)}
                    name={editing.first()}
                    onclose={editing.close.clone()}
                />
            </li>
        };
    }
    let delete = Edit::World(WorldEdit::Vpc(VpcEdit::Delete { vpc: own.id.clone() }));
    let label = vpc_label(&props.scenario, &own.id);
    let named = [("name", label.as_str())];
    let edit = session.fill(text::EDIT_OF, &named);
    let blocks: Vec<String> = own.blocks.iter().map(ToString::to_string).collect();
    html! {
        <li class="line">
            <b>{label.clone()}</b>
            <span class="mono muted">{blocks.join(" · ")}</span>
            <span class="tools-end">
                <button type="button" class="icon" id={editing.opener()} hidden={editing.locked} aria-label={edit.clone()} title={edit} onclick={editing.on_press()}>{"✎"}</button>
                <EditButton edit={delete} class="icon" label={session.fill(text::DELETE, &named)}>{"×"}</EditButton>
            </span>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct RouteRowProps {
    scenario: Arc<Scenario>,
    a: Arc<Vpc>,
    b: Arc<Vpc>,
}

/// Whether two VPCs are joined, as a switch.
#[component]
fn RouteRow(props: &RouteRowProps) -> Html {
    let session = use_session();
    let RouteRowProps { scenario, a, b } = props;
    let names = [vpc_label(scenario, &a.id), vpc_label(scenario, &b.id)];
    let [from, to] = &names;
    let routed = scenario.routed(&a.id, &b.id);
    let (a, b) = (a.id.clone(), b.id.clone());
    let connect = Edit::World(WorldEdit::Vpc(VpcEdit::Connect { a: a.clone(), b: b.clone() }));
    let disconnect = Edit::World(WorldEdit::Vpc(VpcEdit::Disconnect { a, b }));
    let label = session.fill(text::ROUTE_BETWEEN, &[("a", from), ("b", to)]);
    html! {
        <li class="line">
            <span>{from.clone()}{" ↔ "}{to.clone()}</span>
            <span class="seg tools-end" role="group" aria-label={label}>
                <EditButton edit={disconnect} pressed={!routed}>{session.say(text::NOT_ROUTED)}</EditButton>
                <EditButton edit={connect} pressed={routed}>{session.say(text::ROUTED)}</EditButton>
            </span>
        </li>
    }
}

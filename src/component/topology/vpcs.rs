//! VPCs: their names and blocks, whether they have SNAT, and which of them are connected.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::edit_button::EditButton;
use crate::component::kit::section::{EditableList, line};
use crate::component::topology::vpcs::form::VpcForm;
use crate::component::words::topology_edit::vpc_label;
use crate::hooks::{Session, use_editor, use_session, use_toggle};
use crate::state::Lock;
use crate::text::edit as text;
use sg_core::history::{Edit, TopologyEdit, VpcEdit};
use sg_core::model::{Scenario, Vpc};

pub mod form;

/// Properties of [`Vpcs`].
#[derive(Properties, PartialEq, Eq)]
pub struct VpcsProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Whether the list is initially open.
    #[prop_or_default]
    pub open: bool,
}

/// The list, the connections between VPCs, and a form to add one.
#[component]
pub fn Vpcs(props: &VpcsProps) -> Html {
    let session = use_session();
    let toggle = use_toggle(props.open);
    let adding = use_editor("vpc-add".to_owned(), Lock::Topology);
    let scenario = &props.scenario;
    let vpcs: Vec<&Arc<Vpc>> = scenario.parts().vpcs.values().collect();
    let list = EditableList {
        name: text::VPCS,
        empty: text::NO_VPCS,
        add: text::ADD_VPC,
        toggle: &toggle,
        adding: &adding,
    };
    let rows = || {
        let pairs = vpcs.iter().enumerate();
        let pairs = pairs.flat_map(|(place, a)| vpcs.iter().skip(place + 1).map(move |b| (*a, *b)));
        let own = vpcs.iter().map(|own| html! { <VpcRow key={own.id.to_string()} scenario={Arc::clone(scenario)} own={Arc::clone(own)} /> });
        let snat = vpcs.iter().map(|own| snat_row(&session, scenario, own));
        own.chain(snat).chain(pairs.map(|(a, b)| route_row(&session, scenario, a, b))).collect()
    };
    list.show(&session, vpcs.len(), rows, || {
        html! {
            <VpcForm scenario={Arc::clone(scenario)} name={adding.first()} onclose={adding.close.clone()} />
        }
    })
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
    let editing = use_editor(format!("vpc-{}", own.id), Lock::Topology);
    if editing.open {
        return html! {
            <li class="editing">
                <VpcForm scenario={Arc::clone(&props.scenario)} own={Arc::clone(own)} name={editing.first()} onclose={editing.close.clone()} />
            </li>
        };
    }
    let delete = TopologyEdit::Vpc(VpcEdit::Delete { vpc: own.id.clone() });
    let label = vpc_label(&props.scenario, &own.id);
    let blocks: Vec<String> = own.blocks.iter().map(ToString::to_string).collect();
    let said =
        html! { <><b>{label.clone()}</b><span class="mono muted">{blocks.join(" · ")}</span></> };
    line(
        &session,
        &editing,
        &label,
        (Edit::Topology(delete), text::DELETE),
        [said, Html::default()],
    )
}

/// A switch that says whether a VPC has SNAT.
fn snat_row(session: &Session, scenario: &Scenario, own: &Vpc) -> Html {
    let label = session.fill(text::SNAT_OF, &[("vpc", &vpc_label(scenario, &own.id))]);
    let choices =
        [(Some(true), text::SNAT_YES), (Some(false), text::SNAT_NO), (None, text::SNAT_UNKNOWN)];
    let button = |(snat, words)| {
        let edit =
            Edit::Topology(TopologyEdit::Vpc(VpcEdit::SetSnat { vpc: own.id.clone(), snat }));
        html! {
            <EditButton {edit} pressed={own.snat == snat}>{session.say(words)}</EditButton>
        }
    };
    let buttons: Html = choices.into_iter().map(button).collect();
    html! {
        <li class="line">
            <span>{label.clone()}</span>
            <span class="seg tools-end" role="group" aria-label={label}>
                {buttons}
            </span>
        </li>
    }
}

/// A switch that connects or disconnects two VPCs.
fn route_row(session: &Session, scenario: &Scenario, a: &Vpc, b: &Vpc) -> Html {
    let names = [vpc_label(scenario, &a.id), vpc_label(scenario, &b.id)];
    let [from, to] = &names;
    let routed = scenario.routed(&a.id, &b.id);
    let (a, b) = (a.id.clone(), b.id.clone());
    let connect =
        Edit::Topology(TopologyEdit::Vpc(VpcEdit::Connect { a: a.clone(), b: b.clone() }));
    let disconnect = Edit::Topology(TopologyEdit::Vpc(VpcEdit::Disconnect { a, b }));
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

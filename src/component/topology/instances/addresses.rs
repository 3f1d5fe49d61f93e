//! The addresses of a network interface: private ones and a public one.

use std::net::IpAddr;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::button::toggler;
use crate::component::kit::edit_button::EditButton;
use crate::component::kit::form::EditForm;
use crate::component::kit::text_field::wide_field;
use crate::component::kit::trial::use_trial;
use crate::hooks::{use_editor, use_session, use_typed};
use crate::state::Lock;
use crate::text::edit as text;
use sg_core::history::{
    About, Edit, InterfaceEdit, TopologyEdit, free_public_address, read_address,
};
use sg_core::language::Text;
use sg_core::model::{AddressFamily, NetworkInterface, Scenario, free_private_address};

/// The addresses, with buttons to remove them and forms to add others.
#[component]
pub(crate) fn Addresses(props: &PartProps) -> Html {
    let session = use_session();
    let PartProps { scenario, own } = props;
    let adding = use_editor(format!("address-{}", own.id), Lock::Topology);
    let publishing = use_editor(format!("public-{}", own.id), Lock::Topology);
    let chip = |address: IpAddr, edit: Option<InterfaceEdit>, class: &'static str| {
        let name = session.fill(text::REMOVE, &[("name", &address.to_string())]);
        html! {
            <li class={classes!("chip", "mono", class)} key={address.to_string()}>
                {address.to_string()}
                if let Some(edit) = edit {
                    <EditButton edit={Edit::Topology(TopologyEdit::Interface(edit))} class="chip-remove" label={name}>{"×"}</EditButton>
                }
            </li>
        }
    };
    let private = own.addresses.iter().enumerate().map(|(place, &address)| {
        let interface = own.id.clone();
        chip(
            address,
            (place > 0).then_some(InterfaceEdit::RemoveAddress { interface, address }),
            "",
        )
    });
    let unset = InterfaceEdit::SetPublic { interface: own.id.clone(), address: None };
    let free = free_private_address(scenario, &own.vpc, AddressFamily::V4);
    html! {
        <>
            <ul class="chips" aria-label={session.say(text::PRIVATE_ADDRESSES)}>
                {for private}
                if let Some(address) = own.public_address {
                    {chip(address, Some(unset), "public")}
                }
                <li>{toggler(&adding, session.say(text::ADD_ADDRESS), None)}</li>
                if own.public_address.is_none() {
                    <li>{toggler(&publishing, session.say(text::ADD_PUBLIC), None)}</li>
                }
            </ul>
            if adding.open {
                <AddressForm scenario={Arc::clone(scenario)} own={Arc::clone(own)} public=false suggested={free} name={adding.first()} onclose={adding.close} />
            }
            if publishing.open {
                <AddressForm scenario={Arc::clone(scenario)} own={Arc::clone(own)} public=true suggested={free_public_address(scenario)} name={publishing.first()} onclose={publishing.close} />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct AddressFormProps {
    scenario: Arc<Scenario>,
    own: Arc<NetworkInterface>,
    public: bool,
    suggested: Option<IpAddr>,
    name: AttrValue,
    onclose: Callback<()>,
}

/// The form for one address, prefilled with an unused one.
#[component]
fn AddressForm(props: &AddressFormProps) -> Html {
    let session = use_session();
    let typed = use_typed(|| props.suggested.map_or_else(String::new, |free| free.to_string()));
    let interface = props.own.id.clone();
    let wanted = read_address(&typed).map(|address| {
        TopologyEdit::Interface(match props.public {
            true => InterfaceEdit::SetPublic { interface, address: Some(address) },
            false => InterfaceEdit::AddAddress { interface, address },
        })
    });
    let trial = use_trial(&props.scenario, wanted);
    let label: Text = if props.public { text::PUBLIC_ADDRESS } else { text::PRIVATE_ADDRESS };
    let error = trial.at(About::Addresses).or_else(|| trial.at(About::PublicAddress));
    html! {
        <EditForm
            label={session.say(label)}
            trial={trial.clone()}
            wrong={trial.beside(&[About::Addresses, About::PublicAddress])}
            submit={text::ADD}
            onclose={props.onclose.clone()}
        >
            {wide_field(props.name.clone(), label, &typed, error)}
        </EditForm>
    }
}

/// Properties of the parts of an interface panel.
#[derive(Properties, PartialEq)]
pub(crate) struct PartProps {
    /// The scenario.
    pub(crate) scenario: Arc<Scenario>,
    /// The interface.
    pub(crate) own: Arc<NetworkInterface>,
}

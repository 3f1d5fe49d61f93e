//! One network interface of an opened instance: its groups and its addresses.

use std::net::IpAddr;
use std::sync::Arc;

use yew::prelude::*;

use crate::history::{
    About, Edit, InterfaceEdit, WorldEdit, free_private_address, free_public_address, join_call,
    leave_call, read_address,
};
use crate::language::Text;
use crate::model::{AddressFamily, NetworkInterface, Scenario};
use crate::ui::component::{EditButton, TextField, WorldForm, use_trial};
use crate::ui::hooks::{use_disclosure, use_session, value_of};
use crate::ui::text::{edit as text, groups};

/// Properties of [`InterfacePanel`].
#[derive(Properties, PartialEq)]
pub(super) struct InterfacePanelProps {
    /// The scene.
    pub(super) scenario: Arc<Scenario>,
    /// Which interface.
    pub(super) own: Arc<NetworkInterface>,
    /// Whether it is the primary one, which stays.
    pub(super) primary: bool,
    /// Whether its instance has others.
    pub(super) several: bool,
}

/// The panel.
#[component]
pub(super) fn InterfacePanel(props: &InterfacePanelProps) -> Html {
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

#[derive(Properties, PartialEq)]
struct PartProps {
    scenario: Arc<Scenario>,
    own: Arc<NetworkInterface>,
}

/// Its groups: to leave, and to join others.
#[component]
fn InterfaceGroups(props: &PartProps) -> Html {
    let session = use_session();
    let PartProps { scenario, own } = props;
    let named = [("interface", own.id.as_str())];
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
            if !others.is_empty() {
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

/// Its addresses: to remove, and to add others.
#[component]
fn Addresses(props: &PartProps) -> Html {
    let session = use_session();
    let PartProps { scenario, own } = props;
    let adding = use_disclosure(format!("address-{}", own.id));
    let publishing = use_disclosure(format!("public-{}", own.id));
    let chip = |address: IpAddr, edit: Option<InterfaceEdit>, class: &'static str| {
        let name = session.fill(text::REMOVE, &[("name", &address.to_string())]);
        html! {
            <li class={classes!("chip", "mono", class)} key={address.to_string()}>
                {address.to_string()}
                if let Some(edit) = edit {
                    <EditButton edit={Edit::World(WorldEdit::Interface(edit))} class="chip-remove" label={name}>{"×"}</EditButton>
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
    let family = AddressFamily::V4;
    let free = free_private_address(scenario, &own.vpc, family);
    html! {
        <>
            <ul class="chips" aria-label={session.say(text::PRIVATE_ADDRESSES)}>
                {for private}
                if let Some(address) = own.public_address {
                    {chip(address, Some(unset), "public")}
                }
                <li><button type="button" class="link" id={adding.opener()} aria-expanded={adding.open.to_string()} onclick={adding.on_press()}>{session.say(text::ADD_ADDRESS)}</button></li>
                if own.public_address.is_none() {
                    <li><button type="button" class="link" id={publishing.opener()} aria-expanded={publishing.open.to_string()} onclick={publishing.on_press()}>{session.say(text::ADD_PUBLIC)}</button></li>
                }
            </ul>
            if adding.open {
                <AddressForm scenario={Arc::clone(scenario)} own={Arc::clone(own)} public=false suggested={free} name={adding.first()} onclose={adding.close.clone()} />
            }
            if publishing.open {
                <AddressForm scenario={Arc::clone(scenario)} own={Arc::clone(own)} public=true suggested={free_public_address(scenario)} name={publishing.first()} onclose={publishing.close.clone()} />
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

/// One address, with a free one to begin with.
#[component]
fn AddressForm(props: &AddressFormProps) -> Html {
    let session = use_session();
    let typed = use_state(|| props.suggested.map_or_else(String::new, |free| free.to_string()));
    let interface = props.own.id.clone();
    let wanted = read_address(&typed).map(|address| {
        WorldEdit::Interface(match props.public {
            true => InterfaceEdit::SetPublic { interface, address: Some(address) },
            false => InterfaceEdit::AddAddress { interface, address },
        })
    });
    let trial = use_trial(&props.scenario, wanted);
    let setter = typed.setter();
    let label: Text = if props.public { text::PUBLIC_ADDRESS } else { text::PRIVATE_ADDRESS };
    let error = trial.at(About::Addresses).or_else(|| trial.at(About::PublicAddress));
    html! {
        <WorldForm
            label={session.say(label)}
            trial={trial.clone()}
            wrong={trial.beside(&[About::Addresses, About::PublicAddress])}
            submit={text::ADD}
            onclose={props.onclose.clone()}
        >
            <TextField id={props.name.clone()} {label} value={(*typed).clone()} wide=true oninput={Callback::from(move |next| setter.set(next))} {error} />
        </WorldForm>
    }
}

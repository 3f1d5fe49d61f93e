//! What a new network interface needs: groups, private addresses, a public one.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::{FieldError, TextField};
use crate::hooks::use_session;
use crate::text::edit as text;
use sg_core::history::{
    About, NewInterface, PublicAddress, WorldEditError, free_private_address, free_public_address,
    read_address, read_addresses,
};
use sg_core::model::{AddressFamily, Scenario, SecurityGroupId};

mod group_choice;

use group_choice::GroupChoice;

/// A new interface as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InterfaceDraft {
    /// The groups chosen.
    pub groups: Vec<SecurityGroupId>,
    /// Private addresses, parted by commas; the next free one where nothing is said.
    pub addresses: String,
    /// The public address; none where nothing is said.
    pub public: String,
}

impl InterfaceDraft {
    /// Nothing chosen, with the next free public address.
    pub fn with_public(scenario: &Scenario) -> Self {
        let free = free_public_address(scenario);
        Self { public: free.map_or_else(String::new, |a| a.to_string()), ..Self::default() }
    }

    /// The interface that is asked for.
    ///
    /// # Errors
    /// [`WorldEditError::NotAnAddress`] with what is none, and the part it stands in.
    pub fn wanted(&self) -> Result<NewInterface, (About, WorldEditError)> {
        let public = match self.public.trim() {
            "" => PublicAddress::None,
            text => PublicAddress::Given(
                read_address(text).map_err(|error| (About::PublicAddress, error))?,
            ),
        };
        let addresses =
            read_addresses(&self.addresses).map_err(|error| (About::Addresses, error))?;
        Ok(NewInterface { groups: self.groups.clone(), addresses, public })
    }
}

/// Properties of [`InterfaceFields`].
#[derive(Properties, PartialEq)]
pub struct InterfaceFieldsProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// What is typed and chosen.
    pub draft: InterfaceDraft,
    /// It changed.
    pub onchange: Callback<InterfaceDraft>,
    /// What is wrong, and with which part.
    #[prop_or_default]
    pub wrong: Option<(About, FieldError)>,
    /// The beginning of the ids of the fields.
    pub name: AttrValue,
}

/// The fields.
#[component]
pub fn InterfaceFields(props: &InterfaceFieldsProps) -> Html {
    let session = use_session();
    let InterfaceFieldsProps { scenario, draft, onchange, wrong, name } = props;
    let at = |about: About| {
        wrong.as_ref().filter(|(own, _)| *own == about).map(|(_, error)| error.clone())
    };
    let vpc = draft.groups.first().and_then(|id| scenario.group(id)).map(|group| group.vpc.clone());
    let free = vpc.and_then(|vpc| free_private_address(scenario, &vpc, AddressFamily::V4));
    let next = free.map(|free| session.fill(text::NEXT_FREE, &[("address", &free.to_string())]));
    let typed = |change: fn(&mut InterfaceDraft, String)| {
        let (draft, onchange) = (draft.clone(), onchange.clone());
        Callback::from(move |typed: String| {
            let mut draft = draft.clone();
            change(&mut draft, typed);
            onchange.emit(draft);
        })
    };
    html! {
        <>
            <GroupChoice scenario={Arc::clone(scenario)} draft={draft.clone()} onchange={onchange.clone()} error={at(About::Groups)} />
            <TextField
                id={format!("{name}-private")}
                label={text::PRIVATE_ADDRESSES}
                value={draft.addresses.clone()}
                placeholder={next}
                oninput={typed(|draft, typed| draft.addresses = typed)}
                error={at(About::Addresses)}
            />
            <TextField
                id={format!("{name}-public")}
                label={text::PUBLIC_ADDRESS}
                value={draft.public.clone()}
                placeholder={session.say(text::NO_PUBLIC_ADDRESS)}
                oninput={typed(|draft, typed| draft.public = typed)}
                error={at(About::PublicAddress)}
            />
        </>
    }
}

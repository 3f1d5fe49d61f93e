//! The fields of a new network interface: groups, private addresses, a public address.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::error_line::FieldError;
use crate::component::kit::limit::Limit;
use crate::component::kit::text_field::TextField;
use crate::component::topology::interface_fields::draft::InterfaceDraft;
use crate::component::topology::interface_fields::group_choice::group_choice;
use crate::hooks::use_session;
use crate::text::edit as text;
use sg_core::history::About;
use sg_core::model::{AddressFamily, Scenario, free_private_address};

pub mod draft;
mod group_choice;

/// Properties of [`InterfaceFields`].
#[derive(Properties, PartialEq)]
pub struct InterfaceFieldsProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The current input.
    pub draft: InterfaceDraft,
    /// Called when the input changes.
    pub onchange: Callback<InterfaceDraft>,
    /// The error, and the part it belongs to.
    #[prop_or_default]
    pub wrong: Option<(About, FieldError)>,
    /// The prefix of the field ids.
    pub name: AttrValue,
    /// Whether there is no field for a public address.
    #[prop_or_default]
    pub private: bool,
}

/// The fields.
#[component]
pub fn InterfaceFields(props: &InterfaceFieldsProps) -> Html {
    let session = use_session();
    let InterfaceFieldsProps { scenario, draft, onchange, wrong, name, private } = props;
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
            {group_choice(&session, scenario, draft, onchange, at(About::Groups))}
            <TextField
                id={format!("{name}-private")}
                label={text::PRIVATE_ADDRESSES}
                value={draft.addresses.clone()}
                placeholder={next}
                limit={Limit::LIST}
                oninput={typed(|draft, typed| draft.addresses = typed)}
                error={at(About::Addresses)}
            />
            if !private {
                <TextField
                    id={format!("{name}-public")}
                    label={text::PUBLIC_ADDRESS}
                    value={draft.public.clone()}
                    placeholder={session.say(text::NO_PUBLIC_ADDRESS)}
                    oninput={typed(|draft, typed| draft.public = typed)}
                    error={at(About::PublicAddress)}
                />
            }
        </>
    }
}

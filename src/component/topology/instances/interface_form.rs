//! The form that creates a network interface, which an instance can be given afterwards.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::error_line::FieldError;
use crate::component::kit::form::EditForm;
use crate::component::kit::trial::use_call_trial;
use crate::component::topology::interface_fields::InterfaceFields;
use crate::component::topology::interface_fields::draft::InterfaceDraft;
use crate::component::words::topology_error::in_words;
use crate::hooks::use_session;
use crate::text::edit as text;
use sg_core::emulator::Call;
use sg_core::history::{About, Edit, TopologyEditError};
use sg_core::model::Scenario;

/// Properties of [`InterfaceForm`].
#[derive(Properties, PartialEq)]
pub(super) struct InterfaceFormProps {
    /// The scenario.
    pub(super) scenario: Arc<Scenario>,
    /// The id of the first field.
    pub(super) name: AttrValue,
    /// Called when the form is submitted or cancelled.
    pub(super) onclose: Callback<()>,
}

/// Groups and private addresses. The VPC is that of the first group.
#[component]
pub(super) fn InterfaceForm(props: &InterfaceFormProps) -> Html {
    let session = use_session();
    let InterfaceFormProps { scenario, name, onclose } = props;
    let draft = use_state(InterfaceDraft::default);
    let wanted = draft.wanted();
    let vpc = draft.groups.first().and_then(|id| scenario.group(id)).map(|group| &group.vpc);
    let call = wanted.as_ref().ok().zip(vpc).map(|(wanted, vpc)| {
        let region = scenario.region();
        Call::create_network_interface(region, vpc, &wanted.groups, &wanted.addresses)
    });
    let tried = use_state_eq(|| false);
    let unfinished = call.is_none();
    let trial = use_call_trial(scenario, call.map(Edit::Call));
    let trial = if unfinished {
        let tried = tried.setter();
        trial.unfinished(Callback::from(move |()| tried.set(true)))
    } else {
        trial
    };
    let is_group = |param: &str| param.starts_with("SecurityGroupId");
    let is_address = |param: &str| param.contains("Address") || param == "VSwitchId";
    let refused = trial.at_params(is_group).map(|error| (About::Groups, error));
    let refused =
        refused.or_else(|| trial.at_params(is_address).map(|error| (About::Addresses, error)));
    let lacks = *tried && draft.groups.is_empty();
    let lack = lacks.then_some((About::Groups, TopologyEditError::NoGroup));
    let unread = wanted
        .err()
        .or(lack)
        .map(|(about, error)| (about, FieldError::Topology(in_words(&session, &error).into())));
    let beside = trial.at_params(|param| !is_group(param) && !is_address(param));
    let setter = draft.setter();
    html! {
        <EditForm
            label={session.say(text::NEW_INTERFACE)}
            {trial}
            wrong={beside}
            submit={text::CREATE_INTERFACE}
            onclose={onclose.clone()}
        >
            <InterfaceFields
                scenario={Arc::clone(scenario)}
                draft={(*draft).clone()}
                onchange={Callback::from(move |next| setter.set(next))}
                wrong={unread.or(refused)}
                name={name.clone()}
                private=true
            />
            <p class="form-note faint">{session.say(text::NEW_INTERFACE_NOTE)}</p>
        </EditForm>
    }
}

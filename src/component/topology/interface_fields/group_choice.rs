//! The groups of a new network interface.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::text_field::{FieldError, WrongLine};
use crate::component::topology::interface_fields::draft::InterfaceDraft;
use crate::component::words::topology_edit::vpc_label;
use crate::hooks::use_session;
use crate::text::{edit as text, groups};
use sg_core::model::{Scenario, SecurityGroup, SecurityGroupId};

/// Properties of [`GroupChoice`].
#[derive(Properties, PartialEq)]
pub(crate) struct GroupChoiceProps {
    /// The scene.
    pub(crate) scenario: Arc<Scenario>,
    /// The interface that is to be, with the groups chosen for it.
    pub(crate) draft: InterfaceDraft,
    /// It changed.
    pub(crate) onchange: Callback<InterfaceDraft>,
    /// What is wrong with the choice.
    pub(crate) error: Option<FieldError>,
}

/// A box to tick for each group that an account may put an interface into.
#[component]
pub(crate) fn GroupChoice(props: &GroupChoiceProps) -> Html {
    let session = use_session();
    let choice = |id: &SecurityGroupId, label: String| {
        let checked = props.draft.groups.contains(id);
        let (draft, onchange, id) = (props.draft.clone(), props.onchange.clone(), id.clone());
        let toggle = Callback::from(move |_: Event| {
            let mut draft = draft.clone();
            draft.groups.retain(|other| *other != id);
            if !checked {
                draft.groups.push(id.clone());
            }
            onchange.emit(draft);
        });
        html! {
            <label class="check"><input type="checkbox" {checked} onchange={toggle} />{label}</label>
        }
    };
    let several = props.scenario.parts().vpcs.len() > 1;
    let label = |group: &SecurityGroup| match several {
        true => {
            let vpc = vpc_label(&props.scenario, &group.vpc);
            session.fill(text::IN_VPC, &[("group", group.label()), ("vpc", &vpc)])
        }
        false => group.label().to_owned(),
    };
    html! {
        <fieldset class="wide choice">
            <legend>{session.say(groups::INSTANCE_GROUPS)}</legend>
            {for props.scenario.groups().filter(|g| !g.service_managed).map(|g| choice(&g.id, label(g)))}
            if let Some(FieldError::World(words)) = props.error.clone() {
                <WrongLine {words} />
            }
        </fieldset>
    }
}

//! The form of a VPC: name and address blocks.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::text_field::TextField;
use crate::component::kit::topology_form::{WorldForm, use_trial};
use crate::hooks::use_session;
use crate::text::edit as text;
use sg_core::history::{About, VpcEdit, WorldEdit, read_blocks};
use sg_core::model::{Scenario, Vpc};

/// Properties of [`VpcForm`].
#[derive(Properties, PartialEq)]
pub struct VpcFormProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// The VPC to change; none for a new one.
    #[prop_or_default]
    pub own: Option<Arc<Vpc>>,
    /// The id of the first field.
    pub name: AttrValue,
    /// The form is done with.
    pub onclose: Callback<()>,
}

/// The form.
#[component]
pub fn VpcForm(props: &VpcFormProps) -> Html {
    let session = use_session();
    let own = props.own.as_ref();
    let name = use_state(|| own.map_or_else(|| suggested(&props.scenario), |own| own.name.clone()));
    let blocks = use_state(|| {
        let blocks = own.map(|own| own.blocks.as_slice()).unwrap_or_default();
        blocks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    });
    let wanted = read_blocks(&blocks).map(|blocks| {
        let name = (*name).clone();
        WorldEdit::Vpc(match own {
            Some(own) => VpcEdit::Change { vpc: own.id.clone(), name, blocks },
            None => VpcEdit::Create { name, blocks },
        })
    });
    let trial = use_trial(&props.scenario, wanted);
    let (set_name, set_blocks) = (name.setter(), blocks.setter());
    let blocks_id = format!("{}-blocks", props.name);
    html! {
        <WorldForm
            label={session.say(text::VPC_FORM)}
            trial={trial.clone()}
            wrong={trial.beside(&[About::Name, About::Addresses])}
            submit={if own.is_some() { text::SAVE } else { text::ADD }}
            onclose={props.onclose.clone()}
        >
            <TextField id={props.name.clone()} label={text::NAME} value={(*name).clone()} oninput={Callback::from(move |typed| set_name.set(typed))} error={trial.at(About::Name)} />
            <TextField id={blocks_id} label={text::BLOCKS} value={(*blocks).clone()} placeholder="172.16.0.0/12" oninput={Callback::from(move |typed| set_blocks.set(typed))} error={trial.at(About::Addresses)} />
        </WorldForm>
    }
}

/// The first free name of the form `vpc2`.
fn suggested(scenario: &Scenario) -> String {
    let taken = |name: &String| scenario.parts().vpcs.values().any(|vpc| &vpc.name == name);
    let first = scenario.parts().vpcs.len() + 1;
    (first..).map(|number| format!("vpc{number}")).find(|name| !taken(name)).unwrap_or_default()
}

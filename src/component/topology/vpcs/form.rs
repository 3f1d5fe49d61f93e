//! The form of a new or existing VPC.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::form::EditForm;
use crate::component::kit::limit::Limit;
use crate::component::kit::text_field::{TextField, field};
use crate::component::kit::trial::use_trial;
use crate::hooks::{use_session, use_typed};
use crate::text::edit as text;
use sg_core::history::{About, TopologyEdit, VpcEdit, read_blocks};
use sg_core::model::{Scenario, Vpc};

/// Properties of [`VpcForm`].
#[derive(Properties, PartialEq)]
pub struct VpcFormProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The VPC to edit; `None` for a new one.
    #[prop_or_default]
    pub own: Option<Arc<Vpc>>,
    /// The id of the first field.
    pub name: AttrValue,
    /// Called when the form is submitted or cancelled.
    pub onclose: Callback<()>,
}

/// Name and blocks.
#[component]
pub fn VpcForm(props: &VpcFormProps) -> Html {
    let session = use_session();
    let own = props.own.as_ref();
    let name = use_typed(|| own.map_or_else(|| suggested(&props.scenario), |own| own.name.clone()));
    let blocks = use_typed(|| {
        let blocks = own.map(|own| own.blocks.as_slice()).unwrap_or_default();
        blocks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    });
    let wanted = read_blocks(&blocks).map(|blocks| {
        let name = name.value();
        TopologyEdit::Vpc(match own {
            Some(own) => VpcEdit::Change { vpc: own.id.clone(), name, blocks },
            None => VpcEdit::Create { name, blocks },
        })
    });
    let trial = use_trial(&props.scenario, wanted);
    html! {
        <EditForm
            label={session.say(text::VPC_FORM)}
            wrong={trial.beside(&[About::Name, About::Addresses])}
            submit={if own.is_some() { text::SAVE } else { text::ADD }}
            onclose={props.onclose.clone()}
            trial={trial.clone()}
        >
            {field(props.name.clone(), text::NAME, &name, trial.at(About::Name))}
            <TextField id={format!("{}-blocks", props.name)} label={text::BLOCKS} value={blocks.value()} placeholder="172.16.0.0/12" oninput={blocks.set()} limit={Limit::LIST} error={trial.at(About::Addresses)} />
        </EditForm>
    }
}

/// The first unused name of the form `vpc2`.
fn suggested(scenario: &Scenario) -> String {
    let taken = |name: &String| scenario.parts().vpcs.values().any(|vpc| &vpc.name == name);
    let first = scenario.parts().vpcs.len() + 1;
    (first..).map(|number| format!("vpc{number}")).find(|name| !taken(name)).unwrap_or_default()
}

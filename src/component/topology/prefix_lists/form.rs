//! The form of a prefix list: name, entries, capacity.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::error_line::FieldError;
use crate::component::kit::form::EditForm;
use crate::component::kit::text_field::{field, wide_field};
use crate::component::kit::trial::use_trial;
use crate::hooks::{use_session, use_typed};
use crate::text::{edit as text, topology};
use sg_core::history::{About, PrefixListEdit, TopologyEdit, TopologyEditError, read_blocks};
use sg_core::model::{PrefixList, Scenario};

/// Properties of [`PrefixListForm`].
#[derive(Properties, PartialEq)]
pub struct PrefixListFormProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The list to edit; `None` for a new one.
    #[prop_or_default]
    pub own: Option<Arc<PrefixList>>,
    /// The id of the first field.
    pub name: AttrValue,
    /// Called when the form is submitted or cancelled.
    pub onclose: Callback<()>,
}

/// The default capacity of a new list.
const USUAL_CAPACITY: &str = "10";

/// The form.
#[component]
pub fn PrefixListForm(props: &PrefixListFormProps) -> Html {
    let session = use_session();
    let own = props.own.as_ref();
    let name = use_typed(|| own.map_or_else(String::new, |own| own.name.clone()));
    let entries = use_typed(|| own.map_or_else(String::new, |own| one_per_part(own)));
    let most =
        use_typed(|| own.map_or_else(|| USUAL_CAPACITY.to_owned(), |o| o.max_entries.to_string()));
    let number = most.trim().parse::<u16>().ok();
    let wanted = read_blocks(&entries).map(|blocks| {
        let (name, max_entries) = (name.value(), number.unwrap_or_default());
        TopologyEdit::PrefixList(match own {
            Some(own) => PrefixListEdit::Change { list: own.id.clone(), name, blocks, max_entries },
            None => PrefixListEdit::Create { name, blocks, max_entries },
        })
    });
    let wanted = match number {
        None => wanted.and(Err(TopologyEditError::MaxEntries(0))),
        Some(_) => wanted,
    };
    let trial = use_trial(&props.scenario, wanted);
    let not_a_number = || FieldError::Topology(session.say(topology::NOT_A_NUMBER).into());
    let most_error = trial.at(About::MaxEntries).map(|error| match number {
        None => not_a_number(),
        Some(_) => error,
    });
    let id = |part: &str| format!("{}-{part}", props.name);
    html! {
        <EditForm
            label={session.say(text::LIST_FORM)}
            trial={trial.clone()}
            wrong={trial.beside(&[About::Name, About::Addresses, About::MaxEntries])}
            submit={if own.is_some() { text::SAVE } else { text::ADD }}
            onclose={props.onclose.clone()}
        >
            {field(props.name.clone(), text::NAME, &name, trial.at(About::Name))}
            {field(id("most"), text::MAX_ENTRIES, &most, most_error)}
            {wide_field(id("entries"), text::ENTRIES, &entries, trial.at(About::Addresses), Some("192.0.2.0/24, 198.51.100.0/24"))}
        </EditForm>
    }
}

fn one_per_part(list: &PrefixList) -> String {
    list.blocks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

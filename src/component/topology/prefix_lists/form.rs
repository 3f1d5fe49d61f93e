//! The form of a prefix list: name, entries and, for a new one, the maximum number of entries.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::form::EditForm;
use crate::component::kit::limit::Limit;
use crate::component::kit::text_field::{TextField, field};
use crate::component::kit::trial::use_call_trial;
use crate::hooks::{use_session, use_typed};
use crate::text::edit as text;
use sg_core::emulator::Call;
use sg_core::history::{Edit, list_parts};
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

/// The maximum number of entries that a new list starts with.
const USUAL_CAPACITY: &str = "10";

/// The form. Entries are sent as typed; the API's errors are shown beside the field they name.
#[component]
pub fn PrefixListForm(props: &PrefixListFormProps) -> Html {
    let session = use_session();
    let own = props.own.as_ref();
    let name = use_typed(|| own.map_or_else(String::new, |own| own.name.clone()));
    let entries = use_typed(|| own.map_or_else(String::new, |own| one_per_part(own)));
    let most = use_typed(|| USUAL_CAPACITY.to_owned());
    let (region, parts) = (props.scenario.region(), list_parts(&entries));
    let call = match own {
        Some(own) => {
            let call = Call::modify_prefix_list(region, own, &name, &parts);
            // Without anything to change, the call has only the region and the list.
            (call.params.len() > 2).then_some(call)
        }
        None => Some(Call::create_prefix_list(region, &name, &parts, most.trim())),
    };
    let trial = use_call_trial(&props.scenario, call.map(Edit::Call));
    let at_entries = || trial.at_params(|param| param.contains("Entry."));
    let id = |part: &str| format!("{}-{part}", props.name);
    html! {
        <EditForm
            label={session.say(text::LIST_FORM)}
            trial={trial.clone()}
            wrong={trial.beside_params(&["PrefixListName", "MaxEntries"]).filter(|_| at_entries().is_none())}
            submit={if own.is_some() { text::SAVE } else { text::ADD }}
            onclose={props.onclose.clone()}
        >
            {field(props.name.clone(), text::NAME, &name, trial.at_param("PrefixListName"))}
            if own.is_none() {
                {field(id("most"), text::MAX_ENTRIES, &most, trial.at_param("MaxEntries"))}
            }
            <TextField
                id={id("entries")}
                label={text::ENTRIES}
                value={entries.value()}
                placeholder="192.0.2.0/24, 198.51.100.0/24"
                oninput={entries.set()}
                error={at_entries()}
                limit={Limit::LIST}
                wide=true
            />
        </EditForm>
    }
}

fn one_per_part(list: &PrefixList) -> String {
    list.blocks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

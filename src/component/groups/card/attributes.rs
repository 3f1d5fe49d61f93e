//! The form for a group's name and description (ModifySecurityGroupAttribute).

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::form::{EditForm, Preview};
use crate::component::kit::text_field::field;
use crate::component::kit::trial::use_call_trial;
use crate::hooks::{use_session, use_typed};
use crate::text::{edit as text, groups};
use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::model::{Scenario, SecurityGroup};

/// Properties of [`AttributesForm`].
#[derive(Properties, PartialEq)]
pub struct AttributesFormProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The group.
    pub group: Arc<SecurityGroup>,
    /// The id of the first field.
    pub first: AttrValue,
    /// Called when the form is submitted or cancelled.
    pub onclose: Callback<()>,
}

/// Sends only what changed. API errors are shown beside the field they name.
#[component]
pub fn AttributesForm(props: &AttributesFormProps) -> Html {
    let session = use_session();
    let AttributesFormProps { scenario, group, onclose, .. } = props;
    let name = use_typed(|| group.name.clone());
    let description = use_typed(|| group.description.clone());
    let differs = |new: &str, old: &str| if new == old { String::new() } else { new.to_owned() };
    let (new_name, new_words) =
        (differs(&name, &group.name), differs(&description, &group.description));
    let changed = !new_name.is_empty() || !new_words.is_empty();
    let call = changed.then(|| {
        let region = scenario.region();
        Call::modify_security_group_attribute(region, &group.id, &new_name, &new_words)
    });
    let trial = use_call_trial(scenario, call.map(Edit::Call));
    let empties = (name.is_empty() && !group.name.is_empty())
        || (description.is_empty() && !group.description.is_empty());
    html! {
        <EditForm
            label={session.fill(text::RENAME, &[("name", group.label())])}
            class="attributes"
            preview={Preview::WhileTyping}
            wrong={trial.beside_params(&["SecurityGroupName", "Description"])}
            submit={text::SAVE}
            onclose={onclose.clone()}
            trial={trial.clone()}
        >
            {field(props.first.clone(), groups::NAME, &name, trial.at_param("SecurityGroupName"))}
            {field(format!("{}-words", props.first), text::DESCRIPTION, &description, trial.at_param("Description"))}
            if empties {
                <p class="form-note">{session.say(text::KEEPS)}</p>
            }
        </EditForm>
    }
}

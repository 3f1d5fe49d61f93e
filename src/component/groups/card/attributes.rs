//! A group's name and description, edited in the card: ModifySecurityGroupAttribute.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::api_error::ApiErrorLine;
use crate::component::kit::text_field::{FieldError, TextField};
use crate::derived::prediction_env;
use crate::hooks::{escape_to, use_pending, use_session};
use crate::text::{chrome, edit as text, groups};
use sg_core::emulator;
use sg_core::emulator::{ApiError, Call};
use sg_core::history::Edit;
use sg_core::model::{Scenario, SecurityGroup};

/// Properties of [`AttributesForm`].
#[derive(Properties, PartialEq)]
pub struct AttributesFormProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// Which group.
    pub group: Arc<SecurityGroup>,
    /// The id of the first field.
    pub first: AttrValue,
    /// The form is done with.
    pub onclose: Callback<()>,
}

/// Only what differs is sent. The API's own error stands beside the field it names.
#[component]
pub fn AttributesForm(props: &AttributesFormProps) -> Html {
    let session = use_session();
    let AttributesFormProps { scenario, group, onclose, .. } = props;
    let name = use_state(|| group.name.clone());
    let description = use_state(|| group.description.clone());
    let differs = |new: &str, old: &str| if new == old { String::new() } else { new.to_owned() };
    let (new_name, new_words) =
        (differs(&name, &group.name), differs(&description, &group.description));
    let changed = !new_name.is_empty() || !new_words.is_empty();
    let call = changed.then(|| {
        let region = scenario.region();
        Call::modify_security_group_attribute(region, &group.id, &new_name, &new_words)
    });
    let refused =
        call.as_ref().and_then(|c| emulator::answer(scenario, c, &prediction_env()).err());
    let pending = use_pending(call.clone().map(Edit::Call));
    let onsubmit = {
        let (session, onclose, wrong) = (session.clone(), onclose.clone(), refused.is_some());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(call) = call.clone() {
                session.edit.emit(Edit::Call(call));
            }
            if !wrong {
                onclose.emit(());
            }
        })
    };
    let at = |param: &str| {
        let error: Option<&ApiError> = refused.as_ref().filter(|e| e.param() == Some(param));
        error.cloned().map(FieldError::Api)
    };
    let fields = ["SecurityGroupName", "Description"];
    let elsewhere = refused.clone().filter(|e| !fields.iter().any(|own| e.param() == Some(own)));
    let empties = (name.is_empty() && !group.name.is_empty())
        || (description.is_empty() && !group.description.is_empty());
    let (set_name, set_words) = (name.setter(), description.setter());
    html! {
        <form
            ref={pending.form}
            class="form attributes"
            {onsubmit}
            onkeydown={escape_to(onclose)}
            onfocusin={pending.onfocusin}
            onfocusout={pending.onfocusout}
            aria-label={session.fill(text::RENAME, &[("name", group.label())])}
            novalidate=true
        >
            <TextField id={props.first.clone()} label={groups::NAME} value={(*name).clone()} oninput={Callback::from(move |typed| set_name.set(typed))} error={at("SecurityGroupName")} />
            <TextField id={format!("{}-words", props.first)} label={text::DESCRIPTION} value={(*description).clone()} oninput={Callback::from(move |typed| set_words.set(typed))} error={at("Description")} />
            if empties {
                <p class="form-note">{session.say(text::KEEPS)}</p>
            }
            if let Some(error) = elsewhere {
                <ApiErrorLine {error} />
            }
            <div class="form-actions">
                <button type="submit" class="primary">{session.say(text::SAVE)}</button>
                <button type="button" onclick={onclose.reform(|_: MouseEvent| ())}>{session.say(chrome::CANCEL)}</button>
            </div>
        </form>
    }
}

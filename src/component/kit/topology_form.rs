//! The frame of every form that makes a world edit, and when it says what is wrong.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::text_field::{FieldError, WrongLine};
use crate::component::words::topology_error::in_words;
use crate::derived::prediction_env;
use crate::hooks::{escape_to, use_session};
use crate::state::Action;
use crate::text::chrome;
use sg_core::history::{About, Edit, WorldEdit, WorldEditError};
use sg_core::language::Text;
use sg_core::model::Scenario;

/// A world edit as it is being typed: possible, or why not.
#[derive(Clone, PartialEq)]
pub struct Trial {
    edit: Option<Edit>,
    error: Option<(About, AttrValue)>,
    ontry: Callback<()>,
}

impl Trial {
    /// What is wrong with one part.
    pub fn at(&self, about: About) -> Option<FieldError> {
        let (_, words) = self.error.as_ref().filter(|(own, _)| *own == about)?;
        Some(FieldError::World(words.clone()))
    }

    /// What is wrong, as far as it is said yet.
    pub fn said(&self) -> Option<&AttrValue> {
        self.error.as_ref().map(|(_, words)| words)
    }

    /// What is wrong and belongs to none of these parts.
    pub fn beside(&self, parts: &[About]) -> Option<AttrValue> {
        let (_, words) = self.error.as_ref().filter(|(own, _)| !parts.contains(own))?;
        Some(words.clone())
    }
}

/// Tries what stands in a form on the scene. That something is still missing is said only once
/// somebody tried to go on without it.
#[hook]
pub fn use_trial(scenario: &Arc<Scenario>, wanted: Result<WorldEdit, WorldEditError>) -> Trial {
    let session = use_session();
    let tried = use_state(|| false);
    let tested = wanted.and_then(|edit| {
        edit.apply(scenario, &prediction_env())?;
        Ok(edit)
    });
    let setter = tried.setter();
    let ontry = use_callback((), move |(), ()| setter.set(true));
    match tested {
        Ok(edit) => Trial { edit: Some(Edit::World(edit)), error: None, ontry },
        Err(error) => {
            let said = !is_lack(&error) || *tried;
            let error = said.then(|| (error.about(), in_words(&session, &error).into()));
            Trial { edit: None, error, ontry }
        }
    }
}

/// Whether an error only says that something is not there yet.
const fn is_lack(error: &WorldEditError) -> bool {
    matches!(error, WorldEditError::NoName | WorldEditError::NoGroup | WorldEditError::NoBlock)
}

/// Properties of [`WorldForm`].
#[derive(Properties, PartialEq)]
pub struct WorldFormProps {
    /// What the form is for.
    pub label: AttrValue,
    /// The edit it would make.
    pub trial: Trial,
    /// What is wrong and stands beside no field.
    #[prop_or_default]
    pub wrong: Option<AttrValue>,
    /// The name of the button that does it.
    pub submit: Text,
    /// The form is done with.
    pub onclose: Callback<()>,
    /// The fields.
    pub children: Html,
}

/// Enter does the edit where it is possible, Esc gives it up. What was typed stays until then.
#[component]
pub fn WorldForm(props: &WorldFormProps) -> Html {
    let session = use_session();
    let onsubmit = {
        let (session, trial, close) = (session.clone(), props.trial.clone(), props.onclose.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match &trial.edit {
                Some(edit) => {
                    session.edit.emit(edit.clone());
                    close.emit(());
                }
                None => trial.ontry.emit(()),
            }
        })
    };
    let point = session.on::<()>(Action::Preview(props.trial.edit.clone()));
    let leave = session.on::<()>(Action::Preview(None));
    html! {
        <form class="form world-form" {onsubmit} onkeydown={escape_to(&props.onclose)} aria-label={props.label.clone()} novalidate=true>
            {props.children.clone()}
            if let Some(words) = props.wrong.clone() {
                <WrongLine {words} />
            }
            <div class="form-actions">
                <button
                    type="submit"
                    class="primary"
                    onmousemove={point.reform(|_| ())}
                    onmouseleave={leave.reform(|_| ())}
                    onfocus={point.reform(|_| ())}
                    onblur={leave.reform(|_| ())}
                >
                    {session.say(props.submit)}
                </button>
                <button type="button" onclick={props.onclose.reform(|_: MouseEvent| ())}>{session.say(chrome::CANCEL)}</button>
            </div>
        </form>
    }
}

//! An edit predicted on every keystroke: possible, or the reason why not.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::error_line::FieldError;
use crate::component::words::topology_error::in_words;
use crate::hooks::{use_prediction, use_session};
use sg_core::emulator::ApiError;
use sg_core::history::{About, Edit, Outcome, TopologyEdit, TopologyEditError};
use sg_core::model::Scenario;

/// An edit as the form currently describes it.
#[derive(Clone, PartialEq)]
pub struct Trial {
    /// Called to submit the form.
    pub(crate) edit: Option<Edit>,
    /// Whether the form stays open after submission.
    pub(crate) stays: bool,
    /// Called when an impossible edit is submitted.
    pub(crate) ontry: Callback<()>,
    refused: Option<ApiError>,
    impossible: Option<(About, AttrValue)>,
}

impl Trial {
    /// The same for input that is not complete: the form stays open when it is submitted.
    pub(crate) fn unfinished(self, ontry: Callback<()>) -> Self {
        Self { stays: true, ontry, ..self }
    }

    /// The API's refusal.
    pub fn refused(&self) -> Option<&ApiError> {
        self.refused.as_ref()
    }

    /// The API's refusal beside the field of the parameter.
    pub fn at_param(&self, param: &str) -> Option<FieldError> {
        let error = self.refused.clone().filter(|error| error.param() == Some(param));
        error.map(FieldError::Api)
    }

    /// The API's refusal beside the field of several parameters.
    pub fn at_params(&self, is_one: impl Fn(&str) -> bool) -> Option<FieldError> {
        let error = self.refused.clone().filter(|error| error.param().is_some_and(is_one));
        error.map(FieldError::Api)
    }

    /// The API's refusal if it names none of these parameters.
    pub fn beside_params(&self, params: &[&str]) -> Option<FieldError> {
        let named = |error: &ApiError| params.iter().any(|own| error.param() == Some(own));
        self.refused.clone().filter(|error| !named(error)).map(FieldError::Api)
    }

    /// The error of one part of a topology edit.
    pub fn at(&self, about: About) -> Option<FieldError> {
        let (_, words) = self.impossible.as_ref().filter(|(own, _)| *own == about)?;
        Some(FieldError::Topology(words.clone()))
    }

    /// The error of a topology edit, if it should be shown yet.
    pub fn said(&self) -> Option<&AttrValue> {
        self.impossible.as_ref().map(|(_, words)| words)
    }

    /// The error of a topology edit if it belongs to none of these parts.
    pub fn beside(&self, parts: &[About]) -> Option<FieldError> {
        let (_, words) = self.impossible.as_ref().filter(|(own, _)| !parts.contains(own))?;
        Some(FieldError::Topology(words.clone()))
    }
}

/// Tries a call. An invalid one can still be submitted: the API refuses it and the form stays open.
/// There is no edit if nothing would change.
#[hook]
pub fn use_call_trial(scenario: &Arc<Scenario>, edit: Option<Edit>) -> Trial {
    let foreseen = use_prediction(scenario, edit.as_ref());
    let refused = foreseen.and_then(|step| match &step.outcome {
        Outcome::Refused(error) => Some(error.clone()),
        Outcome::Replied(_) | Outcome::Done | Outcome::Impossible(_) => None,
    });
    Trial { edit, stays: refused.is_some(), ontry: Callback::noop(), refused, impossible: None }
}

/// Tries a topology edit. Missing input is reported only after an attempt to submit.
#[hook]
pub fn use_trial(
    scenario: &Arc<Scenario>,
    wanted: Result<TopologyEdit, TopologyEditError>,
) -> Trial {
    let session = use_session();
    let tried = use_state_eq(|| false);
    let edit = wanted.map(Edit::Topology);
    let foreseen = use_prediction(scenario, edit.as_ref().ok());
    let setter = tried.setter();
    let ontry = use_callback((), move |(), ()| setter.set(true));
    let impossible = match (&edit, foreseen.as_ref().map(|step| &step.outcome)) {
        (Err(error), _) | (Ok(_), Some(Outcome::Impossible(error))) => Some(error),
        (Ok(_), _) => None,
    };
    let (stays, said) = (impossible.is_some(), impossible.filter(|own| !is_lack(own) || *tried));
    let impossible = said.map(|error| (error.about(), in_words(&session, error).into()));
    Trial { edit: edit.ok().filter(|_| !stays), stays, ontry, refused: None, impossible }
}

/// Whether an error only means that input is missing.
const fn is_lack(error: &TopologyEditError) -> bool {
    matches!(
        error,
        TopologyEditError::NoName | TopologyEditError::NoGroup | TopologyEditError::NoBlock
    )
}

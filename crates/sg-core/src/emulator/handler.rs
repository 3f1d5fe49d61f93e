//! The input and output of the function that implements an operation.

use super::env::IdGenerator;
use super::error::Refusal;
use super::params::Params;
use super::value::Field;
use crate::model::{Scenario, Timestamp};

/// The function that answers calls of an operation.
#[derive(Debug, Clone, Copy)]
pub(super) enum Handler {
    /// Needs no new IDs.
    Plain(fn(&Request<'_>) -> Result<Outcome, Refusal>),
    /// Creates resources that need new IDs.
    WithNewIds(fn(&Request<'_>, &mut IdGenerator) -> Result<Outcome, Refusal>),
}

impl Handler {
    /// Answers a call.
    pub(super) fn run(
        self,
        request: &Request<'_>,
        generator: &mut IdGenerator,
    ) -> Result<Outcome, Refusal> {
        match self {
            Self::Plain(answer) => answer(request),
            Self::WithNewIds(answer) => answer(request, generator),
        }
    }
}

/// The input of an operation.
#[derive(Debug)]
pub(super) struct Request<'a> {
    /// The scenario before the call.
    pub(super) scenario: &'a Scenario,
    /// The call's parameters.
    pub(super) params: &'a Params,
    /// The time of the call.
    pub(super) now: Timestamp,
    /// Whether an earlier call had the same `ClientToken` with other parameters.
    pub(super) token_reused: bool,
}

/// The result of an operation.
#[derive(Debug)]
pub(super) struct Outcome {
    /// The scenario after the call.
    pub(super) scenario: Scenario,
    /// The fields of the reply except `RequestId`.
    pub(super) fields: Vec<Field>,
    /// Whether `RequestId` comes after the other fields instead of before them.
    pub(super) request_id_last: bool,
}

impl Outcome {
    /// Success with this scenario and an empty reply.
    pub(super) fn of(scenario: Scenario) -> Self {
        Self { scenario, fields: Vec::new(), request_id_last: false }
    }

    /// Success without changes and with an empty reply.
    pub(super) fn unchanged(request: &Request<'_>) -> Self {
        Self::of(request.scenario.clone())
    }

    /// The same outcome with reply fields.
    pub(super) fn saying(self, fields: Vec<Field>) -> Self {
        Self { fields, ..self }
    }

    /// The same outcome with `RequestId` at the end of the reply.
    pub(super) fn request_id_last(self) -> Self {
        Self { request_id_last: true, ..self }
    }
}

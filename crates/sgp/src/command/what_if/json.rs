//! What calls would change, as JSON for other programs. This format is public: fields may be added,
//! but existing ones never change.

use serde::Serialize;

use sg_core::emulator::{ApiError, Call};
use sg_core::language::Language;

use super::answer::Answer;
use crate::command::compared::ComparedJson;

/// The whole answer.
#[derive(Serialize)]
pub(super) struct WhatIfJson {
    /// The calls in order, each with the API's answer.
    calls: Vec<AnsweredJson>,
    #[serde(flatten)]
    compared: ComparedJson,
    /// The calls that take everything back.
    take_back: BackJson,
}

#[derive(Serialize)]
struct AnsweredJson {
    #[serde(flatten)]
    call: CallJson,
    /// Null if the API answers without an error.
    error: Option<ErrorJson>,
}

#[derive(Serialize)]
struct CallJson {
    action: &'static str,
    /// Names and values, in documented order.
    params: Vec<(String, String)>,
}

#[derive(Serialize)]
struct ErrorJson {
    status: u16,
    code: &'static str,
    message: String,
}

#[derive(Serialize)]
struct BackJson {
    calls: Vec<CallJson>,
    /// Command lines, in which IDs of what is created are shell variables.
    commands: Vec<String>,
    /// Whether the calls lead back to the same scenario, apart from generated IDs, creation times
    /// and the order of rules.
    complete: bool,
    /// What they leave behind, in words.
    remaining: Vec<String>,
}

pub(super) fn of(answer: &Answer<'_>) -> WhatIfJson {
    let back = answer.back;
    let answered = |(call, error): (&Call, Option<&ApiError>)| AnsweredJson {
        call: call.into(),
        error: error.map(ErrorJson::from),
    };
    WhatIfJson {
        calls: answer.answers().map(answered).collect(),
        compared: (&answer.compared).into(),
        take_back: BackJson {
            calls: back.calls.iter().map(CallJson::from).collect(),
            commands: answer.commands(),
            complete: back.refused.is_none() && back.remaining.is_empty(),
            remaining: answer.left(Language::En),
        },
    }
}

impl From<&Call> for CallJson {
    fn from(call: &Call) -> Self {
        let params = call.params.iter();
        let params = params.map(|(name, value)| (name.to_owned(), value.to_owned()));
        Self { action: call.action.as_str(), params: params.collect() }
    }
}

impl From<&ApiError> for ErrorJson {
    fn from(error: &ApiError) -> Self {
        Self { status: error.status(), code: error.code(), message: error.message() }
    }
}

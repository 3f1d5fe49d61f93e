//! One request and its answer, as a line of a recording.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::emulator::{Action, Params};
use crate::gateway::{Headers, decoded_pairs};
use crate::model::Timestamp;
use crate::request::VERSION;
use crate::request::common_parameters::is_common;

/// A request and the service's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// The operation as named in the request.
    pub action: String,
    /// The parameters of the operation, without the common ones.
    pub params: Params,
    /// The HTTP status of the answer.
    pub status: u16,
    /// The body of the answer.
    pub body: Body,
    /// When the request was made, if that is recorded.
    pub time: Option<Timestamp>,
}

/// The body of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// JSON.
    Json(Value),
    /// Anything else, such as XML, or nothing.
    Other,
}

/// A line as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    action: Option<String>,
    #[serde(default)]
    parameters: BTreeMap<String, Value>,
    url: Option<String>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    #[serde(default)]
    form: String,
    status: u16,
    #[serde(default)]
    body: Value,
    time: Option<String>,
}

impl Exchange {
    /// Reads a line of a recording; `None` if it is a request of another API.
    ///
    /// # Errors
    /// Why the line cannot be read, with the column where JSON is at fault.
    pub fn read(line: &str) -> Result<Option<Self>, String> {
        let Line { action, parameters, url, headers, form, status, body, time } =
            serde_json::from_str(line).map_err(|error| {
                let told = error.to_string();
                // The line is that of the file, which only the caller knows.
                told.replace(" at line 1 column ", " at column ")
            })?;
        let mut params = Params::default();
        for (name, value) in parameters {
            let text = match value {
                Value::String(text) => text,
                Value::Number(number) => number.to_string(),
                Value::Bool(value) => value.to_string(),
                Value::Null => continue,
                Value::Array(_) | Value::Object(_) => {
                    return Err(format!(
                        "the parameter {name} is no text; lists are written as {name}.1, {name}.2"
                    ));
                }
            };
            params.set(name, text);
        }
        let time = match time.or_else(|| params.given("Timestamp").map(str::to_owned)) {
            None => None,
            Some(text) => Some(Timestamp::parse(&text).ok_or_else(|| {
                format!("the time `{text}` does not have the form 2026-01-31T12:00:00Z")
            })?),
        };
        let body = Body::of(body);
        match (action, url) {
            (Some(_), Some(_)) => Err("a line has either `action` or `url`, not both".to_owned()),
            (None, None) => Err("a line needs `action` or `url`".to_owned()),
            (Some(action), None) => {
                let other = params.given("Version").is_some_and(|version| version != VERSION);
                let params = own(&params);
                Ok((!other).then_some(Self { action, params, status, body, time }))
            }
            (None, Some(url)) => {
                let headers =
                    headers.into_iter().map(|(name, text)| (name.to_ascii_lowercase(), text));
                Self::sent(&url, &headers.collect(), &form, (status, body), time)
            }
        }
    }

    /// A request as it was sent; `None` if it is one of another API.
    ///
    /// # Errors
    /// If its parameters cannot be decoded.
    pub(super) fn sent(
        url: &str,
        headers: &Headers,
        form: &str,
        (status, body): (u16, Body),
        time: Option<Timestamp>,
    ) -> Result<Option<Self>, String> {
        let query = url.split_once('?').map_or("", |(_, query)| query);
        let query = query.split('#').next().unwrap_or_default();
        let refused = |_| "the parameters of the request cannot be decoded".to_owned();
        let mut pairs = decoded_pairs(query.as_bytes()).map_err(refused)?;
        pairs.extend(decoded_pairs(form.as_bytes()).map_err(refused)?);
        let all: Params = pairs.into_iter().collect();
        let text = |header: &str, name: &str| {
            let header = headers.get(header).map(String::as_str).filter(|text| !text.is_empty());
            header.or_else(|| all.given(name)).map(str::to_owned)
        };
        let version = text("x-acs-version", "Version");
        let Some(action) = text("x-acs-action", "Action") else { return Ok(None) };
        if version.is_some_and(|version| version != VERSION) {
            return Ok(None);
        }
        let sent = text("x-acs-date", "Timestamp").and_then(|text| Timestamp::parse(&text));
        Ok(Some(Self { action, params: own(&all), status, body, time: time.or(sent) }))
    }

    /// `Code` of the recorded error; `None` if the call succeeded or the body does not say.
    pub fn code(&self) -> Option<&str> {
        self.field("Code").filter(|_| self.status >= 400)
    }

    /// A text of the body's top level.
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        match &self.body {
            Body::Json(value) => value.get(name).and_then(Value::as_str),
            Body::Other => None,
        }
    }

    /// Whether the call succeeded and changed something.
    pub fn wrote(&self) -> bool {
        let reads = Action::parse(&self.action).map_or_else(
            || ["Describe", "List", "Get", "Query"].iter().any(|it| self.action.starts_with(it)),
            Action::is_query,
        );
        !reads && self.status < 300
    }

    /// The exchange as a line of a recording, without its end.
    pub fn written(&self) -> String {
        let mut line = Map::new();
        line.insert("action".to_owned(), json!(self.action));
        let params = self.params.iter().map(|(name, text)| (name.to_owned(), json!(text)));
        line.insert("parameters".to_owned(), Value::Object(params.collect()));
        line.insert("status".to_owned(), json!(self.status));
        if let Body::Json(body) = &self.body {
            line.insert("body".to_owned(), body.clone());
        }
        if let Some(time) = self.time {
            line.insert("time".to_owned(), json!(time.to_string()));
        }
        Value::Object(line).to_string()
    }
}

impl Body {
    /// A body as it is recorded: JSON, or JSON as a text.
    fn of(value: Value) -> Self {
        match value {
            Value::String(text) => Self::read(&text),
            Value::Object(_) => Self::Json(value),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => Self::Other,
        }
    }

    /// A body as it was sent.
    pub(super) fn read(text: &str) -> Self {
        match serde_json::from_str(text) {
            Ok(value @ Value::Object(_)) => Self::Json(value),
            Ok(_) | Err(_) => Self::Other,
        }
    }
}

/// The parameters without the common ones, which name the caller and are no part of a call.
fn own(params: &Params) -> Params {
    let own = params.iter().filter(|(name, _)| !is_common(name));
    own.map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}

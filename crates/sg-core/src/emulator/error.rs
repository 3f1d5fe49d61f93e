//! A refused call: which documented row it is, about which parameter, and its bodies.

use super::env::RequestId;
use super::value::{self, Field, Value};
use crate::language::Text;

/// One row of an operation's error table: status, code and message exactly as published,
/// misspellings included.
///
/// The same code can stand in several rows of one table with another status or message, so a row
/// is looked up by what went wrong, never by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErrorRow {
    /// The HTTP status.
    pub status: u16,
    /// `Code`.
    pub code: &'static str,
    /// `Message`; `%s` in it is a place whose live text is not published.
    pub message: &'static str,
    /// When the service returns it, in our words.
    pub cause: Text,
    /// What to do about it, in our words, where there is advice to give.
    pub cure: Option<Text>,
    /// Whether a scenario of this model can bring it about.
    pub reach: Reach,
}

/// Whether a row can be brought about here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Some scenario and some call end in this row.
    Reached,
    /// No scenario of this model leads here, and why.
    Never(Text),
}

impl ErrorRow {
    /// Whether the published message has a place (`%s`) that the service fills in.
    pub fn is_template(&self) -> bool {
        self.message.contains("%s")
    }
}

/// A call that was refused. The scenario is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    row: &'static ErrorRow,
    param: Option<String>,
    fill: Option<String>,
    request_id: RequestId,
}

/// The host a reply names: the central endpoint, which every documented sample shows.
const HOST_ID: &str = "ecs.aliyuncs.com";

impl ApiError {
    pub(super) fn new(refusal: Refusal, request_id: RequestId) -> Self {
        let Refusal { row, param, fill } = refusal;
        Self { row, param, fill, request_id }
    }

    /// The row of the error table.
    pub fn row(&self) -> &'static ErrorRow {
        self.row
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.row.status
    }

    /// `Code`.
    pub fn code(&self) -> &'static str {
        self.row.code
    }

    /// `Message`, with the place of a template filled.
    pub fn message(&self) -> String {
        self.row.message.replace("%s", self.fill.as_deref().unwrap_or_default())
    }

    /// The words this emulator put in place of `%s`: ours, since the live ones are not published.
    pub fn fill(&self) -> Option<&str> {
        self.fill.as_deref()
    }

    /// The parameter at fault, as the call named it: `PortRange`, `Permissions.1.PortRange`.
    pub fn param(&self) -> Option<&str> {
        self.param.as_deref()
    }

    /// `RequestId`.
    pub fn request_id(&self) -> &RequestId {
        &self.request_id
    }

    /// The JSON body as the service sends it: on one line.
    pub fn to_json(&self) -> String {
        value::json(&self.fields())
    }

    /// The JSON body for human eyes.
    pub fn to_json_pretty(&self) -> String {
        value::json_pretty(&self.fields())
    }

    /// The XML body, root `Error`.
    pub fn to_xml(&self) -> String {
        value::xml("Error", &self.fields())
    }

    /// `Recommend`: client libraries parse it, but its text is not documented. The address follows
    /// what the service is known to send (`Assumption::Recommend`).
    pub fn recommend(&self) -> String {
        format!(
            "https://api.aliyun.com/troubleshoot?q={}&product=Ecs&requestId={}",
            self.row.code, self.request_id
        )
    }

    /// The documented envelope.
    fn fields(&self) -> Vec<Field> {
        vec![
            ("RequestId", Value::text(self.request_id.as_str())),
            ("HostId", Value::text(HOST_ID)),
            ("Code", Value::text(self.row.code)),
            ("Message", Value::text(self.message())),
            ("Recommend", Value::text(self.recommend())),
        ]
    }
}

/// A refusal inside the emulator, before it has a request id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    row: &'static ErrorRow,
    param: Option<String>,
    fill: Option<String>,
}

/// What an operation's error enum can do: each variant is one row.
pub(super) trait OperationError: Copy {
    /// The row of this variant.
    fn row(self) -> &'static ErrorRow;

    /// A refusal on account of no parameter in particular.
    fn alone(self) -> Refusal {
        Refusal { row: self.row(), param: None, fill: None }
    }

    /// A refusal on account of one parameter. A `%s` in the message names that parameter.
    fn at(self, param: &str) -> Refusal {
        self.naming(param, param)
    }

    /// A refusal on account of one parameter, where the `%s` in the message names `subject`.
    fn naming(self, param: &str, subject: &str) -> Refusal {
        let fill = self.row().is_template().then(|| subject.to_owned());
        Refusal { row: self.row(), param: Some(param.to_owned()), fill }
    }

    /// A refusal whose whole message is `%s`: `words` of our own, marked as ours.
    fn saying(self, param: &str, words: &str) -> Refusal {
        let fill = self.row().is_template().then(|| format!("{OURS}{words}"));
        Refusal { row: self.row(), param: Some(param.to_owned()), fill }
    }
}

/// What marks a message of our own where the published one is only `%s` (`Assumption::OwnWords`).
const OURS: &str = "emulator: ";

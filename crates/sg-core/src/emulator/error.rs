//! A refused call: its documented error row, the parameter at fault, and the response bodies.

use super::env::RequestId;
use super::value::{self, Field, Value};
use crate::language::Text;
use crate::model::RegionId;

/// One row of an operation's error table: status, code and message exactly as published, including
/// misspellings.
///
/// The same code can appear in several rows of a table with different statuses or messages, so a
/// row is identified by the fault, never by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErrorRow {
    /// The HTTP status.
    pub status: u16,
    /// `Code`.
    pub code: &'static str,
    /// `Message`. `%s` marks a part whose actual text is not published.
    pub message: &'static str,
    /// When the service returns it, in our own words.
    pub cause: Text,
    /// How to fix it, in our own words, if there is something to advise.
    pub cure: Option<Text>,
    /// Whether a scenario of this model can trigger it.
    pub reach: Reach,
}

/// Whether an error can occur here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Some scenario and some call lead to this error.
    Reached,
    /// No scenario of this model leads to it, for the given reason.
    Never(Text),
}

impl ErrorRow {
    /// Whether the published message has a placeholder (`%s`) that the service fills in.
    pub fn is_template(&self) -> bool {
        self.message.contains("%s")
    }
}

/// A refused call. The scenario is unchanged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    row: &'static ErrorRow,
    param: Option<String>,
    fill: Option<String>,
    request_id: RequestId,
    /// The host that was called; `None` means the central endpoint.
    host: Option<String>,
    /// The site that `Recommend` leads to.
    site: Site,
}

/// The host of a call whose host is not known: the central endpoint, as in most documented samples.
const CENTRAL_HOST: &str = "ecs.aliyuncs.com";

/// The sites of the vendor, each with its own troubleshooting page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Site {
    China,
    International,
}

impl Site {
    fn of(region: &RegionId) -> Self {
        if region.as_str().starts_with("cn-") { Self::China } else { Self::International }
    }
}

impl ApiError {
    pub(super) fn new(refusal: Refusal, request_id: RequestId) -> Self {
        let Refusal { row, param, fill } = refusal;
        Self { row, param, fill, request_id, host: None, site: Site::China }
    }

    /// The same error as a caller in this region sees it: `Recommend` leads to the site of the
    /// region (`Assumption::Recommend`).
    #[must_use]
    pub fn seen_in(mut self, region: &RegionId) -> Self {
        self.site = Site::of(region);
        self
    }

    /// The same error as the reply of this host (`Assumption::HostIsCalled`).
    #[must_use]
    pub fn sent_by(mut self, host: &str) -> Self {
        self.host = Some(host.to_owned());
        self
    }

    /// `HostId`: the host that was called.
    pub fn host(&self) -> &str {
        self.host.as_deref().unwrap_or(CENTRAL_HOST)
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

    /// `Message`, with the placeholder filled in.
    pub fn message(&self) -> String {
        self.row.message.replace("%s", self.fill.as_deref().unwrap_or_default())
    }

    /// What this emulator substitutes for `%s`: our own words, since the actual ones are not
    /// published.
    pub fn fill(&self) -> Option<&str> {
        self.fill.as_deref()
    }

    /// The parameter at fault, as named in the call: `PortRange`, `Permissions.1.PortRange`.
    pub fn param(&self) -> Option<&str> {
        self.param.as_deref()
    }

    /// `RequestId`.
    pub fn request_id(&self) -> &RequestId {
        &self.request_id
    }

    /// The JSON body on one line, as the service sends it.
    pub fn to_json(&self) -> String {
        value::json(&self.fields())
    }

    /// The JSON body, indented for reading.
    pub fn to_json_pretty(&self) -> String {
        value::json_pretty(&self.fields())
    }

    /// The XML body, root `Error`.
    pub fn to_xml(&self) -> String {
        value::xml("Error", &self.fields())
    }

    /// `Recommend`: the address of the troubleshooting page, on the site of the caller's region
    /// (`Assumption::Recommend`).
    pub fn recommend(&self) -> String {
        let page = match self.site {
            Site::China => "https://api.aliyun.com/troubleshoot?",
            Site::International => "https://api.alibabacloud.com/troubleshoot?intl_lang=EN_US&",
        };
        format!("{page}q={}&product=Ecs&requestId={}", self.row.code, self.request_id)
    }

    /// The documented fields of an error body.
    fn fields(&self) -> Vec<Field> {
        vec![
            ("RequestId", Value::text(self.request_id.as_str())),
            ("HostId", Value::text(self.host())),
            ("Code", Value::text(self.row.code)),
            ("Message", Value::text(self.message())),
            ("Recommend", Value::text(self.recommend())),
        ]
    }
}

/// A refusal within the emulator, before a request ID is assigned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    row: &'static ErrorRow,
    param: Option<String>,
    fill: Option<String>,
}

/// An operation's error enum, in which each variant stands for one row.
pub(super) trait OperationError: Copy {
    /// The row of this variant.
    fn row(self) -> &'static ErrorRow;

    /// A refusal that concerns no particular parameter.
    fn alone(self) -> Refusal {
        Refusal { row: self.row(), param: None, fill: None }
    }

    /// A refusal because of one parameter. A `%s` in the message is replaced with its name.
    fn at(self, param: &str) -> Refusal {
        self.naming(param, param)
    }

    /// A refusal because of one parameter, with `subject` in place of `%s` in the message.
    fn naming(self, param: &str, subject: &str) -> Refusal {
        let fill = self.row().is_template().then(|| subject.to_owned());
        Refusal { row: self.row(), param: Some(param.to_owned()), fill }
    }

    /// A refusal whose entire message is `%s`, replaced with `words` of our own and marked as such.
    fn saying(self, param: &str, words: &str) -> Refusal {
        let fill = self.row().is_template().then(|| format!("{OURS}{words}"));
        Refusal { row: self.row(), param: Some(param.to_owned()), fill }
    }
}

/// Marks messages in our own words where the published one is only `%s` (`Assumption::OwnWords`).
const OURS: &str = "emulator: ";

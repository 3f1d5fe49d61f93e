//! What the emulator's answers rest on: facts about the service, each with its source.
//!
//! The facts are data (`evidence/records.json`, described in docs/evidence.md), so that anybody can
//! add one. A test replays every record against the emulator.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::emulator::{Action, Assumption};
use crate::language::Text;

mod pattern;
pub mod text;

pub use pattern::matches;

/// The format of the file; raised when a reader of the old one could misunderstand it.
const VERSION: u64 = 1;

const FILE: &str = include_str!("evidence/records.json");

/// A recorded fact: what the service answers in a situation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Record {
    /// A name that no other record has.
    pub id: String,
    /// Where the fact is from.
    pub kind: Kind,
    /// The year of the source, with the month where it is known; `None` if it is not recorded.
    #[serde(default)]
    pub date: Option<String>,
    /// The source in words.
    pub source: Words,
    /// The situation in words.
    pub situation: Words,
    /// The name of the assumption that follows it, if there is one.
    #[serde(default)]
    pub assumption: Option<String>,
    /// The operation.
    pub action: String,
    /// The scenario of the call, in the language of the emulator's cases.
    pub scenario: Vec<String>,
    /// The parameters of the operation.
    pub request: BTreeMap<String, String>,
    /// How the request is sent, where that matters.
    #[serde(default)]
    pub sent: Sent,
    /// The recorded answer.
    pub answer: Recorded,
    /// Values of the recorded body, by JSON pointer.
    #[serde(default)]
    pub reply: BTreeMap<String, String>,
}

/// Where a fact is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A page of the vendor.
    Page,
    /// A reply of the live service that somebody published.
    Live,
    /// A client library of the vendor.
    Sdk,
    /// It follows from other facts.
    Inferred,
}

impl Kind {
    /// The kind in words.
    pub const fn name(self) -> Text {
        match self {
            Self::Page => text::PAGE,
            Self::Live => text::LIVE,
            Self::Sdk => text::SDK,
            Self::Inferred => text::INFERRED,
        }
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// English.
    pub en: String,
    /// Simplified Chinese.
    pub zh: String,
}

/// How a request is sent, where it differs from a correct one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sent {
    /// The version of the signature: `1.0` or `3.0`, which is the default.
    #[serde(default)]
    pub signature: Option<String>,
    /// A secret other than the right one.
    #[serde(default)]
    pub secret: Option<String>,
    /// The timestamp as written.
    #[serde(default)]
    pub timestamp: Option<String>,
    /// The host that is called.
    #[serde(default)]
    pub host: Option<String>,
    /// The only region of the endpoint that is called.
    #[serde(default)]
    pub endpoint_region: Option<String>,
    /// Parameters that are left out.
    #[serde(default)]
    pub without: Vec<String>,
    /// Common parameters with another value.
    #[serde(default)]
    pub set: BTreeMap<String, String>,
}

/// A recorded answer. What was not recorded is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    /// The HTTP status.
    #[serde(default)]
    pub status: Option<u16>,
    /// `Code` of the error.
    #[serde(default)]
    pub code: Option<String>,
    /// `Message` of the error; an ellipsis (…) stands for any text.
    #[serde(default)]
    pub message: Option<String>,
}

impl Record {
    /// The operation; `None` if the emulator does not have it, which a test excludes.
    pub fn action(&self) -> Option<Action> {
        Action::parse(&self.action)
    }

    /// The assumption that follows the record.
    pub fn assumption(&self) -> Option<Assumption> {
        let name = self.assumption.as_deref()?;
        Assumption::ALL.iter().copied().find(|own| format!("{own:?}") == name)
    }

    /// The kind and the date in words, such as "seen live (2020)".
    pub fn basis(&self) -> Basis<'_> {
        Basis(self)
    }
}

/// The kind of a record and its date, in English.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a>(&'a Record);

impl fmt::Display for Basis<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Record { kind, date, .. } = self.0;
        match date {
            Some(date) => write!(f, "{} ({date})", kind.name().en),
            None => f.write_str(kind.name().en),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u64,
    records: Vec<Record>,
}

/// Reads a file of records.
///
/// # Errors
/// Why the file cannot be read, with line and column.
pub fn read(text: &str) -> Result<Vec<Record>, String> {
    let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if file.version != VERSION {
        return Err(format!("the version of the records is {VERSION}, not {}", file.version));
    }
    Ok(file.records)
}

/// The project's own records, in the order of the file.
pub fn records() -> &'static [Record] {
    static RECORDS: LazyLock<Vec<Record>> = LazyLock::new(|| read(FILE).unwrap_or_default());
    &RECORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_can_be_read() {
        assert_eq!(read(FILE).map(|records| records.is_empty()), Ok(false));
        assert_eq!(records().len(), read(FILE).map_or(0, |records| records.len()));
        let newer = read(r#"{"version": 2, "records": []}"#);
        assert_eq!(newer, Err("the version of the records is 1, not 2".to_owned()));
        assert!(read("{").is_err_and(|error| error.contains("line 1 column")));
    }
}

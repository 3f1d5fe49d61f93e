//! The scenario that a browser keeps between visits: the document in a versioned envelope.
//!
//! ```
//! use sg_core::model::Timestamp;
//! use sg_core::share::{Limits, LinkView, Saved, Stamp, read};
//!
//! let scenario = r#"{ "version": 1, "vpcs": [{ "vpcId": "vpc-1", "cidrBlocks": ["10.0.0.0/16"] }] }"#;
//! let saved = Saved {
//!     stamp: Stamp { page: "5f3a".to_owned(), revision: 12 },
//!     at: Timestamp::from_unix_seconds(1_767_225_600),
//!     scenario: read(scenario, &Limits::FILE)?,
//!     view: LinkView::default(),
//!     log: None,
//!     log_broken: false,
//! };
//! assert_eq!(Saved::read(&saved.write())?, saved);
//! assert_eq!(Stamp::of(&saved.write())?, saved.stamp);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;

use super::{Document, DocumentError, Limits, LinkView, Log, read};
use crate::model::{Scenario, Timestamp};

/// A scenario as saved in the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Which page saved it, and the number of saves in this browser.
    pub stamp: Stamp,
    /// When it was saved.
    pub at: Timestamp,
    /// The scenario.
    pub scenario: Scenario,
    /// The view of it.
    pub view: LinkView,
    /// The steps that led to it, unless there were too many to save.
    pub log: Option<Log>,
    /// Whether an invalid log was found and discarded. Not written.
    pub log_broken: bool,
}

/// Identifies a save without comparing contents, so that two open pages notice when one would
/// overwrite the other's save.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Stamp {
    /// A random name that the page generates when it opens.
    pub page: String,
    /// One more than that of the previous save.
    pub revision: u64,
}

/// Why saved data cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SavedError {
    /// It was saved by a later version of this page.
    #[error("the saved scenario has version {0}, and the newest known here is {NEWEST}")]
    Newer(u64),
    /// The version does not exist.
    #[error("there never was a version {0} of saved scenarios")]
    Never(u64),
    /// It is not in any known format.
    #[error("what is saved is not a scenario: {0}")]
    Foreign(String),
    /// The envelope is valid, but its contents are not.
    #[error("{0}")]
    Contents(#[from] DocumentError),
}

/// The version that is written.
const NEWEST: u64 = 1;

/// The stored form of version 1. Published: fields may be added but never changed.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Envelope<S, Steps> {
    version: u64,
    page: String,
    revision: u64,
    saved_at: String,
    /// The scenario document.
    scene: S,
    /// The view, in the format of the first line of a link.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    view: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    log: Option<Steps>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct EnvelopeLog<S> {
    start: S,
    steps: Vec<String>,
    position: usize,
}

impl Saved {
    /// Serialises the envelope.
    pub fn write(&self) -> String {
        let log = self.log.as_ref().map(|Log { start, steps, position }| EnvelopeLog {
            start: Document::from(start),
            steps: steps.clone(),
            position: *position,
        });
        let envelope = Envelope {
            version: NEWEST,
            page: self.stamp.page.clone(),
            revision: self.stamp.revision,
            saved_at: self.at.to_string(),
            scene: Document::from(&self.scenario),
            view: self.view.line(&self.scenario),
            log,
        };
        serde_json::to_string(&envelope).unwrap_or_default()
    }

    /// Parses an envelope of any version. An invalid log is discarded: losing the history is better
    /// than losing the scenario.
    ///
    /// # Errors
    /// [`SavedError`] if it is of a later version, of an unknown one, or invalid.
    pub fn read(text: &str) -> Result<Self, SavedError> {
        match version(text)? {
            1 => Self::read_v1(text),
            other => Err(unknown(other)),
        }
    }

    fn read_v1(text: &str) -> Result<Self, SavedError> {
        let envelope: Envelope<Value, Value> = serde_json::from_str(text).map_err(foreign)?;
        let Envelope { page, revision, saved_at, scene, view, log, .. } = envelope;
        let scenario = scenario_of(&scene)?;
        let view = LinkView::parse(&view, &scenario);
        let beside = log.is_some();
        let log = log.and_then(log_of);
        let at = Timestamp::parse(&saved_at).unwrap_or(Timestamp::from_unix_seconds(0));
        let log_broken = beside && log.is_none();
        Ok(Self { stamp: Stamp { page, revision }, at, scenario, view, log, log_broken })
    }
}

impl Stamp {
    /// Reads the stamp of an envelope without parsing the scenario.
    ///
    /// # Errors
    /// [`SavedError`] if it is of a later version or not an envelope.
    pub fn of(text: &str) -> Result<Self, SavedError> {
        match version(text)? {
            1 => serde_json::from_str(text).map_err(foreign),
            other => Err(unknown(other)),
        }
    }
}

/// Checks the version first, so that a newer envelope is not reported as malformed.
fn version(text: &str) -> Result<u64, SavedError> {
    #[derive(Deserialize)]
    struct Head {
        version: u64,
    }
    let head: Head = serde_json::from_str(text).map_err(foreign)?;
    Ok(head.version)
}

const fn unknown(version: u64) -> SavedError {
    if version > NEWEST { SavedError::Newer(version) } else { SavedError::Never(version) }
}

fn scenario_of(value: &Value) -> Result<Scenario, DocumentError> {
    read(&value.to_string(), &Limits::FILE)
}

/// The log of an envelope, if it is valid.
fn log_of(value: Value) -> Option<Log> {
    let EnvelopeLog { start, steps, position } =
        serde_json::from_value::<EnvelopeLog<Value>>(value).ok()?;
    Log { start: scenario_of(&start).ok()?, steps, position }.checked().ok()
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` passes the error by value")]
fn foreign(error: serde_json::Error) -> SavedError {
    SavedError::Foreign(error.to_string())
}

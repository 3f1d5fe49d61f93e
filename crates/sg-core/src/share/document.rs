//! The scenario document: a whole scenario as versioned JSON that people and programs can write.
//!
//! ```
//! use sg_core::share::{Limits, read};
//!
//! let scenario = read(
//!     r#"{
//!       "version": 1,
//!       "vpcs": [{ "vpcId": "vpc-1", "cidrBlocks": ["10.0.0.0/16"] }],
//!       "securityGroups": [{ "securityGroupId": "sg-1", "innerAccessPolicy": "Drop" }],
//!       "instances": [{
//!         "instanceId": "i-1",
//!         "networkInterfaces": [
//!           { "securityGroupIds": ["sg-1"], "privateIpAddresses": ["10.0.0.1"] }
//!         ]
//!       }]
//!     }"#,
//!     &Limits::FILE,
//! )?;
//! assert_eq!(scenario.groups().len(), 1);
//! # Ok::<(), sg_core::share::DocumentError>(())
//! ```

mod error;
mod limits;
mod object;
mod shape;
mod wire;

mod build;
mod field;
mod fresh_id;
mod place;
mod quotas;
mod rule;
mod unread;

mod render;

pub(super) mod lines;

pub use error::DocumentError;
pub use limits::{Counted, Excess, Limits};
pub use object::objects;
pub use shape::typed;
pub use wire::Document;

pub(crate) use object::object;

use crate::model::Scenario;

/// Parses a document into a scenario.
///
/// # Errors
/// [`DocumentError`] names the path of the first problem: invalid JSON, an unsupported version, an
/// unknown field, an invalid value, or parts that are inconsistent.
pub fn read(text: &str, limits: &Limits) -> Result<Scenario, DocumentError> {
    let document = shape::parse(text, limits)?;
    Scenario::try_from(&document)
}

/// Writes a scenario as a document, indented by two spaces. Every id and VPC is explicit and empty
/// values are omitted. Reading it back gives the same scenario.
pub fn write(scenario: &Scenario) -> String {
    let document = Document::from(scenario);
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// Builds a scenario from a document embedded in another one.
///
/// # Errors
/// [`DocumentError`] names the path of the first problem, relative to the embedded document.
pub(crate) fn scenario_of(document: &Document, limits: &Limits) -> Result<Scenario, DocumentError> {
    shape::known_version(document)?;
    shape::counts(document, limits)?;
    Scenario::try_from(document)
}

//! Names of resources that are created by topology edits.

use super::TopologyEditError;

/// The maximum length of a name, in characters: the service's limit for instances, VPCs and prefix
/// lists.
const LONGEST: usize = 128;

/// Trims a name; it may be empty.
pub(super) fn optional(text: &str) -> Result<String, TopologyEditError> {
    let name = text.trim();
    match name.chars().count() {
        0..=LONGEST => Ok(name.to_owned()),
        _ => Err(TopologyEditError::NameTooLong),
    }
}

/// Trims a name that must not be empty.
pub(super) fn required(text: &str) -> Result<String, TopologyEditError> {
    let name = optional(text)?;
    if name.is_empty() { Err(TopologyEditError::NoName) } else { Ok(name) }
}

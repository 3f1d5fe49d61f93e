//! Names of resources that are created by topology edits.

use super::WorldEditError;

/// The maximum length of a name, in characters: the service's limit for instances, VPCs and prefix
/// lists.
const LONGEST: usize = 128;

/// Trims a name; it may be empty.
pub(super) fn optional(text: &str) -> Result<String, WorldEditError> {
    let name = text.trim();
    match name.chars().count() {
        0..=LONGEST => Ok(name.to_owned()),
        _ => Err(WorldEditError::NameTooLong),
    }
}

/// Trims a name that must not be empty.
pub(super) fn required(text: &str) -> Result<String, WorldEditError> {
    let name = optional(text)?;
    if name.is_empty() { Err(WorldEditError::NoName) } else { Ok(name) }
}

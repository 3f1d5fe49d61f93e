//! Names of things that no call names.

use super::WorldEditError;

/// The longest name, in characters: what the service allows for instances, VPCs and prefix lists.
const LONGEST: usize = 128;

/// A name without the white space around it; it may be empty.
pub(super) fn optional(text: &str) -> Result<String, WorldEditError> {
    let name = text.trim();
    match name.chars().count() {
        0..=LONGEST => Ok(name.to_owned()),
        _ => Err(WorldEditError::NameTooLong),
    }
}

/// A name that says something.
pub(super) fn required(text: &str) -> Result<String, WorldEditError> {
    let name = optional(text)?;
    if name.is_empty() { Err(WorldEditError::NoName) } else { Ok(name) }
}

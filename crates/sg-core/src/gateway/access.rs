//! Who may call, what, and how often.

use crate::emulator::Action;
use crate::request::signature::Credentials;

/// Who may call, what, and how often.
#[derive(Debug, Clone, Copy)]
pub struct Access<'a> {
    /// The AccessKeys that may sign.
    pub keys: &'a [Credentials],
    /// Operations that none of them has permission for.
    pub denied: &'a [Action],
    /// How many calls of one key are let in within a minute; none is any number.
    pub per_minute: Option<usize>,
}

impl<'a> Access<'a> {
    /// These keys may call everything, as often as they like.
    pub const fn unlimited(keys: &'a [Credentials]) -> Self {
        Self { keys, denied: &[], per_minute: None }
    }
}

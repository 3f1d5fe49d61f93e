//! The RAM policy that suffices for a script.

use super::step::operations;
use crate::request::ram;

/// A minimal policy that allows every call of a script, as JSON for the console. Lists cannot be
/// narrowed to one resource, so the resource is `*`.
pub fn policy() -> String {
    ram::policy_of(operations(), vec!["*".to_owned()])
}

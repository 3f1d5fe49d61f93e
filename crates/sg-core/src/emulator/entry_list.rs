//! What the operations on lists of entries share, whether the entries are blocks (prefix lists) or
//! port ranges (port lists).

use super::error::{OperationError, Refusal};
use super::naming;
use super::params::Params;

/// The error rows that every operation on lists has.
pub(super) trait ListError: OperationError {
    /// A required parameter is missing.
    const MISSING: Self;
    /// The list does not exist.
    const NOT_FOUND: Self;
}

/// The error row of the operations that take descriptions, numbers and entries.
pub(super) trait ParameterError: ListError {
    /// A parameter is not valid.
    const PARAMETER: Self;
}

/// A required parameter.
pub(super) fn required<'a, E: ListError>(
    params: &'a Params,
    name: &str,
) -> Result<&'a str, Refusal> {
    let missing = || E::MISSING.saying(name, &format!("`{name}` is missing"));
    params.given(name).ok_or_else(missing)
}

/// Whether a text is a valid name of a list: that of a group, without the prefixes that the service
/// keeps for itself.
pub(super) fn is_name(text: &str) -> bool {
    let reserved = ["com.aliyun", "com.alibabacloud"];
    naming::is_group_name(text) && !reserved.iter().any(|own| text.starts_with(own))
}

/// Checks the description of the list, if given.
pub(super) fn description<E: ParameterError>(params: &Params) -> Result<(), Refusal> {
    match params.given("Description") {
        Some(text) if !naming::is_group_description(text) => {
            Err(E::PARAMETER.saying("Description", "`Description` is not valid"))
        }
        _ => Ok(()),
    }
}

/// The description of an entry, or an empty text: 2 to 32 characters, no web address.
pub(super) fn entry_description<'a, E: ParameterError>(
    params: &'a Params,
    name: &str,
) -> Result<&'a str, Refusal> {
    let fits =
        |text: &str| (2..=32).contains(&text.chars().count()) && !naming::is_web_address(text);
    match params.given(name) {
        Some(text) if !fits(text) => {
            Err(E::PARAMETER.saying(name, &format!("`{name}` is not valid")))
        }
        text => Ok(text.unwrap_or_default()),
    }
}

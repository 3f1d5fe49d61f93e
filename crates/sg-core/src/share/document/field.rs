//! Single values of a document, each read with the path of its field in the error.

use std::fmt::Display;
use std::net::IpAddr;

use crate::model::{IpNet, Timestamp};

use super::DocumentError;

/// Reads an id with the parser of its kind.
pub(super) fn id<T, E: Display>(
    field: &str,
    text: &str,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<T, DocumentError> {
    parse(text).map_err(|error| DocumentError::at(field, error))
}

/// Reads an address block; an address alone is a block of one.
pub(super) fn block(field: &str, text: &str) -> Result<IpNet, DocumentError> {
    let alone = || text.parse::<IpAddr>().ok().map(IpNet::from);
    text.parse().ok().or_else(alone).ok_or_else(|| {
        let sentence =
            format!("`{text}` is not an address block such as 10.0.0.0/16 or 2001:db8::/32");
        DocumentError::at(field, sentence)
    })
}

/// Reads a list of address blocks.
pub(super) fn blocks(field: &str, texts: &[String]) -> Result<Vec<IpNet>, DocumentError> {
    let numbered = texts.iter().enumerate();
    numbered.map(|(index, text)| block(&format!("{field}[{index}]"), text)).collect()
}

/// Reads an address.
pub(super) fn address(field: &str, text: &str) -> Result<IpAddr, DocumentError> {
    text.parse().map_err(|_| DocumentError::at(field, format!("`{text}` is not an IP address")))
}

/// Reads a time. What bears none is as old as time itself, for nothing here asks a clock.
pub(super) fn time(field: &str, text: Option<&String>) -> Result<Timestamp, DocumentError> {
    let Some(text) = text else { return Ok(UNDATED) };
    Timestamp::parse(text).ok_or_else(|| {
        DocumentError::at(field, format!("`{text}` is not a UTC time such as 2026-01-31T08:00:00Z"))
    })
}

/// The age of what bears no time; it is left out when written.
pub(super) const UNDATED: Timestamp = Timestamp::from_unix_seconds(0);

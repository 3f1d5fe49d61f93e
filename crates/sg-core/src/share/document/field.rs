//! Parses single values of a document; errors carry the field's path.

use std::fmt::Display;
use std::net::IpAddr;

use crate::model::{IpNet, Timestamp};

use super::DocumentError;

/// Parses an id with the parser of its type.
pub(super) fn id<T, E: Display>(
    field: &str,
    text: &str,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<T, DocumentError> {
    parse(text).map_err(|error| DocumentError::at(field, error))
}

/// Parses an address block; a bare address is a block of one.
pub(super) fn block(field: &str, text: &str) -> Result<IpNet, DocumentError> {
    let alone = || text.parse::<IpAddr>().ok().map(IpNet::from);
    text.parse().ok().or_else(alone).ok_or_else(|| {
        let sentence =
            format!("`{text}` is not an address block such as 10.0.0.0/16 or 2001:db8::/32");
        DocumentError::at(field, sentence)
    })
}

/// Parses a list of address blocks.
pub(super) fn blocks(field: &str, texts: &[String]) -> Result<Vec<IpNet>, DocumentError> {
    let numbered = texts.iter().enumerate();
    numbered.map(|(index, text)| block(&format!("{field}[{index}]"), text)).collect()
}

/// Parses an address.
pub(super) fn address(field: &str, text: &str) -> Result<IpAddr, DocumentError> {
    text.parse().map_err(|_| DocumentError::at(field, format!("`{text}` is not an IP address")))
}

/// Parses a timestamp. Missing timestamps default to the Unix epoch, because the core has no clock.
pub(super) fn time(field: &str, text: Option<&String>) -> Result<Timestamp, DocumentError> {
    let Some(text) = text else { return Ok(UNDATED) };
    Timestamp::parse(text).ok_or_else(|| {
        DocumentError::at(field, format!("`{text}` is not a UTC time such as 2026-01-31T08:00:00Z"))
    })
}

/// The default for missing timestamps; omitted when a document is written.
pub(super) const UNDATED: Timestamp = Timestamp::from_unix_seconds(0);

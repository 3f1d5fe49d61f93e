//! `--since TIME`: a moment as people write it, in UTC unless it says otherwise.

use sg_core::model::Timestamp;

/// What is accepted, for errors and help.
const FORMS: &str = "write 2026-11-29T20:00:00Z, 2026-11-29T20:00+08:00, 2026-11-29 or 20:00 (UTC)";

/// Parses a moment ([`Timestamp::moment`]).
///
/// # Errors
/// A message that lists the accepted forms.
pub(super) fn parse(text: &str, now: Timestamp) -> Result<Timestamp, String> {
    Timestamp::moment(text, now).ok_or_else(|| format!("`{text}` is no time: {FORMS}"))
}

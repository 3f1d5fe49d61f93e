//! JSON on standard output, in which nothing hides.

use std::io::Write;

use sg_core::quote::json;

use crate::failure::Failure;

/// Writes a value as JSON on lines of its own.
pub(crate) fn print_json(
    output: &mut dyn Write,
    value: &impl serde::Serialize,
) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(std::io::Error::from)?;
    writeln!(output, "{}", json::visible(&text))?;
    Ok(())
}

/// Writes a value as one line of JSON.
pub(crate) fn print_json_line(
    output: &mut dyn Write,
    value: &impl serde::Serialize,
) -> Result<(), Failure> {
    let text = serde_json::to_string(value).map_err(std::io::Error::from)?;
    writeln!(output, "{}", json::visible(&text))?;
    Ok(())
}

//! JSON on standard output, in which nothing hides.

use std::io::Write;

use sg_core::quote::json;

use crate::failure::Failure;

/// Writes a value as JSON on lines of its own.
pub(crate) fn print_json(
    output: &mut dyn Write,
    value: &impl serde::Serialize,
) -> Result<(), Failure> {
    print(output, serde_json::to_string_pretty(value))
}

/// Writes a value as one line of JSON.
pub(crate) fn print_json_line(
    output: &mut dyn Write,
    value: &impl serde::Serialize,
) -> Result<(), Failure> {
    print(output, serde_json::to_string(value))
}

/// Appends a value as one line of JSON.
pub(crate) fn append_json_line(
    out: &mut Vec<u8>,
    value: &impl serde::Serialize,
) -> Result<(), Failure> {
    let start = out.len();
    serde_json::to_writer(&mut *out, value).map_err(std::io::Error::from)?;
    let written = out.get(start..).unwrap_or_default();
    if !written.iter().all(|byte| (b' '..=b'~').contains(byte)) {
        let text = String::from_utf8_lossy(written).into_owned();
        out.truncate(start);
        out.extend_from_slice(json::visible(&text).as_bytes());
    }
    out.push(b'\n');
    Ok(())
}

fn print(output: &mut dyn Write, text: serde_json::Result<String>) -> Result<(), Failure> {
    let text = text.map_err(std::io::Error::from)?;
    writeln!(output, "{}", json::visible(&text))?;
    Ok(())
}

//! Input of commands: size-limited text files and lines. Every error names its file.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use sg_core::import::decode;
use sg_core::model::Scenario;
use sg_core::share::{Limits, read};

use super::failure::Failure;

/// Reads a scenario document.
pub(super) fn scenario(path: &str) -> Result<Scenario, Failure> {
    let text = text(path)?;
    read(&text, &Limits::FILE).map_err(|error| Failure::input(format!("{path}: {error}")))
}

/// Reads a text file no larger than the largest document: UTF-8, or UTF-16 as PowerShell writes it.
pub(super) fn text(path: &str) -> Result<String, Failure> {
    decode(bytes(path)?)
        .ok_or_else(|| Failure::input(format!("cannot read {path}: it is not UTF-8 or UTF-16")))
}

/// Reads a file no larger than the largest document.
fn bytes(path: &str) -> Result<Vec<u8>, Failure> {
    let refused =
        |why: &dyn std::fmt::Display| Failure::input(format!("cannot read {path}: {why}"));
    let file = File::open(path).map_err(|error| refused(&error))?;
    let mut bytes = Vec::new();
    // Reading one byte more than allowed distinguishes a file that is too large from one that just
    // fits, and never reads an endless device to its end.
    let cap = u64::try_from(Limits::FILE.bytes).unwrap_or(u64::MAX);
    file.take(cap.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| refused(&error))?;
    if bytes.len() > Limits::FILE.bytes {
        return Err(refused(&format!("it has more than {cap} bytes")));
    }
    Ok(bytes)
}

/// Reads up to the end of a line. Returns whether the line fits into `longest` bytes, or `None` at
/// the end of the input. A line that is too long is skipped without being stored.
pub(super) fn next_line<R: Read>(
    reader: &mut BufReader<R>,
    line: &mut Vec<u8>,
    longest: usize,
) -> io::Result<Option<bool>> {
    let cap = u64::try_from(longest + 1).unwrap_or(u64::MAX);
    if reader.by_ref().take(cap).read_until(b'\n', line)? == 0 {
        return Ok(None);
    }
    if line.ends_with(b"\n") || line.len() <= longest {
        return Ok(Some(true));
    }
    reader.skip_until(b'\n')?;
    Ok(Some(false))
}

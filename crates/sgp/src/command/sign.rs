//! `sgp sign`: requests as JSON lines in, their signatures with every stage as JSON lines out.

use std::io::BufReader;

use serde::Serialize;

use sg_core::quote::json;
use sg_core::request::signature::lines::sign_line;

use super::super::args::{Args, Signature};
use super::super::failure::Failure;
use super::super::input::next_line;
use super::super::{SUCCESS, Streams};
use super::print_json_line;

pub(super) const SIGNATURE: Signature =
    Signature { name: "sign", values: &[], optional: 0, options: &[] };

/// The longest line that is read, in bytes: a body of 1 MiB with every character escaped fits.
const LONGEST_LINE: usize = 8 * 1024 * 1024;

/// A line that cannot be signed. Nothing of it is repeated: it may hold a secret.
#[derive(Serialize)]
struct Refusal {
    error: String,
    /// Counted from 1.
    line: usize,
}

pub(super) fn run(_: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let mut reader = BufReader::new(&mut streams.input);
    let mut line = Vec::new();
    let (mut number, mut requests, mut refused) = (0_usize, 0_usize, 0_usize);
    loop {
        // An answer is out before the next request is waited for.
        if reader.buffer().is_empty() {
            streams.output.flush()?;
        }
        line.clear();
        let whole = next_line(&mut reader, &mut line, LONGEST_LINE)
            .map_err(|error| Failure::input(format!("cannot read the requests: {error}")))?;
        let Some(whole) = whole else { break };
        number += 1;
        let text = line.trim_ascii();
        if whole && text.is_empty() {
            continue;
        }
        requests += 1;
        match signed(text, whole) {
            Ok(signed) => writeln!(streams.output, "{}", json::visible(&signed))?,
            Err(error) => {
                refused += 1;
                print_json_line(streams.output, &Refusal { error, line: number })?;
            }
        }
    }
    if refused > 0 {
        let sentence = format!("{refused} of {requests} requests could not be signed");
        return Err(Failure::input(sentence));
    }
    Ok(SUCCESS)
}

fn signed(line: &[u8], whole: bool) -> Result<String, String> {
    if !whole {
        return Err(format!("the line has more than {LONGEST_LINE} bytes"));
    }
    let text = std::str::from_utf8(line).map_err(|_| "the line is not UTF-8".to_owned())?;
    sign_line(text).map_err(|error| error.to_string())
}

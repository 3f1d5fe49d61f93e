//! `sgp sign`: requests as JSON lines in, their signatures with every stage as JSON lines out.

use std::io::BufReader;

use serde::Serialize;

use sg_core::quote::json;
use sg_core::request::signature::lines::sign_line;

use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::input::next_line;
use crate::print::print_json_line;
use crate::streams::Streams;

/// Signatures of API requests, stage by stage, as JSON lines
#[derive(Debug, clap::Args)]
#[command(long_about = ABOUT, after_help = EXAMPLE)]
pub(super) struct Args {}

const ABOUT: &str = "\
Reads requests as JSON lines from standard input and writes one JSON object per line, in the same
order: what each stage of signing gives. Other members of an object are ignored.

  version 1.0 (HMAC-SHA1), signed in parameters:
    method, signed_params, access_key_secret
      gives string_to_sign, signature
  version 3 (ACS3-HMAC-SHA256), signed in headers:
    method, query, headers, body, access_key_id, access_key_secret,
    signed_headers: the names to sign, as a list or joined by semicolons. Without it those that
    the Authorization among the headers names; without that host, content-type and x-acs-…
      gives canonical_request, string_to_sign, signature, authorization

A line that cannot be signed gets an object with `error` and `line`, and the stream goes on; the
exit code is then 2. Neither the secret nor any other part of such a line is repeated.";

const EXAMPLE: &str = "\
Example:
  echo '{\"method\":\"GET\",\"signed_params\":{\"Action\":\"DescribeRegions\"},\"access_key_secret\":\"s\"}' |
    sgp sign";

/// The longest line that is read, in bytes: a body of 1 MiB with every character escaped fits.
const LONGEST_LINE: usize = 8 * 1024 * 1024;

/// A line that cannot be signed. Nothing of it is repeated: it may hold a secret.
#[derive(Serialize)]
struct Refusal {
    error: String,
    /// Counted from 1.
    line: usize,
}

pub(super) fn run(streams: &mut Streams<'_>) -> Result<u8, Failure> {
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

//! `sgp evaluate`: reads packets as JSON lines and writes verdicts as JSON lines.

use memchr::memchr_iter;
use rayon::prelude::*;
use serde::Serialize;

use crate::answer::Listed;
use crate::args::Choice;
use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::input;
use crate::lines::{Block, LineBlocks};
use crate::print::append_json_line;
use crate::streams::Streams;

mod answers;
mod question;

use answers::Answers;

/// Verdicts about packets, as JSON lines
#[derive(Debug, clap::Args)]
#[command(long_about = ABOUT, after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// The rules that an answer lists: the one that decides at each end, all that were tried, those
    /// that match, or none
    #[arg(long, value_parser = RULES, default_value = "deciding")]
    rules: Listed,
}

const RULES: Choice<Listed> = Choice {
    words: &["deciding", "all", "matching", "none"],
    refusal: "is no choice of rules: deciding, all, matching or none",
    parse: |text| match text {
        "deciding" => Some(Listed::Deciding),
        "all" => Some(Listed::All),
        "matching" => Some(Listed::Matching),
        "none" => Some(Listed::None),
        _ => None,
    },
};

const ABOUT: &str = "\
Reads packets as JSON lines from standard input and writes one JSON answer per line, in the same
order: the verdict (pass, blocked, unknown), the clause it rests on, the decider, the rules that
could equally be named as decider, and the check at both ends with the rule that decides it.
`--rules all` lists every rule that was tried, with its result, which takes much longer.

  src, dst    ends: ids, names or IP addresses
  protocol    tcp, udp, icmp, icmpv6, gre or a number
  src_port    49152 when absent
  dst_port    needed for TCP and UDP
  id          anything; it comes back with the answer

If the answer depends on the address of an outside address block, there is an array `parts`: the
`addresses` of each part, as blocks and ranges, with an answer of their own, the largest part first.
The verdict is then `some` unless all parts have the same one, and the other fields are those of the
first part.

A line that cannot be answered gets an object with `error` and `line`, and the stream goes on.";

const EXAMPLE: &str = "\
Example:
  echo '{\"src\":\"ecs1\",\"dst\":\"ecs2\",\"protocol\":\"tcp\",\"dst_port\":443}' |
    sgp evaluate three-groups.json";

/// The maximum length of a line, in bytes.
const LONGEST_LINE: usize = 64 * 1024;

/// How many lines one thread answers at a time: enough that handing them out costs little.
const LINES_AT_ONCE: usize = 64;

#[derive(Serialize)]
struct Refusal {
    error: String,
    /// The line number, from 1.
    line: usize,
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let scenario = input::scenario(&args.scenario)?;
    let answers = Answers::new(&scenario, args.rules);
    let mut blocks = LineBlocks::new(&mut streams.input);
    loop {
        // Answers are flushed before waiting for the next question, so that another program can ask
        // one question at a time.
        streams.output.flush()?;
        let block = blocks.next();
        let block =
            block.map_err(|error| Failure::input(format!("cannot read the questions: {error}")))?;
        match block {
            None => return Ok(SUCCESS),
            Some(Block::TooLong { line }) => {
                let mut out = Vec::new();
                append_json_line(&mut out, &too_long(line))?;
                streams.output.write_all(&out)?;
            }
            Some(Block::Lines { first, bytes }) => {
                for answered in all(&answers, first, bytes) {
                    streams.output.write_all(&answered?)?;
                }
            }
        }
    }
}

/// The answers to some lines, in their order, on all processors.
fn all(answers: &Answers<'_>, first: usize, bytes: &[u8]) -> Vec<Result<Vec<u8>, Failure>> {
    let mut lines: Vec<&[u8]> = Vec::new();
    let mut rest = bytes;
    for end in memchr_iter(b'\n', bytes) {
        let start = bytes.len() - rest.len();
        let (line, after) = rest.split_at(end - start);
        lines.push(line);
        rest = after.split_first().map_or(&[][..], |(_, after)| after);
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    let chunks = lines.par_chunks(LINES_AT_ONCE).enumerate();
    let some = |(chunk, lines): (usize, &[&[u8]])| {
        let mut out = Vec::with_capacity(lines.len() * 1024);
        for (number, line) in (first + chunk * LINES_AT_ONCE..).zip(lines) {
            answer_line(answers, number, line, &mut out)?;
        }
        Ok(out)
    };
    chunks.map(some).collect()
}

/// Appends the answer to one line.
fn answer_line(
    answers: &Answers<'_>,
    number: usize,
    line: &[u8],
    out: &mut Vec<u8>,
) -> Result<(), Failure> {
    if line.len() > LONGEST_LINE {
        return append_json_line(out, &too_long(number));
    }
    let text = line.trim_ascii();
    if text.is_empty() {
        return Ok(());
    }
    match answers.append(text, out) {
        Ok(written) => written,
        Err(error) => append_json_line(out, &Refusal { error, line: number }),
    }
}

fn too_long(line: usize) -> Refusal {
    Refusal { error: format!("the line has more than {LONGEST_LINE} bytes"), line }
}

//! `sgp evaluate`: packets as JSON lines in, verdicts as JSON lines out.

use std::io::BufReader;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use sg_core::connectivity::{Flow, Packet, evaluate};
use sg_core::goal::{Directory, packets};
use sg_core::model::{Port, Scenario};
use sg_core::share::typed;

use crate::answer::{Answer, Listed};
use crate::args::Choice;
use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::input;
use crate::input::next_line;
use crate::print::print_json_line;
use crate::streams::Streams;

/// Verdicts about packets, as JSON lines
#[derive(Debug, clap::Args)]
#[command(long_about = ABOUT, after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// The rules that an answer lists: all that were tried, those that match, or none
    #[arg(long, value_parser = RULES, default_value = "all")]
    rules: Listed,
}

const RULES: Choice<Listed> = Choice {
    words: &["all", "matching", "none"],
    refusal: "is no choice of rules: all, matching or none",
    parse: |text| match text {
        "all" => Some(Listed::All),
        "matching" => Some(Listed::Matching),
        "none" => Some(Listed::None),
        _ => None,
    },
};

const ABOUT: &str = "\
Reads packets as JSON lines from standard input and writes one JSON answer per line, in the same
order: the verdict (pass, blocked, unknown), the clause it rests on, the decider, the rules that
could equally be named as decider, and the check at both ends with its rules.

  src, dst    ends: ids, names or IP addresses
  protocol    tcp, udp, icmp, icmpv6, gre or a number
  src_port    49152 when absent
  dst_port    needed for TCP and UDP
  id          anything; it comes back with the answer

A line that cannot be answered gets an object with `error` and `line`, and the stream goes on.";

const EXAMPLE: &str = "\
Example:
  echo '{\"src\":\"ecs1\",\"dst\":\"ecs2\",\"protocol\":\"tcp\",\"dst_port\":443}' |
    sgp evaluate three-groups.json";

/// The longest line that is read, in bytes.
const LONGEST_LINE: usize = 64 * 1024;

/// A question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    /// Anything; it comes back with the answer.
    #[serde(default)]
    id: Option<Value>,
    src: String,
    dst: String,
    protocol: Value,
    #[serde(default)]
    src_port: Option<u64>,
    #[serde(default)]
    dst_port: Option<u64>,
}

#[derive(Serialize)]
struct Line {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    #[serde(flatten)]
    answer: Answer,
}

#[derive(Serialize)]
struct Refusal {
    error: String,
    /// Counted from 1.
    line: usize,
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let scenario = input::scenario(&args.scenario)?;
    let mut directory = Directory::new(&scenario);
    let mut reader = BufReader::new(&mut streams.input);
    let mut line = Vec::new();
    let mut number = 0_usize;
    loop {
        // An answer is out before the next question is waited for, so that another program can
        // ask one at a time.
        if reader.buffer().is_empty() {
            streams.output.flush()?;
        }
        line.clear();
        let whole = next_line(&mut reader, &mut line, LONGEST_LINE)
            .map_err(|error| Failure::input(format!("cannot read the questions: {error}")))?;
        let Some(whole) = whole else { return Ok(SUCCESS) };
        number += 1;
        let text = line.trim_ascii();
        if whole && text.is_empty() {
            continue;
        }
        let answer = if whole {
            answer(&scenario, &mut directory, text, args.rules)
        } else {
            Err(format!("the line has more than {LONGEST_LINE} bytes"))
        };
        match answer {
            Ok(line) => print_json_line(streams.output, &line)?,
            Err(error) => print_json_line(streams.output, &Refusal { error, line: number })?,
        }
    }
}

fn answer(
    scenario: &Scenario,
    directory: &mut Directory<'_>,
    line: &[u8],
    listed: Listed,
) -> Result<Line, String> {
    let text = std::str::from_utf8(line).map_err(|_| "the line is not UTF-8".to_owned())?;
    let question: Question = typed(text).map_err(|error| error.to_string())?;
    let from = directory.find(&question.src).map_err(|error| format!("src: {error}"))?;
    let to = directory.find(&question.dst).map_err(|error| format!("dst: {error}"))?;
    let packet = packet(&question)?;
    let (source, destination) = directory
        .endpoints(&from, &to)
        .ok_or_else(|| "nothing can travel between these two ends".to_owned())?;
    let evaluation = evaluate(scenario, &Flow { source, destination, packet });
    Ok(Line { id: question.id, answer: Answer::new(&evaluation, listed) })
}

fn packet(question: &Question) -> Result<Packet, String> {
    let name = match &question.protocol {
        Value::String(name) => name.to_ascii_lowercase(),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
            return Err("protocol: expected a name or a number".to_owned());
        }
    };
    let port = |field: &str, number: u64| {
        let port = u16::try_from(number).ok().and_then(Port::new);
        port.ok_or_else(|| format!("{field}: {number} is no port: 1 to 65535"))
    };
    let ports = || {
        let source = question.src_port.map_or(Ok(Packet::DYNAMIC_PORT), |n| port("src_port", n))?;
        let destination =
            question.dst_port.ok_or_else(|| format!("dst_port: {name} needs a port"))?;
        Ok::<_, String>((source, port("dst_port", destination)?))
    };
    let packet = match name.as_str() {
        "tcp" | "6" => {
            let (source_port, destination_port) = ports()?;
            return Ok(Packet::Tcp { source_port, destination_port });
        }
        "udp" | "17" => {
            let (source_port, destination_port) = ports()?;
            return Ok(Packet::Udp { source_port, destination_port });
        }
        "icmp" => Packet::Icmp,
        "icmpv6" => Packet::Icmpv6,
        "gre" => Packet::Gre,
        other => other.parse().ok().and_then(packets::by_number).ok_or_else(|| {
            format!("protocol: `{other}` is not tcp, udp, icmp, icmpv6, gre or 0 to 255")
        })?,
    };
    for (field, given) in [("src_port", question.src_port), ("dst_port", question.dst_port)] {
        if given.is_some() {
            return Err(format!("{field}: {name} has no ports"));
        }
    }
    Ok(packet)
}

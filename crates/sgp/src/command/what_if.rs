//! `sgp what-if`: what API calls would change, and the calls that take it back.

use std::sync::Arc;

use sg_core::emulator::{Call, Env};
use sg_core::goal::packets;
use sg_core::history::{Edit, History, take_back};
use sg_core::language::Language;
use sg_core::model::Timestamp;
use sg_core::request::parse::parse;

use super::compared::Extent;
use crate::args::{Asked, Format, InLanguage, TEXT_JSON_OR_MARKDOWN};
use crate::exit_code::{SUCCESS, UNMET};
use crate::failure::Failure;
use crate::input;
use crate::print::print_json;
use crate::streams::Streams;

mod answer;
mod json;

use answer::Answer;

/// What API calls would change, and the calls that take it back
///
/// Answers each call as the API would, in order, and says what all of them together change: first
/// what is configured differently, then what that does, as `sgp diff` says it. Nothing is sent
/// anywhere. A call is an `aliyun ecs …` line or a request URL. The API's error is told with its
/// code; the calls after it are answered too, and the refused one changes nothing.
///
/// The calls that take everything back are tried the same way, and anything they do not restore is
/// listed. IDs of what is created are examples; in the calls that take it back, they are shell
/// variables.
///
/// The exit code is 0, 1 if the API refuses a call, or 2 if one cannot be read.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// The calls, each in one argument
    #[arg(value_name = "CALL", required_unless_present = "calls")]
    calls_given: Vec<String>,
    /// Reads calls from a file, one a line, before those in the arguments; `-` is standard input.
    /// Empty lines and those that begin with # are skipped
    #[arg(long, value_name = "FILE")]
    calls: Option<String>,
    #[command(flatten)]
    asked: Asked,
    /// Everything, instead of ten lines of each part
    #[arg(long)]
    all: bool,
    /// The form of the answer
    #[arg(long, value_parser = TEXT_JSON_OR_MARKDOWN, default_value = "text")]
    format: Format,
    #[command(flatten)]
    language: InLanguage,
}

const EXAMPLE: &str = "\
Example:
  sgp what-if three-groups.json 'aliyun ecs ModifySecurityGroupPolicy --RegionId cn-hangzhou \\
    --SecurityGroupId sg-bp1g2 --InnerAccessPolicy Drop'
  sgp what-if three-groups.json --calls calls.txt --format markdown";

/// The time and IDs of a prediction, which are always the same.
const PREDICTED: Env = Env { now: Timestamp::from_unix_seconds(0), entropy: 1 };

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let language = args.language.language;
    let choice = packets::choice(args.asked.packet.as_deref()).map_err(Failure::Usage)?;
    let scenario = input::scenario(&args.scenario)?;
    let mut history = History::new(Arc::new(scenario));
    let calls = calls(args, language, streams)?;
    for (number, call) in (0_u64..).zip(calls) {
        let env = Env { entropy: PREDICTED.entropy.wrapping_add(number), ..PREDICTED };
        history = history.with(Edit::Call(call), env);
    }
    let back = take_back(&history, &PREDICTED);
    let answer = Answer::new(&history, &back, (choice, args.asked.view));
    let extent = Extent::of(args.all);
    match args.format {
        Format::Json => print_json(streams.output, &json::of(&answer))?,
        Format::Markdown => write!(streams.output, "{}", answer.markdown(extent, language))?,
        Format::Text | Format::Csv => {
            write!(streams.output, "{}", answer.lines(extent, language))?;
        }
    }
    Ok(if answer.refused().next().is_some() { UNMET } else { SUCCESS })
}

/// The calls to try: those of the file, then those in the arguments.
fn calls(args: &Args, language: Language, streams: &mut Streams<'_>) -> Result<Vec<Call>, Failure> {
    let read = |place: &str, text: &str| {
        let parsed = parse(text);
        let call = parsed.map(|parsed| parsed.call);
        call.map_err(|error| Failure::input(format!("{place}: {}", error.say(language))))
    };
    let mut calls = Vec::new();
    if let Some(path) = &args.calls {
        let text = match path.as_str() {
            "-" => std::io::read_to_string(&mut streams.input)?,
            path => input::text(path)?,
        };
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                calls.push(read(&format!("{path}:{number}"), line)?);
            }
        }
    }
    for (number, text) in (1..).zip(&args.calls_given) {
        calls.push(read(&format!("call {number}"), text)?);
    }
    if calls.is_empty() {
        return Err(Failure::input("there is no call to answer"));
    }
    Ok(calls)
}

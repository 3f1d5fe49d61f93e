//! `sgp replay`: compares a recording of an account with the emulator.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::{BufWriter, Write};

use sg_core::import::{Choice, MOST_BYTES, Text, read_as};
use sg_core::language::Language;
use sg_core::model::{RegionId, Scenario};
use sg_core::quote::hidden::visible;
use sg_core::replay::{
    Body, Difference, Exchange, FieldDifference, Outcome, Redactor, Replay, Skipped,
};

use crate::exit_code::{SUCCESS, UNMET};
use crate::failure::Failure;
use crate::input;
use crate::notes::notes;
use crate::streams::Streams;

mod recording;

use recording::{Place, each_exchange};

/// Compare a recording of your account with the emulator
///
/// Takes requests and what the service answered, in the order of time: a line of JSON for each, or
/// an HTTP archive (HAR) of a browser or proxy; docs/evidence.md describes both. Makes the same calls
/// here and says where the emulator answers otherwise: status, code, message (apart from what each
/// call fills in), fields of the reply and their types. Values of a reply are not compared. The
/// scenario is made of the replies before the first change, or given with --scenario. Keys and
/// signatures are not needed and not read. Answers about the caller (signature, permission,
/// throttling) are not compared.
///
/// Exit codes: 0 every answer is the same, 1 some are not, 2 the recording cannot be read.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The recording
    file: String,
    /// The scenario at the beginning
    #[arg(long)]
    scenario: Option<String>,
    /// The region to read, if the replies are from several
    #[arg(long, value_name = "REGION", value_parser = region)]
    region: Option<RegionId>,
    /// Also writes the recording to a new file without keys, account ids, names and addresses
    ///
    /// Ids, names and addresses are replaced alike wherever they stand, so that the copy is answered
    /// as the recording is. Only fields that are known to be harmless are kept as they are. Read it
    /// before you share it.
    #[arg(long, value_name = "OUT")]
    redact: Option<String>,
}

const EXAMPLE: &str = "\
Example:
  sgp replay recording.jsonl
  sgp replay browser.har --scenario before.json --redact recording.jsonl";

fn region(text: &str) -> Result<RegionId, String> {
    RegionId::parse(text).map_err(|_| format!("`{text}` is not the id of a region"))
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    if let Some(out) = &args.redact {
        redact(&args.file, out, (streams.process.env)().entropy)?;
    }
    let scenario = match &args.scenario {
        Some(path) => input::scenario(path)?,
        None => recorded_scenario(args, streams)?,
    };
    let mut replay = Replay::new(scenario);
    let mut tally = Tally::default();
    each_exchange(&args.file, &mut |place, exchange| {
        let outcome = replay.next(&exchange);
        tally.count(&outcome);
        if let Outcome::Differs { differences, after_another } = outcome {
            let told = told(&place, &exchange, &differences, after_another);
            writeln!(streams.output, "{told}")?;
        }
        Ok(())
    })?;
    if tally.total() == 0 {
        let why = format!("{} has no request of the ECS API 2014-05-26", args.file);
        return Err(Failure::input(why));
    }
    writeln!(streams.output, "{}", tally.told())?;
    Ok(if tally.different == 0 { SUCCESS } else { UNMET })
}

/// Writes the redacted copy.
fn redact(path: &str, out: &str, seed: u64) -> Result<(), Failure> {
    let refused = |error| Failure::input(format!("cannot write {out}: {error}"));
    let file = OpenOptions::new().write(true).create_new(true).open(out).map_err(refused)?;
    let mut file = BufWriter::new(file);
    let mut redactor = Redactor::new(seed);
    let written = each_exchange(path, &mut |_, exchange| {
        writeln!(file, "{}", redactor.redact(&exchange).written()).map_err(refused)
    });
    let written = written.and_then(|()| file.flush().map_err(refused));
    if written.is_err() {
        // Half a copy helps nobody; the error says why there is none.
        let _ = std::fs::remove_file(out);
    }
    written
}

/// Replies of which a scenario is made.
const READ: [&str; 11] = [
    "DescribeSecurityGroupAttribute",
    "DescribeSecurityGroups",
    "DescribeInstances",
    "DescribeInstanceAttribute",
    "DescribeNetworkInterfaces",
    "DescribeNetworkInterfaceAttribute",
    "DescribePrefixListAttributes",
    "DescribePrefixLists",
    "DescribePortRangeLists",
    "DescribePortRangeListEntries",
    "DescribeVpcs",
];

/// The scenario that the replies before the first change describe.
fn recorded_scenario(args: &Args, streams: &mut Streams<'_>) -> Result<Scenario, Failure> {
    let (mut texts, mut bytes, mut changed) = (Vec::new(), 0_usize, false);
    each_exchange(&args.file, &mut |place, exchange| {
        changed |= exchange.wrote();
        let reads = exchange.status < 300 && READ.contains(&exchange.action.as_str());
        if let (Body::Json(body), true, false) = (&exchange.body, reads, changed) {
            let text = Text { name: place.to_string(), content: body.to_string() };
            bytes += text.content.len();
            if bytes > MOST_BYTES {
                let why = format!(
                    "{place}: the replies before the first change have more than {MOST_BYTES} \
                     bytes; name the scenario with --scenario"
                );
                return Err(Failure::input(why));
            }
            texts.push(text);
        }
        Ok(())
    })?;
    let reading = read_as(texts, Choice { region: args.region.clone(), ..Choice::default() });
    for line in notes(&reading, Language::En) {
        writeln!(streams.errors, "{}", visible(&line))?;
    }
    let named: Vec<String> = reading.regions.iter().map(|own| own.region.to_string()).collect();
    let scenario = reading.scenario.map(std::sync::Arc::unwrap_or_clone);
    scenario.ok_or_else(|| {
        Failure::input(if named.is_empty() {
            format!(
                "{} has no reply before the first change of which a scenario can be made; name it \
                 with --scenario",
                args.file
            )
        } else {
            format!("choose a region with --region; the replies are from {}", named.join(", "))
        })
    })
}

/// The lines about an exchange that is answered otherwise. What a recording says is made visible, so
/// that it cannot begin a line of its own.
fn told(place: &Place, exchange: &Exchange, differences: &[Difference], after: bool) -> String {
    let place = place.to_string();
    let mut lines = format!("{}: {}", visible(&place), visible(&exchange.action));
    if after {
        lines += " (after a change that was answered otherwise)";
    }
    for difference in differences {
        lines += "\n  ";
        lines += &match difference {
            Difference::Status(recorded, own) => format!("status: recorded {recorded}, here {own}"),
            Difference::Code(recorded, own) => format!(
                "code: recorded {}, here {}",
                visible(recorded.as_deref().unwrap_or("none")),
                own.unwrap_or("none")
            ),
            Difference::Message(recorded, own) => {
                format!("message: recorded `{}`, here `{}`", visible(recorded), visible(own))
            }
            Difference::Field(FieldDifference::Missing(path)) => {
                format!("field {}: recorded, not here", visible(path))
            }
            Difference::Field(FieldDifference::Extra(path)) => {
                format!("field {}: here, not recorded", visible(path))
            }
            Difference::Field(FieldDifference::Type(path, recorded, own)) => {
                format!("field {}: recorded as {recorded}, here {own}", visible(path))
            }
        };
    }
    lines
}

/// How many exchanges ended how.
#[derive(Debug, Default)]
struct Tally {
    same: usize,
    different: usize,
    skipped: BTreeMap<Skipped, usize>,
}

impl Tally {
    fn count(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Same => self.same += 1,
            Outcome::Differs { .. } => self.different += 1,
            Outcome::Skipped(why) => *self.skipped.entry(why.clone()).or_default() += 1,
        }
    }

    fn not_compared(&self) -> usize {
        self.skipped.values().sum()
    }

    fn total(&self) -> usize {
        self.same + self.different + self.not_compared()
    }

    fn told(&self) -> String {
        let (same, different, rest) = (self.same, self.different, self.not_compared());
        let mut lines = format!("{same} the same, {different} different, {rest} not compared");
        for (why, count) in &self.skipped {
            let why = match why {
                Skipped::NotEmulated(name) => format!("{name}: exists, not emulated"),
                Skipped::UnknownOperation(name) => {
                    format!("{}: no operation known here", visible(name))
                }
                Skipped::Caller(code) => format!("{}: about the caller", visible(code)),
                Skipped::Fault => "a fault of the service".to_owned(),
            };
            lines += &format!("\n  {count} × {why}");
        }
        lines
    }
}

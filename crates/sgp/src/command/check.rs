//! `sgp check`: goals against a scenario, a line for each and an exit code for CI.

use std::io::Write;

use serde::Serialize;

use sg_core::connectivity::Flow;
use sg_core::goal::{Directory, Wrong};
use sg_core::language::Language;
use sg_core::model::Scenario;
use sg_core::quote::hidden::visible;

use crate::answer::EndJson;
use crate::args::{Format, InLanguage, Shown};
use crate::exit_code::{SUCCESS, UNMET};
use crate::failure::Failure;
use crate::goals::{Goal, read};
use crate::print::print_json;
use crate::reason::packet_text;
use crate::streams::Streams;
use crate::{input, junit, text};

/// Goals against a scenario, for CI
#[derive(Debug, clap::Args)]
#[command(long_about = ABOUT, after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// The file of goals
    goals: String,
    /// Also writes a report in the form of JUnit
    #[arg(long, value_name = "FILE")]
    junit: Option<String>,
    #[command(flatten)]
    shown: Shown,
}

const ABOUT: &str = "\
Judges goals on all their packets, not on samples, and writes a line for each; one that is not met
names the offending packet. Exit code 0: all are met; 1: some are not.

GOALS is a JSON file (static/goals.schema.json describes it):
  { \"version\": 1, \"goals\": [
    { \"from\": \"web\", \"to\": \"db\", \"packets\": [\"tcp/5432\"], \"expect\": \"passOnly\" },
    { \"name\": \"db is closed\", \"from\": \"internet\", \"to\": \"db\", \"expect\": \"blocked\" } ] }

  from, to    ends, as everywhere
  packets     tcp/443, tcp/8000-9000, tcp, udp/53, icmp, icmpv6, gre, protocol/50, all;
              all packets when absent
  expect      pass: each of them passes; blocked: none of them passes;
              passOnly: each of them passes and nothing else does";

const EXAMPLE: &str = "\
Example:
  sgp check three-groups.json goals.json --junit report.xml";

#[derive(Serialize)]
struct CheckJson {
    met: usize,
    goals: Vec<GoalJson>,
}

#[derive(Serialize)]
struct GoalJson {
    name: String,
    from: String,
    to: String,
    met: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offending: Option<PacketJson>,
}

/// A packet that fares otherwise than it should.
#[derive(Serialize)]
struct PacketJson {
    source: EndJson,
    destination: EndJson,
    packet: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    src_port: Option<u16>,
}

/// A goal that is not met.
struct Miss {
    /// Why, in one sentence.
    sentence: String,
    /// A packet that fares otherwise than it should.
    flow: Option<Flow>,
}

fn miss(scenario: &Scenario, goal: &Goal, wrong: Wrong, language: Language) -> Miss {
    let sentence = wrong.sentence(&goal.traffic, scenario, language);
    let flow = match wrong {
        Wrong::Packet { flow, .. } => Some(flow),
        Wrong::NoEnd { .. } | Wrong::NoWay | Wrong::NotFiltered | Wrong::NoSuchPacket(_) => None,
    };
    Miss { sentence, flow }
}

/// A goal with its name and its outcome.
struct Judged {
    goal: Goal,
    name: String,
    miss: Option<Miss>,
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let Shown { format, language: InLanguage { language } } = args.shown;
    let (path, goals_path) = (&args.scenario, &args.goals);
    let scenario = input::scenario(path)?;
    let mut directory = Directory::new(&scenario);
    let goals = read(&input::text(goals_path)?, &directory)
        .map_err(|error| Failure::input(format!("{goals_path}: {error}")))?;
    let judged = goals
        .into_iter()
        .map(|goal| {
            let wrong = goal.traffic.wrong(&scenario, &mut directory);
            if wrong == Some(Wrong::NoWay) {
                let sentence = "nothing can travel between these two ends".to_owned();
                return Err(Failure::Input(sentence));
            }
            let name = goal.name.clone().unwrap_or_else(|| goal.traffic.name(language));
            let miss = wrong.map(|wrong| miss(&scenario, &goal, wrong, language));
            Ok(Judged { goal, name, miss })
        })
        .collect::<Result<Vec<_>, Failure>>()?;
    if let Some(file) = &args.junit {
        let cases: Vec<junit::Case<'_>> = judged.iter().map(|goal| case(goal, language)).collect();
        std::fs::write(file, junit::report(path, &cases)?)
            .map_err(|error| Failure::input(format!("cannot write {file}: {error}")))?;
    }
    match format {
        Format::Json => print_json(streams.output, &as_json(&judged))?,
        Format::Text | Format::Csv | Format::Markdown => {
            print_lines(streams.output, &judged, language)?;
        }
    }
    Ok(if judged.iter().all(|goal| goal.miss.is_none()) { SUCCESS } else { UNMET })
}

fn case(judged: &Judged, language: Language) -> junit::Case<'_> {
    junit::Case {
        name: &judged.name,
        failure: judged.miss.as_ref().map(|miss| sentence(miss, language)),
    }
}

fn print_lines(
    output: &mut dyn Write,
    judged: &[Judged],
    language: Language,
) -> Result<(), Failure> {
    for Judged { name, miss, .. } in judged {
        let line = match miss {
            None => text::MET.fill(language, &[("name", name)]),
            Some(miss) => {
                let sentence = sentence(miss, language);
                text::UNMET.fill(language, &[("name", name), ("sentence", &sentence)])
            }
        };
        writeln!(output, "{}", visible(&line))?;
    }
    let met = met(judged).to_string();
    let all = judged.len().to_string();
    writeln!(output, "{}", text::SUMMARY.fill(language, &[("met", &met), ("all", &all)]))?;
    Ok(())
}

fn met(judged: &[Judged]) -> usize {
    judged.iter().filter(|goal| goal.miss.is_none()).count()
}

/// Why a goal is not met, with the packet that shows it.
fn sentence(miss: &Miss, language: Language) -> String {
    let Some(Flow { source, destination, packet }) = &miss.flow else {
        return miss.sentence.clone();
    };
    let values = [
        ("sentence", miss.sentence.clone()),
        ("packet", packet_text(*packet, language)),
        ("source", source.address().to_string()),
        ("port", packet.ports().map_or_else(String::new, |(source, _)| source.to_string())),
        ("destination", destination.address().to_string()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let frame = match packet.ports() {
        Some(_) => text::OFFENDING,
        None => text::OFFENDING_WITHOUT_PORT,
    };
    frame.fill(language, &values)
}

fn as_json(judged: &[Judged]) -> CheckJson {
    let goal = |judged: &Judged| GoalJson {
        name: judged.name.clone(),
        from: judged.goal.traffic.from.clone(),
        to: judged.goal.traffic.to.clone(),
        met: judged.miss.is_none(),
        reason: judged.miss.as_ref().map(|miss| miss.sentence.clone()),
        offending: judged.miss.as_ref().and_then(|miss| miss.flow.as_ref()).map(|flow| {
            PacketJson {
                source: (&flow.source).into(),
                destination: (&flow.destination).into(),
                packet: flow.packet.to_string(),
                src_port: flow.packet.ports().map(|(source, _)| source.get()),
            }
        }),
    };
    CheckJson { met: met(judged), goals: judged.iter().map(goal).collect() }
}

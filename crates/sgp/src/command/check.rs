//! `sgp check`: checks goals against a scenario, with one line per goal and an exit code for CI.

use std::io::Write;

use sg_core::goal::Directory;
use sg_core::language::Language;
use sg_core::model::Scenario;
use sg_core::quote::hidden::visible;

use crate::args::{Format, InLanguage, Shown};
use crate::exit_code::{SUCCESS, UNMET};
use crate::failure::Failure;
use crate::goals::AskedGoals;
use crate::print::print_json;
use crate::streams::Streams;
use crate::{input, junit, text};

mod json;
mod judged;

use json::as_json;
use judged::{Judged, judge};

/// Goals against a scenario, for CI
#[derive(Debug, clap::Args)]
#[command(long_about = ABOUT, after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    #[command(flatten)]
    goals: AskedGoals,
    /// Also writes a report in the form of JUnit
    #[arg(long, value_name = "FILE")]
    junit: Option<String>,
    #[command(flatten)]
    shown: Shown,
}

const ABOUT: &str = "\
Judges goals on all their packets and all their ends, not on samples, and writes a line for each; of
one that is not met, the ends that fail alike are one line, by role, with an offending packet. Exit
code 0: all are met; 1: some are not.

GOALS is YAML or JSON (docs/goals.md; static/goals.schema.json describes it):
  version: 1
  goals:
    - app-* can reach db-*: tcp/5432
    - everyone except app-* and bastion cannot reach db-*
    - name: web serves HTTPS and nothing else
      from: internet
      to: group:web
      packets: [tcp/443]
      expect: passOnly

  from, to    an id, name or address as everywhere; a group (web, group:web), a name pattern
              (app-*), a tag of a group (tag:env=prod), a block, a service (service:rds),
              internet, several of these (a, b and c), everyone, everyone except a and b
  packets     tcp/443, tcp/8000-9000, tcp, udp/53, icmp, icmpv6, gre, protocol/50, all;
              all packets when absent
  expect      pass: each of them passes; blocked: none of them passes;
              passOnly: each of them passes and nothing else does

A goal about several ends holds for every pair of them. A sentence says can reach, cannot reach, or
can reach … only by.";

const EXAMPLE: &str = "\
Example:
  sgp check three-groups.json --goal 'ecs1 can reach ecs2: tcp/443'
  sgp check three-groups.json goals.json --junit report.xml";

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let Shown { format, language: InLanguage { language } } = args.shown;
    let path = &args.scenario;
    let scenario = input::scenario(path)?;
    let (goals, scenario) = args.goals.read(&scenario)?;
    let mut directory = Directory::new(&scenario);
    let judged = goals
        .into_iter()
        .map(|goal| judge(goal, &scenario, &mut directory, language))
        .collect::<Result<Vec<_>, Failure>>()?;
    if let Some(file) = &args.junit {
        let case = |goal| case(goal, &scenario, language);
        let cases: Vec<junit::Case<'_>> = judged.iter().map(case).collect();
        std::fs::write(file, junit::report(path, &cases)?)
            .map_err(|error| Failure::input(format!("cannot write {file}: {error}")))?;
    }
    match format {
        Format::Json => print_json(streams.output, &as_json(&judged, &scenario, language))?,
        Format::Text | Format::Csv | Format::Markdown => {
            print_lines(streams.output, &judged, &scenario, language)?;
        }
    }
    Ok(if judged.iter().all(Judged::is_met) { SUCCESS } else { UNMET })
}

fn case<'a>(judged: &'a Judged, scenario: &Scenario, language: Language) -> junit::Case<'a> {
    let failure = judged.lines(scenario, language).join("; ");
    junit::Case { name: &judged.name, failure: (!judged.is_met()).then_some(failure) }
}

fn print_lines(
    output: &mut dyn Write,
    judged: &[Judged],
    scenario: &Scenario,
    language: Language,
) -> Result<(), Failure> {
    for goal in judged {
        let name = &goal.name;
        let lines = goal.lines(scenario, language);
        let lines = match lines.as_slice() {
            [] => vec![text::MET.fill(language, &[("name", name)])],
            [sentence] if goal.single => {
                vec![text::UNMET.fill(language, &[("name", name), ("sentence", sentence)])]
            }
            lines => {
                let head = text::UNMET_BY.fill(language, &[("name", name)]);
                std::iter::once(head)
                    .chain(lines.iter().map(|line| format!("    {line}")))
                    .collect()
            }
        };
        for line in lines {
            writeln!(output, "{}", visible(&line))?;
        }
    }
    let met = met(judged).to_string();
    let all = judged.len().to_string();
    writeln!(output, "{}", text::SUMMARY.fill(language, &[("met", &met), ("all", &all)]))?;
    Ok(())
}

fn met(judged: &[Judged]) -> usize {
    judged.iter().filter(|goal| goal.is_met()).count()
}

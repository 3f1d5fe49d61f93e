//! `sgp rules`: the fewest edits of rules and policies that meet goals, as API calls.

use sg_core::connectivity::{Edit, Reach};
use sg_core::goal::Traffic;
use sg_core::least_rules::{LeastRules, least_rules, least_rules_anew};
use sg_core::model::Scenario;
use sg_core::quote::hidden::visible;
use sg_core::quote::json;
use sg_core::share::write;

use crate::args::{Format, InLanguage, Shown};
use crate::exit_code::{SUCCESS, UNMET};
use crate::failure::Failure;
use crate::goals::AskedGoals;
use crate::input;
use crate::print::print_json;
use crate::streams::Streams;

mod outcome;
mod prose;

use outcome::as_json;
use prose::text_lines;

/// The fewest edits of rules that meet goals, as API calls
#[derive(Debug, clap::Args)]
#[command(long_about = ABOUT, after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    #[command(flatten)]
    goals: AskedGoals,
    /// Find the fewest rules in place of those that there are, and remove what is not needed
    #[arg(long)]
    anew: bool,
    /// Also write the scenario with the edits, for `sgp diff` and `sgp export`
    #[arg(long, value_name = "FILE")]
    after: Option<String>,
    #[command(flatten)]
    shown: Shown,
}

const ABOUT: &str = "\
Searches the fewest edits after which every goal is met: rules added or removed, and policies of
groups changed. The goals are those of `sgp check`. Added rules name what the goals name: their
packets, adjacent ports as one range; the groups of their ends, the addresses of these, or the
blocks that the goals name. Nobody joins or leaves a group.

Of sets with as few edits, the one with the fewest rules for single addresses is shown, then the one
that opens least. It is verified by judging the goals on the edited scenario. At most 20,000 edited
scenarios are tried; where that is not enough to rule out a smaller set, the answer says so
(docs/least-rules.md).

If no edits can meet all goals, the smallest set of goals that cannot be met is named: one that the
platform, or a group that is not yours, excludes, or two that contradict each other about a packet.
Exit code 0: the goals are met after these edits, or already; 1: they cannot be.";

const EXAMPLE: &str = "\
Example:
  sgp rules three-groups.json --goal 'ecs1 can reach ecs2 only by tcp/443'
  sgp rules three-groups.json goals.json --anew --after least.json";

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let Shown { format, language: InLanguage { language } } = args.shown;
    let start = input::scenario(&args.scenario)?;
    let (goals, scenario) = args.goals.read(&start)?;
    let traffic: Vec<Traffic> = goals.iter().map(|goal| goal.traffic.clone()).collect();
    let search = if args.anew { least_rules_anew } else { least_rules };
    let found = search(&scenario, &traffic);
    if let (Some(file), Ok(found)) = (&args.after, &found) {
        write_after(file, &start, found)?;
    }
    let reach = Reach::new(&scenario);
    if format == Format::Json {
        print_json(streams.output, &as_json(&reach, &goals, &found, language))?;
    } else {
        let lines = text_lines(&reach, &goals, &found, args.anew, language);
        let lines: Vec<String> =
            lines.iter().map(|line| visible(line).into_owned() + "\n").collect();
        streams.output.write_all(lines.concat().as_bytes())?;
    }
    Ok(if found.is_ok() { SUCCESS } else { UNMET })
}

/// Writes the scenario after the edits, without the blocks that only the goals named.
fn write_after(file: &str, start: &Scenario, found: &LeastRules) -> Result<(), Failure> {
    let after = Edit::apply_all(&found.edits, start);
    let after = after.map_err(|refused| Failure::input(refused.to_string()))?;
    std::fs::write(file, json::visible(&write(&after)).as_bytes())
        .map_err(|error| Failure::input(format!("cannot write {file}: {error}")))
}

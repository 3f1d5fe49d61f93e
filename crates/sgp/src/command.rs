//! The commands, one per file, and their dispatch.

mod check;
mod compared;
mod completions;
mod diff;
mod evaluate;
mod explain;
mod export;
mod exposure;
mod fix;
mod flows;
mod import;
mod lint;
mod matrix;
mod proposed;
mod replay;
mod rules;
mod serve;
mod sign;
mod space;
mod what_if;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use super::args::{sentence, with_any_values};
use super::failure::Failure;
use crate::exit_code::SUCCESS;
use crate::streams::Streams;

/// Who reaches whom through ECS security groups, and why
#[derive(Debug, Parser)]
#[command(name = "sgp", version, term_width = 100, after_help = NOTES)]
struct Sgp {
    #[command(subcommand)]
    command: Command,
}

const NOTES: &str = "\
SCENARIO is a scenario document (JSON); static/scenario.schema.json describes it.
SRC and DST are ends: an instance or network interface by id, an instance or an outside address by
name, or an IP address. An instance stands for its primary interface.
PACKET is tcp/443, udp/53, icmp, icmpv6, gre or protocol/50.

Exit codes: 0 done, 1 the answer is no (a goal is not met, there is no fix, a finding is denied, a
call is refused, a log disagrees), 2 the command or its input is wrong, 3 something is missing (an
export leaves something out; with `import --strict`, something was assumed, left out or incomplete;
with `flows --strict`, a record could not be judged).
`sgp COMMAND --help` tells more and shows an example.";

#[derive(Debug, Subcommand)]
enum Command {
    Evaluate(evaluate::Args),
    Explain(explain::Args),
    Space(space::Args),
    Matrix(matrix::Args),
    Diff(diff::Args),
    WhatIf(what_if::Args),
    Check(check::Args),
    Fix(fix::Args),
    Rules(rules::Args),
    Lint(lint::Args),
    Exposure(exposure::Args),
    Flows(flows::Args),
    Export(export::Args),
    Import(import::Args),
    Replay(replay::Args),
    Sign(sign::Args),
    Serve(serve::Args),
    Completions(completions::Args),
}

/// Runs the command named by the first argument.
pub(super) fn dispatch(words: &[String], streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let parsed = command()
        .try_get_matches_from(std::iter::once("sgp").chain(words.iter().map(String::as_str)))
        .and_then(|matches| Sgp::from_arg_matches(&matches));
    let command = match parsed {
        Ok(Sgp { command }) => command,
        Err(asked)
            if matches!(asked.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) =>
        {
            writeln!(streams.output, "{}", asked.render().to_string().trim_end())?;
            return Ok(SUCCESS);
        }
        Err(error) => {
            let name = words.first().map_or("", String::as_str);
            return Err(Failure::Usage(sentence(&error, name)));
        }
    };
    match command {
        Command::Evaluate(args) => evaluate::run(&args, streams),
        Command::Explain(args) => explain::run(&args, streams),
        Command::Space(args) => space::run(&args, streams),
        Command::Matrix(args) => matrix::run(&args, streams),
        Command::Diff(args) => diff::run(&args, streams),
        Command::WhatIf(args) => what_if::run(&args, streams),
        Command::Check(args) => check::run(&args, streams),
        Command::Fix(args) => fix::run(&args, streams),
        Command::Rules(args) => rules::run(&args, streams),
        Command::Lint(args) => lint::run(&args, streams),
        Command::Exposure(args) => exposure::run(&args, streams),
        Command::Flows(args) => flows::run(&args, streams),
        Command::Export(args) => export::run(&args, streams),
        Command::Import(args) => import::run(&args, streams),
        Command::Replay(args) => replay::run(&args, streams),
        Command::Sign(_) => sign::run(streams),
        Command::Serve(args) => serve::run(&args, streams),
        Command::Completions(args) => completions::run(&args, self::command(), streams),
    }
}

fn command() -> clap::Command {
    let each = |command: clap::Command| command.mut_args(with_any_values);
    Sgp::command().mut_subcommands(each)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_of_all_commands_fit_together() {
        command().debug_assert();
    }

    #[test]
    fn every_command_has_an_example() {
        let mut command = command();
        command.build();
        for command in command.get_subcommands().filter(|it| it.get_name() != "help") {
            let example = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            let name = command.get_name();
            assert!(example.contains(&format!("sgp {name}")), "{name}: {example}");
        }
    }
}

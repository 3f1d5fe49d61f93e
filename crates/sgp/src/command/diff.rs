//! `sgp diff`: what two scenarios have differently, and what that does.

use sg_core::connectivity::{PacketChoice, PairChange, diff, diff_regions};
use sg_core::goal::packets;
use sg_core::model::Scenario;

use super::compared::{Compared, Extent};
use crate::args::{Asked, Choice, Format, InLanguage, TEXT_JSON_OR_MARKDOWN};
use crate::exit_code::{SUCCESS, UNMET};
use crate::failure::Failure;
use crate::pieces::whole_matrix;
use crate::print::print_json;
use crate::streams::Streams;
use crate::{input, since};

mod comparison;
mod effect;
mod json;
mod pairs;
mod plan;
mod report;

use comparison::{Comparison, Version};
use effect::{Effect, FailOn};
use plan::Planned;

/// Compare two scenarios, or the two sides of a Terraform plan
///
/// First what is configured differently: groups, rules, members and what is around them, newest
/// first as far as creation times are on record. Then what that does: a line for each kind of
/// packets that opens, closes, or becomes or stops being unknown, for all senders and receivers for
/// which it does, with a packet as an example. What opens to the Internet comes first, then the
/// lines with the most pairs. Ends are identified by interface ID and by the names of outside
/// addresses. Each part has at most ten lines, unless --all asks for all. `No traffic is affected.`
/// is an answer too.
///
/// With --detail, the pairs are listed one by one instead, each with a packet that passes in one of
/// the two only, and below it the packets that changed, region by region, with what decided about
/// them before and now. `reason` marks packets with the same verdict for a different reason.
///
/// With --plan, one line for each pair and each kind of change says which packets open or close and
/// which resource change does it. A group of which the plan knows no member has members that stand
/// for any. What is known only after apply is unknown: such packets may open or may close.
///
/// The exit code is 0, or 1 if there is a change that --fail-on names.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document before
    #[arg(required_unless_present = "plan")]
    before: Option<String>,
    /// The scenario document after
    #[arg(required_unless_present = "plan")]
    after: Option<String>,
    /// A Terraform plan (terraform show -json), whose two sides are compared
    #[arg(long, value_name = "FILE", conflicts_with_all = ["before", "after"])]
    plan: Option<String>,
    #[command(flatten)]
    asked: Asked,
    /// Everything, instead of ten lines of each part
    #[arg(long, conflicts_with = "detail")]
    all: bool,
    /// Leaves out what was added before this time: 20:00, 2026-11-29T20:00+08:00 (UTC without an
    /// offset). What was changed or removed stays, because the time of that is not on record
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// Pair by pair: one line for a pair, also the packets that changed, or also those with another
    /// reason
    #[arg(long, value_parser = DETAIL)]
    detail: Option<Detail>,
    /// Exit code 1 if any packet opens (or may open), closes (or may close), or either
    #[arg(long, value_name = "EFFECT", value_parser = FAIL_ON)]
    fail_on: Option<FailOn>,
    /// Also writes a report in the form of JUnit
    #[arg(long, value_name = "FILE")]
    junit: Option<String>,
    /// The form of the answer
    #[arg(long, value_parser = TEXT_JSON_OR_MARKDOWN, default_value = "text")]
    format: Format,
    #[command(flatten)]
    language: InLanguage,
}

const FAIL_ON: Choice<FailOn> = Choice {
    words: &["opens", "closes", "changes"],
    refusal: "is not an effect here: opens, closes, changes",
    parse: |text| match text {
        "opens" => Some(FailOn::Opens),
        "closes" => Some(FailOn::Closes),
        "changes" => Some(FailOn::Changes),
        _ => None,
    },
};

const DETAIL: Choice<Detail> = Choice {
    words: &["pairs", "verdicts", "reasons"],
    refusal: "is not a detail here: pairs, verdicts, reasons",
    parse: |text| match text {
        "pairs" => Some(Detail::Pairs),
        "verdicts" => Some(Detail::Verdicts),
        "reasons" => Some(Detail::Reasons),
        _ => None,
    },
};

const EXAMPLE: &str = "\
In a pipeline:
  sgp diff --plan plan.json --fail-on opens --junit report.xml

Example:
  sgp diff before.json after.json
  sgp diff before.json after.json --since 2026-11-01T20:00:00Z --all
  sgp diff before.json after.json --detail pairs";

/// The level of detail for each pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Detail {
    /// One line per pair.
    Pairs,
    /// The packets whose verdicts differ.
    Verdicts,
    /// Also packets with the same verdict for a different reason.
    Reasons,
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let language = args.language.language;
    let now = (streams.process.env)().now;
    let since = args.since.as_deref().map(|text| since::parse(text, now));
    let since = since.transpose().map_err(Failure::Usage)?;
    let plan = match &args.plan {
        Some(path) => Some(Planned::read(path, language, streams)?),
        None => None,
    };
    let choice = packets::choice(args.asked.packet.as_deref()).map_err(Failure::Usage)?;
    let [before, after] = sides(args, plan.as_ref())?;
    let mut compared = Compared::new(&before, &after, (choice, args.asked.view));
    if let Some(time) = since {
        compared = compared.since(time);
    }
    // Pairs are listed one by one for a program, for a plan, or if that is asked for.
    let by_pair = plan.is_some() || args.format == Format::Json || args.detail.is_some();
    let detailed = match by_pair {
        true => Some(detailed(args, (&before, &after), choice)?),
        false => None,
    };
    let rows = match &detailed {
        Some(comparison) => effect::rows(comparison, plan.as_ref(), language),
        None => effect::grouped_rows(&compared, language),
    };
    let name = args.plan.as_ref().or(args.after.as_ref()).map_or("", String::as_str);
    if let Some(file) = &args.junit {
        std::fs::write(file, report::junit(name, &rows, args.fail_on, language)?)
            .map_err(|error| Failure::input(format!("cannot write {file}: {error}")))?;
    }
    let extent = Extent::of(args.all);
    let pairs =
        |comparison: &Comparison| shown(args.detail.unwrap_or(Detail::Reasons), &comparison.pairs);
    match (args.format, &detailed) {
        (Format::Json, Some(comparison)) => {
            let json = json::of(comparison, plan.as_ref(), &rows, &pairs(comparison), &compared);
            print_json(streams.output, &json)?;
        }
        (Format::Markdown, _) if plan.is_some() => {
            write!(streams.output, "{}", report::markdown(name, &rows, language))?;
        }
        (Format::Markdown, _) => {
            let heading = report::heading(name, language);
            let body = compared.markdown(extent, language);
            write!(streams.output, "### {heading}\n\n{body}")?;
        }
        (_, Some(_)) if plan.is_some() => {
            write!(streams.output, "{}", report::lines(&rows, language))?;
        }
        (_, Some(comparison)) => {
            pairs::print_pairs(&pairs(comparison), comparison, language, streams)?;
        }
        (_, None) => write!(streams.output, "{}", compared.lines(extent, language))?,
    }
    let refused = |row: &effect::Row| args.fail_on.is_some_and(|fail_on| fail_on.is(row.effect));
    Ok(if rows.iter().any(refused) { UNMET } else { SUCCESS })
}

/// The two scenarios to compare: the sides of the plan, or the two files.
fn sides(args: &Args, plan: Option<&Planned>) -> Result<[Scenario; 2], Failure> {
    if let Some(plan) = plan {
        return Ok([plan.before.clone(), plan.after.clone()]);
    }
    let read = |path: &Option<String>| input::scenario(path.as_deref().unwrap_or_default());
    Ok([read(&args.before)?, read(&args.after)?])
}

/// The regions to show of each pair.
fn shown(detail: Detail, pairs: &[PairChange]) -> Vec<PairChange> {
    let mut pairs = match detail {
        Detail::Pairs => Vec::new(),
        Detail::Verdicts | Detail::Reasons => pairs.to_vec(),
    };
    if detail == Detail::Verdicts {
        for pair in &mut pairs {
            pair.regions.retain(|region| Effect::of(region).is_some());
        }
        pairs.retain(|pair| !pair.regions.is_empty());
    }
    pairs
}

/// The differences, pair by pair.
fn detailed(
    args: &Args,
    (before, after): (&Scenario, &Scenario),
    choice: PacketChoice,
) -> Result<Comparison, Failure> {
    let version = |path: &Option<String>, scenario: &Scenario| {
        let path = args.plan.as_ref().or(path.as_ref()).map_or("", String::as_str);
        let matrix = whole_matrix(scenario, choice, args.asked.view);
        let matrix = matrix.map_err(|error| Failure::input(format!("{path}: {error}")))?;
        Ok::<_, Failure>(Version { scenario: scenario.clone(), matrix })
    };
    let (before, after) = (version(&args.before, before)?, version(&args.after, after)?);
    let changes = diff(&before.matrix, &after.matrix);
    let pairs = diff_regions(&before.matrix, &after.matrix);
    Ok(Comparison { before, after, changes, pairs })
}

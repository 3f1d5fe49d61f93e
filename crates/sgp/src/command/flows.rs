//! `sgp flows`: judges VPC flow logs, and says what decided which traffic.

use rayon::prelude::*;

use sg_core::connectivity::Reach;
use sg_core::flow_log::{Findings, Judge, Report, narrowings};
use sg_core::flow_report::{JudgedLog, View, csv_of, json_of};

use crate::args::{ANY_FORMAT, Format, InLanguage};
use crate::exit_code::{INCOMPLETE, SUCCESS, UNMET};
use crate::failure::Failure;
use crate::input;
use crate::print::print_json;
use crate::streams::Streams;

mod progress;
mod reading;
mod terminal;

use terminal::{FEW, text_of};

/// Whether flow logs agree with the rules, and which rules decided what
///
/// Reads VPC flow logs as the log service exports them: JSON lines, JSON arrays, or CSV with a
/// header; compressed with gzip or not. Each record is compared with what the security groups of the
/// interface that captured it say in its direction, as the first packet of a session. Replies, TCP
/// without SYN and capture windows without data are counted apart. Lists each disagreement by
/// interface, remote address, direction and port, with one record, what decides and what may be the
/// reason: `action` is about security groups and network ACLs together. What nothing is known of is
/// grouped by address or interface; entries that are no records are named and do not stop the run.
/// docs/flows.md says more.
///
/// Exit codes: 0 all judged records agree, 1 some do not, 2 a file cannot be read, 3 with --strict:
/// none disagrees, but not every record could be judged.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// The logs, in the order of time; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
    /// Also lists what each rule decided, and which decided nothing in this log
    #[arg(long = "use")]
    usage: bool,
    /// Also lists rules that could be narrowed to what the log has seen, with calls
    ///
    /// Each proposal is verified: every flow of the log that passes still passes.
    #[arg(long)]
    narrow: bool,
    /// Exit code 3 if not every record could be judged: malformed entries, lost records, unknown
    /// addresses and interfaces
    #[arg(long)]
    strict: bool,
    /// Everything, instead of ten entries of each list
    #[arg(long)]
    all: bool,
    /// The form of the answer; csv has the disagreements, or with --use the rules
    #[arg(long, value_parser = ANY_FORMAT, default_value = "text")]
    format: Format,
    #[command(flatten)]
    language: InLanguage,
}

const EXAMPLE: &str = "\
Example:
  sgp flows account.json flows.jsonl
  gzip -dc flows.csv.gz | sgp flows account.json - --use --narrow";

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let language = args.language.language;
    let scenario = input::scenario(&args.scenario)?;
    let reach = Reach::new(&scenario);
    let judge = Judge::new(&reach);
    let (parts, intake) = reading::judged(&judge, &args.files, streams)?;
    if intake.entries == 0 {
        return Err(Failure::input(format!("{} has no record", args.files.join(", "))));
    }
    let each: Vec<Findings> = parts.into_par_iter().map(|part| part.finish()).collect();
    let mut findings = Findings::default();
    each.into_iter().for_each(|own| findings.merge(own));
    let report = Report::new(&judge, &findings);
    let narrowings = args.narrow.then(|| narrowings(&judge, &findings));
    let judged = JudgedLog {
        scenario: &scenario,
        files: &args.files,
        intake: &intake,
        report: &report,
        with_use: args.usage,
        narrowings: narrowings.as_deref(),
        unread: &[],
    };
    let most = if args.all { usize::MAX } else { FEW };
    match args.format {
        Format::Json => print_json(streams.output, &json_of(&judged, language))?,
        Format::Csv => streams.output.write_all(csv_of(&judged, language).as_bytes())?,
        Format::Text => {
            let text = text_of(&View::new(&judged, language, most));
            streams.output.write_all(text.as_bytes())?;
        }
        Format::Markdown => {
            let text = View::new(&judged, language, most).markdown();
            streams.output.write_all(text.as_bytes())?;
        }
    }
    Ok(exit_code(&judged, args.strict))
}

fn exit_code(judged: &JudgedLog<'_>, strict: bool) -> u8 {
    let JudgedLog { intake, report, .. } = judged;
    let unjudged = intake.malformed
        + intake.skip_data
        + intake.all_strangers().records
        + report.totals.unknown.records;
    if report.totals.disagree.records > 0 {
        UNMET
    } else if strict && unjudged > 0 {
        INCOMPLETE
    } else {
        SUCCESS
    }
}

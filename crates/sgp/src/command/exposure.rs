//! `sgp exposure`: everything that the Internet can reach.

use sg_core::connectivity::{Exposure, GroupBy, exposure, grouped_exposure};
use sg_core::export::{ExposureColumn, csv, exposed_names, exposure_lines, exposure_markdown};
use sg_core::language::Language;
use sg_core::model::Scenario;
use sg_core::quote::hidden::visible;

use crate::answer::ExposureJson;
use crate::args::{ANY_FORMAT, Choice, Format, InLanguage};
use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::print::print_json;
use crate::streams::Streams;
use crate::{input, text};

/// Everything that the Internet can reach, the riskiest first
///
/// One row for every public address, the packets that reach it, the Internet addresses that they
/// come from and the rule that lets them in, with its ID, description, creation time and group.
/// Rows that open sensitive ports to at least half of the Internet come first; then certain rows
/// before unknown ones; then those with the most source addresses, and those with the most ports. An
/// interface without a public address is not exposed. What is not known is a row that says why.
/// With more than 24 rows, those that differ only in their address share one, except in JSON and
/// CSV; CSV has a line for every address and port range.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// Whether addresses that are open in the same way share a row (role), or none do
    #[arg(long, value_name = "LINES", value_parser = GROUP_BY)]
    group_by: Option<GroupBy>,
    /// The form of the answer
    #[arg(long, value_parser = ANY_FORMAT, default_value = "text")]
    format: Format,
    #[command(flatten)]
    language: InLanguage,
}

const GROUP_BY: Choice<GroupBy> = Choice {
    words: &["role", "none"],
    refusal: "is nothing to group by here: role, none",
    parse: |text| match text {
        "role" => Some(GroupBy::Role),
        "none" => Some(GroupBy::Nothing),
        _ => None,
    },
};

const EXAMPLE: &str = "\
Example:
  sgp exposure web-and-db.json
  sgp exposure web-and-db.json --format csv > exposure.csv";

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let language = args.language.language;
    let scenario = input::scenario(&args.scenario)?;
    let rows = exposure(&scenario);
    let usual = match args.format {
        Format::Json | Format::Csv => GroupBy::Nothing,
        Format::Text | Format::Markdown => GroupBy::usual(rows.len()),
    };
    let rows = match args.group_by.unwrap_or(usual) {
        GroupBy::Nothing => rows,
        GroupBy::Role | GroupBy::SecurityGroup => grouped_exposure(rows),
    };
    match args.format {
        Format::Json => print_json(streams.output, &ExposureJson::new(&scenario, &rows))?,
        Format::Csv => {
            let lines = exposure_lines(&scenario, &rows, language);
            streams.output.write_all(csv(&lines).as_bytes())?;
        }
        Format::Markdown if rows.is_empty() => {
            writeln!(streams.output, "{}", text::EXPOSED_NOTHING.get(language))?;
        }
        Format::Markdown => {
            let table = exposure_markdown(&scenario, &rows, language);
            streams.output.write_all(table.as_bytes())?;
        }
        Format::Text if rows.is_empty() => {
            writeln!(streams.output, "{}", text::EXPOSED_NOTHING.get(language))?;
        }
        Format::Text => {
            streams.output.write_all(lines(&scenario, &rows, language).as_bytes())?;
        }
    }
    Ok(SUCCESS)
}

/// The report for a terminal, three lines for each row: a table of all columns would be several
/// times as wide as a terminal.
fn lines(scenario: &Scenario, rows: &[Exposure], language: Language) -> String {
    let row = |row: &Exposure| {
        let [what, packets, rule] = row_lines(scenario, row, language);
        format!("{what}\n    {packets}\n    {rule}\n")
    };
    rows.iter().map(row).collect()
}

/// What is reached, by which packets, and why. A row for several addresses has their number.
fn row_lines(scenario: &Scenario, row: &Exposure, language: Language) -> [String; 3] {
    let cell = |column: ExposureColumn| column.of(scenario, row, language);
    let address = match row.targets.len() {
        0 | 1 => cell(ExposureColumn::Address),
        count => text::EXPOSED_COUNT.fill(language, &[("count", &count.to_string())]),
    };
    let joined = |cells: &[String], between: &str| {
        let said = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty());
        let said: Vec<&str> = said.collect();
        visible(&said.join(between)).into_owned()
    };
    let what = joined(&[address, exposed_names(scenario, row, language)], "  ");
    let what = match cell(ExposureColumn::Risk) {
        risk if risk.is_empty() => what,
        risk => text::EXPOSED_RISK.fill(language, &[("risk", &risk), ("what", &what)]),
    };
    let (packets, sources) = (cell(ExposureColumn::Packets), cell(ExposureColumn::Sources));
    let values = [("packets", packets.as_str()), ("sources", sources.as_str())];
    let packets = match cell(ExposureColumn::Services) {
        none if none.is_empty() => text::EXPOSED_PACKETS.fill(language, &values),
        services => {
            let values = [values[0], values[1], ("services", services.as_str())];
            text::EXPOSED_SENSITIVE.fill(language, &values)
        }
    };
    let rule = [
        ExposureColumn::Rule,
        ExposureColumn::RuleId,
        ExposureColumn::Description,
        ExposureColumn::Created,
        ExposureColumn::Group,
    ];
    [what, packets, joined(&rule.map(cell), " · ")]
}

//! `sgp matrix`: who can reach whom, for every pair.

mod grouped;
mod json;

use sg_core::connectivity::{GroupBy, Matrix, Reach, ends};
use sg_core::export::{complete_matrix_rows, csv, matrix_rows};
use sg_core::goal::packets;
use sg_core::model::Scenario;

use crate::args::{Asked, Choice, Format, InLanguage};
use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::pieces::{line_matrix, whole_matrix};
use crate::print::print_json;
use crate::streams::Streams;
use crate::{input, table};

pub(super) use json::end_name;
use json::{CellJson, MatrixJson, cell_json, end_json, packet_word, parts_json, view_word};

/// Who reaches whom, for every pair
///
/// Rows send, columns receive. With more than 24 interfaces and outside addresses, those whose whole
/// rows and columns are equal share a line, except in JSON, which lists every pair.
///
/// Where the answer depends on the address of an outside address block, the cell of the table says
/// "some addresses"; CSV and JSON list the addresses of each part and hold every port, and in JSON the
/// largest of the `parts` comes last.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    #[command(flatten)]
    asked: Asked,
    /// What shares a line: interfaces that answer alike (role), the members of a security group, or
    /// nothing
    #[arg(long, value_name = "LINES", value_parser = GROUP_BY)]
    group_by: Option<GroupBy>,
    /// The form of the answer
    #[arg(long, value_parser = FORMAT, default_value = "text")]
    format: Format,
    #[command(flatten)]
    language: InLanguage,
}

const FORMAT: Choice<Format> = Choice {
    words: &["text", "json", "csv"],
    refusal: "is not a format here: text, json, csv",
    parse: |text| Format::parse(text).filter(|it| *it != Format::Markdown),
};

const GROUP_BY: Choice<GroupBy> = Choice {
    words: &["role", "group", "none"],
    refusal: "is nothing to group by: role, group, none",
    parse: |text| match text {
        "role" => Some(GroupBy::Role),
        "group" => Some(GroupBy::SecurityGroup),
        "none" => Some(GroupBy::Nothing),
        _ => None,
    },
};

const EXAMPLE: &str = "\
Example:
  sgp matrix three-groups.json --packet tcp/443";

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let Asked { view, packet } = &args.asked;
    let (format, language) = (args.format, args.language.language);
    let choice = packets::choice(packet.as_deref()).map_err(Failure::Usage)?;
    let scenario = input::scenario(&args.scenario)?;
    let usual = match format {
        Format::Json => GroupBy::Nothing,
        Format::Text | Format::Csv | Format::Markdown => GroupBy::usual(ends(&scenario).len()),
    };
    let by = args.group_by.unwrap_or(usual);
    if by != GroupBy::Nothing {
        let reach = Reach::new(&scenario);
        let asked = (choice, *view);
        let mut matrix = line_matrix(&reach, by, asked).map_err(Failure::Input)?;
        let unasked = args.group_by.is_none();
        let shown = grouped::Shown { format, language, asked, unasked };
        return grouped::print(&reach, &mut matrix, &shown, streams);
    }
    let matrix = whole_matrix(&scenario, choice, *view).map_err(Failure::Input)?;
    if format == Format::Json {
        print_json(streams.output, &matrix_json(&scenario, &matrix))?;
        return Ok(SUCCESS);
    }
    let text = match format {
        Format::Csv => csv(&complete_matrix_rows(&scenario, &matrix, language)),
        Format::Text | Format::Json | Format::Markdown => {
            table::columns(&matrix_rows(&scenario, &matrix, language))
        }
    };
    streams.output.write_all(text.as_bytes())?;
    Ok(SUCCESS)
}

fn matrix_json(scenario: &Scenario, matrix: &Matrix) -> MatrixJson {
    let names: Vec<String> = matrix.ends.iter().map(end_name).collect();
    let mut cells = Vec::with_capacity(names.len() * names.len());
    for (row, (from, sender)) in matrix.ends.iter().zip(&names).enumerate() {
        for (column, (to, receiver)) in matrix.ends.iter().zip(&names).enumerate() {
            let Some(cell) = matrix.cell(row, column) else { continue };
            let answer = || cell.answer(scenario, from, to, matrix.choice);
            let answer = cell.state.depends_on_address().then(answer).flatten();
            let parts = parts_json(answer.as_ref());
            cells.push(CellJson { parts, ..cell_json(sender, receiver, &cell.state) });
        }
    }
    MatrixJson {
        view: view_word(matrix.view),
        packet: packet_word(matrix.choice),
        ends: matrix.ends.iter().map(|end| end_json(scenario, end)).collect(),
        cells,
    }
}

//! `sgp matrix`: who reaches whom, for every pair.

use serde::Serialize;

use sg_core::connectivity::{CellState, CheckedDirections, End, Matrix, PacketChoice, PacketSet};
use sg_core::explain::end_label;
use sg_core::export::{csv, matrix_rows};
use sg_core::goal::packets;
use sg_core::model::Scenario;

use crate::answer::PacketsJson;
use crate::args::{Asked, Choice, Format, InLanguage};
use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::pieces::whole_matrix;
use crate::print::print_json;
use crate::streams::Streams;
use crate::{input, table};

/// Who reaches whom, for every pair
///
/// Rows send, columns receive.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    #[command(flatten)]
    asked: Asked,
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

const EXAMPLE: &str = "\
Example:
  sgp matrix three-groups.json --packet tcp/443";

#[derive(Serialize)]
struct MatrixJson {
    view: &'static str,
    /// What was asked; `all` when nothing was named.
    packet: String,
    ends: Vec<MatrixEnd>,
    /// Every ordered pair, in the order of the ends: the senders one after another.
    cells: Vec<CellJson>,
}

#[derive(Serialize)]
struct MatrixEnd {
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    interface: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outside: Option<String>,
}

#[derive(Serialize)]
struct CellJson {
    from: String,
    to: String,
    state: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    passing: Vec<PacketsJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    blocked: Vec<PacketsJson>,
    /// Whether the answer differs between addresses of the outside block.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    depends_on_address: bool,
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let Asked { view, packet } = &args.asked;
    let (format, language) = (args.format, args.language.language);
    let choice = packets::choice(packet.as_deref()).map_err(Failure::Usage)?;
    let scenario = input::scenario(&args.scenario)?;
    let matrix = whole_matrix(&scenario, choice, *view).map_err(Failure::Input)?;
    if format == Format::Json {
        print_json(streams.output, &matrix_json(&scenario, &matrix))?;
        return Ok(SUCCESS);
    }
    let rows = matrix_rows(&scenario, &matrix, language);
    let text = match format {
        Format::Csv => csv(&rows),
        Format::Text | Format::Json | Format::Markdown => table::columns(&rows),
    };
    streams.output.write_all(text.as_bytes())?;
    Ok(SUCCESS)
}

fn cells(matrix: &Matrix, from: usize) -> impl Iterator<Item = &CellState> {
    (0..matrix.ends.len()).filter_map(move |to| Some(&matrix.cell(from, to)?.state))
}

fn matrix_json(scenario: &Scenario, matrix: &Matrix) -> MatrixJson {
    let names: Vec<String> = matrix.ends.iter().map(end_name).collect();
    let pairs = names.iter().enumerate().flat_map(|(index, from)| {
        let states = cells(matrix, index).zip(&names);
        states.map(move |(state, to)| cell_json(from, to, state)).collect::<Vec<_>>()
    });
    MatrixJson {
        view: match matrix.view {
            CheckedDirections::Egress => "egress",
            CheckedDirections::Ingress => "ingress",
            CheckedDirections::Both => "both",
        },
        packet: match matrix.choice {
            PacketChoice::All => "all".to_owned(),
            PacketChoice::One(asked) => asked.sample().to_string(),
        },
        ends: matrix.ends.iter().map(|end| end_json(scenario, end)).collect(),
        cells: pairs.collect(),
    }
}

/// The id of an interface or the name of an outside block: what a cell calls its ends.
pub(super) fn end_name(end: &End) -> String {
    match end {
        End::Interface(id) => id.to_string(),
        End::Outside(name) => name.clone(),
    }
}

fn end_json(scenario: &Scenario, end: &End) -> MatrixEnd {
    let (interface, outside) = match end {
        End::Interface(id) => (Some(id.to_string()), None),
        End::Outside(name) => (None, Some(name.clone())),
    };
    MatrixEnd { label: end_label(scenario, end), interface, outside }
}

fn cell_json(from: &str, to: &str, state: &CellState) -> CellJson {
    let none: &[PacketSet] = &[];
    let (word, passing, blocked, depends_on_address) = match state {
        CellState::Itself => ("itself", none, none, false),
        CellState::Pass => ("pass", none, none, false),
        CellState::Blocked => ("blocked", none, none, false),
        CellState::NotFiltered => ("not_filtered", none, none, false),
        CellState::Unknown => ("unknown", none, none, false),
        CellState::Partial(summary) => (
            "partial",
            summary.passing.as_slice(),
            summary.blocked.as_slice(),
            summary.depends_on_address,
        ),
    };
    CellJson {
        from: from.to_owned(),
        to: to.to_owned(),
        state: word,
        passing: passing.iter().map(PacketsJson::from).collect(),
        blocked: blocked.iter().map(PacketsJson::from).collect(),
        depends_on_address,
    }
}

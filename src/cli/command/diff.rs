//! `sgp diff`: which pairs fare differently in two scenarios, each with a packet that proves it.

use serde::Serialize;

use crate::connectivity::{CellChange, Change, End, Matrix, diff};
use crate::explain::{end_label, state_text};
use crate::language::{Language, Text};
use crate::model::Scenario;

use super::super::answer::EndJson;
use super::super::args::{Args, Format, Signature};
use super::super::failure::Failure;
use super::super::pieces::whole_matrix;
use super::super::reason::packet_text;
use super::super::{SUCCESS, Streams, input, packets, table, text};
use super::matrix::end_name;
use super::print_json;

pub(super) const SIGNATURE: Signature = Signature {
    name: "diff",
    values: &["BEFORE", "AFTER"],
    optional: 0,
    options: &["view", "packet", "format", "language"],
};

#[derive(Serialize)]
struct DiffJson {
    changes: Vec<ChangeJson>,
}

#[derive(Serialize)]
struct ChangeJson {
    from: String,
    to: String,
    change: &'static str,
    before: String,
    after: String,
    counterexample: FlowJson,
}

/// A packet that passes in one of the two scenarios only.
#[derive(Serialize)]
struct FlowJson {
    source: EndJson,
    destination: EndJson,
    packet: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    src_port: Option<u16>,
}

/// A scenario with its matrix.
struct Version {
    scenario: Scenario,
    matrix: Matrix,
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let format = args.format(&[("text", Format::Text), ("json", Format::Json)])?;
    let (language, view) = (args.language()?, args.view()?);
    let choice = packets::choice(args.option("packet")).map_err(Failure::Usage)?;
    let version = |path: &str| {
        let scenario = input::scenario(path)?;
        let matrix = whole_matrix(&scenario, choice, view);
        let matrix = matrix.map_err(|error| Failure::input(format!("{path}: {error}")))?;
        Ok::<_, Failure>(Version { scenario, matrix })
    };
    let (before, after) = (version(args.value(0))?, version(args.value(1))?);
    let changes = diff(&before.matrix, &after.matrix);
    if format == Format::Json {
        let change = |change| change_json(&before, &after, change);
        let changes = changes.iter().map(change).collect();
        print_json(streams.output, &DiffJson { changes })?;
    } else if changes.is_empty() {
        writeln!(streams.output, "{}", text::NO_CHANGE.get(language))?;
    } else {
        let row = |change| row(&before, &after, change, language);
        let table = table::columns(&changes.iter().map(row).collect::<Vec<_>>());
        streams.output.write_all(table.as_bytes())?;
    }
    Ok(SUCCESS)
}

fn row(before: &Version, after: &Version, change: &CellChange, language: Language) -> Vec<String> {
    let label = |end| {
        let known = if after.matrix.ends.contains(end) { after } else { before };
        end_label(&known.scenario, end)
    };
    let flow = &change.counterexample;
    let values = [
        ("before", state(before, change, language)),
        ("after", state(after, change, language)),
        ("packet", packet_text(flow.packet, language)),
        ("source", flow.source.address().to_string()),
        ("destination", flow.destination.address().to_string()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    vec![
        change_text(change.change).get(language).to_owned(),
        format!("{} → {}", label(&change.from), label(&change.to)),
        text::DIFFERENCE.fill(language, &values),
    ]
}

/// The state of the pair in one of the two, or that it is not there.
fn state(version: &Version, change: &CellChange, language: Language) -> String {
    let position = |end: &End| version.matrix.ends.iter().position(|other| other == end);
    let cell = position(&change.from)
        .zip(position(&change.to))
        .and_then(|(from, to)| version.matrix.cell(from, to));
    cell.map_or_else(
        || text::ABSENT.get(language).to_owned(),
        |cell| state_text(&cell.state, language),
    )
}

const fn change_text(change: Change) -> Text {
    match change {
        Change::Opened => text::OPENED,
        Change::Closed => text::CLOSED,
        Change::Widened => text::WIDENED,
        Change::Narrowed => text::NARROWED,
        Change::Changed => text::CHANGED,
    }
}

fn change_json(before: &Version, after: &Version, change: &CellChange) -> ChangeJson {
    let flow = &change.counterexample;
    ChangeJson {
        from: end_name(&change.from),
        to: end_name(&change.to),
        change: change_text(change.change).get(Language::En),
        before: state(before, change, Language::En),
        after: state(after, change, Language::En),
        counterexample: FlowJson {
            source: (&flow.source).into(),
            destination: (&flow.destination).into(),
            packet: flow.packet.to_string(),
            src_port: flow.packet.ports().map(|(source, _)| source.get()),
        },
    }
}

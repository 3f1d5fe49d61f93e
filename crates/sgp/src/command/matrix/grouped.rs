//! A matrix whose rows and columns stand for several ends.

use sg_core::connectivity::{CheckedDirections, End, Line, LineMatrix, PacketChoice, Reach};
use sg_core::explain::{end_label, line_label};
use sg_core::export::{complete_line_rows, csv, line_rows};
use sg_core::language::Language;

use super::json::{
    CellJson, MatrixEnd, MatrixJson, cell_json, end_name, packet_word, parts_json, view_word,
};
use crate::args::Format;
use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::pieces::remark;
use crate::print::print_json;
use crate::streams::Streams;
use crate::table;

/// The form of the answer.
pub(super) struct Shown {
    pub(super) format: Format,
    pub(super) language: Language,
    /// The packets and checks that the matrix covers.
    pub(super) asked: (PacketChoice, CheckedDirections),
    /// Whether nobody asked for lines.
    pub(super) unasked: bool,
}

pub(super) fn print(
    reach: &Reach,
    matrix: &mut LineMatrix<'_>,
    shown: &Shown,
    streams: &mut Streams<'_>,
) -> Result<u8, Failure> {
    if shown.unasked {
        remark(matrix, "--group-by none", streams)?;
    }
    if shown.format == Format::Json {
        print_json(streams.output, &json(reach, matrix, shown.asked))?;
        return Ok(SUCCESS);
    }
    let scenario = reach.scenario();
    let text = match shown.format {
        Format::Csv => csv(&complete_line_rows(scenario, matrix, shown.language)),
        Format::Text | Format::Json | Format::Markdown => {
            table::columns(&line_rows(scenario, matrix, shown.language))
        }
    };
    streams.output.write_all(text.as_bytes())?;
    Ok(SUCCESS)
}

fn json(
    reach: &Reach,
    matrix: &mut LineMatrix<'_>,
    (choice, view): (PacketChoice, CheckedDirections),
) -> MatrixJson {
    let scenario = reach.scenario();
    let labels: Vec<String> =
        matrix.ends.iter().map(|end| end_label(scenario, end, Language::En)).collect();
    let ends: Vec<MatrixEnd> = matrix
        .lines
        .iter()
        .map(|line| line_json(line, &matrix.ends, line_label(scenario, line, &labels)))
        .collect();
    let names: Vec<String> = matrix.lines.iter().map(|line| name(line, &matrix.ends)).collect();
    let mut cells = Vec::with_capacity(names.len() * names.len());
    for (from, sender) in names.iter().enumerate() {
        for (to, receiver) in names.iter().enumerate() {
            let Some(cell) = matrix.cell(from, to) else { continue };
            let own = cell_json(sender, receiver, &cell.state);
            let answer = || {
                let (from, to) =
                    (matrix.ends.get(cell.example.0)?, matrix.ends.get(cell.example.1)?);
                reach.answer(from, to, choice, view)
            };
            // Where members differ, there is no one answer whose parts could be listed.
            let depends = cell.state.depends_on_address() && !cell.differs;
            let parts = parts_json(depends.then(answer).flatten().as_ref());
            cells.push(CellJson { depends_on_members: cell.differs, parts, ..own });
        }
    }
    MatrixJson { view: view_word(view), packet: packet_word(choice), ends, cells }
}

/// The name of a line in cells: the id of its group, or the name of its first member.
fn name(line: &Line, ends: &[End]) -> String {
    let first = || line.members.first().and_then(|first| ends.get(*first));
    line.group
        .as_ref()
        .map_or_else(|| first().map(end_name).unwrap_or_default(), ToString::to_string)
}

fn line_json(line: &Line, ends: &[End], label: String) -> MatrixEnd {
    let own = |place: &usize| ends.get(*place);
    let first = line.members.first().and_then(own);
    let group = line.group.as_ref().map(ToString::to_string);
    let (interface, outside) = match first.filter(|_| group.is_none()) {
        Some(End::Interface(id)) => (Some(id.to_string()), None),
        Some(End::Outside(name)) => (None, Some(name.clone())),
        None => (None, None),
    };
    let alone = line.members.len() == 1 && group.is_none();
    let members = line.members.iter().filter_map(own).map(end_name);
    let members = if alone { Vec::new() } else { members.collect() };
    MatrixEnd { label, interface, outside, group, members }
}

//! Tables for spreadsheets.

use crate::connectivity::{Cell, LineMatrix, Matrix};
use crate::explain::{
    complete_line_text, complete_text, end_label, line_label, line_text, state_text,
};
use crate::language::Language;
use crate::model::Scenario;

use super::text;
use crate::quote::csv::cell;

/// The matrix as a table for a terminal: end names in the first row and column, the short cell text
/// elsewhere.
pub fn matrix_rows(scenario: &Scenario, matrix: &Matrix, language: Language) -> Vec<Vec<String>> {
    rows_of(scenario, matrix, language, &|cell| state_text(&cell.state, language))
}

/// The matrix as a table for a file: every cell holds every port and address.
pub fn complete_matrix_rows(
    scenario: &Scenario,
    matrix: &Matrix,
    language: Language,
) -> Vec<Vec<String>> {
    rows_of(scenario, matrix, language, &|cell| complete_text(cell, matrix.choice, language))
}

fn rows_of(
    scenario: &Scenario,
    matrix: &Matrix,
    language: Language,
    text_of: &dyn Fn(&Cell) -> String,
) -> Vec<Vec<String>> {
    // A table is read by programs as well: an outside block has one name in it, whatever the language.
    let label = |end| end_label(scenario, end, Language::En);
    let labels: Vec<String> = matrix.ends.iter().map(label).collect();
    let corner = text::FROM_TO.get(language).to_owned();
    let head = std::iter::once(corner).chain(labels.iter().cloned()).collect();
    let row = |(from, label): (usize, &String)| {
        let cells = (0..labels.len()).filter_map(|to| matrix.cell(from, to)).map(text_of);
        std::iter::once(label.clone()).chain(cells).collect()
    };
    std::iter::once(head).chain(labels.iter().enumerate().map(row)).collect()
}

/// The matrix for a terminal if its rows and columns stand for several ends.
pub fn line_rows(
    scenario: &Scenario,
    matrix: &mut LineMatrix<'_>,
    language: Language,
) -> Vec<Vec<String>> {
    lines_of(scenario, matrix, language, &|matrix, from, to| {
        matrix.cell(from, to).map_or_else(String::new, |cell| line_text(&cell, language))
    })
}

/// The same for a file: every cell holds every port and address, and the number of pairs where
/// they differ.
pub fn complete_line_rows(
    scenario: &Scenario,
    matrix: &mut LineMatrix<'_>,
    language: Language,
) -> Vec<Vec<String>> {
    let choice = matrix.choice();
    lines_of(scenario, matrix, language, &|matrix, from, to| {
        complete_line_text(&matrix.answers(from, to), choice, language)
    })
}

/// The text of a cell between two lines.
type LineText<'a> = dyn Fn(&mut LineMatrix<'_>, usize, usize) -> String + 'a;

fn lines_of(
    scenario: &Scenario,
    matrix: &mut LineMatrix<'_>,
    language: Language,
    text_of: &LineText<'_>,
) -> Vec<Vec<String>> {
    let names: Vec<String> =
        matrix.ends.iter().map(|end| end_label(scenario, end, Language::En)).collect();
    let labels: Vec<String> =
        matrix.lines.iter().map(|line| line_label(scenario, line, &names)).collect();
    let corner = text::FROM_TO.get(language).to_owned();
    let mut rows = vec![std::iter::once(corner).chain(labels.iter().cloned()).collect()];
    for (from, label) in labels.iter().enumerate() {
        let mut row = vec![label.clone()];
        row.extend((0..labels.len()).map(|to| text_of(matrix, from, to)));
        rows.push(row);
    }
    rows
}

/// A table as CSV (RFC 4180), in which no spreadsheet finds a formula: see [`cell`].
pub fn csv(rows: &[Vec<String>]) -> String {
    rows.iter()
        .map(|row| row.iter().map(|own| cell(own)).collect::<Vec<_>>().join(",") + "\r\n")
        .collect()
}

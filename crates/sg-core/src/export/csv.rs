//! Tables for spreadsheets.

use crate::connectivity::Matrix;
use crate::explain::{end_label, state_text};
use crate::language::Language;
use crate::model::Scenario;

use super::text;

/// The matrix as a table: end names in the first row and column, the short cell text elsewhere.
pub fn matrix_rows(scenario: &Scenario, matrix: &Matrix, language: Language) -> Vec<Vec<String>> {
    let labels: Vec<String> = matrix.ends.iter().map(|end| end_label(scenario, end)).collect();
    let corner = text::FROM_TO.get(language).to_owned();
    let head = std::iter::once(corner).chain(labels.iter().cloned()).collect();
    let row = |(from, label): (usize, &String)| {
        let cells = (0..labels.len()).filter_map(|to| matrix.cell(from, to));
        let cells = cells.map(|cell| state_text(&cell.state, language));
        std::iter::once(label.clone()).chain(cells).collect()
    };
    std::iter::once(head).chain(labels.iter().enumerate().map(row)).collect()
}

/// A table as CSV (RFC 4180). A cell that a spreadsheet would treat as a formula is prefixed with
/// an apostrophe, which spreadsheets do not show.
pub fn csv(rows: &[Vec<String>]) -> String {
    rows.iter()
        .map(|row| row.iter().map(|own| cell(own)).collect::<Vec<_>>().join(",") + "\r\n")
        .collect()
}

fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_a_cell_and_no_formula() {
        let row = ["=1+1", "a,\"b\"", "x", "-1", "+a", "@b", "two\nlines"].map(str::to_owned);
        let line = "'=1+1,\"a,\"\"b\"\"\",x,'-1,'+a,'@b,\"two\nlines\"\r\n";
        assert_eq!(csv(&[row.to_vec()]), line);
    }
}

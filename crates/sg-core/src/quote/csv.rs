//! Text as a cell of CSV, for programs and for spreadsheets.

use super::hidden::visible;

/// What makes a spreadsheet read a cell as a formula, in the narrow and the wide form.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A cell after RFC 4180.
///
/// What cannot be seen is shown by its number, so a row is always one line. Where a spreadsheet
/// would find a formula an apostrophe stands before it: at the beginning of the cell, and behind a
/// semicolon, which separates cells where the comma is a decimal sign. A program takes away one
/// apostrophe at these places if, behind any further ones, one of `=`, `+`, `-`, `@` follows.
pub fn cell(text: &str) -> String {
    let parts: Vec<String> = visible(text).split(';').map(defused).collect();
    let text = parts.join(";");
    // Spaces at the ends would be cut off by some readers.
    match text.contains([',', '"', ';']) || text.starts_with(' ') || text.ends_with(' ') {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

fn defused(part: &str) -> String {
    // Some programs skip spaces and quotation marks before they look.
    let begins = part.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\'' | '"'));
    if begins.starts_with(FORMULA) { format!("'{part}") } else { part.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_stays_a_cell_and_no_formula() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("a,\"b\"", "\"a,\"\"b\"\"\""),
            ("x", "x"),
            ("-1", "'-1"),
            (" +a", "' +a"),
            ("@b", "'@b"),
            ("'=1", "''=1"),
            ("it's", "it's"),
            ("a;=1", "\"a;'=1\""),
            ("＝1", "'＝1"),
            ("\t=1\nx", "U+0009=1U+000Ax"),
        ];
        for (text, expected) in cases {
            assert_eq!(cell(text), expected, "{text:?}");
        }
    }
}

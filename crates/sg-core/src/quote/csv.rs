//! Text as a CSV cell, for programs and spreadsheets.

use super::hidden::visible;

/// Characters that make a spreadsheet read a cell as a formula, in narrow and wide form.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A cell as defined by RFC 4180.
///
/// Invisible characters are shown by their code points, so a row is always one line. Where a
/// spreadsheet would recognise a formula, an apostrophe is inserted: at the start of the cell, and
/// after a semicolon, which separates cells where the decimal sign is a comma. To undo this, a
/// program removes one apostrophe at these places if, after any further apostrophes, one of `=`,
/// `+`, `-`, `@` follows.
pub fn cell(text: &str) -> String {
    let parts: Vec<String> = visible(text).split(';').map(defused).collect();
    let text = parts.join(";");
    // Some readers would trim spaces at the ends.
    match text.contains([',', '"', ';']) || text.starts_with(' ') || text.ends_with(' ') {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

fn defused(part: &str) -> String {
    // Some programs skip spaces and quotation marks before looking for a formula.
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

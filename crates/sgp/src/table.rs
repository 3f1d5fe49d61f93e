//! Columns for a terminal. Written by hand: three columns do not need the borders, wrapping and
//! colours that table libraries add.

use unicode_width::UnicodeWidthStr;

use sg_core::quote::hidden::visible;

/// Rows as lines, each column as wide as its widest cell.
pub(super) fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max())
        .map(|widest| widest.unwrap_or(0))
        .collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, column) in row.iter().zip(&widths) {
            let cell = visible(cell);
            line.push_str(&cell);
            line.extend(std::iter::repeat_n(' ', column.saturating_sub(width(&cell)) + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The display width of a text: Chinese characters take two columns.
fn width(text: &str) -> usize {
    UnicodeWidthStr::width(visible(text).as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn columns_stand_under_each_other_in_both_scripts() {
        let rows = [row(&["a", "b"]), row(&["中文", "x"]), row(&["long", ""])];
        assert_eq!(columns(&rows), "a     b\n中文  x\nlong\n");
        // A combining accent has no width of its own, and an emoji is two columns wide.
        let rows = [row(&["e\u{301}", "a"]), row(&["🙂", "b"])];
        assert_eq!(columns(&rows), "e\u{301}   a\n🙂  b\n");
    }
}

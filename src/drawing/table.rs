//! The matrix as an SVG figure.

use crate::drawing::figure::{Caption, Colours, Ink, document, text};
use crate::drawing::label::{cut, fitted, width_of};

/// A matrix to draw.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    /// The heading of the corner.
    pub corner: &'a str,
    /// The names of its rows and columns.
    pub names: &'a [String],
    /// Its cells, row by row: glyph, colour and short text.
    pub cells: Vec<Vec<(&'static str, Ink, String)>>,
    /// The selected cell: row and column.
    pub chosen: Option<(usize, usize)>,
}

const ROW: i32 = 34;

const PAD: i32 = 8;

/// The least and the most width of a column, and the most of the names of the rows.
const COLUMN: (i32, i32) = (64, 190);

const HEADS: i32 = 180;

/// Renders a matrix as an SVG document.
pub fn table_svg(table: &Table<'_>, caption: &Caption<'_>) -> String {
    let colours = Colours::of(caption.dark);
    let widest = |texts: &mut dyn Iterator<Item = &str>| {
        texts.map(width_of).max().unwrap_or_default() + 2 * PAD
    };
    let names = || table.names.iter().map(String::as_str);
    let heads = widest(&mut names().chain([table.corner])).min(HEADS);
    let words = table.cells.iter().flatten().map(|(_, _, words)| words.as_str());
    let column = widest(&mut names().chain(words)).clamp(COLUMN.0, COLUMN.1);
    let count = |length: usize| i32::try_from(length).unwrap_or_default();
    let (rows, columns) = (count(table.cells.len()), count(table.names.len()));
    let (width, height) = (heads + columns * column + 2, (rows + 1) * ROW + 2);
    let mut out = String::new();
    let short = |name: &str, room: i32| fitted(name, names(), room - 2 * PAD);
    let (ink, muted) = (colours.ink(Ink::Ink), colours.ink(Ink::Muted));
    text(&mut out, (PAD, ROW / 2 + 4), muted, "", &fitted(table.corner, names(), heads - PAD));
    for (name, place) in names().zip(0..) {
        let middle = heads + place * column + column / 2;
        let bold = "font-weight=\"600\" text-anchor=\"middle\"";
        text(&mut out, (middle, ROW / 2 + 4), ink, bold, &short(name, column));
        let line = (place + 1) * ROW + ROW / 2 + 4;
        text(&mut out, (PAD, line), ink, "font-weight=\"600\"", &short(name, heads));
    }
    for (cells, row) in table.cells.iter().zip(0..) {
        for ((glyph, ink, words), place) in cells.iter().zip(0..) {
            let (x, y) = (heads + place * column, (row + 1) * ROW);
            if let Some(soft) = colours.soft(*ink) {
                let (x, y, wide, high) = (x + 1, y + 1, column - 2, ROW - 2);
                out.push_str(&format!(
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" rx=\"3\" fill=\"{soft}\"/>\n"
                ));
            }
            let (middle, ink) = (x + column / 2, colours.ink(*ink));
            let bold = "font-weight=\"700\" text-anchor=\"middle\"";
            let lone = if words.is_empty() { 6 } else { 0 };
            text(&mut out, (middle, y + 15 + lone), ink, bold, glyph);
            let words = cut(words, column - PAD);
            text(
                &mut out,
                (middle, y + 28),
                ink,
                "font-size=\"10\" text-anchor=\"middle\"",
                &words,
            );
        }
    }
    if let Some((row, place)) = table.chosen {
        let (x, y) = (heads + count(place) * column + 1, (count(row) + 1) * ROW + 1);
        out.push_str(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" rx=\"3\" fill=\"none\" \
             stroke=\"{ink}\" stroke-width=\"2\"/>\n",
            column - 2,
            ROW - 2
        ));
    }
    document(&out, (width, height), caption)
}

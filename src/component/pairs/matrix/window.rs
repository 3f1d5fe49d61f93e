//! The rows and columns of a large matrix that are rendered: the visible ones and a margin.

use std::ops::Range;

use crate::platform::Sight;

/// A matrix with more ends than this scrolls in its own box.
pub(crate) const SMALL: usize = 24;

/// The row height in such a box, in CSS pixels; `.matrix.large` uses the same values.
pub(crate) const ROW: usize = 32;

/// The column width.
pub(crate) const COLUMN: usize = 98;

/// The most width of the box that the row headers cover.
const ROW_HEAD: usize = 150;

/// The most height of it that the column headers cover.
const COLUMN_HEAD: usize = 30;

/// The margin of rows and columns beyond the visible ones, so that scrolling finds them rendered.
const AROUND: usize = 2;

/// The window moves in steps of this size, so most scroll events change nothing.
const STEP: usize = 2;

/// The rendered rows and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) rows: Range<usize>,
    pub(crate) columns: Range<usize>,
}

impl Window {
    /// The visible ones out of this many ends; all of a small matrix.
    pub(crate) fn new(ends: usize, sight: Sight) -> Self {
        if ends <= SMALL {
            return Self { rows: 0..ends, columns: 0..ends };
        }
        let span = |start: usize, length: usize, pitch: usize| {
            let first = (start / pitch).saturating_sub(AROUND) / STEP * STEP;
            let count = (length / pitch + 2 + 2 * AROUND).next_multiple_of(STEP) + STEP;
            let first = first.min(ends.saturating_sub(count));
            first..(first + count).min(ends)
        };
        Self {
            rows: span(sight.top, sight.height, ROW),
            columns: span(sight.left, sight.width, COLUMN),
        }
    }

    /// Whether a cell is rendered.
    pub(crate) fn holds(&self, (from, to): (usize, usize)) -> bool {
        self.rows.contains(&from) && self.columns.contains(&to)
    }
}

/// The scroll offset, left and top, that brings a cell into view with the least scrolling.
pub(crate) fn scrolled_to(sight: Sight, (from, to): (usize, usize)) -> (usize, usize) {
    let nearest = |start: usize, length: usize, place: usize, pitch: usize, head: usize| {
        let room = length.saturating_sub(head).max(pitch);
        let (low, high) = ((place * pitch + pitch).saturating_sub(room), place * pitch);
        start.clamp(low.min(high), high)
    };
    (
        nearest(sight.left, sight.width, to, COLUMN, ROW_HEAD),
        nearest(sight.top, sight.height, from, ROW, COLUMN_HEAD),
    )
}

/// The cell that a key leads to; `None` for a key that does not move.
pub(crate) fn moved(
    key: &str,
    command: bool,
    (from, to): (usize, usize),
    size: usize,
) -> Option<(usize, usize)> {
    let last = size.saturating_sub(1);
    Some(match (key, command) {
        ("ArrowUp", false) => (from.saturating_sub(1), to),
        ("ArrowDown", false) => (last.min(from + 1), to),
        ("ArrowLeft", false) => (from, to.saturating_sub(1)),
        ("ArrowRight", false) => (from, last.min(to + 1)),
        ("PageUp", false) => (from.saturating_sub(PAGE), to),
        ("PageDown", false) => (last.min(from + PAGE), to),
        ("Home", false) => (from, 0),
        ("End", false) => (from, last),
        ("Home", true) => (0, 0),
        ("End", true) => (last, last),
        _ => return None,
    })
}

/// The number of rows that a page key moves by.
const PAGE: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_matrix_is_drawn_whole() {
        let far = Sight { left: 900, top: 900, ..Sight::default() };
        assert_eq!(Window::new(24, far), Window { rows: 0..24, columns: 0..24 });
    }

    #[test]
    fn a_large_one_only_where_it_is_in_sight() {
        for top in (0..32_000).step_by(97) {
            let sight = Sight { left: 3 * top, top, ..Sight::default() };
            let Window { rows, columns } = Window::new(1_001, sight);
            assert!(rows.len() * columns.len() <= 480, "{rows:?} {columns:?}");
            let (first, last) = (top / ROW, ((top + sight.height) / ROW).min(1_000));
            assert!(rows.contains(&first) && rows.contains(&last), "{top}: {rows:?}");
            let (first, last) = (3 * top / COLUMN, ((3 * top + sight.width) / COLUMN).min(1_000));
            assert!(columns.contains(&first.min(1_000)) && columns.contains(&last), "{columns:?}");
        }
    }

    #[test]
    fn scrolling_to_a_cell_brings_it_into_sight_and_moves_no_more_than_needed() {
        let sight = Sight { left: 980, top: 640, width: 1_000, height: 480 };
        assert_eq!(scrolled_to(sight, (22, 12)), (980, 640), "in sight already");
        assert_eq!(scrolled_to(sight, (19, 9)), (9 * COLUMN, 19 * ROW), "to the left and up");
        let (left, top) = scrolled_to(sight, (900, 900));
        assert_eq!((left, top), (901 * COLUMN - 850, 901 * ROW - 450), "just in sight");
        let narrow = Sight { width: 100, height: 20, ..sight };
        assert_eq!(
            scrolled_to(narrow, (40, 40)),
            (40 * COLUMN, 40 * ROW),
            "its head covers it all"
        );
    }

    #[test]
    fn keys_stay_inside() {
        let keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown"];
        for key in keys.into_iter().chain(["Home", "End"]) {
            for place in [(0, 0), (0, 4), (4, 0), (4, 4)] {
                let (from, to) = moved(key, false, place, 5).unwrap();
                assert!(from < 5 && to < 5, "{key}");
            }
        }
        assert_eq!(moved("End", true, (0, 0), 5), Some((4, 4)));
        assert_eq!(moved("ArrowDown", true, (0, 0), 5), None, "the browser's own");
        assert_eq!(moved("a", false, (0, 0), 5), None);
    }
}

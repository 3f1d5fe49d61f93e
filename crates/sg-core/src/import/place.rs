//! Positions in the imported texts: file, line and column.

/// A position in one of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// The index of the text, from 0.
    pub file: usize,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// The number of bytes between two marks. A position is counted from the mark before it, so that a
/// reply of many megabytes on one line is no slower than any other.
const STRIDE: usize = 1024;

/// Marks along a text, from which positions are counted.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// The line and column at every [`STRIDE`]th byte, as far as the text has been scanned.
    marks: Vec<(u32, u32)>,
}

impl Lines {
    /// Scans the text up to a byte, so that positions before it are found quickly.
    pub(super) fn extend(&mut self, text: &str, until: usize) {
        let bytes = text.as_bytes();
        if self.marks.is_empty() {
            self.marks.push((1, 1));
        }
        while self.marks.len() * STRIDE <= until.min(bytes.len()) {
            let last = self.marks.len() - 1;
            let stretch = bytes.get(last * STRIDE..(last + 1) * STRIDE).unwrap_or_default();
            let mark = self.marks.last().copied().unwrap_or((1, 1));
            self.marks.push(walk(mark, stretch));
        }
    }

    /// The line and column of a byte; the text must have been scanned up to it.
    pub(super) fn of(&self, text: &str, offset: usize) -> (u32, u32) {
        let mark = (offset / STRIDE).min(self.marks.len().saturating_sub(1));
        let start = self.marks.get(mark).copied().unwrap_or((1, 1));
        walk(start, text.as_bytes().get(mark * STRIDE..offset).unwrap_or_default())
    }
}

/// The line and column after a range of bytes.
fn walk((mut line, mut column): (u32, u32), bytes: &[u8]) -> (u32, u32) {
    for &byte in bytes {
        if byte == b'\n' {
            line = line.saturating_add(1);
            column = 1;
        } else if byte & 0xC0 != 0x80 {
            // Every byte that is not a continuation byte starts a character.
            column = column.saturating_add(1);
        }
    }
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_a_plain_count() {
        let text = "组 {\r\n é\n".repeat(400) + &"长".repeat(3000);
        let mut lines = Lines::default();
        lines.extend(&text, text.len());
        for (offset, _) in text.char_indices().step_by(7) {
            let before = &text[..offset];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
            let (found_line, found_column) = lines.of(&text, offset);
            assert_eq!((found_line as usize, found_column as usize), (line, column), "{offset}");
        }
    }
}

//! A resumable reader for the console's export of rules as a table: a line of column names, then
//! one rule a line (RFC 4180), with positions.
//!
//! A table becomes a list of objects whose keys are its column names, each of which stands for a
//! field of the API.

use super::console::field;
use super::fault::Fault;
use super::text;
use super::tree::{Kind, MOST_NODES, Node, Span, Tree};

/// The fewest known columns of a table of rules.
const FEWEST_COLUMNS: usize = 4;

/// A table being read.
#[derive(Debug)]
pub(super) struct Csv {
    start: usize,
    at: usize,
    separator: u8,
    columns: Vec<Span>,
    tree: Tree,
}

impl Csv {
    /// Starts at a line, if it holds the column names of a table of rules.
    pub(super) fn new(at: usize, line: &str) -> Option<Self> {
        if line.starts_with(['{', '[', '<']) {
            return None;
        }
        let separator = b",\t;".iter().find(|it| line.as_bytes().contains(it)).copied()?;
        let mut csv = Self { start: at, at, separator, columns: Vec::new(), tree: Tree::default() };
        let (mut offset, mut cells) = (0, Vec::new());
        while let Some((cell, next)) = csv.cell(line, offset).filter(|_| offset <= line.len()) {
            cells.push(cell);
            offset = next + 1;
        }
        for cell in cells {
            let name = line.get(cell.0..cell.1).unwrap_or_default();
            let span = Span::new(at + cell.0, at + cell.1);
            csv.columns.push(span);
            if let Some(field) = field(name) {
                csv.tree.columns.push((span, field));
            }
        }
        let has = |name: &str| csv.tree.columns.iter().any(|(_, field)| *field == name);
        let rules = has("IpProtocol") && has("PortRange");
        if !rules || csv.tree.columns.len() < FEWEST_COLUMNS {
            return None;
        }
        csv.at = at + line.len();
        let value = Span::new(at, csv.at);
        csv.tree.nodes.push(Node { key: Span::default(), value, kind: Kind::List, end: 1 });
        Some(csv)
    }

    /// The current byte offset.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Reads up to a byte offset, or to the end of the text, which then returns the tree.
    ///
    /// # Errors
    /// A [`Fault`] if a quoted cell is never closed or there are too many cells.
    pub(super) fn advance(&mut self, text: &str, until: usize) -> Result<Option<Tree>, Fault> {
        while self.at < until {
            match text.as_bytes().get(self.at) {
                Some(b'\r' | b'\n' | b' ') => self.at += 1,
                Some(_) => self.row(text)?,
                None => {
                    let count = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
                    if let Some(list) = self.tree.nodes.first_mut() {
                        list.end = count;
                    }
                    return Ok(Some(std::mem::take(&mut self.tree)));
                }
            }
        }
        Ok(None)
    }

    fn row(&mut self, text: &str) -> Result<(), Fault> {
        let row = self.tree.nodes.len();
        if row + self.columns.len() >= MOST_NODES {
            return Err(Fault { at: self.at, text: text::TOO_MANY_VALUES });
        }
        let value = Span::new(self.at, self.at);
        self.tree.nodes.push(Node { key: Span::default(), value, kind: Kind::Object, end: 0 });
        for column in 0.. {
            let cell = self.cell(text, self.at);
            // A quote that is not closed reaches to the end of the text.
            let ((start, end), next) = cell.ok_or(Fault { at: self.start, text: text::ENDS })?;
            // Cells beyond the named columns have no name.
            let key = self.columns.get(column).copied().unwrap_or_default();
            let (value, own) = (Span::new(start, end), self.tree.nodes.len() + 1);
            let behind = u32::try_from(own).unwrap_or(u32::MAX);
            self.tree.nodes.push(Node { key, value, kind: Kind::Cell, end: behind });
            self.at = next;
            if text.as_bytes().get(next) != Some(&self.separator) || own >= MOST_NODES {
                break;
            }
            self.at += 1;
        }
        let cells = self.tree.nodes.len() - row - 1;
        if self.at >= text.len() && cells < self.columns.len() {
            return Err(Fault { at: self.start, text: text::ENDS });
        }
        let count = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
        let behind = Span::new(0, self.at).end;
        if let Some(node) = self.tree.nodes.get_mut(row) {
            node.end = count;
            node.value.end = behind;
        }
        Ok(())
    }

    /// The range of the cell that starts at an offset, without quotes, and the offset of the
    /// separator behind it; `None` if a quote is not closed.
    fn cell(&self, text: &str, start: usize) -> Option<((usize, usize), usize)> {
        let bytes = text.as_bytes();
        let ends = |byte: u8| byte == self.separator || matches!(byte, b'\r' | b'\n');
        let plain_end = |from: usize| {
            let rest = bytes.get(from..).unwrap_or_default();
            rest.iter().position(|byte| ends(*byte)).map_or(text.len(), |length| from + length)
        };
        if bytes.get(start) != Some(&b'"') {
            let end = plain_end(start);
            return Some(((start, end), end));
        }
        let mut at = start + 1;
        loop {
            match (bytes.get(at)?, bytes.get(at + 1)) {
                (b'"', Some(b'"')) => at += 2,
                (b'"', _) => return Some(((start + 1, at), plain_end(at + 1))),
                _ => at += 1,
            }
        }
    }
}

//! Cuts a log into slices of whole records, so that it can be read in bounded memory and by several
//! threads: lines of JSON, any other JSON text with records in it, or a table with a header.

use memchr::{memchr, memchr_iter, memrchr};
use serde::de::IgnoredAny;

use super::json;
use super::log_error::LogError;
use super::objects::{Objects, Scan, Span};
use super::record::{Entry, RecordFault};
use super::table::Columns;

/// The most bytes of a record. Real ones have about 500.
pub const LONGEST_RECORD: usize = 64 * 1024;

#[derive(Debug, Clone)]
enum Layout {
    /// A JSON object on every line.
    Lines,
    /// JSON in any other form.
    Document,
    Table(Columns),
}

/// Cuts one log, slice by slice.
#[derive(Debug, Default)]
pub struct Cutter {
    layout: Option<Layout>,
    scan: Scan,
    found: Objects,
    /// Line feeds in everything that was handed out.
    lines: u64,
    /// Whether the rest of a line that is too long is being skipped.
    skipping: bool,
}

/// Whole records at the beginning of a text.
#[derive(Debug)]
pub struct LogSlice {
    /// How many bytes they have.
    pub length: usize,
    layout: Layout,
    first_line: u64,
    objects: Objects,
}

impl Cutter {
    /// Cuts whole records off the beginning of a text. `None` if the text has to grow first, or is
    /// at its end and used up. The next call continues behind the slice.
    ///
    /// # Errors
    /// The text is no flow log.
    pub fn cut(&mut self, text: &[u8], at_end: bool) -> Result<Option<LogSlice>, LogError> {
        if self.layout.is_none() {
            let Some((layout, head)) = layout(text, at_end)? else { return Ok(None) };
            self.layout = Some(layout);
            // The header, and what comes before the first record.
            if head > 0 {
                return Ok(Some(self.unread(text, head)));
            }
        }
        match self.layout.clone() {
            None => Ok(None),
            Some(Layout::Document) => self.cut_document(text, at_end),
            Some(layout) => Ok(self.cut_lines(text, at_end, layout)),
        }
    }

    fn slice(&mut self, text: &[u8], length: usize, layout: Layout) -> LogSlice {
        let first_line = self.lines + 1;
        let bytes = text.get(..length).unwrap_or_default();
        self.lines += u64::try_from(memchr_iter(b'\n', bytes).count()).unwrap_or(0);
        LogSlice { length, layout, first_line, objects: std::mem::take(&mut self.found) }
    }

    /// A slice without records, but for the faults that were found.
    fn unread(&mut self, text: &[u8], length: usize) -> LogSlice {
        self.slice(text, length, Layout::Document)
    }

    fn cut_lines(&mut self, text: &[u8], at_end: bool, layout: Layout) -> Option<LogSlice> {
        if self.skipping {
            let end = memchr(b'\n', text);
            self.skipping = end.is_none() && !at_end;
            let length = end.map_or(text.len(), |at| at + 1);
            return (length > 0).then(|| self.unread(text, length));
        }
        let whole = match &layout {
            Layout::Table(_) => Columns::whole(text),
            Layout::Lines | Layout::Document => memrchr(b'\n', text).map(|at| at + 1),
        };
        match whole {
            _ if at_end => (!text.is_empty()).then(|| self.slice(text, text.len(), layout)),
            Some(length) => Some(self.slice(text, length, layout)),
            None if text.len() > LONGEST_RECORD => {
                self.skipping = true;
                self.found.faults.push((self.lines + 1, RecordFault::TooLong));
                Some(self.unread(text, text.len()))
            }
            None => None,
        }
    }

    fn cut_document(&mut self, text: &[u8], at_end: bool) -> Result<Option<LogSlice>, LogError> {
        self.scan.run(text, self.lines + 1, &mut self.found);
        if self.scan.too_deep {
            return Err(LogError::TooDeep);
        }
        let open = self.scan.open_record();
        let length = match open {
            Some((start, line)) if at_end || text.len() - start > LONGEST_RECORD => {
                let fault = if at_end { RecordFault::CutOff } else { RecordFault::TooLong };
                self.found.faults.push((line, fault));
                self.scan.drop_record();
                text.len()
            }
            Some((start, _)) => start,
            None => text.len(),
        };
        if length == 0 {
            return Ok(None);
        }
        self.scan.restart(text.get(..length).unwrap_or_default());
        Ok(Some(self.slice(text, length, Layout::Document)))
    }
}

impl LogSlice {
    /// Reads the records of the slice from its text, which has [`length`](Self::length) bytes, each
    /// with the number of its line in the log.
    pub fn read(&self, text: &[u8], visit: &mut dyn FnMut(u64, Result<Entry<'_>, RecordFault>)) {
        for (line, fault) in &self.objects.faults {
            visit(*line, Err(fault.clone()));
        }
        match &self.layout {
            Layout::Lines => each_line(text, self.first_line, visit),
            Layout::Document => {
                for Span { start, end, line } in &self.objects.spans {
                    let object = text.get(*start..*end).unwrap_or_default();
                    visit(*line, json::entry(object));
                }
            }
            Layout::Table(columns) => columns.entries(text, self.first_line, visit),
        }
    }
}

fn each_line(text: &[u8], first: u64, visit: &mut dyn FnMut(u64, Result<Entry<'_>, RecordFault>)) {
    let ends = memchr_iter(b'\n', text).chain(std::iter::once(text.len()));
    let mut start = 0;
    for (line, end) in (first..).zip(ends) {
        let object = text.get(start..end).unwrap_or_default().trim_ascii();
        if object.len() > LONGEST_RECORD {
            visit(line, Err(RecordFault::TooLong));
        } else if !object.is_empty() {
            visit(line, json::entry(object));
        }
        start = end + 1;
    }
}

/// The layout of a log, and how many bytes come before its first record; `None` if that cannot be
/// told yet.
fn layout(text: &[u8], at_end: bool) -> Result<Option<(Layout, usize)>, LogError> {
    let mark: &[u8] = b"\xef\xbb\xbf";
    let after_mark = text.strip_prefix(mark).unwrap_or(text);
    let body = after_mark.trim_ascii_start();
    let before = text.len() - body.len();
    let Some(first) = body.first() else { return Ok(None) };
    let ends: Vec<usize> = memchr_iter(b'\n', body).take(FIRST_LINES).collect();
    if ends.len() < FIRST_LINES && !at_end && body.len() <= LONGEST_RECORD {
        return Ok(None);
    }
    let starts = std::iter::once(0).chain(ends.iter().map(|end| end + 1));
    let lines = starts.zip(ends.iter().copied().chain([body.len()]));
    let lines = lines.filter_map(|(start, end)| body.get(start..end).map(<[u8]>::trim_ascii));
    let lines: Vec<&[u8]> = lines.take(FIRST_LINES).collect();
    let is_record = |at: usize| lines.get(at).is_some_and(|line| is_one_record(line));
    let found = match first {
        b'[' => Some(Layout::Document),
        b'{' if is_record(0) => Some(Layout::Lines),
        // The first line may have been cut off at its end.
        b'{' if lines.first().is_some_and(|line| is_cut_off(line)) && is_record(1) => {
            Some(Layout::Lines)
        }
        b'{' => Some(Layout::Document),
        // Or at its beginning.
        _ if is_record(1) || is_record(2) => Some(Layout::Lines),
        _ => None,
    };
    if let Some(layout) = found {
        return Ok(Some((layout, before)));
    }
    let end = ends.first().map_or(body.len(), |end| end + 1);
    let columns = Columns::read(body.get(..end).unwrap_or_default())?;
    Ok(Some((Layout::Table(columns), before + end)))
}

/// Whether a line begins an object with fields of its own, rather than one that wraps others.
fn is_cut_off(line: &[u8]) -> bool {
    let (mut scan, mut found) = (Scan::default(), Objects::default());
    scan.run(line, 1, &mut found);
    line.len() > 1 && scan.is_within_record()
}

/// How many lines are looked at to tell the layout.
const FIRST_LINES: usize = 3;

/// Whether a line is a JSON object that wraps no others.
fn is_one_record(line: &[u8]) -> bool {
    let mut found = Objects::default();
    Scan::default().run(line, 1, &mut found);
    let whole = Span { start: 0, end: line.len(), line: 1 };
    found.spans == [whole] && serde_json::from_slice::<IgnoredAny>(line).is_ok()
}

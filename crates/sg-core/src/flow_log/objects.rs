//! Finds the objects of a JSON text that are records, without reading them: those that lie in no
//! other object, and those in a list inside of one, as in `{"data": [{…}, {…}]}`.

use memchr::memchr_iter;

use super::record::RecordFault;

/// How deep lists and objects may lie inside each other.
const DEEPEST: usize = 128;

/// A record in a slice of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The number of its first line.
    pub(super) line: u64,
}

/// What a scan has found.
#[derive(Debug, Default)]
pub(super) struct Objects {
    pub(super) spans: Vec<Span>,
    pub(super) faults: Vec<(u64, RecordFault)>,
}

/// A scan that can stop anywhere and go on later.
#[derive(Debug, Clone, Default)]
pub(super) struct Scan {
    /// What is open: true for an object, false for a list.
    open: Vec<bool>,
    in_string: bool,
    escaped: bool,
    /// The record that is open: where it starts, its line, and how much is open around it.
    record: Option<(usize, u64, usize)>,
    /// Whether something that is no object was found where a record could be, and named.
    stray: bool,
    /// The number of line feeds so far.
    lines: u64,
    /// How much of the text has been scanned.
    scanned: usize,
    pub(super) too_deep: bool,
}

impl Scan {
    /// Scans text that begins where it began before, and may have grown. Line numbers begin with
    /// `first`.
    pub(super) fn run(&mut self, text: &[u8], first: u64, found: &mut Objects) {
        for (at, byte) in text.iter().enumerate().skip(self.scanned) {
            if *byte == b'\n' {
                self.lines += 1;
            }
            if self.in_string {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => self.in_string = false,
                    _ => {}
                }
                continue;
            }
            let line = first + self.lines;
            match byte {
                b' ' | b'\t' | b'\r' | b':' => {}
                b'\n' | b',' => self.stray = false,
                b'{' => self.open_object(at, line),
                b'[' => self.open_one(false),
                b'}' | b']' => {
                    self.open.pop();
                    if let Some((start, line, depth)) = self.record
                        && depth == self.open.len()
                    {
                        self.record = None;
                        found.spans.push(Span { start, end: at + 1, line });
                    }
                }
                other => {
                    self.in_string = *other == b'"';
                    let between = self.record.is_none() && self.open.last() != Some(&true);
                    if between && !std::mem::replace(&mut self.stray, true) {
                        found.faults.push((line, RecordFault::NotAnObject));
                    }
                }
            }
        }
        self.scanned = text.len();
    }

    fn open_object(&mut self, at: usize, line: u64) {
        self.stray = false;
        // An object in a list in an object: the outer one only wraps records.
        if self.open.last() != Some(&true) {
            self.record = Some((at, line, self.open.len()));
        }
        self.open_one(true);
    }

    fn open_one(&mut self, object: bool) {
        self.too_deep |= self.open.len() >= DEEPEST;
        if !self.too_deep {
            self.open.push(object);
        }
    }

    /// Where the open record starts; `None` between records.
    pub(super) fn open_record(&self) -> Option<(usize, u64)> {
        self.record.map(|(start, line, _)| (start, line))
    }

    /// Whether the text ends within a record, and not within a list or an object in it.
    pub(super) fn is_within_record(&self) -> bool {
        self.record.is_some_and(|(.., depth)| depth + 1 == self.open.len())
    }

    /// Gives up the open record, which is too long.
    pub(super) fn drop_record(&mut self) {
        self.record = None;
        // What is left of it is no stray value.
        self.stray = true;
    }

    /// Forgets text at the beginning, which has been handed out.
    pub(super) fn restart(&mut self, gone: &[u8]) {
        self.scanned = self.scanned.saturating_sub(gone.len());
        let lines = u64::try_from(memchr_iter(b'\n', gone).count()).unwrap_or(0);
        self.lines = self.lines.saturating_sub(lines);
        if let Some((start, ..)) = &mut self.record {
            *start = start.saturating_sub(gone.len());
        }
    }
}

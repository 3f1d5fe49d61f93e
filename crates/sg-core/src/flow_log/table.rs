//! Records as a table: comma-separated values below a header with the names of the fields.

use std::borrow::Cow;
use std::sync::Arc;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::{memchr, memchr_iter, memchr2_iter, memrchr};

use super::fields::{Fields, Value};
use super::log_error::LogError;
use super::record::{Entry, Field, RecordFault};

/// The header of a table.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    fields: Arc<[Option<Field>]>,
    delimiter: u8,
}

/// The columns without which no record can be read.
const NEEDED: [Field; 6] = [
    Field::Interface,
    Field::Source,
    Field::Destination,
    Field::Protocol,
    Field::Direction,
    Field::Action,
];

impl Columns {
    /// Reads a header.
    pub(super) fn read(line: &[u8]) -> Result<Self, LogError> {
        let delimiter = b",\t;".iter().find(|sign| line.contains(sign));
        let delimiter = delimiter.map_or(b',', |sign| *sign);
        let mut fields = Vec::new();
        each_row(line, delimiter, |_, columns| {
            fields = columns
                .iter()
                .map(|name| std::str::from_utf8(name).ok().and_then(|name| Field::of(name.trim())))
                .collect();
        });
        match NEEDED.into_iter().find(|needed| !fields.contains(&Some(*needed))) {
            Some(missing) => Err(LogError::NoHeader(missing)),
            None => Ok(Self { fields: fields.into(), delimiter }),
        }
    }

    /// How many bytes at the beginning are whole lines.
    pub(super) fn whole(bytes: &[u8]) -> Option<usize> {
        if memchr(b'"', bytes).is_none() {
            return memrchr(b'\n', bytes).map(|at| at + 1);
        }
        let (mut quoted, mut last) = (false, None);
        for at in memchr2_iter(b'"', b'\n', bytes) {
            match bytes.get(at) {
                Some(b'"') => quoted = !quoted,
                _ if !quoted => last = Some(at + 1),
                _ => {}
            }
        }
        last
    }

    /// Reads the lines of a table below its header.
    pub(super) fn entries(
        &self,
        bytes: &[u8],
        first: u64,
        visit: &mut dyn FnMut(u64, Result<Entry<'_>, RecordFault>),
    ) {
        each_row(bytes, self.delimiter, |line, columns| {
            let empty = matches!(columns, [only] if only.trim_ascii().is_empty());
            if !empty {
                visit(first + line, self.entry(columns));
            }
        });
    }

    fn entry<'a>(&self, columns: &[&'a [u8]]) -> Result<Entry<'a>, RecordFault> {
        let (found, expected) = (columns.len(), self.fields.len());
        if found != expected {
            return Err(RecordFault::Columns { found, expected });
        }
        let mut fields = Fields::default();
        for (field, value) in self.fields.iter().zip(columns) {
            let Some(field) = field else { continue };
            let text = std::str::from_utf8(value).map_err(|_| RecordFault::NotUtf8)?;
            fields.add(*field, Value::Text(Cow::Borrowed(text.trim())));
        }
        fields.entry()
    }
}

/// Visits the rows of a table with their lines, counted from 0.
fn each_row(bytes: &[u8], delimiter: u8, mut visit: impl FnMut(u64, &[&[u8]])) {
    if memchr(b'"', bytes).is_some() {
        return each_quoted_row(bytes, delimiter, &mut visit);
    }
    let mut columns: Vec<&[u8]> = Vec::new();
    let ends = memchr_iter(b'\n', bytes).chain(std::iter::once(bytes.len()));
    let (mut start, mut line) = (0, 0);
    for end in ends {
        let row = bytes.get(start..end).unwrap_or_default();
        let row = row.strip_suffix(b"\r").unwrap_or(row);
        if !row.is_empty() {
            columns.clear();
            columns.extend(row.split(|byte| *byte == delimiter));
            visit(line, &columns);
        }
        (start, line) = (end + 1, line + 1);
    }
}

/// The same for a table in which values may be quoted.
fn each_quoted_row(bytes: &[u8], delimiter: u8, visit: &mut dyn FnMut(u64, &[&[u8]])) {
    let mut reader: Reader = ReaderBuilder::new().delimiter(delimiter).build();
    // No value is longer than its quoted form, and no row has more values than bytes.
    let mut values = vec![0; bytes.len()];
    let mut ends = vec![0; bytes.len() + 1];
    let mut rest = bytes;
    loop {
        let before = reader.line();
        let (mut written, mut count) = (0, 0);
        loop {
            let room = values.get_mut(written..).unwrap_or_default();
            let slots = ends.get_mut(count..).unwrap_or_default();
            let (result, read, wrote, found) = reader.read_record(rest, room, slots);
            rest = rest.get(read..).unwrap_or_default();
            written += wrote;
            count += found;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record => break,
                ReadRecordResult::OutputFull
                | ReadRecordResult::OutputEndsFull
                | ReadRecordResult::End => return,
            }
        }
        let mut start = 0;
        let mut columns: Vec<&[u8]> = Vec::with_capacity(count);
        for end in ends.iter().take(count) {
            columns.push(values.get(start..*end).unwrap_or_default());
            start = *end;
        }
        visit(before - 1, &columns);
    }
}

//! Reads a recording one exchange at a time, so that memory does not depend on its length.

use std::cell::Cell;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use sg_core::replay::{Entry, Exchange};

use crate::failure::Failure;
use crate::input::next_line;

/// The most bytes of one exchange, with everything between it and the one before.
const LONGEST: usize = 16 * 1024 * 1024;

/// How much of a file is looked at to tell its format.
const LOOKED_AT: usize = 4096;

/// Where an exchange is in its recording.
#[derive(Debug, Clone)]
pub(super) enum Place {
    /// A line of a file, from 1.
    Line(String, usize),
    /// An entry of an archive, from 1.
    Entry(String, usize),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(path, line) => write!(f, "{path}:{line}"),
            Self::Entry(path, entry) => write!(f, "{path}, entry {entry}"),
        }
    }
}

type Each<'a> = dyn FnMut(Place, Exchange) -> Result<(), Failure> + 'a;

/// Calls a function with every exchange of a recording, in order. Requests of other APIs are passed
/// over.
///
/// # Errors
/// If the file cannot be read, or the first failure of the function.
pub(super) fn each_exchange(path: &str, each: &mut Each<'_>) -> Result<(), Failure> {
    let refused = |error: io::Error| Failure::input(format!("cannot read {path}: {error}"));
    let file = File::open(path).map_err(refused)?;
    let mut reader = BufReader::with_capacity(LOOKED_AT, file);
    let start = reader.fill_buf().map_err(refused)?;
    let marked = start.starts_with(b"\xEF\xBB\xBF");
    let is_archive = begins_archive(start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start));
    if marked {
        reader.consume(3);
    }
    if is_archive { archive(path, reader, each) } else { lines(path, reader, each) }
}

/// Whether a text begins as an HTTP archive does: `{"log"`.
fn begins_archive(start: &[u8]) -> bool {
    let start = start.trim_ascii_start();
    let inside = start.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    inside.is_some_and(|inside| inside.starts_with(b"\"log\""))
}

fn lines(path: &str, mut reader: BufReader<File>, each: &mut Each<'_>) -> Result<(), Failure> {
    let (mut number, mut line) = (0, Vec::new());
    loop {
        number += 1;
        line.clear();
        let at = |why: &dyn fmt::Display| Failure::input(format!("{path}:{number}: {why}"));
        let read = next_line(&mut reader, &mut line, LONGEST).map_err(|error| at(&error))?;
        match read {
            None => return Ok(()),
            Some(false) => return Err(at(&format!("the line has more than {LONGEST} bytes"))),
            Some(true) => {}
        }
        let text = std::str::from_utf8(&line).map_err(|_| at(&"the line is not UTF-8"))?;
        if text.trim().is_empty() {
            continue;
        }
        let read = Exchange::read(text).map_err(|error| at(&error))?;
        if let Some(exchange) = read {
            each(Place::Line(path.to_owned(), number), exchange)?;
        }
    }
}

fn archive(path: &str, reader: BufReader<File>, each: &mut Each<'_>) -> Result<(), Failure> {
    let left = Rc::new(Cell::new(LONGEST));
    let limited = BufReader::new(Limited { reader, left: left.clone() });
    let mut document = serde_json::Deserializer::from_reader(limited);
    let mut archive = Archive { path, each, left: &left, failure: None, entries: 0 };
    let read = Log(&mut archive).deserialize(&mut document).and_then(|()| document.end());
    match (archive.failure, read) {
        (Some(failure), _) => Err(failure),
        (None, Err(error)) => Err(Failure::input(format!("{path}: {error}"))),
        (None, Ok(())) => Ok(()),
    }
}

/// A reader that stops after too many bytes without an entry.
struct Limited<R> {
    reader: R,
    left: Rc<Cell<usize>>,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 {
            return Err(io::Error::other(format!("an entry has more than {LONGEST} bytes")));
        }
        let most = buffer.len().min(left);
        let read = self.reader.read(buffer.get_mut(..most).unwrap_or_default())?;
        self.left.set(left - read);
        Ok(read)
    }
}

/// What reading an archive needs.
struct Archive<'a, 'b> {
    path: &'a str,
    each: &'a mut Each<'b>,
    left: &'a Cell<usize>,
    /// The first failure of the function, which JSON errors cannot carry.
    failure: Option<Failure>,
    entries: usize,
}

impl Archive<'_, '_> {
    /// Takes an entry; whether to go on.
    fn take(&mut self, entry: Entry) -> bool {
        self.entries += 1;
        self.left.set(LONGEST);
        let place = Place::Entry(self.path.to_owned(), self.entries);
        let taken = match entry.exchange() {
            Ok(None) => Ok(()),
            Ok(Some(exchange)) => (self.each)(place, exchange),
            Err(error) => Err(Failure::input(format!("{place}: {error}"))),
        };
        match taken {
            Ok(()) => true,
            Err(failure) => {
                self.failure = Some(failure);
                false
            }
        }
    }
}

/// Reads an object and follows one of its fields: the archive's `log`, and the log's `entries`.
struct Log<'a, 'b, 'c>(&'a mut Archive<'b, 'c>);

struct Entries<'a, 'b, 'c>(&'a mut Archive<'b, 'c>);

struct List<'a, 'b, 'c>(&'a mut Archive<'b, 'c>);

impl<'de> DeserializeSeed<'de> for Log<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Log<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an HTTP archive with a `log`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if name == "log" {
                map.next_value_seed(Entries(self.0))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Entries<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Entries<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a log with `entries`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if name == "entries" {
                map.next_value_seed(List(self.0))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for List<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of entries")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(entry) = entries.next_element::<Entry>()? {
            if !self.0.take(entry) {
                // `Archive::failure` says why.
                return Err(serde::de::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

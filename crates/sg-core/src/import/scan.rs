//! The documents in a text, one after another: JSON, JSON lines, XML, tables, and lines in between
//! that are none of these.

use super::csv::Csv;
use super::fault::Fault;
use super::json::Json;
use super::prose::{self, Opening, Prose};
use super::text;
use super::tree::Tree;
use super::xml::Xml;

/// The result of reading part of the text.
#[derive(Debug)]
pub(super) enum Found {
    /// Nothing yet.
    Nothing,
    /// A whole document.
    Document(Tree),
    /// Something that cannot be read; reading continues after it.
    Fault(Fault),
    /// The end of the text.
    End,
}

#[derive(Debug)]
enum Reader {
    Json(Json),
    Xml(Xml),
    Csv(Csv),
}

/// A text that is being read.
#[derive(Debug, Default)]
pub(super) struct Scan {
    at: usize,
    reader: Option<Reader>,
    /// How many documents were found.
    documents: usize,
    prose: Prose,
}

impl Scan {
    /// The current byte offset.
    pub(super) fn at(&self) -> usize {
        match &self.reader {
            None => self.at,
            Some(Reader::Json(json)) => json.at(),
            Some(Reader::Xml(xml)) => xml.at(),
            Some(Reader::Csv(csv)) => csv.at(),
        }
    }

    /// What to say at the end about the lines that are no part of a document.
    pub(super) fn lines_between(&self) -> Vec<prose::Remark> {
        self.prose.remarks(self.documents > 0)
    }

    /// Continues reading for a number of bytes.
    pub(super) fn advance(&mut self, text: &str, bytes: usize, depth: usize) -> Found {
        let until = self.at().saturating_add(bytes);
        let read = match &mut self.reader {
            None => return self.between(text, until, depth),
            Some(Reader::Json(json)) => json.advance(text, until),
            Some(Reader::Xml(xml)) => xml.advance(text, until),
            Some(Reader::Csv(csv)) => csv.advance(text, until),
        };
        match read {
            Ok(None) => Found::Nothing,
            Ok(Some(tree)) => {
                self.at = self.at();
                self.reader = None;
                self.documents += 1;
                Found::Document(tree)
            }
            Err(fault) => {
                // If something is never closed, the rest of the text belongs to it.
                let ends = fault.text == text::ENDS;
                let from = fault.at.max(self.at + 1);
                self.at = if ends { text.len() } else { next_document(text, from) };
                self.reader = None;
                Found::Fault(fault)
            }
        }
    }

    fn between(&mut self, text: &str, until: usize, depth: usize) -> Found {
        while self.at < until {
            let rest = text.get(self.at..).unwrap_or_default();
            let Some(first) = rest.chars().next() else { return Found::End };
            if first.is_whitespace() || first == '\u{feff}' {
                self.at += first.len_utf8();
                continue;
            }
            let line = rest.split_once('\n').map_or(rest, |(line, _)| line);
            if self.documents == 0
                && self.prose.is_empty()
                && let Some(csv) = Csv::new(self.at, line)
            {
                self.reader = Some(Reader::Csv(csv));
                return Found::Nothing;
            }
            let Some(Opening { at, is_xml }) = prose::opening(rest, line) else {
                self.prose.add(self.at, line);
                self.at += line.len();
                continue;
            };
            if at > 0 {
                self.prose.add(self.at, line.get(..at).unwrap_or_default());
                self.at += at;
            }
            self.reader = Some(if is_xml {
                Reader::Xml(Xml::new(self.at, depth))
            } else {
                Reader::Json(Json::new(self.at, depth))
            });
            return Found::Nothing;
        }
        Found::Nothing
    }
}

/// Where the next document may start: at a line that opens one.
fn next_document(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let rest = bytes.get(from..).unwrap_or_default();
    let opens = |three: &[u8]| match three {
        [b'\n', b'{' | b'[', ..] => true,
        [b'\n', b'<', next] => *next != b'/',
        _ => false,
    };
    rest.windows(3).position(opens).map_or(text.len(), |place| from + place + 1)
}

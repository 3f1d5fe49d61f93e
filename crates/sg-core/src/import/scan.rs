//! The documents in a text, one after another: JSON, JSON lines, XML, and lines in between that are
//! neither.

use crate::language::Text;

use super::fault::Fault;
use super::json::Json;
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
}

/// A text that is being read.
#[derive(Debug, Default)]
pub(super) struct Scan {
    at: usize,
    reader: Option<Reader>,
    /// Whether the last line was neither JSON nor XML: a run of such lines is reported once.
    astray: bool,
}

impl Scan {
    /// The current byte offset.
    pub(super) fn at(&self) -> usize {
        match &self.reader {
            None => self.at,
            Some(Reader::Json(json)) => json.at(),
            Some(Reader::Xml(xml)) => xml.at(),
        }
    }

    /// Continues reading for a number of bytes.
    pub(super) fn advance(&mut self, text: &str, bytes: usize, depth: usize) -> Found {
        let until = self.at().saturating_add(bytes);
        let read = match &mut self.reader {
            None => return self.between(text, until, depth),
            Some(Reader::Json(json)) => json.advance(text, until),
            Some(Reader::Xml(xml)) => xml.advance(text, until),
        };
        match read {
            Ok(None) => Found::Nothing,
            Ok(Some(tree)) => {
                self.at = self.at();
                self.reader = None;
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
            if matches!(first, '{' | '[' | '<') {
                self.astray = false;
                self.reader = Some(match first {
                    '<' => Reader::Xml(Xml::new(self.at, depth)),
                    _ => Reader::Json(Json::new(self.at, depth)),
                });
                return Found::Nothing;
            }
            let fault = Fault { at: self.at, text: neither(rest) };
            self.at += rest.find('\n').unwrap_or(rest.len());
            if !std::mem::replace(&mut self.astray, true) {
                return Found::Fault(fault);
            }
        }
        Found::Nothing
    }
}

/// The message for a line that does not start a document.
fn neither(rest: &str) -> Text {
    let word = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    match word {
        "resource" | "provider" | "terraform" | "module" | "data" => text::TERRAFORM_SOURCE,
        _ => text::NEITHER,
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

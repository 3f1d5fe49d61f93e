//! A resumable JSON reader that keeps positions. It also accepts the notations of Python (single
//! quotes, `True`, `False`, `None`) and Ruby (`"key" => value`, `nil`), and trailing commas.

use crate::language::Text;

use super::fault::Fault;
use super::text;
use super::tree::{Kind, MOST_NODES, Node, Span, Tree};

/// What may come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Value,
    ValueOrEnd,
    KeyOrEnd,
    Colon,
    CommaOrEnd,
}

/// A document being read.
#[derive(Debug)]
pub(super) struct Json {
    start: usize,
    at: usize,
    tree: Tree,
    /// The open objects and lists, outermost first.
    open: Vec<u32>,
    next: Next,
    key: Span,
    depth: usize,
}

impl Json {
    /// Starts at a brace or a bracket.
    pub(super) fn new(at: usize, depth: usize) -> Self {
        let (tree, open) = (Tree::default(), Vec::new());
        Self { start: at, at, tree, open, next: Next::Value, key: Span::default(), depth }
    }

    /// The current byte offset.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Reads up to a byte offset, or to the end of the document, which then returns the tree.
    ///
    /// # Errors
    /// The first [`Fault`] of the text.
    pub(super) fn advance(&mut self, text: &str, until: usize) -> Result<Option<Tree>, Fault> {
        let bytes = text.as_bytes();
        while self.at < until {
            let Some(&byte) = bytes.get(self.at) else { return Err(self.ends()) };
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                _ => self.token(bytes, byte)?,
            }
            if self.open.is_empty() && !self.tree.nodes.is_empty() {
                return Ok(Some(std::mem::take(&mut self.tree)));
            }
        }
        Ok(None)
    }

    const fn fault(&self, text: Text) -> Fault {
        Fault { at: self.at, text }
    }

    /// The text ends inside the document.
    const fn ends(&self) -> Fault {
        Fault { at: self.start, text: text::ENDS }
    }

    fn token(&mut self, bytes: &[u8], byte: u8) -> Result<(), Fault> {
        match (self.next, byte) {
            (Next::ValueOrEnd | Next::CommaOrEnd, b']') if !self.in_object() => self.close(),
            (Next::KeyOrEnd | Next::CommaOrEnd, b'}') if self.in_object() => self.close(),
            (Next::CommaOrEnd, b',') => {
                self.at += 1;
                self.next = if self.in_object() { Next::KeyOrEnd } else { Next::ValueOrEnd };
            }
            (Next::Colon, b':') => {
                self.at += 1;
                self.next = Next::Value;
            }
            (Next::Colon, b'=') if bytes.get(self.at + 1) == Some(&b'>') => {
                self.at += 2;
                self.next = Next::Value;
            }
            (Next::KeyOrEnd, b'"' | b'\'') => {
                self.key = self.quoted(bytes, byte)?;
                self.next = Next::Colon;
            }
            (Next::Value | Next::ValueOrEnd, _) => return self.value(bytes, byte),
            (Next::Colon, _) => return Err(self.fault(text::JSON_COLON)),
            (Next::KeyOrEnd, _) => return Err(self.fault(text::JSON_KEY)),
            (Next::CommaOrEnd, _) => return Err(self.fault(text::JSON_COMMA)),
        }
        Ok(())
    }

    fn in_object(&self) -> bool {
        let node = self.open.last().and_then(|open| self.tree.nodes.get(*open as usize));
        node.is_some_and(|node| node.kind == Kind::Object)
    }

    fn value(&mut self, bytes: &[u8], byte: u8) -> Result<(), Fault> {
        let start = self.at;
        match byte {
            b'{' => return self.begin(Kind::Object),
            b'[' => return self.begin(Kind::List),
            b'"' | b'\'' => {
                let span = self.quoted(bytes, byte)?;
                return self.push(Kind::Quoted, span);
            }
            _ => {}
        }
        let rest = bytes.get(start..).unwrap_or_default();
        let word = rest.iter().take_while(|b| b.is_ascii_alphanumeric() || b"+-.".contains(b));
        let length = word.count();
        let word = rest.get(..length).unwrap_or_default();
        let kind = match word {
            b"null" | b"None" | b"nil" => Kind::Null,
            b"true" | b"True" => Kind::Truth(true),
            b"false" | b"False" => Kind::Truth(false),
            number if is_number(number) => Kind::Number,
            // A word that the end of the text cuts off.
            cut if !cut.is_empty() && is_end(bytes, start + length) => return Err(self.ends()),
            _ => return Err(self.fault(text::JSON_VALUE)),
        };
        self.at += length;
        self.push(kind, Span::new(start, start + length))
    }

    fn begin(&mut self, kind: Kind) -> Result<(), Fault> {
        if self.open.len() >= self.depth {
            return Err(self.fault(text::TOO_DEEP));
        }
        let number = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
        self.push(kind, Span::new(self.at, self.at + 1))?;
        self.open.push(number);
        self.at += 1;
        self.next = if kind == Kind::Object { Next::KeyOrEnd } else { Next::ValueOrEnd };
        Ok(())
    }

    fn push(&mut self, kind: Kind, value: Span) -> Result<(), Fault> {
        let count = self.tree.nodes.len();
        if count >= MOST_NODES {
            return Err(self.fault(text::TOO_MANY_VALUES));
        }
        let end = u32::try_from(count + 1).unwrap_or(u32::MAX);
        self.tree.nodes.push(Node { key: self.key, value, kind, end });
        self.key = Span::default();
        self.next = Next::CommaOrEnd;
        Ok(())
    }

    fn close(&mut self) {
        self.at += 1;
        let count = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
        let behind = Span::new(0, self.at).end;
        let open = self.open.pop();
        if let Some(node) = open.and_then(|open| self.tree.nodes.get_mut(open as usize)) {
            node.end = count;
            node.value.end = behind;
        }
        self.next = Next::CommaOrEnd;
    }

    /// Reads a quoted text and returns the part between the quotes.
    fn quoted(&mut self, bytes: &[u8], quote: u8) -> Result<Span, Fault> {
        let start = self.at + 1;
        let mut at = start;
        loop {
            match bytes.get(at) {
                Some(byte) if *byte == quote => break,
                Some(b'\\') => {
                    let escape = bytes.get(at..).unwrap_or_default();
                    match escape_length(escape) {
                        Some(length) => at += length,
                        // The longest escape, `\U0001f600`, has ten bytes.
                        None if escape.len() < 10 && is_cut_off(escape) => {
                            return Err(self.ends());
                        }
                        None => return Err(Fault { at, text: text::JSON_ESCAPE }),
                    }
                }
                None | Some(0..=0x1f) if is_end(bytes, at) => return Err(self.ends()),
                None | Some(0..=0x1f) => {
                    return Err(Fault { at: self.at, text: text::JSON_QUOTE });
                }
                Some(_) => at += 1,
            }
        }
        self.at = at + 1;
        Ok(Span::new(start, at))
    }
}

/// Whether nothing but white space follows.
fn is_end(bytes: &[u8], at: usize) -> bool {
    bytes.get(at..).unwrap_or_default().iter().all(u8::is_ascii_whitespace)
}

/// Whether an escape is the beginning of a valid one, cut off by the end of the text.
fn is_cut_off(escape: &[u8]) -> bool {
    let escape = escape.trim_ascii_end();
    match escape.get(1) {
        None => true,
        Some(b'x' | b'u' | b'U') => {
            escape.get(2..).unwrap_or_default().iter().all(u8::is_ascii_hexdigit)
        }
        Some(_) => false,
    }
}

/// The length of an escape in bytes; `None` if it is not valid.
fn escape_length(escape: &[u8]) -> Option<usize> {
    let digits = match escape.get(1)? {
        b'"' | b'\'' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => 0,
        b'x' => 2,
        b'u' => 4,
        b'U' => 8,
        _ => return None,
    };
    let hex = escape.get(2..2 + digits)?;
    hex.iter().all(u8::is_ascii_hexdigit).then_some(2 + digits)
}

/// Whether a word is a JSON number (RFC 8259, section 6).
fn is_number(word: &[u8]) -> bool {
    let digits = |word: &[u8]| word.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let word = word.strip_prefix(b"-").unwrap_or(word);
    let whole = digits(word);
    if whole == 0 || (whole > 1 && word.first() == Some(&b'0')) {
        return false;
    }
    let mut rest = word.get(whole..).unwrap_or_default();
    if let Some(fraction) = rest.strip_prefix(b".") {
        let count = digits(fraction);
        if count == 0 {
            return false;
        }
        rest = fraction.get(count..).unwrap_or_default();
    }
    let Some((b'e' | b'E', exponent)) = rest.split_first() else { return rest.is_empty() };
    let exponent = exponent.strip_prefix(b"+").or(exponent.strip_prefix(b"-")).unwrap_or(exponent);
    !exponent.is_empty() && digits(exponent) == exponent.len()
}

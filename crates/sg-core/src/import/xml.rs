//! A resumable XML reader for replies: elements and text, with positions.
//!
//! Replies use little of XML, and so does this reader: no document types, and no entities except
//! the five predefined ones and numeric character references. Attributes are skipped. A complete
//! XML reader would add more to the page than everything else an import needs.

use crate::language::Text;

use super::fault::Fault;
use super::text;
use super::tree::{Kind, MOST_NODES, Node, Span, Tree};
use super::xml_text::character;

/// An open element.
#[derive(Debug)]
struct Open {
    node: usize,
    name: Span,
    /// Whether it contains elements; otherwise it contains text.
    holds_elements: bool,
}

/// A document being read.
#[derive(Debug)]
pub(super) struct Xml {
    start: usize,
    at: usize,
    tree: Tree,
    open: Vec<Open>,
    depth: usize,
}

impl Xml {
    /// Starts at an angle bracket.
    pub(super) fn new(at: usize, depth: usize) -> Self {
        Self { start: at, at, tree: Tree::default(), open: Vec::new(), depth }
    }

    /// The current byte offset.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Reads up to a byte offset, or to the end of the outermost element, which then returns the
    /// tree.
    ///
    /// # Errors
    /// The first [`Fault`] of the text.
    pub(super) fn advance(&mut self, text: &str, until: usize) -> Result<Option<Tree>, Fault> {
        while self.at < until {
            let rest = text.get(self.at..).unwrap_or_default();
            if rest.is_empty() {
                return Err(self.ends());
            }
            if rest.starts_with('<') {
                self.markup(text, rest)?;
            } else {
                self.characters(rest)?;
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

    const fn ends(&self) -> Fault {
        Fault { at: self.start, text: text::ENDS }
    }

    /// Text up to the next angle bracket. Text between elements is ignored.
    fn characters(&mut self, rest: &str) -> Result<(), Fault> {
        let length = rest.find('<').unwrap_or(rest.len());
        let text = rest.get(..length).unwrap_or_default();
        if self.open.is_empty() && !text.trim().is_empty() {
            return Err(self.fault(text::XML_MARKUP));
        }
        let mut from = 0;
        while let Some(place) = text.get(from..).and_then(|text| text.find('&')) {
            let entity = text.get(from + place + 1..).unwrap_or_default();
            // An entity that the end of the text cuts off.
            if length == rest.len() && !entity.contains([';', '&']) {
                return Err(self.ends());
            }
            if character(entity).is_none() {
                return Err(Fault { at: self.at + from + place, text: text::XML_ENTITY });
            }
            from += place + 1;
        }
        self.at += length;
        Ok(())
    }

    fn markup(&mut self, text: &str, rest: &str) -> Result<(), Fault> {
        // Of which only the beginning is there.
        if ["<!--", "<![CDATA[", "</"].iter().any(|own| own.starts_with(rest.trim_end())) {
            return Err(self.ends());
        }
        let passed = |from: usize, end: &str| {
            let length = rest.get(from..).and_then(|rest| rest.find(end));
            length.map(|length| from + length + end.len())
        };
        let length = if rest.starts_with("<?") {
            passed(2, "?>")
        } else if rest.starts_with("<!--") {
            passed(4, "-->")
        } else if rest.starts_with("<![CDATA[") && !self.open.is_empty() {
            passed(9, "]]>")
        } else if rest.starts_with("<!") {
            return Err(self.fault(text::XML_DOCTYPE));
        } else if let Some(behind) = rest.strip_prefix("</") {
            return self.close(text, behind);
        } else {
            return self.begin(rest);
        };
        self.at += length.ok_or_else(|| self.ends())?;
        Ok(())
    }

    /// A start tag. Attributes are skipped, including their quotes.
    fn begin(&mut self, rest: &str) -> Result<(), Fault> {
        let stops = |c: char| c.is_whitespace() || matches!(c, '>' | '/' | '<' | '=' | '"' | '\'');
        let inside = rest.get(1..).unwrap_or_default();
        let length = inside.find(stops).ok_or_else(|| self.ends())?;
        let first = inside.chars().next();
        if length == 0 || !first.is_some_and(|c| c.is_alphabetic() || c == '_') {
            return Err(self.fault(text::XML_MARKUP));
        }
        let mut quote = None;
        let mut end = None;
        for (place, c) in inside.char_indices().skip_while(|(place, _)| *place < length) {
            match (quote, c) {
                (Some(open), c) if open == c => quote = None,
                (None, '"' | '\'') => quote = Some(c),
                (None, '>') => {
                    end = Some(place);
                    break;
                }
                (_, '<') => return Err(self.fault(text::XML_MARKUP)),
                (Some(_), _) | (None, _) => {}
            }
        }
        let end = end.ok_or_else(|| self.ends())?;
        let empty = inside.get(..end).is_some_and(|tag| tag.ends_with('/'));
        let name = Span::new(self.at + 1, self.at + 1 + length);
        if let Some(parent) = self.open.last_mut() {
            parent.holds_elements = true;
        }
        if self.open.len() >= self.depth {
            return Err(self.fault(text::TOO_DEEP));
        }
        if self.tree.nodes.len() >= MOST_NODES {
            return Err(self.fault(text::TOO_MANY_VALUES));
        }
        let node = self.tree.nodes.len();
        self.at += end + 2;
        let value = Span::new(self.at, self.at);
        let behind = u32::try_from(node + 1).unwrap_or(u32::MAX);
        self.tree.nodes.push(Node { key: name, value, kind: Kind::Tagged, end: behind });
        if !empty {
            self.open.push(Open { node, name, holds_elements: false });
        }
        Ok(())
    }

    fn close(&mut self, text: &str, behind: &str) -> Result<(), Fault> {
        let length = behind.find('>').ok_or_else(|| self.ends())?;
        let name = behind.get(..length).unwrap_or_default().trim_end();
        let own = self.open.last().map(|open| open.name);
        let own = own.and_then(|own| text.get(own.start as usize..own.end as usize));
        if own != Some(name) {
            return Err(self.fault(text::XML_END_TAG));
        }
        let count = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
        if let Some(open) = self.open.pop()
            && let Some(node) = self.tree.nodes.get_mut(open.node)
        {
            node.value.end = Span::new(0, self.at).end;
            node.end = count;
            if open.holds_elements {
                node.kind = Kind::Object;
            }
        }
        self.at += 2 + length + 1;
        Ok(())
    }
}

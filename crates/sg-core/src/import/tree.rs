//! The content of a JSON or XML document: values in reading order, each with its position.
//!
//! A value is a few numbers that point into the text, and its text is decoded on demand. A reply of
//! thirty megabytes becomes a single list without texts of its own, and reading can stop after any
//! value and continue later.

use std::borrow::Cow;

use super::{json_text, xml_text};

/// A range of the text, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Span {
    /// The range between two bytes. Texts are far shorter than four gigabytes.
    pub(super) fn new(start: usize, end: usize) -> Self {
        let narrow = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        Self { start: narrow(start), end: narrow(end) }
    }

    fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// The kind of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    Truth(bool),
    Number,
    /// Text between quotes, with escapes not yet decoded.
    Quoted,
    /// Text between tags, with entities not yet decoded.
    Tagged,
    Object,
    List,
}

/// A value. The nodes after it, up to `end`, are its contents.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub(super) key: Span,
    pub(super) value: Span,
    pub(super) kind: Kind,
    /// The index of the first node after this one and its contents.
    pub(super) end: u32,
}

/// One document.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

/// The maximum number of values in one document: several times what the largest account needs, yet
/// small enough to keep in memory.
pub(super) const MOST_NODES: usize = 3_000_000;

impl Tree {
    /// The document's outermost value.
    pub(super) fn root<'a>(&'a self, text: &'a str) -> View<'a> {
        View { text, nodes: &self.nodes, at: 0 }
    }

    /// A value by its index.
    pub(super) fn view<'a>(&'a self, text: &'a str, at: usize) -> View<'a> {
        View { text, nodes: &self.nodes, at }
    }
}

/// A view of a value in a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'a> {
    text: &'a str,
    nodes: &'a [Node],
    at: usize,
}

impl<'a> View<'a> {
    /// Its index in the tree.
    pub(super) const fn number(self) -> usize {
        self.at
    }

    fn node(self) -> Option<&'a Node> {
        self.nodes.get(self.at)
    }

    /// Its kind; nothing for an index without a node.
    pub(super) fn kind(self) -> Kind {
        self.node().map_or(Kind::Null, |node| node.kind)
    }

    /// Where it starts: at its key, if it has one, because that is where a reader looks.
    pub(super) fn offset(self) -> usize {
        self.node().map_or(0, |node| {
            let keyed = node.key.end > node.key.start;
            (if keyed { node.key.start } else { node.value.start }) as usize
        })
    }

    /// Its range of the text.
    pub(super) fn source(self) -> &'a str {
        self.node().map_or("", |node| node.value.of(self.text))
    }

    /// Its key in the enclosing object, as written.
    pub(super) fn key(self) -> &'a str {
        self.node().map_or("", |node| node.key.of(self.text))
    }

    /// The contents of an object or a list, in order.
    pub(super) fn children(self) -> impl Iterator<Item = View<'a>> {
        let end = match self.node() {
            Some(node) if matches!(node.kind, Kind::Object | Kind::List) => node.end as usize,
            Some(_) | None => 0,
        };
        let mut next = self.at + 1;
        std::iter::from_fn(move || {
            let node = self.nodes.get(next).filter(|_| next < end)?;
            let child = View { at: next, ..self };
            // A node always ends after itself; the maximum guarantees that this loop terminates.
            next = (node.end as usize).max(next + 1);
            Some(child)
        })
    }

    /// A member by name, ignoring letter case and underscores: `VpcId`, `vpcId` and `vpc_id` are
    /// the same. A null member counts as absent.
    pub(super) fn get(self, name: &str) -> Option<View<'a>> {
        if self.kind() != Kind::Object {
            return None;
        }
        let named = |child: &View<'_>| is_named(child.key(), name) && child.kind() != Kind::Null;
        self.children().find(named)
    }

    /// The text of a single value; `None` for objects, lists and null.
    pub(super) fn text(self) -> Option<Cow<'a, str>> {
        match self.kind() {
            Kind::Null | Kind::Object | Kind::List => None,
            Kind::Truth(true) => Some(Cow::Borrowed("true")),
            Kind::Truth(false) => Some(Cow::Borrowed("false")),
            Kind::Number => Some(Cow::Borrowed(self.source())),
            Kind::Quoted => Some(json_text::decoded(self.source())),
            Kind::Tagged => Some(xml_text::decoded(self.source())),
        }
    }

    /// A member with a single, non-empty value.
    pub(super) fn given(self, name: &str) -> Option<Given<'a>> {
        let view = self.get(name)?;
        let text = view.text()?;
        if text.trim().is_empty() { None } else { Some(Given { view, text }) }
    }

    /// The items of a list: wrapped as in replies, `{"Permission": […]}` below `Permissions`;
    /// plain; or as consecutive elements.
    pub(super) fn wrapped(self, outer: &str, inner: &str) -> Vec<View<'a>> {
        let Some(outer) = self.get(outer) else { return Vec::new() };
        if outer.kind() == Kind::List {
            return outer.children().collect();
        }
        let mut items = Vec::new();
        for child in outer.children().filter(|child| is_named(child.key(), inner)) {
            if child.kind() == Kind::List {
                items.extend(child.children());
            } else {
                items.push(child);
            }
        }
        items
    }
}

/// A member with a non-empty value.
pub(super) struct Given<'a> {
    /// Its view.
    pub(super) view: View<'a>,
    /// Its text; not empty.
    pub(super) text: Cow<'a, str>,
}

/// Whether a key equals a name, ignoring letter case, underscores and hyphens.
pub(super) fn is_named(key: &str, name: &str) -> bool {
    fn folded(text: &str) -> impl Iterator<Item = u8> {
        let kept = text.bytes().filter(|byte| !matches!(byte, b'_' | b'-'));
        kept.map(|byte| byte.to_ascii_lowercase())
    }
    // The length rules out most names without comparing letters.
    (name.len()..=2 * name.len()).contains(&key.len()) && folded(key).eq(folded(name))
}

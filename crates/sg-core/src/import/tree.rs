//! What a document says, JSON or XML alike: values in reading order, each with its place.
//!
//! A value is a few numbers that point into the text; the text of a value is decoded when somebody
//! asks for it. A reply of thirty megabytes becomes one list and no texts of its own, and reading
//! can stop after any value and go on later.

use std::borrow::Cow;

use super::{json_text, xml_text};

/// A stretch of the text, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Span {
    /// A stretch between two bytes. Texts are far shorter than four gigabytes.
    pub(super) fn new(start: usize, end: usize) -> Self {
        let narrow = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        Self { start: narrow(start), end: narrow(end) }
    }

    fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// What kind of value a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    Truth(bool),
    Number,
    /// Text between quotes, escapes still in it.
    Quoted,
    /// Text between tags, entities still in it.
    Tagged,
    Object,
    List,
}

/// A value. The nodes behind it, up to `end`, are what it holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub(super) key: Span,
    pub(super) value: Span,
    pub(super) kind: Kind,
    /// The number of the first node behind this one and all it holds.
    pub(super) end: u32,
}

/// One document.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

/// The most values in one document: several times what the largest account needs, and little
/// enough to hold in memory.
pub(super) const MOST_NODES: usize = 3_000_000;

impl Tree {
    /// The document's outermost value.
    pub(super) fn root<'a>(&'a self, text: &'a str) -> View<'a> {
        View { text, nodes: &self.nodes, at: 0 }
    }

    /// A value by its number.
    pub(super) fn view<'a>(&'a self, text: &'a str, at: usize) -> View<'a> {
        View { text, nodes: &self.nodes, at }
    }
}

/// A value of a document, to look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'a> {
    text: &'a str,
    nodes: &'a [Node],
    at: usize,
}

impl<'a> View<'a> {
    /// Its number in the tree.
    pub(super) const fn number(self) -> usize {
        self.at
    }

    fn node(self) -> Option<&'a Node> {
        self.nodes.get(self.at)
    }

    /// What it is; nothing for a number that no node has.
    pub(super) fn kind(self) -> Kind {
        self.node().map_or(Kind::Null, |node| node.kind)
    }

    /// Where it begins: at its key, where it has one, because that is where a reader looks.
    pub(super) fn offset(self) -> usize {
        self.node().map_or(0, |node| {
            let keyed = node.key.end > node.key.start;
            (if keyed { node.key.start } else { node.value.start }) as usize
        })
    }

    /// The stretch of the text it takes.
    pub(super) fn source(self) -> &'a str {
        self.node().map_or("", |node| node.value.of(self.text))
    }

    /// Its name in the object around it, as written.
    pub(super) fn key(self) -> &'a str {
        self.node().map_or("", |node| node.key.of(self.text))
    }

    /// What an object or a list holds, in order.
    pub(super) fn children(self) -> impl Iterator<Item = View<'a>> {
        let end = match self.node() {
            Some(node) if matches!(node.kind, Kind::Object | Kind::List) => node.end as usize,
            Some(_) | None => 0,
        };
        let mut next = self.at + 1;
        std::iter::from_fn(move || {
            let node = self.nodes.get(next).filter(|_| next < end)?;
            let child = View { at: next, ..self };
            // A node always ends behind itself; the maximum keeps this loop finite come what may.
            next = (node.end as usize).max(next + 1);
            Some(child)
        })
    }

    /// A member by name, letters in any case and with or without underscores: `VpcId`, `vpcId` and
    /// `vpc_id` are one. What is null counts as absent.
    pub(super) fn get(self, name: &str) -> Option<View<'a>> {
        if self.kind() != Kind::Object {
            return None;
        }
        let named = |child: &View<'_>| is_named(child.key(), name) && child.kind() != Kind::Null;
        self.children().find(named)
    }

    /// The text of a single value; none for objects, lists and null.
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

    /// A member that says something: a single value that is not empty.
    pub(super) fn given(self, name: &str) -> Option<Given<'a>> {
        let view = self.get(name)?;
        let text = view.text()?;
        if text.trim().is_empty() { None } else { Some(Given { view, text }) }
    }

    /// The items of a list the way replies wrap it, `{"Permission": […]}` below `Permissions`; of a
    /// bare list; or of elements in a row.
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

/// A member that says something.
pub(super) struct Given<'a> {
    /// Where it stands.
    pub(super) view: View<'a>,
    /// What it says; not empty.
    pub(super) text: Cow<'a, str>,
}

/// Whether a key is a name, apart from letter case, underscores and hyphens.
pub(super) fn is_named(key: &str, name: &str) -> bool {
    fn folded(text: &str) -> impl Iterator<Item = u8> {
        let kept = text.bytes().filter(|byte| !matches!(byte, b'_' | b'-'));
        kept.map(|byte| byte.to_ascii_lowercase())
    }
    // Lengths tell most names apart without looking at a letter.
    (name.len()..=2 * name.len()).contains(&key.len()) && folded(key).eq(folded(name))
}

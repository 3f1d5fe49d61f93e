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
    /// A cell of a table, with doubled quotes not yet undoubled.
    Cell,
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
    /// Keys that stand for a field under another name: the columns of a table.
    pub(super) columns: Vec<(Span, &'static str)>,
}

/// The maximum number of values in one document: several times what the largest account needs, yet
/// small enough to keep in memory.
pub(super) const MOST_NODES: usize = 3_000_000;

impl Tree {
    /// The document's outermost value.
    pub(super) fn root<'a>(&'a self, text: &'a str) -> View<'a> {
        View { text, tree: self, at: 0 }
    }

    /// A value by its index.
    pub(super) fn view<'a>(&'a self, text: &'a str, at: usize) -> View<'a> {
        View { text, tree: self, at }
    }
}

/// A view of a value in a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'a> {
    text: &'a str,
    tree: &'a Tree,
    at: usize,
}

impl<'a> View<'a> {
    /// Its index in the tree.
    pub(super) const fn number(self) -> usize {
        self.at
    }

    fn node(self) -> Option<&'a Node> {
        self.tree.nodes.get(self.at)
    }

    /// Its kind; nothing for an index without a node.
    pub(super) fn kind(self) -> Kind {
        self.node().map_or(Kind::Null, |node| node.kind)
    }

    /// Where it starts: at its key, if it has one of its own, because that is where a reader looks.
    pub(super) fn offset(self) -> usize {
        self.node().map_or(0, |node| {
            let keyed = node.key.end > node.key.start && node.kind != Kind::Cell;
            (if keyed { node.key.start } else { node.value.start }) as usize
        })
    }

    /// Its range of the text.
    pub(super) fn source(self) -> &'a str {
        self.node().map_or("", |node| node.value.of(self.text))
    }

    /// Its key in the enclosing object, as written; of a cell, the field that its column stands for.
    pub(super) fn key(self) -> &'a str {
        let Some(node) = self.node() else { return "" };
        let column = self.tree.columns.iter().find(|(column, _)| *column == node.key);
        column.map_or_else(|| node.key.of(self.text), |(_, field)| field)
    }

    /// The contents of an object or a list, in order.
    pub(super) fn children(self) -> impl Iterator<Item = View<'a>> {
        let end = match self.node() {
            Some(node) if matches!(node.kind, Kind::Object | Kind::List) => node.end as usize,
            Some(_) | None => 0,
        };
        let mut next = self.at + 1;
        std::iter::from_fn(move || {
            let node = self.tree.nodes.get(next).filter(|_| next < end)?;
            let child = View { at: next, ..self };
            // A node always ends after itself; the maximum guarantees that this loop terminates.
            next = (node.end as usize).max(next + 1);
            Some(child)
        })
    }

    /// A member by name, ignoring letter case and underscores: `VpcId`, `vpcId` and `vpc_id` are
    /// the same. A null member counts as absent.
    pub(super) fn get(self, name: &str) -> Option<View<'a>> {
        self.members(name).find(|child| child.kind() != Kind::Null)
    }

    /// Whether there is a member of a name, even if it is null.
    pub(super) fn has(self, name: &str) -> bool {
        self.members(name).next().is_some()
    }

    fn members(self, name: &str) -> impl Iterator<Item = View<'a>> {
        let object = (self.kind() == Kind::Object).then(|| self.children());
        object.into_iter().flatten().filter(move |child| is_named(child.key(), name))
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
            Kind::Cell => Some(Cow::Owned(self.source().replace("\"\"", "\""))),
        }
    }

    /// A member with a single, non-empty value. Python programs write the text `None` where there
    /// is no value.
    pub(super) fn given(self, name: &str) -> Option<Given<'a>> {
        let view = self.get(name)?;
        let text = view.text()?;
        if matches!(text.trim(), "" | "None") { None } else { Some(Given { view, text }) }
    }

    /// The first of several names with a single, non-empty value.
    pub(super) fn given_as(self, names: &[&str]) -> Option<Given<'a>> {
        names.iter().find_map(|name| self.given(name))
    }

    /// The items of a member that is a list, in any of the forms of [`items`](Self::items), or
    /// spread over keys such as `security_groups.0`.
    pub(super) fn wrapped(self, outer: &str, inner: &str) -> Vec<View<'a>> {
        match self.get(outer) {
            Some(list) => list.items(inner),
            None => self.flat(outer, None),
        }
    }

    /// The items of a list: plain; wrapped as in replies, `{"Permission": […]}`; as consecutive
    /// elements; under another or no inner name; or a single item without a list.
    pub(super) fn items(self, inner: &str) -> Vec<View<'a>> {
        let list = |view: View<'a>| view.children().filter(|item| item.kind() != Kind::Null);
        match self.kind() {
            Kind::Null => return Vec::new(),
            Kind::List => return list(self).collect(),
            Kind::Object => {}
            Kind::Truth(_) | Kind::Number | Kind::Quoted | Kind::Tagged | Kind::Cell => {
                let given = self.text().is_some_and(|it| !matches!(it.trim(), "" | "None"));
                return if given { vec![self] } else { Vec::new() };
            }
        }
        let all: Vec<View<'a>> = self.children().collect();
        let mut named = all.iter().filter(|child| is_named(child.key(), inner)).peekable();
        if named.peek().is_some() {
            let own = |child: &View<'a>| {
                if child.kind() == Kind::Object { vec![*child] } else { child.items("") }
            };
            return named.flat_map(own).collect();
        }
        let numbered = |child: &View<'_>| child.key().bytes().all(|byte| byte.is_ascii_digit());
        match all.as_slice() {
            [] => all,
            [only] if only.kind() == Kind::List => list(*only).collect(),
            several if several.iter().all(numbered) => all,
            _ => vec![self],
        }
    }

    /// The items of a list that is spread over keys, as in old Terraform states:
    /// `security_groups.3` or, with a field, `entry.3.cidr`. The count, `security_groups.#`, is
    /// none of them.
    pub(super) fn flat(self, outer: &str, field: Option<&str>) -> Vec<View<'a>> {
        let item = |child: &View<'a>| {
            let Some((name, rest)) = child.key().split_once('.') else { return false };
            let (number, own) = rest.split_once('.').map_or((rest, None), |(a, b)| (a, Some(b)));
            own == field
                && is_named(name, outer)
                && number.bytes().all(|byte| byte.is_ascii_digit())
        };
        let object = (self.kind() == Kind::Object).then(|| self.children());
        object.into_iter().flatten().filter(item).collect()
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
    // The length and the first letter rule out most names without comparing letters.
    let (Some(one), Some(other)) = (key.as_bytes().first(), name.as_bytes().first()) else {
        return key == name;
    };
    let letters = one.is_ascii_alphabetic() && other.is_ascii_alphabetic();
    let differs = letters && !one.eq_ignore_ascii_case(other);
    !differs
        && (name.len()..=2 * name.len()).contains(&key.len())
        && (key == name || folded(key).eq(folded(name)))
}

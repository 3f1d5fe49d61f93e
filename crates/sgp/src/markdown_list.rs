//! Lists in Markdown, with lists in their items.

/// An item: its line, which is Markdown already, and the items below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    line: String,
    below: Vec<Self>,
}

impl Item {
    pub(super) const fn new(line: String) -> Self {
        Self { line, below: Vec::new() }
    }

    /// The same with items below it.
    #[must_use]
    pub(super) fn over(self, below: impl IntoIterator<Item = Self>) -> Self {
        Self { below: below.into_iter().collect(), ..self }
    }
}

/// A list with bullets.
pub(super) fn bullets(items: &[Item]) -> String {
    let mut out = String::new();
    for item in items {
        push(&mut out, "", "- ", item);
    }
    out
}

/// A list with numbers from 1.
pub(super) fn numbered(items: &[Item]) -> String {
    let mut out = String::new();
    for (number, item) in (1..).zip(items) {
        push(&mut out, "", &format!("{number}. "), item);
    }
    out
}

/// What is below an item begins where the text of the item does (CommonMark, 5.2).
fn push(out: &mut String, indent: &str, mark: &str, item: &Item) {
    out.push_str(&format!("{indent}{mark}{}\n", item.line));
    let indent = format!("{indent}{}", " ".repeat(mark.len()));
    for below in &item.below {
        push(out, &indent, "- ", below);
    }
}

#[cfg(test)]
mod tests {
    use super::{Item, bullets, numbered};

    #[test]
    fn items_begin_below_the_text_of_the_item_above() {
        let leaf = |line: &str| Item::new(line.to_owned());
        let items: Vec<Item> =
            (0..10).map(|_| leaf("a").over([leaf("b").over([leaf("c")])])).collect();
        assert!(bullets(&items).starts_with("- a\n  - b\n    - c\n- a\n"));
        let numbered = numbered(&items);
        assert!(numbered.starts_with("1. a\n   - b\n     - c\n2. a\n"), "{numbered}");
        assert!(numbered.ends_with("10. a\n    - b\n      - c\n"), "{numbered}");
    }
}

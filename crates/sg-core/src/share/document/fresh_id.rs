//! Generates ids for parts without one: deterministic per document, and never in use already.

use std::collections::BTreeSet;

/// The ids of one kind that are in use.
#[derive(Debug, Default)]
pub(super) struct FreshIds(BTreeSet<String>);

/// How many characters of the owner's id a new id contains, so that it stays below 100 characters.
const OWNER_CHARACTERS: usize = 80;

impl FreshIds {
    /// Reserves the ids that the document sets explicitly.
    pub(super) fn avoiding<'a>(given: impl Iterator<Item = &'a String>) -> Self {
        Self(given.cloned().collect())
    }

    /// Generates an id from its owner and position: `sgr-web-2` is the second rule of `sg-web`.
    pub(super) fn make(&mut self, prefix: &str, owner: &str, place: usize) -> String {
        let owner = owner.split_once('-').map_or(owner, |(_, rest)| rest);
        let owner: String = owner.chars().take(OWNER_CHARACTERS).collect();
        let mut id = format!("{prefix}-{owner}-{place}");
        let mut next = 2_usize;
        while !self.0.insert(id.clone()) {
            id = format!("{prefix}-{owner}-{place}-{next}");
            next += 1;
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_ids_avoid_given_ones_and_each_other() {
        let given = ["sgr-web-1".to_owned()];
        let mut ids = FreshIds::avoiding(given.iter());
        assert_eq!(ids.make("sgr", "sg-web", 1), "sgr-web-1-2");
        assert_eq!(ids.make("sgr", "sg-web", 1), "sgr-web-1-3");
        assert_eq!(ids.make("sgr", "web", 2), "sgr-web-2");
        assert!(ids.make("sgr", &format!("sg-{}", "x".repeat(97)), 100_000).len() <= 100);
    }
}

//! How the ends of a large scenario are put into lines.

use std::collections::BTreeSet;
use std::rc::Rc;

use sg_core::connectivity::{End, GroupBy};

/// How the ends of a large scenario are put into lines. A small one shows every end
/// unless asked otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinesShown {
    /// What shares a line; `None` for what is usual for the number of ends.
    pub by: Option<GroupBy>,
    /// The ends whose lines are open, so that every member is shown.
    pub opened: BTreeSet<End>,
    /// The ends to show, as typed; empty for all.
    pub filter: String,
    /// Whether only ends are shown of which a pair changed.
    pub only_changed: bool,
}

impl LinesShown {
    /// The usual lines, all closed, of all ends.
    pub(crate) const USUAL: Self =
        Self { by: None, opened: BTreeSet::new(), filter: String::new(), only_changed: false };

    /// What shares a line in a scenario with this many ends.
    pub fn by(&self, ends: usize) -> GroupBy {
        self.by.unwrap_or_else(|| GroupBy::usual(ends))
    }

    /// The same for another scenario, of which nothing has changed yet.
    pub(crate) fn of_another(self: &Rc<Self>) -> Rc<Self> {
        match self.only_changed {
            true => Rc::new(Self { only_changed: false, ..(**self).clone() }),
            false => Rc::clone(self),
        }
    }

    /// Whether even a small scenario is shown in lines.
    pub fn are_chosen(&self) -> bool {
        self.by.is_some() || self.only_changed
    }

    /// The same with the lines of these ends opened or closed.
    #[must_use]
    pub fn toggled(&self, ends: &[End], open: bool) -> Self {
        let mut next = self.clone();
        for end in ends {
            if open {
                next.opened.insert(end.clone());
            } else {
                next.opened.remove(end);
            }
        }
        next
    }
}

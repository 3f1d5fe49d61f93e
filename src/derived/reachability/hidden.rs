//! The pair to be predicted, whose answer no view shows.

use crate::derived::reachability::Reachability;
use crate::state::Selection;

impl Reachability {
    /// The same with the answer of a pair hidden.
    #[must_use]
    pub fn hiding(self, hidden: Option<Selection>) -> Self {
        Self { hidden, ..self }
    }

    /// Whether the answer for a pair is hidden until it is predicted.
    pub fn hides(&self, pair: &Selection) -> bool {
        self.hidden.as_ref().is_some_and(|Selection { from, to }| {
            (&pair.from, &pair.to) == (from, to) || (&pair.from, &pair.to) == (to, from)
        })
    }

    /// The same for a row and column.
    pub fn hides_at(&self, from: usize, to: usize) -> bool {
        self.hidden.is_some() && self.pair(from, to).is_some_and(|pair| self.hides(&pair))
    }
}

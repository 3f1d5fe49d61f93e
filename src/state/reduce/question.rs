//! The first scenario's question: while it is open, its pair is hidden everywhere.

use std::rc::Rc;
use std::sync::Arc;

use crate::state::page::{State, first_pair};
use crate::state::question::Question;
use crate::state::selection::Selection;

impl State {
    /// The pair whose answer is hidden until the learner makes a prediction: that of the open
    /// lesson, otherwise that of the scenario's question.
    pub fn hidden_answer(&self) -> Option<Selection> {
        if let Some(learning) = &self.location.learning {
            return learning.hidden_answer();
        }
        self.question().filter(|own| own.is_open())?;
        first_pair(self.scenario())
    }

    /// The question of the displayed scenario. It goes with its scenario: when another one is shown,
    /// or when the ends it is about are gone.
    pub fn question(&self) -> Option<Question> {
        let Self { location, history, .. } = self;
        let question = location.question.filter(|_| self.shows_opened())?;
        let pair = first_pair(&location.opened.scenario)?;
        pair.exists_in(history.scenario()).then_some(question)
    }

    /// Whether the page shows what was opened last, with or without edits. Undo can lead back to
    /// what was there before.
    pub fn shows_opened(&self) -> bool {
        *self.history.opened() == self.location.opened.scenario
    }

    pub(crate) fn asking(&self, change: impl FnOnce(Question) -> Option<Question>) -> Self {
        let mut next = self.clone();
        next.location.question = self.location.question.and_then(change);
        next
    }

    /// The state after an action: the first edit answers an open question.
    pub(crate) fn answered(mut self, before: &Self) -> Self {
        let same = Rc::ptr_eq(&self.location.opened, &before.location.opened);
        let edited = same && !Arc::ptr_eq(self.scenario(), before.scenario());
        if let Some(question) = self.location.question.as_mut().filter(|_| edited) {
            question.edited = true;
        }
        self
    }
}

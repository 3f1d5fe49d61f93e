//! Enforces locks in the reducer, so that no input path bypasses them.

use std::rc::Rc;
use std::sync::Arc;

use crate::state::action::Action;
use crate::state::console::READ_LINES;
use crate::state::lesson::LessonEdit;
use crate::state::page::State;
use crate::state::presentation::{Lock, Presentation};
use sg_core::history::Edit;

impl State {
    /// The state after an action that a lock rejects, whether it came from a click, a key or the
    /// console. Previews are not even predicted.
    pub(crate) fn rejected_by_lock(self: &Rc<Self>, action: &Action) -> Option<Rc<Self>> {
        let lock = self.lock_on(action)?;
        let pointing = matches!(action, Action::Preview(_));
        Some(match pointing {
            true => Rc::clone(self),
            false => Rc::new(self.barred_by(lock)),
        })
    }

    /// Whether locks apply to the result of an action. Opening another scenario, or returning to one,
    /// is not an edit of this one, and moving in the log shows only what was already there.
    pub(crate) const fn asks_locks(action: &Action) -> bool {
        match action {
            Action::Location(_)
            | Action::Autosave(_)
            | Action::Quiz(_)
            | Action::Training(_)
            | Action::Lesson(LessonEdit::Leave)
            | Action::Undo
            | Action::Redo
            | Action::Scrub(_)
            | Action::Present(_)
            | Action::Compare(_) => false,
            Action::Edit(..)
            | Action::Send(_)
            | Action::RunConsoleLine(..)
            | Action::Restore(_)
            | Action::StartOver(_)
            | Action::ClearLog
            | Action::Preview(_)
            | Action::EndPreview(_)
            | Action::Request(_)
            | Action::Select(_)
            | Action::SelectLines(..)
            | Action::Address(_)
            | Action::Since(_)
            | Action::Show(_)
            | Action::FocusGroup(_)
            | Action::ViewMode(_)
            | Action::Fixes(_)
            | Action::Ask(_)
            | Action::Lines(_)
            | Action::SetDirections(_)
            | Action::Drawer(_)
            | Action::SetRequestFormat(_)
            | Action::Resize(_)
            | Action::SetLanguage(_)
            | Action::SetTheme(_)
            | Action::Guess(_)
            | Action::HideQuestion
            | Action::HideLockedNotice
            | Action::Shortcuts(_)
            | Action::Log(_)
            | Action::Lesson(_) => true,
        }
    }

    /// The presentation with the locks of the open lesson.
    pub fn presentation(&self) -> Rc<Presentation> {
        let shown = &self.view.presentation;
        let lesson = self.location.learning.as_ref().map(|own| &own.lesson.locks);
        match lesson.filter(|locks| !locks.is_empty()) {
            None => Rc::clone(shown),
            Some(locks) => {
                let locks = shown.locks.union(locks).copied().collect();
                Rc::new(Presentation { locks, ..Presentation::clone(shown) })
            }
        }
    }

    /// The state after an action, or the current state if the action would change something locked.
    /// The scenarios are compared, so the kind of the action does not matter.
    pub(crate) fn unless_locked(&self, next: Self) -> Self {
        let presentation = self.presentation();
        let (before, after) = (self.scenario(), next.scenario());
        if presentation.locks.is_empty() || Arc::ptr_eq(before, after) {
            return next;
        }
        match presentation.lock_between(before, after) {
            Some(lock) => self.barred_by(lock),
            None => next,
        }
    }

    fn barred_by(&self, lock: Lock) -> Self {
        self.viewing(|view| view.locked_notice = Some(lock))
    }

    /// The lock that rejects the effect of an action on the scenario.
    fn lock_on(&self, action: &Action) -> Option<Lock> {
        let presentation = self.presentation();
        if presentation.locks.is_empty() {
            return None;
        }
        if let Action::Edit(edit, _) | Action::Preview(Some(edit)) = action {
            return presentation.lock_on(edit);
        }
        if let Action::RunConsoleLine(line, _) = action {
            let lines = READ_LINES.get()?(line).into_iter();
            let calls = lines.filter_map(|(_, read)| Some(Edit::Call(read.ok()?.call)));
            return calls.into_iter().find_map(|edit| presentation.lock_on(&edit));
        }
        let sends = matches!(action, Action::Send(_));
        presentation.lock_on(&Edit::Call(self.request.call())).filter(|_| sends)
    }
}

//! Where a lock acts: in the one function that changes the page, so that no way leads around it.

use std::rc::Rc;

use crate::history::Edit;
use crate::ui::state::console::ReadLine;
use crate::ui::state::{Action, Lock, State};

impl State {
    /// The state after an action that a lock holds back, whatever way it comes: by a press, a key or
    /// the console. What only points at an edit is not even foretold.
    pub(in crate::ui::state) fn held_back(self: &Rc<Self>, action: &Action) -> Option<Rc<Self>> {
        let lock = self.lock_on(action)?;
        let pointing = matches!(action, Action::Preview(_));
        Some(match pointing {
            true => Rc::clone(self),
            false => Rc::new(self.viewing(|view| view.barred = Some(lock))),
        })
    }

    /// The lock that holds back what an action would do to the scene.
    fn lock_on(&self, action: &Action) -> Option<Lock> {
        let presentation = &self.view.presentation;
        if presentation.locks.is_empty() {
            return None;
        }
        if let Action::Edit(edit, _) | Action::Preview(Some(edit)) = action {
            return presentation.lock_on(edit);
        }
        if let Action::Type(line, _) = action {
            return presentation.lock_on(&Edit::Call(ReadLine::read(line).ok()?.call));
        }
        let sends = matches!(action, Action::Send(_));
        presentation.lock_on(&Edit::Call(self.request.call())).filter(|_| sends)
    }
}

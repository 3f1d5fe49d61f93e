//! The pure function that changes the state.

use std::rc::Rc;

use yew::Reducible;

use crate::state::action::Action;
use crate::state::page::State;
use sg_core::history::Edit;

mod autosave;
mod lesson;
mod location;
mod quiz;
mod rejected;
mod request;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        // Moving the pointer over the same target changes nothing.
        if matches!(&action, Action::Preview(preview) if *preview == self.preview) {
            return self;
        }
        if let Some(held) = self.rejected_by_lock(&action) {
            return held;
        }
        // Opening something is not an edit, so it is not saved until the first edit.
        let edits = !matches!(action, Action::Location(_) | Action::Autosave(_) | Action::Quiz(_));
        let asks_locks = Self::asks_locks(&action);
        let next = match action {
            Action::Edit(edit, env) => self.at(self.history.with(edit, env)),
            Action::Send(env) => self.at(self.history.with(Edit::Call(self.request.call()), env)),
            Action::RunConsoleLine(line, env) => self.typed(line, env),
            Action::Undo => self.at_some(self.history.undo()),
            Action::Redo => self.at_some(self.history.redo()),
            Action::Scrub(position) => self.at(self.history.at(position)),
            Action::Restore(env) => self.at(self.history.restored(env)),
            Action::StartOver(env) => self.started_over(env),
            Action::ClearLog => self.at(self.history.cleared()),
            Action::Preview(preview) => Self { preview, ..(*self).clone() },
            Action::Request(edit) => self.requested(edit),
            Action::Select(selection) => self.viewing(|view| {
                view.selection = Some(selection);
                view.address = None;
                view.rule = None;
            }),
            Action::Address(address) => self.viewing(|view| view.address = address),
            Action::Show(rule) => self.viewing(|view| view.rule = Some(rule)),
            Action::FocusGroup(group) => self.viewing(|view| view.group = Some(group)),
            Action::ViewMode(view_mode) => self.viewing(|view| view.view_mode = view_mode),
            Action::Fixes(shown) => self.viewing(|view| view.fixes = shown),
            Action::Ask(packet) => self.viewing(|view| view.packet = packet),
            Action::SetDirections(direction) => self.viewing(|view| view.direction = direction),
            Action::Drawer(drawer) => self.viewing(|view| view.drawer = drawer),
            Action::SetRequestFormat(form) => self.viewing(|view| view.form = form),
            Action::Resize(height) => self.viewing(|view| view.drawer_height = height),
            Action::SetLanguage(language) => self.viewing(|view| view.language = language),
            Action::SetTheme(theme) => self.viewing(|view| view.theme = theme),
            Action::HideQuestion => self.viewing(|view| view.question = false),
            Action::HideLockedNotice => self.viewing(|view| view.locked_notice = None),
            Action::Shortcuts(shown) => self.viewing(|view| view.shortcuts = shown),
            Action::Lesson(edit) => self.in_lesson(edit),
            Action::Location(edit) => self.moved(edit),
            Action::Autosave(edit) => self.kept(edit),
            Action::Quiz(edit) => self.quizzed(edit),
        };
        let next = if asks_locks { self.unless_locked(next) } else { next };
        let next = if edits { next.worked(&self) } else { next }.taught(&self);
        // Keep the pointer if the value is unchanged, so that nothing is rendered again.
        if next == *self { self } else { Rc::new(next) }
    }
}

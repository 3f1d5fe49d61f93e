//! The pure function that changes the state.

use std::rc::Rc;

use yew::Reducible;

use crate::part::Seam;
use crate::state::action::Action;
use crate::state::lesson::LessonEdit;
use crate::state::look::Slides;
use crate::state::page::State;
use crate::state::performing::performed;
use crate::state::reduce::quiz::QUIZZED;
use crate::state::reduce::training::TRAINED;

pub(crate) mod autosave;
mod lesson;
mod location;
mod question;
pub(crate) mod quiz;
mod rejected;
mod request;
pub(crate) mod solving;
pub(crate) mod training;
mod visit;

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
        let edits = is_edit(&action);
        let asks_locks = Self::asks_locks(&action);
        let next = match action {
            Action::Edit(edit, env) => self.at(performed(&self.history, edit, env)),
            Action::Send(env) => self.sent(env),
            Action::RunConsoleLine(line, env) => self.typed(&line, env),
            Action::Undo => self.at_some(self.history.undo()),
            Action::Redo => self.at_some(self.history.redo()),
            Action::Scrub(position) => self.at(self.history.at(position)),
            Action::Compare(steps) => self.comparing(steps),
            Action::Restore(env) => self.at(self.history.restored(env)),
            Action::StartOver(env) => self.started_over(env),
            Action::ClearLog => self.at(self.history.cleared()),
            Action::Preview(preview) => Self { preview, ..(*self).clone() },
            // A button that loses the focus must not end the preview of the one under the pointer.
            Action::EndPreview(edit) if self.preview.as_ref() != Some(&edit) => return self,
            Action::EndPreview(_) => Self { preview: None, ..(*self).clone() },
            Action::Request(edit) => self.requested(edit),
            Action::Select(selection) => self.viewing(|view| view.select(selection)),
            Action::SelectLines(pair, places) => self.viewing(|view| view.select_in(pair, places)),
            Action::Address(address) => self.viewing(|view| view.address = address),
            Action::Since(since) => self.viewing(|view| view.since = Rc::new(since)),
            Action::Show(rule) => self.viewing(|view| view.rule = Some(rule)),
            Action::FocusGroup(group) => self.viewing(|view| view.group = Some(group)),
            Action::ViewMode(view_mode) => self.viewing(|view| view.view_mode = view_mode),
            Action::Fixes(shown) => self.viewing(|view| view.fixes = shown),
            Action::Ask(packet) => self.viewing(|view| view.packet = packet),
            Action::Lines(lines) => self.viewing(|view| view.lines = Rc::new(lines)),
            Action::SetDirections(direction) => self.viewing(|view| view.direction = direction),
            Action::Drawer(drawer) => self.viewing(|view| view.drawer = drawer),
            Action::SetRequestFormat(form) => self.viewing(|view| view.form = form),
            Action::Resize(height) => self.viewing(|view| view.drawer_height = height),
            Action::SetLanguage(language) => self.viewing(|view| view.language = language),
            Action::SetTheme(theme) => self.viewing(|view| view.theme = theme),
            Action::Guess(guess) => self.asking(|question| Some(question.guessed(guess))),
            Action::HideQuestion => self.asking(|_| None),
            Action::HideLockedNotice => self.viewing(|view| view.locked_notice = None),
            Action::Shortcuts(shown) => self.viewing(|view| view.shortcuts = shown),
            Action::Log(log) => self.viewing(|view| view.log = log),
            Action::Present(slides) => self.presented(slides),
            Action::Lesson(edit) => self.in_lesson(edit),
            Action::Location(edit) => self.moved(edit),
            Action::Autosave(edit) => self.kept(edit),
            Action::Quiz(edit) => self.through(&QUIZZED, edit),
            Action::Training(edit) => self.through(&TRAINED, edit),
        };
        let next = if asks_locks { self.unless_locked(next) } else { next };
        let next = if edits { next.worked(&self) } else { next }.taught(&self).answered(&self);
        // Keep the pointer if the value is unchanged, so that nothing is rendered again.
        if next == *self { self } else { Rc::new(next) }
    }
}

impl State {
    /// The page as an audience sees it. The steps begin with the first scenario of the log, and leave
    /// the page at the last one.
    fn presented(&self, slides: Option<Slides>) -> Self {
        let position = match (self.view.presenting, slides) {
            (_, Some(Slides::Steps)) => Some(0),
            (Some(Slides::Steps), _) => Some(self.history.steps().len()),
            _ => None,
        };
        let there = position.map_or_else(|| self.clone(), |to| self.at(self.history.at(to)));
        there.viewing(|view| view.presenting = slides)
    }

    /// The state after an edit whose code is in a part; unchanged while the part is not here.
    pub(crate) fn through<E>(&self, seam: &Seam<fn(&Self, E) -> Self>, edit: E) -> Self {
        seam.get().map_or_else(|| self.clone(), |change| change(self, edit))
    }
}

/// Whether an action is work on the scenario. Opening something, and returning from it, is not, so
/// it is not saved until the first edit.
const fn is_edit(action: &Action) -> bool {
    let opens = matches!(
        action,
        Action::Location(_)
            | Action::Autosave(_)
            | Action::Quiz(_)
            | Action::Training(_)
            | Action::Present(_)
    );
    !opens && !matches!(action, Action::Lesson(LessonEdit::Leave))
}

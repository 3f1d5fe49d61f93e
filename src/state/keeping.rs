//! What the page keeps of its work for the next visit: whose work is on it, when it may be saved,
//! and what is said where it may not.

use std::rc::Rc;
use std::sync::Arc;

use sg_core::emulator::Env;
use sg_core::history::{Edit, History, WorldEdit};
use sg_core::lesson::first_scene;
use sg_core::model::{Scenario, Timestamp};
use sg_core::share::{Caps, Saved, SavedError, Stamp};

use super::opening::{LostLog, Opening};
use super::sending::link_view;
use super::{State, View};

/// Whose work is on the page, and what is to be said about keeping it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keeping {
    /// Whose work it is.
    pub work: Work,
    /// What is said above the work.
    pub notice: Option<KeepNotice>,
    /// What was said last, so that nothing is said twice in a row.
    said: Option<KeepNotice>,
}

/// Whose work is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Work {
    /// What a link opened, as it was opened: no work of the reader, and never saved.
    #[default]
    Opened,
    /// What was saved before, as it was saved.
    Restored,
    /// Something that the reader has changed since: it is saved.
    Edited,
}

/// What is to be said about keeping the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeepNotice {
    /// The browser gives the page no storage.
    Denied,
    /// The storage has no room for the scene.
    Full,
    /// What was saved cannot be read, and was set aside; with the reason.
    Unread(String),
    /// A later version of the page has saved a scene, which this one does not write over.
    Newer(u64),
    /// Another page has saved something since this one last looked.
    Elsewhere(Stamp),
}

/// What can happen to the keeping.
#[derive(Debug, Clone, PartialEq)]
pub enum KeepEdit {
    /// Says something, unless it is what was said last.
    Say(KeepNotice),
    /// Puts away what is said.
    Hide,
    /// Shows what another page has saved; the work that was here is one undo away.
    Take(Rc<Saved>, Env),
}

/// Whether a page may save now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MaySave {
    /// Under this stamp.
    Yes(Stamp),
    /// Under this stamp, once what lies there unread is set aside; with the reason.
    OnceAside(Stamp, String),
    /// Not before the reader has decided.
    Ask(KeepNotice),
}

impl MaySave {
    /// Whether a page of this name may save over what is stored. `seen` is the stamp of what it
    /// read or saved last: anything else comes from another page, and is not written over unasked.
    /// Unless it is `sure` that what it has seen can be read, it looks at the whole of it now.
    pub fn decide(stored: Option<&str>, seen: Option<&Stamp>, page: &str, sure: bool) -> Self {
        let look = |text: &str| match sure {
            true => Stamp::of(text),
            false => Saved::read(text).map(|saved| saved.stamp),
        };
        let last = seen.map_or(0, |stamp| stamp.revision);
        let next = |last: u64| Stamp { page: page.to_owned(), revision: last.saturating_add(1) };
        match stored.map(look) {
            None => Self::Yes(next(last)),
            Some(Ok(stamp)) if Some(&stamp) == seen => Self::Yes(next(stamp.revision)),
            Some(Ok(stamp)) => Self::Ask(KeepNotice::Elsewhere(stamp)),
            Some(Err(SavedError::Newer(version))) => Self::Ask(KeepNotice::Newer(version)),
            Some(Err(error)) => Self::OnceAside(next(last), error.to_string()),
        }
    }
}

impl State {
    /// The state after somebody's own edit. What is done in a lesson stays there: it takes the place
    /// of nobody's own scene.
    pub(super) fn worked(mut self, before: &Self) -> Self {
        let own = self.place.learning.is_none();
        if own && !Arc::ptr_eq(self.scenario(), before.scenario()) {
            self.keeping.work = Work::Edited;
        }
        self
    }

    /// The page on a scene that was saved before, with its log.
    pub fn restored(saved: &Saved, before: &View) -> Self {
        let scenario = Arc::new(saved.scenario.clone());
        let log = saved.log.as_ref();
        let log = log.and_then(|log| History::replayed(log, &saved.scenario, &Caps::FILE));
        let lost = saved.log_broken || saved.log.is_some() && log.is_none();
        let history = log.unwrap_or_else(|| History::new(Arc::clone(&scenario)));
        let opening = Opening {
            lost_log: lost.then_some(LostLog::Saved),
            ..Opening::start(Arc::new(first_scene())).looking_at(&saved.view)
        };
        let mut state = Self::on(Rc::new(opening), history, before);
        state.view.question = false;
        state.keeping.work = Work::Restored;
        state
    }

    /// The same page with something said about keeping its work.
    #[must_use]
    pub fn saying(&self, notice: KeepNotice) -> Self {
        self.kept(KeepEdit::Say(notice))
    }

    /// What is to be saved.
    pub fn saved(&self, stamp: Stamp, at: Timestamp) -> Saved {
        let scenario = self.scenario().as_ref().clone();
        // Doing the steps of a large scene again would make the next visit wait.
        let small = |scenario: &Scenario| Caps::LINK.hold(scenario);
        let log = self.history.whole().filter(|log| small(&scenario) && small(&log.start));
        let view = link_view(&self.view, None);
        Saved { stamp, at, scenario, view, log, log_broken: false }
    }

    pub(super) fn kept(&self, edit: KeepEdit) -> Self {
        let mut next = self.clone();
        match edit {
            KeepEdit::Say(notice) => {
                if next.keeping.said.as_ref() != Some(&notice) {
                    next.keeping.said = Some(notice.clone());
                    next.keeping.notice = Some(notice);
                }
            }
            KeepEdit::Hide => next.keeping.notice = None,
            KeepEdit::Take(saved, env) => return self.taken(&saved, env),
        }
        next
    }

    fn taken(&self, saved: &Saved, env: Env) -> Self {
        let scenario = Arc::new(saved.scenario.clone());
        let history = self.history.with(Edit::World(WorldEdit::StartOver { scenario }), env);
        let opening = Opening::start(Arc::new(first_scene())).looking_at(&saved.view);
        let mut next = Self::on(Rc::new(opening), history, &self.view);
        next.view.question = false;
        next.console = Rc::clone(&self.console);
        next.quiz = self.quiz.clone();
        next.keeping = Keeping { work: Work::Restored, notice: None, ..self.keeping.clone() };
        next
    }
}

impl Keeping {
    /// The same page after something else was opened in it.
    pub(super) fn reopened(&self) -> Self {
        Self { work: Work::Opened, ..self.clone() }
    }
}

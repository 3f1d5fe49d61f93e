//! Saves the work and loads saved work.

use std::rc::Rc;
use std::sync::Arc;

use crate::state::autosave::{Autosave, AutosaveAction, AutosaveNotice, Work};
use crate::state::opening::{LostLog, Opening};
use crate::state::page::State;
use crate::state::sending::link_view;
use crate::state::view::View;
use sg_core::emulator::Env;
use sg_core::history::{Edit, History, TopologyEdit};
use sg_core::lesson::first_scenario;
use sg_core::model::{Scenario, Timestamp};
use sg_core::share::{Limits, Saved, Stamp};

impl State {
    /// The state after an edit by the user. Work in a lesson stays there and never replaces the
    /// user's own scenario.
    pub(crate) fn worked(mut self, before: &Self) -> Self {
        let own = self.location.learning.is_none();
        if own && !Arc::ptr_eq(self.scenario(), before.scenario()) {
            self.autosave.work = Work::Edited;
        }
        self
    }

    /// The page with a saved scenario and its log.
    pub fn restored(saved: &Saved, before: &View) -> Self {
        let scenario = Arc::new(saved.scenario.clone());
        let log = saved.log.as_ref();
        let log = log.and_then(|log| History::replayed(log, &saved.scenario, &Limits::FILE));
        let lost = saved.log_broken || saved.log.is_some() && log.is_none();
        let history = log.unwrap_or_else(|| History::new(Arc::clone(&scenario)));
        let opening = Opening {
            lost_log: lost.then_some(LostLog::Saved),
            ..Opening::start(Arc::new(first_scenario())).looking_at(&saved.view)
        };
        let mut state = Self::on(Rc::new(opening), history, before);
        state.view.question = false;
        state.autosave.work = Work::Restored;
        state
    }

    /// The same page with a notice about autosave.
    #[must_use]
    pub fn saying(&self, notice: AutosaveNotice) -> Self {
        self.kept(AutosaveAction::Say(notice))
    }

    /// The work to save.
    pub fn saved(&self, stamp: Stamp, at: Timestamp) -> Saved {
        let scenario = self.scenario().as_ref().clone();
        // Replaying the steps of a large scenario would delay the next visit.
        let small = |scenario: &Scenario| Limits::LINK.hold(scenario);
        let log = self.history.whole().filter(|log| small(&scenario) && small(&log.start));
        let view = link_view(&self.view, None);
        Saved { stamp, at, scenario, view, log, log_broken: false }
    }

    pub(crate) fn kept(&self, edit: AutosaveAction) -> Self {
        let mut next = self.clone();
        match edit {
            AutosaveAction::Say(notice) => {
                if next.autosave.said.as_ref() != Some(&notice) {
                    next.autosave.said = Some(notice.clone());
                    next.autosave.notice = Some(notice);
                }
            }
            AutosaveAction::Hide => next.autosave.notice = None,
            AutosaveAction::Take(saved, env) => return self.taken(&saved, env),
        }
        next
    }

    fn taken(&self, saved: &Saved, env: Env) -> Self {
        let scenario = Arc::new(saved.scenario.clone());
        let history = self.history.with(Edit::Topology(TopologyEdit::StartOver { scenario }), env);
        let opening = Opening::start(Arc::new(first_scenario())).looking_at(&saved.view);
        let mut next = Self::on(Rc::new(opening), history, &self.view);
        next.view.question = false;
        next.console = Rc::clone(&self.console);
        next.quiz = self.quiz.clone();
        next.autosave = Autosave { work: Work::Restored, notice: None, ..self.autosave.clone() };
        next
    }
}

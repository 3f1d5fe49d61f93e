//! Saves the work and loads saved work.

use std::rc::Rc;
use std::sync::Arc;

use crate::seam;
use crate::state::autosave::{Autosave, AutosaveAction, AutosaveNotice, Work};
use crate::state::opening::{LostLog, Opening};
use crate::state::page::State;
use crate::state::performing::performed;
use crate::state::sending::link_view;
use crate::state::view::View;
use sg_core::emulator::Env;
use sg_core::history::{Edit, History, TopologyEdit};
use sg_core::lesson::first_scenario;
use sg_core::model::{Scenario, Timestamp};
use sg_core::share::{Limits, Route, Saved, Stamp};

seam! { pub(crate) static RESTORED: fn(&Saved, &View) -> State = State::restored; restored in reading }
seam! { pub(crate) static RESUMED: fn(&Opening, &Saved, &View) -> Option<State> = State::resumed; resumed in reading }
seam! { pub(crate) static TAKEN: fn(&State, &Saved, Env) -> State = State::taken; taken in reading }

impl State {
    /// The state after an edit by the user. Work in a lesson stays there and never replaces the
    /// user's own scenario.
    pub(crate) fn worked(mut self, before: &Self) -> Self {
        let own = self.location.learning.is_none() && self.location.opened.course.is_none();
        if own && !Arc::ptr_eq(self.scenario(), before.scenario()) {
            self.autosave.work = Work::Edited;
        }
        self
    }

    /// The page with a saved scenario and its log.
    pub fn restored(saved: &Saved, before: &View) -> Self {
        let opening = Opening::start(Arc::new(first_scenario())).looking_at(&saved.view);
        Self::restored_at(saved, opening, before)
    }

    /// The page of a link that shows the saved scenario, with the whole saved log: the address of the
    /// work after a reload, which itself holds only the steps that fit. `None` if the link is about
    /// something else, or has steps that are not the newest of the saved ones.
    pub fn resumed(opening: &Opening, saved: &Saved, before: &View) -> Option<Self> {
        let own = matches!(opening.route, Some(Route::Scenario { .. })) && opening.lesson.is_none();
        if !own || *opening.scenario != saved.scenario {
            return None;
        }
        let sent = opening.log.as_ref().and_then(|log| log.whole());
        let sent = sent.map(|log| log.steps).unwrap_or_default();
        saved.log.as_ref().filter(|log| log.steps.ends_with(&sent))?;
        let view = Opening {
            selection: opening.selection.clone(),
            packet: opening.packet,
            direction: opening.direction,
            lines: opening.lines.clone(),
            address: opening.address,
            pane: opening.pane,
            ..Opening::start(Arc::new(first_scenario()))
        };
        let there = Self::restored_at(saved, view, before);
        there.location.lost_log.is_none().then_some(there)
    }

    fn restored_at(saved: &Saved, opening: Opening, before: &View) -> Self {
        let scenario = Arc::new(saved.scenario.clone());
        let log = saved.log.as_ref();
        let log = log.and_then(|log| History::replayed(log, &saved.scenario, &Limits::FILE));
        let lost = saved.log_broken || saved.log.is_some() && log.is_none();
        let history = log.unwrap_or_else(|| History::new(Arc::clone(&scenario)));
        let opening = Opening { lost_log: lost.then_some(LostLog::Saved), ..opening };
        let mut state = Self::on(Rc::new(opening), history, before);
        state.location.question = None;
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
        let log = small(&scenario).then(|| self.history.whole()).flatten();
        let log = log.filter(|log| small(&log.start));
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
            AutosaveAction::Take(saved, env) => {
                return TAKEN.get().map_or(next, |taken| taken(self, &saved, env));
            }
        }
        next
    }

    fn taken(&self, saved: &Saved, env: Env) -> Self {
        let scenario = Arc::new(saved.scenario.clone());
        let history =
            performed(&self.history, Edit::Topology(TopologyEdit::start_over(scenario)), env);
        let opening = Opening::start(Arc::new(first_scenario())).looking_at(&saved.view);
        let mut next = self.showing(Rc::new(opening), history);
        next.location.question = None;
        next.autosave = Autosave { work: Work::Restored, notice: None, ..self.autosave.clone() };
        next
    }
}

//! Opens links and dialogs.

use std::rc::Rc;
use std::sync::Arc;

use crate::state::autosave::{Autosave, Work};
use crate::state::draft::HeldDraft;
use crate::state::location::{Location, LocationEdit, OpenDialog};
use crate::state::look::BuilderTab;
use crate::state::opening::{OPENING, Opening};
use crate::state::page::State;
use crate::state::performing::performed;
use crate::state::quiz::Quizzing;
use crate::state::reduce::training::{NOTED, RESUMING};
use crate::state::request::Request;
use crate::state::view::View;
use sg_core::emulator::Env;
use sg_core::history::{Edit, History, TopologyEdit};
use sg_core::share::{Limits, Route};

impl State {
    /// The page with the content of a link.
    pub fn opened(opening: Opening, view: &View) -> Self {
        let history = opening.history();
        Self::on(Rc::new(opening), history, view)
    }

    pub(crate) fn moved(&self, edit: LocationEdit) -> Self {
        let mut location = self.location.clone();
        match edit {
            LocationEdit::Open(opening, env) => return self.reopened(&opening, env),
            LocationEdit::Follow(fragment, env) => {
                let read = || OPENING.get().map(|opening| opening(&fragment));
                return match Opening::plain(&fragment).or_else(read) {
                    Some(opening) => self.reopened(&Rc::new(opening), env),
                    None => self.clone(),
                };
            }
            LocationEdit::Dialog(dialog) => location.dialog = dialog,
            LocationEdit::Draft(draft) => {
                let next = Self { draft: draft.into(), ..self.clone() };
                return NOTED.get().map_or_else(|| next.clone(), |noted| noted(&next, None));
            }
            LocationEdit::Builder(tab) => return self.building(tab),
            LocationEdit::HideBad => location.bad = None,
            LocationEdit::HideLostLog => location.lost_log = None,
            LocationEdit::HideAbout => location.about = false,
        }
        Self { location, ..self.clone() }
    }

    /// The page with the lesson builder at one of its parts. It makes lessons of the page's own
    /// scenario, so a lesson, quiz or course that is open is left.
    fn building(&self, tab: Option<BuilderTab>) -> Self {
        // An embedded page has no builder.
        if self.view.presentation.embed {
            return self.clone();
        }
        let visits = tab.is_some() && self.is_visiting();
        let noted = NOTED.get().filter(|_| visits).map(|noted| noted(self, None));
        let mut there = noted.unwrap_or_else(|| self.clone());
        if visits {
            there = there.returned().unwrap_or_else(|| match there.location.learning {
                Some(_) => there.with_learning(None),
                None => {
                    let first = Opening::first();
                    let history = first.history();
                    there.showing(Rc::new(first), history)
                }
            });
        }
        there.location.dialog = None;
        if tab.is_some() {
            // An author asks, and is not asked.
            there.location.question = None;
        }
        there.viewing(|view| view.building = tab)
    }

    /// Opens something in a page that has been used. What was done in a lesson, quiz or course is noted
    /// before, and what the record holds of another one is shown after.
    fn reopened(&self, opening: &Rc<Opening>, env: Env) -> Self {
        let noted = NOTED.get().map(|noted| noted(self, Some(env.now)));
        let there = noted.as_ref().unwrap_or(self).opened_over(opening, env);
        match RESUMING.get() {
            Some(resuming) if opening.bad.is_none() => resuming(there),
            _ => there,
        }
    }

    /// Opens something over the work of the page. Work is never lost: undo returns to it. A bad link
    /// only shows a notice.
    fn opened_over(&self, opening: &Rc<Opening>, env: Env) -> Self {
        if opening.bad.is_some() {
            let location =
                Location { bad: opening.bad.clone(), dialog: None, ..self.location.clone() };
            return Self { location, ..self.clone() };
        }
        if let Some(there) = self.returning(opening) {
            return there;
        }
        let from = self.returned().map_or_else(|| Rc::new(self.clone()), Rc::new);
        let history = match opening.is_visit() {
            // What one returns from has a log of its own.
            true => opening.history(),
            false => from.opening_over(opening, env),
        };
        let came_from = match (opening.is_visit(), self.is_visiting()) {
            (false, _) => None,
            (true, true) => self.came_from.clone(),
            (true, false) => Some(from),
        };
        let mut autosave = self.autosave.reopened();
        // An import is the user's own, and what it replaces is a step of its log. An account too large
        // for its log to be saved must not overwrite what is.
        if opening.origins.is_some() && Limits::LINK.hold(&opening.scenario) {
            autosave.work = Work::Edited;
        }
        let mut next = Self { autosave, came_from, ..self.showing(Rc::clone(opening), history) };
        if opening.before.is_some() {
            next.view.compared_with = next.history.position().checked_sub(1);
            next.location.dialog = Some(OpenDialog::Compare);
        }
        let console = match opening.route == Some(Route::New) {
            true => Rc::default(),
            false => Rc::clone(&next.console),
        };
        Self { console, ..next }
    }

    /// The log after opening something over the current work.
    pub(crate) fn opening_over(&self, opening: &Opening, env: Env) -> History {
        let mut earlier = self.work();
        if let Some(before) = &opening.before {
            let source = opening.source(true);
            let edit = TopologyEdit::StartOver { scenario: Arc::clone(before), source };
            earlier = performed(&earlier, Edit::Topology(edit), env);
        }
        match opening.route {
            Some(Route::New) => History::new(Arc::clone(&opening.scenario)),
            // An import can always be undone, whatever it replaces.
            _ if earlier.steps().is_empty() && opening.origins.is_none() => opening.history(),
            // Returning to the link of the current work.
            _ if **earlier.scenario() == *opening.scenario && opening.before.is_none() => earlier,
            Some(
                Route::Start
                | Route::Example { .. }
                | Route::Lesson { .. }
                | Route::OwnLesson { .. }
                | Route::Quiz { .. }
                | Route::Series { .. }
                | Route::Exercise { .. }
                | Route::Course { .. }
                | Route::Result { .. }
                | Route::Scenario { .. },
            )
            | None => {
                let source = opening.source(false);
                let scenario = Arc::clone(&opening.scenario);
                performed(
                    &earlier,
                    Edit::Topology(TopologyEdit::StartOver { scenario, source }),
                    env,
                )
            }
        }
    }

    /// The page with something else opened in it; what belongs to the visitor stays.
    pub(crate) fn showing(&self, opening: Rc<Opening>, history: History) -> Self {
        let (console, draft) = (Rc::clone(&self.console), self.draft.clone());
        let (quiz, autosave) = (self.quiz.turned(), self.autosave.clone());
        let training = Rc::clone(&self.training);
        Self { console, quiz, autosave, draft, training, ..Self::on(opening, history, &self.view) }
    }

    /// The log without a last step that only opened another scenario, so that navigating back and
    /// forth does not grow it. An import stays, because no link leads back to what was imported.
    fn work(&self) -> History {
        let opened = &self.location.opened;
        let is_import = opened.origins.is_some() && *opened.scenario == **self.history.scenario();
        let opened_only = !is_import && self.history.last_step().is_some_and(|step| step.opens());
        match self.history.undo() {
            Some(before) if opened_only => before,
            Some(_) | None => (*self.history).clone(),
        }
    }

    pub(crate) fn on(opening: Rc<Opening>, history: History, before: &View) -> Self {
        let view = opening.view(before);
        let request = match &opening.call {
            Some(call) => Request::from(call),
            None => Request::first(history.scenario()).after(&history),
        };
        let location = Location::at(opening);
        let blank = Self {
            history: Rc::new(history.clone()),
            view,
            request: request.clone(),
            preview: None,
            console: Rc::default(),
            location,
            draft: HeldDraft::default(),
            autosave: Autosave::default(),
            quiz: Quizzing::default(),
            training: Rc::default(),
            came_from: None,
        };
        let mut there = blank.at(history);
        // An address belongs to the pair that was opened, not to the first one in its place.
        let opened = &there.location.opened;
        if there.view.selection == opened.selection {
            there.view.address = opened.address;
        }
        Self { request, ..there }
    }
}

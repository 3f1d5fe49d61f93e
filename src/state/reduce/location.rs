//! Opens links and dialogs.

use std::rc::Rc;
use std::sync::Arc;

use crate::state::autosave::Autosave;
use crate::state::location::{Location, LocationEdit};
use crate::state::opening::Opening;
use crate::state::page::State;
use crate::state::quiz::Quizzing;
use crate::state::request::Request;
use crate::state::view::View;
use sg_core::emulator::Env;
use sg_core::history::{Edit, History, TopologyEdit};
use sg_core::share::Route;

impl State {
    /// The page with the content of a link.
    pub fn opened(opening: Opening, view: &View) -> Self {
        let history = opening.history();
        Self::on(Rc::new(opening), history, view)
    }

    pub(crate) fn moved(&self, edit: LocationEdit) -> Self {
        let mut location = self.location.clone();
        match edit {
            LocationEdit::Open(opening, env) => return self.reopened(opening, env),
            LocationEdit::Dialog(dialog) => location.dialog = dialog,
            LocationEdit::Draft(draft) => return Self { draft, ..self.clone() },
            LocationEdit::HideBad => location.bad = None,
            LocationEdit::HideLostLog => location.lost_log = None,
            LocationEdit::HideAbout => location.about = false,
        }
        Self { location, ..self.clone() }
    }

    /// Opens something in a page that has been used. Work is never lost: undo returns to it. A bad
    /// link only shows a notice.
    fn reopened(&self, opening: Rc<Opening>, env: Env) -> Self {
        if opening.bad.is_some() {
            let location =
                Location { bad: opening.bad.clone(), dialog: None, ..self.location.clone() };
            return Self { location, ..self.clone() };
        }
        let earlier = self.work();
        let history = match opening.route {
            // A quiz must not show anything of the previous scenario.
            Route::New => History::new(Arc::clone(&opening.scenario)),
            // An import can always be undone, whatever it replaces.
            _ if earlier.steps().is_empty() && opening.origins.is_none() => opening.history(),
            // Returning to the link of the current work.
            _ if **earlier.scenario() == *opening.scenario => earlier,
            Route::Start
            | Route::Example { .. }
            | Route::Lesson { .. }
            | Route::OwnLesson { .. }
            | Route::Quiz { .. }
            | Route::Scenario { .. } => {
                let scenario = Arc::clone(&opening.scenario);
                earlier.with(Edit::Topology(TopologyEdit::StartOver { scenario }), env)
            }
        };
        let fresh = opening.route == Route::New;
        let console = if fresh { Rc::default() } else { Rc::clone(&self.console) };
        let (quiz, autosave) = (self.quiz.turned(), self.autosave.reopened());
        let draft = Rc::clone(&self.draft);
        Self { console, quiz, autosave, draft, ..Self::on(opening, history, &self.view) }
    }

    /// The log without a last step that only opened another scenario, so that navigating back and
    /// forth does not grow it.
    fn work(&self) -> History {
        let opened_only = self.history.last_step().is_some_and(|step| {
            matches!(step.edit, Edit::Topology(TopologyEdit::StartOver { .. }))
        });
        match self.history.undo() {
            Some(before) if opened_only => before,
            Some(_) | None => (*self.history).clone(),
        }
    }

    pub(crate) fn on(opening: Rc<Opening>, history: History, before: &View) -> Self {
        let view = opening.view(before);
        let request = match &opening.call {
            Some(call) => Request::from(call),
            None => Request::first(history.scenario()),
        };
        let location = Location::at(opening);
        let blank = Self {
            history: Rc::new(history.clone()),
            view,
            request: request.clone(),
            preview: None,
            console: Rc::default(),
            location,
            draft: Rc::default(),
            autosave: Autosave::default(),
            quiz: Quizzing::default(),
        };
        Self { request, ..blank.at(history) }
    }
}

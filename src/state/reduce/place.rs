//! Opening links, and what lies over the work.

use std::rc::Rc;
use std::sync::Arc;

use crate::state::keeping::Keeping;
use crate::state::lesson::Learning;
use crate::state::opening::Opening;
use crate::state::page::State;
use crate::state::place::{Place, PlaceEdit};
use crate::state::quiz::Quizzing;
use crate::state::request::Request;
use crate::state::sending::permalink;
use crate::state::view::View;
use sg_core::emulator::Env;
use sg_core::history::{Edit, History, WorldEdit};
use sg_core::lesson::Lesson;
use sg_core::share::Route;

impl State {
    /// The page on what a link opens.
    pub fn opened(opening: Opening, view: &View) -> Self {
        let history = opening.history();
        Self::on(Rc::new(opening), history, view)
    }

    /// The link to what the page shows: what was opened, and after an edit the scene itself.
    pub fn route(&self) -> Route {
        let Place { opened, learning, .. } = &self.place;
        // A lesson that is in no list is found by the link that holds it, or by none.
        if learning.is_some() && matches!(opened.route, Route::OwnLesson { .. }) {
            return opened.route.clone();
        }
        let listed = |own: &&Learning| Lesson::find(&own.lesson.id).is_some();
        let as_sent = matches!(opened.route, Route::Scene { .. });
        let unchanged = **self.scenario() == *opened.scenario;
        let learning = learning.as_ref().filter(listed);
        if let Some(learning) = learning.filter(|_| !(as_sent && unchanged)) {
            // The lesson is what somebody comes back to, wherever the work on it stands.
            return learning.route();
        }
        // A lesson that was put away is a scene like any other.
        let lesson = matches!(opened.route, Route::Lesson { .. } | Route::OwnLesson { .. });
        match unchanged && !lesson {
            true => opened.route.clone(),
            false => self.permalink(true),
        }
    }

    /// The link to exactly what the page shows: cell, packets and place included, and the steps that
    /// led to a scene of one's own where they fit, unless somebody wants none.
    pub fn shared_route(&self, with_steps: bool) -> Route {
        let opened = &self.place.opened;
        let View { selection, packet, .. } = &self.view;
        let as_opened = opened.selection.is_some()
            && opened.selection == *selection
            && opened.packet == *packet
            && **self.scenario() == *opened.scenario;
        let route = self.route();
        let whole = matches!(route, Route::Scene { .. } | Route::OwnLesson { .. });
        let unwanted = route.has_log() && !with_steps;
        if (whole || as_opened) && !unwanted { route } else { self.permalink(with_steps) }
    }

    /// The link to the scene itself.
    fn permalink(&self, with_steps: bool) -> Route {
        let log = with_steps.then(|| self.history.recent()).flatten();
        let lesson = self.place.learning.as_ref().map(Learning::link);
        permalink(self.scenario(), &self.view, lesson, log)
    }

    pub(crate) fn moved(&self, edit: PlaceEdit) -> Self {
        let mut place = self.place.clone();
        match edit {
            PlaceEdit::Open(opening, env) => return self.reopened(opening, env),
            PlaceEdit::Over(over) => place.over = over,
            PlaceEdit::Draft(draft) => return Self { draft, ..self.clone() },
            PlaceEdit::HideBad => place.bad = None,
            PlaceEdit::HideLostLog => place.lost_log = None,
            PlaceEdit::HideAbout => place.about = false,
        }
        Self { place, ..self.clone() }
    }

    /// Opens something in a page that has been used. Work is never lost: it is one undo away. A bad
    /// link leaves everything as it is and only says so.
    fn reopened(&self, opening: Rc<Opening>, env: Env) -> Self {
        if opening.bad.is_some() {
            let place = Place { bad: opening.bad.clone(), over: None, ..self.place.clone() };
            return Self { place, ..self.clone() };
        }
        let earlier = self.work();
        let history = match opening.route {
            // Promised to show nothing of what was there before.
            Route::New => History::new(Arc::clone(&opening.scenario)),
            // An import can always be undone, whatever it replaces.
            _ if earlier.steps().is_empty() && opening.origins.is_none() => opening.history(),
            // Going back to where the work is.
            _ if **earlier.scenario() == *opening.scenario => earlier,
            Route::Start
            | Route::Example { .. }
            | Route::Lesson { .. }
            | Route::OwnLesson { .. }
            | Route::Quiz { .. }
            | Route::Scene { .. } => {
                let scenario = Arc::clone(&opening.scenario);
                earlier.with(Edit::World(WorldEdit::StartOver { scenario }), env)
            }
        };
        let fresh = opening.route == Route::New;
        let console = if fresh { Rc::default() } else { Rc::clone(&self.console) };
        let (quiz, keeping) = (self.quiz.turned(), self.keeping.reopened());
        let draft = Rc::clone(&self.draft);
        Self { console, quiz, keeping, draft, ..Self::on(opening, history, &self.view) }
    }

    /// The log without a last step that only opened another scene, so that going back and forth
    /// a thousand times does not make it longer.
    fn work(&self) -> History {
        let opened_only = self
            .history
            .last_step()
            .is_some_and(|step| matches!(step.edit, Edit::World(WorldEdit::StartOver { .. })));
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
        let place = Place::at(opening);
        let blank = Self {
            history: Rc::new(history.clone()),
            view,
            request: request.clone(),
            preview: None,
            console: Rc::default(),
            place,
            draft: Rc::default(),
            keeping: Keeping::default(),
            quiz: Quizzing::default(),
        };
        Self { request, ..blank.at(history) }
    }
}

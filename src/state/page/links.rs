//! Links to the current page.

use crate::state::lesson::Learning;
use crate::state::location::Location;
use crate::state::page::State;
use crate::state::sending::permalink;
use crate::state::view::View;
use sg_core::lesson::Lesson;
use sg_core::share::Route;

/// The steps that a link could include, and whether it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentSteps {
    /// The number of steps since the scenario was opened, including undone ones.
    pub all: usize,
    /// The number of steps done: the position in the log that the page shows.
    pub done: usize,
    /// The number of most recent steps that the link includes: at most
    /// [`Log::MOST_STEPS`](sg_core::share::Log::MOST_STEPS), and none if the page shows an earlier
    /// position.
    pub newest: usize,
    /// Whether the link is short enough with them.
    pub fit: bool,
}

impl State {
    /// The link to the current page: what was opened or, after an edit, the scenario itself.
    pub fn route(&self) -> Route {
        let Location { opened, learning, .. } = &self.location;
        // A lesson that is not listed has only its self-contained link, if any.
        if learning.is_some() && matches!(opened.route, Route::OwnLesson { .. }) {
            return opened.route.clone();
        }
        let listed = |own: &&Learning| Lesson::find(&own.lesson.id).is_some();
        let as_sent = matches!(opened.route, Route::Scenario { .. });
        let unchanged = **self.scenario() == *opened.scenario;
        let learning = learning.as_ref().filter(listed);
        if let Some(learning) = learning.filter(|_| !(as_sent && unchanged)) {
            // A returning user wants the lesson, at any stage of the work.
            return learning.route();
        }
        // After a lesson is closed, its scenario is like any other.
        let lesson = matches!(opened.route, Route::Lesson { .. } | Route::OwnLesson { .. });
        match unchanged && !lesson {
            true => opened.route.clone(),
            false => self.permalink(true),
        }
    }

    /// The link to exactly what the page shows, including cell, packets and location. For the
    /// user's own scenario, it also includes the steps if they fit, unless the user opts out.
    pub fn shared_route(&self, with_steps: bool) -> Route {
        let opened = &self.location.opened;
        let View { selection, packet, .. } = &self.view;
        let as_opened = opened.selection.is_some()
            && opened.selection == *selection
            && opened.packet == *packet
            && **self.scenario() == *opened.scenario;
        let route = self.route();
        let whole = matches!(route, Route::Scenario { .. } | Route::OwnLesson { .. });
        let unwanted = route.has_log() && !with_steps;
        if (whole || as_opened) && !unwanted { route } else { self.permalink(with_steps) }
    }

    /// The link to the scenario alone.
    fn permalink(&self, with_steps: bool) -> Route {
        let log = with_steps.then(|| self.history.recent()).flatten();
        let lesson = self.location.learning.as_ref().map(Learning::link);
        permalink(self.scenario(), &self.view, lesson, log)
    }

    /// The steps for a link to the scenario; `None` if there are none, or if it is shared by name
    /// or by the link it was opened from.
    pub fn sent_steps(&self) -> Option<SentSteps> {
        let route = self.shared_route(true);
        let opened = &self.location.opened;
        // A link passed on unchanged includes the steps it came with.
        let history = match route == opened.route {
            true => opened.log.as_deref()?,
            false => &self.history,
        };
        let (all, done) = history.recent_steps();
        let newest = history.recent().map_or(0, |log| log.steps.len());
        let scenario = matches!(route, Route::Scenario { .. });
        (scenario && all > 0).then_some(SentSteps { all, done, newest, fit: route.has_log() })
    }
}

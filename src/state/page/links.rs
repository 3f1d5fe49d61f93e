//! The links to what the page shows.

use crate::state::lesson::Learning;
use crate::state::location::Location;
use crate::state::page::State;
use crate::state::sending::permalink;
use crate::state::view::View;
use sg_core::lesson::Lesson;
use sg_core::share::Route;

/// The steps that a link to the page is about, and what becomes of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentSteps {
    /// How many there are since the scenario was opened, undone ones included.
    pub all: usize,
    /// How many of them are done: the place of the log that the page shows.
    pub done: usize,
    /// How many the link takes, the newest: at most
    /// [`Log::MOST_STEPS`](sg_core::share::Log::MOST_STEPS), and none where the place that the page
    /// shows lies before those.
    pub newest: usize,
    /// Whether the link is short enough with them.
    pub fit: bool,
}

impl State {
    /// The link to what the page shows: what was opened, and after an edit the scenario itself.
    pub fn route(&self) -> Route {
        let Location { opened, learning, .. } = &self.location;
        // A lesson that is in no list is found by the link that holds it, or by none.
        if learning.is_some() && matches!(opened.route, Route::OwnLesson { .. }) {
            return opened.route.clone();
        }
        let listed = |own: &&Learning| Lesson::find(&own.lesson.id).is_some();
        let as_sent = matches!(opened.route, Route::Scenario { .. });
        let unchanged = **self.scenario() == *opened.scenario;
        let learning = learning.as_ref().filter(listed);
        if let Some(learning) = learning.filter(|_| !(as_sent && unchanged)) {
            // The lesson is what somebody comes back to, wherever the work on it stands.
            return learning.route();
        }
        // A lesson that was put away is a scenario like any other.
        let lesson = matches!(opened.route, Route::Lesson { .. } | Route::OwnLesson { .. });
        match unchanged && !lesson {
            true => opened.route.clone(),
            false => self.permalink(true),
        }
    }

    /// The link to exactly what the page shows: cell, packets and place included, and the steps that
    /// led to a scenario of one's own where they fit, unless somebody wants none.
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

    /// The link to the scenario itself.
    fn permalink(&self, with_steps: bool) -> Route {
        let log = with_steps.then(|| self.history.recent()).flatten();
        let lesson = self.location.learning.as_ref().map(Learning::link);
        permalink(self.scenario(), &self.view, lesson, log)
    }

    /// What becomes of the steps of the scenario in a link to it; none where it has none, or is shared
    /// by its name or by the very link it came from.
    pub fn sent_steps(&self) -> Option<SentSteps> {
        let route = self.shared_route(true);
        let opened = &self.location.opened;
        // A link that is passed on as it came holds the steps that came with it.
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

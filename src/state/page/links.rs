//! Links to the current page.

use crate::seam;
use crate::state::lesson::Learning;
use crate::state::location::Location;
use crate::state::opening::{LESSON, Opening};
use crate::state::page::{State, first_pair};
use crate::state::selection::Selection;
use crate::state::sending::permalink;
use crate::state::view::View;
use sg_core::share::{Limits, LinkExcess, Pane, Route};

seam! {
    /// Writes a link to a scenario.
    pub static WRITE_LINK: fn(&State, bool) -> Option<Route> = State::written_link; write_link in writing
}

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

/// The pane that a link opens: the matrix unless it names another.
fn opened_pane(opened: &Opening) -> Pane {
    opened.pane.unwrap_or(Pane::Matrix)
}

impl State {
    /// The link to the current page: what was opened or, after an edit, the scenario itself; `None` if
    /// it is larger than any link.
    pub fn route(&self) -> Option<Route> {
        let Location { opened, learning, .. } = &self.location;
        // Whatever is done in a course, its link leads back to it.
        if opened.course.is_some() || opened.results.is_some() {
            return opened.route.clone();
        }
        // A lesson that is not listed has only its own link, if any.
        if learning.is_some()
            && matches!(opened.route, Some(Route::OwnLesson { .. } | Route::Exercise { .. }))
        {
            return opened.route.clone();
        }
        let known = |id: &str| LESSON.get().is_some_and(|lesson| lesson(id).is_some());
        let listed = |own: &&Learning| known(&own.lesson.id);
        let as_sent = matches!(opened.route, Some(Route::Scenario { .. }));
        let unchanged = *self.scenario() == opened.scenario;
        let learning = learning.as_ref().filter(listed);
        if let Some(learning) = learning.filter(|_| !(as_sent && unchanged)) {
            // A returning user wants the lesson, at any stage of the work.
            return Some(learning.route());
        }
        // After a lesson is closed, its scenario is like any other.
        let lesson = matches!(
            opened.route,
            Some(Route::Lesson { .. } | Route::OwnLesson { .. } | Route::Exercise { .. })
        );
        match self.is_as_opened() && !lesson {
            true => opened.route.clone(),
            false => self.permalink(true),
        }
    }

    /// Whether the link that was opened still leads here. One that holds its scenario also holds a
    /// view of it, and what it opened may since be looked at in another way.
    pub(crate) fn is_as_opened(&self) -> bool {
        let opened = &self.location.opened;
        let same_view = || match opened.route {
            Some(Route::Scenario { .. }) => {
                self.asks_as_opened() && self.pane() == opened_pane(opened)
            }
            Some(
                Route::Start
                | Route::New
                | Route::Example { .. }
                | Route::Lesson { .. }
                | Route::OwnLesson { .. }
                | Route::Quiz { .. }
                | Route::Series { .. }
                | Route::Exercise { .. }
                | Route::Course { .. }
                | Route::Result { .. },
            )
            | None => true,
        };
        *self.scenario() == opened.scenario && same_view()
    }

    /// Whether the pair, the packets and the lines are those that were opened, as far as a link says.
    fn asks_as_opened(&self) -> bool {
        let opened = &self.location.opened;
        let View { selection, packet, direction, lines, address, .. } = &self.view;
        let exists = |pair: &Selection| pair.exists_in(self.scenario());
        let pair = opened.selection.clone().filter(exists).or_else(|| first_pair(self.scenario()));
        (&pair, &opened.packet, &opened.direction, &opened.lines, &opened.address)
            == (selection, packet, direction, &*lines.of_another(), address)
    }

    fn pane(&self) -> Pane {
        self.view.pane().unwrap_or(Pane::Matrix)
    }

    /// The link to exactly what the page shows, including cell, packets and location. For the
    /// user's own scenario, it also includes the steps if they fit, unless the user opts out. `None`
    /// if the scenario is larger than any link.
    pub fn shared_route(&self, with_steps: bool) -> Option<Route> {
        let opened = &self.location.opened;
        let as_opened = opened.selection.is_some()
            && *self.scenario() == opened.scenario
            && self.asks_as_opened();
        let mut route = self.route()?;
        if let Route::Example { pane, .. } = &mut route
            && self.pane() != opened_pane(opened)
        {
            *pane = Some(self.pane());
        }
        let whole = matches!(route, Route::Scenario { .. } | Route::OwnLesson { .. });
        let unwanted = route.has_log() && !with_steps;
        if (whole || as_opened) && !unwanted { Some(route) } else { self.permalink(with_steps) }
    }

    /// The link to the scenario alone or, until the part that writes it is here, to what was opened.
    fn permalink(&self, with_steps: bool) -> Option<Route> {
        // Counted before anything is copied, or the part is needed, for a link that cannot be.
        if !Limits::LINK.hold(self.scenario()) {
            return None;
        }
        let opened = || self.location.opened.route.clone();
        WRITE_LINK.get().map_or_else(opened, |write| write(self, with_steps))
    }

    fn written_link(&self, with_steps: bool) -> Option<Route> {
        let log = with_steps.then(|| self.history.recent()).flatten();
        // An exercise has only its own link.
        let lesson = self.location.learning.as_ref().filter(|own| own.exercise.is_none());
        let lesson = lesson.map(Learning::link);
        permalink(self.scenario(), &self.view, lesson, log).ok()
    }

    /// The limit that a link to the scenario would exceed, even without steps.
    pub fn link_excess(&self) -> Option<LinkExcess> {
        permalink(self.scenario(), &self.view, None, None).err()
    }

    /// The steps for a link to the scenario; `None` if there are none, or if it is shared by name
    /// or by the link it was opened from.
    pub fn sent_steps(&self) -> Option<SentSteps> {
        let route = self.shared_route(true)?;
        let opened = &self.location.opened;
        // A link passed on unchanged includes the steps it came with.
        let history = match Some(&route) == opened.route.as_ref() {
            true => opened.log.as_deref()?,
            false => &self.history,
        };
        let (all, done) = history.recent_steps();
        let newest = history.recent().map_or(0, |log| log.steps.len());
        let scenario = matches!(route, Route::Scenario { .. });
        (scenario && all > 0).then_some(SentSteps { all, done, newest, fit: route.has_log() })
    }
}

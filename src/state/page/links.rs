//! The links to what the page shows.

use crate::state::page::State;
use sg_core::share::Route;

/// The steps that a link to the page is about, and what becomes of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentSteps {
    /// How many there are since the scene was opened, undone ones included.
    pub all: usize,
    /// How many of them are done: the place of the log that the page shows.
    pub done: usize,
    /// How many the link takes, the newest: at most [`Log::MOST_STEPS`](sg_core::share::Log::MOST_STEPS), and none where the place
    /// that the page shows lies before those.
    pub newest: usize,
    /// Whether the link is short enough with them.
    pub fit: bool,
}

impl State {
    /// What becomes of the steps of the scene in a link to it; none where it has none, or is shared
    /// by its name or by the very link it came from.
    pub fn sent_steps(&self) -> Option<SentSteps> {
        let route = self.shared_route(true);
        let opened = &self.place.opened;
        // A link that is passed on as it came holds the steps that came with it.
        let history = match route == opened.route {
            true => opened.log.as_deref()?,
            false => &self.history,
        };
        let (all, done) = history.recent_steps();
        let newest = history.recent().map_or(0, |log| log.steps.len());
        let scene = matches!(route, Route::Scene { .. });
        (scene && all > 0).then_some(SentSteps { all, done, newest, fit: route.has_log() })
    }
}

//! A connection as the rest of the server sees it.

use std::time::Duration;

use tokio::sync::Notify;

use super::progress::{Phase, Progress};

/// What the rest of the server knows of a connection, and can do to it.
#[derive(Debug, Default)]
pub(super) struct Seat {
    pub(super) progress: Progress,
    pub(super) end: Notify,
}

impl Seat {
    /// How long the connection has been idle; none when it is at work.
    pub(super) fn idle_for(&self) -> Option<Duration> {
        let idle = self.progress.phase() == Phase::Idle;
        idle.then(|| self.progress.since().elapsed())
    }

    /// Ends the connection, after its answer if its request has been heard.
    pub(super) fn end(&self) {
        self.end.notify_one();
    }
}

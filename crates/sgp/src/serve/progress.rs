//! The phase of a connection, and its deadline.

use std::cell::Cell;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use super::server::Limits;

/// Completes after this much time.
pub(super) async fn after(time: Duration) {
    sleep_until(Instant::now() + time).await;
}

/// The phase of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// No byte of a request has been received.
    Idle,
    /// The head of a request is being received.
    Head,
    /// Its body is being received.
    Body,
    /// The answer is being written.
    Answer,
}

/// The phase of a connection and the time it began, shared by all parts of the connection.
#[derive(Debug)]
pub(super) struct Progress(Cell<(Phase, Instant)>);

impl Default for Progress {
    fn default() -> Self {
        Self(Cell::new((Phase::Idle, Instant::now())))
    }
}

impl Progress {
    pub(super) fn enter(&self, phase: Phase) {
        self.0.set((phase, Instant::now()));
    }

    pub(super) fn phase(&self) -> Phase {
        self.0.get().0
    }

    /// When the phase began.
    pub(super) fn since(&self) -> Instant {
        self.0.get().1
    }

    /// When the phase times out.
    pub(super) fn deadline(&self, limits: &Limits) -> Instant {
        let (phase, since) = self.0.get();
        since
            + match phase {
                Phase::Idle => limits.idle,
                Phase::Head => limits.head,
                Phase::Body => limits.body,
                Phase::Answer => limits.answer,
            }
    }
}

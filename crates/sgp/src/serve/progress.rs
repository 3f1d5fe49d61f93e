//! How far a connection has come, and until when it may stay there.

use std::cell::Cell;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use super::server::Limits;

/// Ready once this much time has passed.
pub(super) async fn after(time: Duration) {
    sleep_until(Instant::now() + time).await;
}

/// What a connection is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// No byte of a request has come.
    Idle,
    /// The head of a request is being read.
    Head,
    /// Its body is being read.
    Body,
    /// The answer is being written.
    Answer,
}

/// The phase of a connection and the moment it began. The parts of a connection share one.
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

    /// Since when the phase lasts.
    pub(super) fn since(&self) -> Instant {
        self.0.get().1
    }

    /// When the phase has lasted too long.
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

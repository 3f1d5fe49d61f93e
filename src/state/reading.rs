//! The part of the program that reads: links, saved work, lessons, quizzes and console lines.

use crate::part::{Loading, Missing};
use crate::platform::{LOAD_LEARNER, STORE_LEARNER};
use crate::state::autosave::READ_SAVED;
use crate::state::console::READ_LINES;
use crate::state::lesson::PROGRESS;
use crate::state::opening::{LESSON, OPENING, Opening};
use crate::state::reduce::autosave::{RESTORED, RESUMED, TAKEN};
use crate::state::reduce::quiz::QUIZZED;
use crate::state::reduce::solving::SOLVED;
use crate::state::reduce::training::{BEGUN, LEFT_LESSON, NOTED, RESULTS, RESUMING, TRAINED};

/// Downloads the part.
///
/// # Errors
/// [`Missing`] if it does not arrive.
pub async fn fetch_reading() -> Result<(), Missing> {
    let seams: [fn() -> Loading; 18] = [
        OPENING.loader(),
        LESSON.loader(),
        READ_LINES.loader(),
        READ_SAVED.loader(),
        RESTORED.loader(),
        RESUMED.loader(),
        TAKEN.loader(),
        QUIZZED.loader(),
        TRAINED.loader(),
        NOTED.loader(),
        LEFT_LESSON.loader(),
        RESUMING.loader(),
        BEGUN.loader(),
        RESULTS.loader(),
        LOAD_LEARNER.loader(),
        STORE_LEARNER.loader(),
        SOLVED.loader(),
        PROGRESS.loader(),
    ];
    for load in seams {
        load().await?;
    }
    Ok(())
}

/// Whether the part is here.
pub(super) fn can_read() -> bool {
    // The last one to be fetched.
    PROGRESS.get().is_some()
}

/// Whether opening a fragment needs the part.
pub fn opens_by_reading(fragment: &str) -> bool {
    Opening::plain(fragment).is_none()
}

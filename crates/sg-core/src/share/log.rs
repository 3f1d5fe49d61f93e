//! What led to a scene, beside the scene: where it began, and the steps since as lines of text.

use super::DocumentError;
use crate::model::Scenario;

/// The steps that led to a scene. What a step says is known to `history`; here it is one line.
///
/// The scene itself always stands beside it and has the last word: where a later version answers
/// an old call otherwise, the log is left out and the scene is still the one that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// The scene before the first step.
    pub start: Scenario,
    /// The steps, oldest first, undone ones included; each without a line end.
    pub steps: Vec<String>,
    /// How many of them are done: 0 to their number.
    pub position: usize,
}

impl Log {
    /// The most steps of a link or of a saved scene; each is done again when it is opened.
    pub const MOST_STEPS: usize = 100;

    /// The log, if it holds together.
    ///
    /// # Errors
    /// [`DocumentError`] when there are too many steps, or fewer than are said to be done.
    pub(super) fn checked(self) -> Result<Self, DocumentError> {
        let count = self.steps.len();
        if count > Self::MOST_STEPS {
            let most = Self::MOST_STEPS;
            let sentence = format!("the log has {count} steps, more than the {most} read");
            return Err(DocumentError::at("log", sentence));
        }
        if self.position > count {
            let sentence = format!("the log has {count} steps, and {} are done", self.position);
            return Err(DocumentError::at("log", sentence));
        }
        if self.steps.iter().any(|step| step.contains('\n')) {
            return Err(DocumentError::at("log", "a step is one line"));
        }
        Ok(self)
    }
}

//! The history of a scenario: its starting point, and the steps since then as lines of text.

use super::DocumentError;
use crate::model::Scenario;

/// The steps that led to a scenario. Here a step is an opaque line; `history` interprets it.
///
/// The scenario is always stored as well and takes precedence: if a later version would answer an
/// old call differently, the log is discarded and the scenario stays as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// The scenario before the first step.
    pub start: Scenario,
    /// The steps, oldest first, including undone ones; none contains a newline.
    pub steps: Vec<String>,
    /// How many steps are applied: 0 to the number of steps.
    pub position: usize,
}

impl Log {
    /// The maximum number of steps in a link or saved scenario. All steps are replayed when it is
    /// opened.
    pub const MOST_STEPS: usize = 100;

    /// Validates the log.
    ///
    /// # Errors
    /// [`DocumentError`] if there are too many steps, or fewer than `position`.
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

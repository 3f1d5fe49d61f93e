//! The one way from parts to a scenario: through every check.

use super::check::ScenarioError;
use super::draft::ScenarioDraft;
use super::{Scenario, check, quota};

impl Scenario {
    /// Checks the parts and seals them.
    ///
    /// # Errors
    /// [`ScenarioError`] names the first part that does not fit, by its path.
    pub fn new(parts: ScenarioDraft) -> Result<Self, ScenarioError> {
        check::check(&parts)?;
        let scenario = Self { parts };
        quota::check(&scenario)?;
        Ok(scenario)
    }

    /// The scene after an edit; this one stays as it is.
    ///
    /// # Errors
    /// [`ScenarioError`] when the edited parts no longer fit together.
    pub fn edited(&self, edit: impl FnOnce(&mut ScenarioDraft)) -> Result<Self, ScenarioError> {
        let mut parts = self.parts.clone();
        edit(&mut parts);
        Self::new(parts)
    }
}

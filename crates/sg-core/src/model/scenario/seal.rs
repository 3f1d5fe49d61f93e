//! The one way from parts to a scenario: through every check.

use std::sync::OnceLock;

use super::draft::ScenarioDraft;
use super::fault::ScenarioError;
use super::{Scenario, check, quota};

impl Scenario {
    /// Validates the parts.
    ///
    /// # Errors
    /// [`ScenarioError`] names the path of the first invalid part.
    pub fn new(parts: ScenarioDraft) -> Result<Self, ScenarioError> {
        check::check(&parts)?;
        let scenario = Self { parts, index: OnceLock::new() };
        quota::check(&scenario)?;
        Ok(scenario)
    }

    /// Returns the edited scenario; `self` is unchanged.
    ///
    /// # Errors
    /// [`ScenarioError`] if the edited parts are inconsistent.
    pub fn edited(&self, edit: impl FnOnce(&mut ScenarioDraft)) -> Result<Self, ScenarioError> {
        let mut parts = self.parts.clone();
        edit(&mut parts);
        Self::new(parts)
    }
}

//! One recipe: a call to try, and what may be added to the scenario for it.

use crate::specimen::fixture::Fixture;

/// What a recipe takes: an edit that is made at once, or one that takes time.
pub(in crate::specimen) const LIGHT: u8 = 1;
pub(in crate::specimen) const HEAVY: u8 = 2;

/// A call template, with fixtures that may be added to the scenario for it.
#[derive(Debug, Clone, Copy)]
pub(in crate::specimen) struct Recipe {
    /// The call.
    pub(in crate::specimen) call: &'static str,
    /// An earlier call of the same operation.
    pub(in crate::specimen) first: Option<&'static str>,
    /// What to add if the current scenario is not sufficient.
    pub(in crate::specimen) fixtures: &'static [Fixture],
}

impl Recipe {
    pub(in crate::specimen) const fn new(call: &'static str) -> Self {
        Self { call, first: None, fixtures: &[Fixture::Groups] }
    }

    pub(in crate::specimen) const fn with(
        call: &'static str,
        fixtures: &'static [Fixture],
    ) -> Self {
        Self { call, first: None, fixtures }
    }

    pub(in crate::specimen) const fn after(first: &'static str, call: &'static str) -> Self {
        Self { call, first: Some(first), fixtures: &[Fixture::Groups] }
    }

    /// Whether its fixtures are quick or slow to add.
    pub(in crate::specimen) fn weight(&self) -> u8 {
        if self.fixtures.iter().any(|fixture| fixture.is_heavy()) { HEAVY } else { LIGHT }
    }
}

//! What proposed edits do, for several proposals to the same scenario.

use std::cell::OnceCell;
use std::sync::Arc;

use sg_core::connectivity::{Edit, Reach};
use sg_core::history::{Proposal, proposal};
use sg_core::model::Scenario;

/// A scenario to which edits are proposed. It is prepared when the first of them is judged.
#[derive(Debug)]
pub struct Proposals {
    scenario: Arc<Scenario>,
    reach: OnceCell<Reach>,
}

impl PartialEq for Proposals {
    fn eq(&self, other: &Self) -> bool {
        self.scenario == other.scenario
    }
}

impl Eq for Proposals {}

impl Proposals {
    /// Proposals to a scenario.
    pub fn to(scenario: &Arc<Scenario>) -> Self {
        Self { scenario: Arc::clone(scenario), reach: OnceCell::new() }
    }

    /// The scenario before any of them.
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// What some edits do; `None` if they do not fit the scenario.
    pub fn judge(&self, edits: &[Edit]) -> Option<Proposal> {
        let reach = self.reach.get_or_init(|| Reach::new(&self.scenario));
        proposal(reach, edits).ok()
    }
}

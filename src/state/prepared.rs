//! What the page works out of a large scenario before it shows it, so that it never stops for long.

use std::sync::Arc;

use sg_core::connectivity::{EquivalentEnds, Reach};

/// The answers to a scenario, prepared.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The compiled rules.
    pub reach: Arc<Reach>,
    /// The ends that answer alike, of all packets and both directions.
    pub equivalent: Arc<EquivalentEnds>,
}

impl PartialEq for Prepared {
    /// What is prepared follows from the scenario, so other answers mean another scenario.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.reach, &other.reach)
    }
}

impl Eq for Prepared {}

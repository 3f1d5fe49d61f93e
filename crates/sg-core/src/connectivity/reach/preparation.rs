//! Prepares a scenario, group by group.

use std::sync::{Arc, OnceLock};

use crate::model::Scenario;

use super::Reach;
use super::address_index::AddressIndex;
use super::group_tables::GroupTables;

impl Reach {
    /// Prepares a scenario.
    pub fn new(scenario: &Scenario) -> Self {
        let mut preparation = Self::preparation(scenario);
        loop {
            if let Some(reach) = preparation.step() {
                return reach;
            }
        }
    }

    /// The same in steps, for a caller that must not stop for long.
    pub fn preparation(scenario: &Scenario) -> Preparation {
        let address_index = Arc::new(AddressIndex::new(scenario));
        Preparation { scenario: scenario.clone(), address_index, nodes: Vec::new() }
    }
}

/// A scenario being prepared, one group a step.
pub struct Preparation {
    scenario: Scenario,
    address_index: Arc<AddressIndex>,
    nodes: Vec<GroupTables>,
}

impl Preparation {
    /// Compiles the rules of the next group. The prepared scenario, once there is no further one.
    pub fn step(&mut self) -> Option<Reach> {
        if let Some(group) = self.scenario.groups().nth(self.nodes.len()) {
            self.nodes.push(GroupTables::new(&self.scenario, group, &self.address_index));
            return None;
        }
        Some(Reach {
            scenario: self.scenario.clone(),
            address_index: Arc::clone(&self.address_index),
            nodes: std::mem::take(&mut self.nodes),
            equivalent: OnceLock::new(),
        })
    }
}

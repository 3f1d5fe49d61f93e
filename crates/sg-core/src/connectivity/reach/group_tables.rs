//! The compiled rules of a group, by direction.

use std::sync::Arc;

use crate::model::{Direction, GroupType, Scenario, SecurityGroup};

use super::address_index::AddressIndex;
use super::table::Table;

/// A group and its compiled rules.
#[derive(Debug, Clone)]
pub(super) struct GroupTables {
    pub(super) group_type: GroupType,
    pub(super) ingress: Arc<Table>,
    pub(super) egress: Arc<Table>,
}

impl GroupTables {
    pub(super) fn table(&self, direction: Direction) -> &Table {
        match direction {
            Direction::Ingress => &self.ingress,
            Direction::Egress => &self.egress,
        }
    }

    pub(super) fn new(
        scenario: &Scenario,
        group: &SecurityGroup,
        address_index: &AddressIndex,
    ) -> Self {
        let table = |direction| Arc::new(Table::new(scenario, group, direction, address_index));
        Self {
            group_type: group.group_type,
            ingress: table(Direction::Ingress),
            egress: table(Direction::Egress),
        }
    }
}

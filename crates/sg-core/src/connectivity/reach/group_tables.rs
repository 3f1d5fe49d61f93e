//! The compiled rules of a group, by direction.

use std::sync::Arc;

use crate::model::{Direction, GroupType, Scenario, SecurityGroup, Unread};

use crate::connectivity::precedence;

use super::address_index::{AddressIndex, number};
use super::table::Table;

/// A group and its compiled rules.
#[derive(Debug, Clone)]
pub(super) struct GroupTables {
    pub(super) group_type: GroupType,
    /// Whether the policy connects members, if that is known.
    pub(super) connects: Option<bool>,
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
        let table = |direction| compiled(scenario, group, direction, address_index);
        Self {
            group_type: group.group_type,
            connects: precedence::connects(group),
            ingress: table(Direction::Ingress),
            egress: table(Direction::Egress),
        }
    }
}

/// The rules of a group in one direction; none for a group without members, which decides nothing.
pub(super) fn compiled(
    scenario: &Scenario,
    group: &SecurityGroup,
    direction: Direction,
    address_index: &AddressIndex,
) -> Arc<Table> {
    let place = number(scenario, &group.id);
    Arc::new(match place.is_some_and(|place| !address_index.members(place).is_empty()) {
        true => Table::new(scenario, group, direction, address_index),
        false => {
            let (rules, unread) = (Vec::new(), Unread::default());
            let nobody = SecurityGroup { rules, unread, ..group.clone() };
            Table::new(scenario, &nobody, direction, &AddressIndex::default())
        }
    })
}

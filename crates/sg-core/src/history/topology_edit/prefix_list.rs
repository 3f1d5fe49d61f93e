//! Prefix lists: named sets of address blocks that rules can reference.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{TopologyEditError, name};
use crate::emulator::IdGenerator;
use crate::model::{IpNet, Peer, PrefixList, PrefixListId, Scenario};

/// An edit of a prefix list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrefixListEdit {
    /// Creates a list.
    Create {
        /// `PrefixListName`.
        name: String,
        /// Its entries, all IPv4 or all IPv6; may be empty.
        blocks: Vec<IpNet>,
        /// `MaxEntries`, 1 to 200.
        max_entries: u16,
    },
    /// Changes the name, entries and capacity of a list; each may stay the same.
    Change {
        /// The list.
        list: PrefixListId,
        /// The new name.
        name: String,
        /// The new entries.
        blocks: Vec<IpNet>,
        /// The new capacity.
        max_entries: u16,
    },
    /// Deletes a list that no rule references.
    Delete {
        /// The list.
        list: PrefixListId,
    },
}

/// `MaxEntries` of the prefix list calls: 1 to 200.
const MAX_ENTRIES: std::ops::RangeInclusive<u16> = 1..=200;

impl PrefixListEdit {
    pub(super) fn apply(
        &self,
        scenario: &Scenario,
        generator: &mut IdGenerator,
    ) -> Result<Scenario, TopologyEditError> {
        match self {
            Self::Create { name, blocks, max_entries } => {
                let id = generator.prefix_list_id(scenario);
                put(scenario, id, name, blocks, *max_entries)
            }
            Self::Change { list, name, blocks, max_entries } => {
                known(scenario, list)?;
                put(scenario, list.clone(), name, blocks, *max_entries)
            }
            Self::Delete { list } => delete(scenario, list),
        }
    }
}

fn known(scenario: &Scenario, id: &PrefixListId) -> Result<(), TopologyEditError> {
    let list = scenario.prefix_list(id);
    list.map(|_| ()).ok_or_else(|| TopologyEditError::Unknown(id.to_string()))
}

/// Inserts a list by its id: at the end if it is new, otherwise in place.
fn put(
    scenario: &Scenario,
    id: PrefixListId,
    name: &str,
    blocks: &[IpNet],
    max_entries: u16,
) -> Result<Scenario, TopologyEditError> {
    let name = name::required(name)?;
    if !MAX_ENTRIES.contains(&max_entries) {
        return Err(TopologyEditError::MaxEntries(max_entries));
    }
    let mut seen = BTreeSet::new();
    if let Some(again) = blocks.iter().find(|block| !seen.insert(**block)) {
        return Err(TopologyEditError::Repeated(*again));
    }
    let list = PrefixList {
        id: id.clone(),
        name,
        blocks: blocks.to_vec(),
        max_entries,
        unread_entries: false,
    };
    Ok(scenario.edited(|parts| {
        parts.prefix_lists.insert(id, Arc::new(list));
    })?)
}

fn delete(scenario: &Scenario, id: &PrefixListId) -> Result<Scenario, TopologyEditError> {
    known(scenario, id)?;
    let peer = Peer::PrefixList(id.clone());
    let users =
        scenario.groups().filter(|group| group.rules.iter().any(|rule| rule.spec.peer == peer));
    let users: Vec<String> = users.map(|group| group.label().to_owned()).collect();
    if !users.is_empty() {
        return Err(TopologyEditError::InUse(users));
    }
    Ok(scenario.edited(|parts| {
        parts.prefix_lists.shift_remove(id);
    })?)
}

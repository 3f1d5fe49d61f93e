//! Prefix lists: address blocks under one id that rules can name.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{WorldEditError, name};
use crate::emulator::Mint;
use crate::model::{IpNet, Peer, PrefixList, PrefixListId, Scenario};

/// An edit of a prefix list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrefixListEdit {
    /// A new list.
    Create {
        /// `PrefixListName`.
        name: String,
        /// Its entries, all IPv4 or all IPv6; may be none.
        blocks: Vec<IpNet>,
        /// `MaxEntries`, 1 to 200.
        max_entries: u16,
    },
    /// Gives a list another name, entries and capacity, which may be the ones it has.
    Change {
        /// Which one.
        list: PrefixListId,
        /// The name it gets.
        name: String,
        /// The entries it gets.
        blocks: Vec<IpNet>,
        /// The capacity it gets.
        max_entries: u16,
    },
    /// Deletes a list that no rule names.
    Delete {
        /// Which one.
        list: PrefixListId,
    },
}

/// `MaxEntries` of the prefix list calls: 1 to 200.
const MAX_ENTRIES: std::ops::RangeInclusive<u16> = 1..=200;

impl PrefixListEdit {
    pub(super) fn apply(
        &self,
        scenario: &Scenario,
        mint: &mut Mint,
    ) -> Result<Scenario, WorldEditError> {
        match self {
            Self::Create { name, blocks, max_entries } => {
                let id = mint.prefix_list_id(scenario);
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

fn known(scenario: &Scenario, id: &PrefixListId) -> Result<(), WorldEditError> {
    let list = scenario.prefix_list(id);
    list.map(|_| ()).ok_or_else(|| WorldEditError::Unknown(id.to_string()))
}

/// Puts a list where its id says: at the end where it is new, else in its place.
fn put(
    scenario: &Scenario,
    id: PrefixListId,
    name: &str,
    blocks: &[IpNet],
    max_entries: u16,
) -> Result<Scenario, WorldEditError> {
    let name = name::required(name)?;
    if !MAX_ENTRIES.contains(&max_entries) {
        return Err(WorldEditError::MaxEntries(max_entries));
    }
    let mut seen = BTreeSet::new();
    if let Some(again) = blocks.iter().find(|block| !seen.insert(**block)) {
        return Err(WorldEditError::Repeated(*again));
    }
    let list = PrefixList { id: id.clone(), name, blocks: blocks.to_vec(), max_entries };
    Ok(scenario.edited(|parts| {
        parts.prefix_lists.insert(id, Arc::new(list));
    })?)
}

fn delete(scenario: &Scenario, id: &PrefixListId) -> Result<Scenario, WorldEditError> {
    known(scenario, id)?;
    let peer = Peer::PrefixList(id.clone());
    let users =
        scenario.groups().filter(|group| group.rules.iter().any(|rule| rule.spec.peer == peer));
    let users: Vec<String> = users.map(|group| group.label().to_owned()).collect();
    if !users.is_empty() {
        return Err(WorldEditError::InUse(users));
    }
    Ok(scenario.edited(|parts| {
        parts.prefix_lists.shift_remove(id);
    })?)
}

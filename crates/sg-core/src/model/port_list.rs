//! Port lists, and the ports that a rule takes from one.

use std::sync::Arc;

use super::{PortListId, PortRange};

/// A port list: port ranges with one name, which rules refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortList {
    /// `PortRangeListId`.
    pub id: PortListId,
    /// `PortRangeListName`.
    pub name: String,
    /// The entries; no range occurs twice.
    pub entries: Vec<PortEntry>,
    /// `MaxEntries`: the most entries, and how many rules a rule with the list counts for.
    pub max_entries: u16,
}

/// An entry of a port list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortEntry {
    /// `PortRange`.
    pub range: PortRange,
    /// `Description`; may be empty.
    pub description: String,
}

impl PortList {
    /// The largest number of entries that a list can have room for (limits page, 2026).
    pub const MOST_ENTRIES: u16 = 2_000;

    /// The list as a rule refers to it.
    pub fn listed(&self) -> ListedPorts {
        let ranges = self.entries.iter().map(|entry| entry.range).collect();
        ListedPorts { id: self.id.clone(), ranges }
    }

    /// The name, or else the id.
    pub fn label(&self) -> &str {
        if self.name.is_empty() { self.id.as_str() } else { &self.name }
    }
}

/// The destination ports of a rule with a port list: the list and its ranges.
///
/// The ranges are those of the list in the scenario ([`Scenario::new`](super::Scenario::new) checks
/// it), so that a rule says by itself which packets it matches.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ListedPorts {
    /// The list.
    pub id: PortListId,
    /// The ranges of its entries, in order. A rule with an empty list matches nothing.
    pub ranges: Arc<[PortRange]>,
}

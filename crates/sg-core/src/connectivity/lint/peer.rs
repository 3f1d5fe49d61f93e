//! What rules name, and how much of it is known.

use std::collections::BTreeSet;

use crate::model::{IpNet, Peer, Rule, Scenario, SecurityGroupId};

/// The blocks of a rule's peer; empty for a group.
pub(in crate::connectivity) fn blocks(scenario: &Scenario, rule: &Rule) -> Vec<IpNet> {
    match &rule.spec.peer {
        Peer::Cidr(block) => vec![*block],
        Peer::PrefixList(id) => {
            scenario.prefix_list(id).map_or_else(Vec::new, |list| list.blocks.clone())
        }
        Peer::Group(_) => Vec::new(),
    }
}

/// Whether a rule names a group or a prefix list of which not everything is known.
pub(super) fn is_uncertain(scenario: &Scenario, rule: &Rule) -> bool {
    match &rule.spec.peer {
        Peer::Cidr(_) => false,
        Peer::Group(id) => scenario.group(id).is_none_or(|group| group.owner.is_some()),
        Peer::PrefixList(id) => scenario.prefix_list(id).is_none_or(|list| list.unread_entries),
    }
}

/// The groups of which not everything is known.
pub(super) fn uncertain_groups(scenario: &Scenario) -> BTreeSet<&SecurityGroupId> {
    let uncertain = scenario.groups().filter(|group| {
        !group.unread.is_nothing() || group.rules.iter().any(|rule| is_uncertain(scenario, rule))
    });
    uncertain.map(|group| &group.id).collect()
}

//! Quotas that span several parts of a scene.

use std::sync::Arc;

use crate::model::{
    LimitId, NetworkInterface, Peer, Rule, Scenario, SecurityGroup, SecurityGroupId,
};

/// How many of the allowed rules one rule counts for: a prefix list counts as the most entries it
/// may hold (security group rules page, 2026).
pub(super) fn weight(scenario: &Scenario, rule: &Rule) -> usize {
    match &rule.peer {
        Peer::PrefixList(id) => {
            scenario.prefix_list(id).map_or(1, |list| usize::from(list.max_entries).max(1))
        }
        Peer::Cidr(_) | Peer::Group(_) => 1,
    }
}

/// What the rules of a group count for, both directions together.
pub(super) fn rules_of(scenario: &Scenario, group: &SecurityGroup) -> usize {
    group.rules.iter().map(|rule| weight(scenario, rule)).sum()
}

/// What the rules of all groups of an interface count for.
pub(super) fn rules_on(scenario: &Scenario, interface: &NetworkInterface) -> usize {
    let groups = interface.groups.iter().filter_map(|id| scenario.group(id));
    groups.map(|group| rules_of(scenario, group)).sum()
}

/// Whether `more` rules in a group would exceed the quota of an interface in it, or of the group
/// alone (`Assumption::QuotaOfLoneGroup`).
pub(super) fn exceeds_rules(scenario: &Scenario, group: &Arc<SecurityGroup>, more: usize) -> bool {
    let limit = LimitId::RulesPerInterface.value();
    let members = scenario.members(&group.id).map(|interface| rules_on(scenario, interface));
    members.chain([rules_of(scenario, group)]).any(|rules| rules + more > limit)
}

/// Private addresses of a group's members.
pub(super) fn addresses_in(scenario: &Scenario, group: &SecurityGroupId) -> usize {
    scenario.members(group).map(|interface| interface.addresses.len()).sum()
}

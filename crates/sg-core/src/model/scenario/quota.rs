//! How much of each quota a scenario uses, counted the way the service counts.

use std::collections::BTreeMap;

use super::Scenario;
use super::check::{Checked, at_most};
use crate::model::{
    GroupType, LimitId, NetworkInterface, Peer, Rule, SecurityGroup, SecurityGroupId,
};

/// How many rules a rule counts for in quotas: a prefix list counts as its maximum number of
/// entries (security group rules page, 2026).
pub fn weight(scenario: &Scenario, rule: &Rule) -> usize {
    match &rule.spec.peer {
        Peer::PrefixList(id) => {
            scenario.prefix_list(id).map_or(1, |list| usize::from(list.max_entries).max(1))
        }
        Peer::Cidr(_) | Peer::Group(_) => 1,
    }
}

/// The quota use of a group's rules, both directions combined.
pub fn rules_of(scenario: &Scenario, group: &SecurityGroup) -> usize {
    group.rules.iter().map(|rule| weight(scenario, rule)).sum()
}

/// The quota use of the rules of all groups of an interface, both directions combined.
pub fn rules_on(scenario: &Scenario, interface: &NetworkInterface) -> usize {
    let groups = interface.groups.iter().filter_map(|id| scenario.group(id));
    groups.map(|group| rules_of(scenario, group)).sum()
}

/// Whether adding `more` rules to a group would exceed the quota of one of its interfaces. The
/// pages of 2026 give no figure for a single group; a group without members is held to the same
/// limit.
pub fn exceeds_rules(scenario: &Scenario, group: &SecurityGroup, more: usize) -> bool {
    let limit = LimitId::RulesPerInterface.value();
    let members = scenario.members(&group.id).map(|interface| rules_on(scenario, interface));
    members.chain([rules_of(scenario, group)]).any(|rules| rules + more > limit)
}

/// The number of private addresses of a group's members.
pub fn addresses_in(scenario: &Scenario, group: &SecurityGroupId) -> usize {
    scenario.members(group).map(|interface| interface.addresses.len()).sum()
}

/// The quota on a group's members and its current use: private addresses for a basic group,
/// interfaces for an advanced one (basic and advanced security groups page).
pub fn members_of(scenario: &Scenario, group: &SecurityGroup) -> (LimitId, usize) {
    let members = scenario.members(&group.id);
    (members_limit(group), members.map(|interface| share_of(group, interface)).sum())
}

fn members_limit(group: &SecurityGroup) -> LimitId {
    match group.group_type {
        GroupType::Basic(_) => LimitId::AddressesPerBasicGroup,
        GroupType::Advanced => LimitId::InterfacesPerAdvancedGroup,
    }
}

/// What one more member adds to the quota in [`members_of`].
pub fn share_of(group: &SecurityGroup, interface: &NetworkInterface) -> usize {
    match group.group_type {
        GroupType::Basic(_) => interface.addresses.len(),
        GroupType::Advanced => 1,
    }
}

/// Rejects a scenario that exceeds the quotas on interfaces or members.
pub(super) fn check(scenario: &Scenario) -> Checked {
    // A single pass over all members: a large scenario is checked after every edit.
    let mut groups: BTreeMap<&SecurityGroupId, (usize, usize)> =
        scenario.groups().map(|group| (&group.id, (rules_of(scenario, group), 0))).collect();
    for interface in scenario.interfaces() {
        let mut carried = 0;
        for id in &interface.groups {
            let (Some(group), Some((rules, used))) = (scenario.group(id), groups.get_mut(id))
            else {
                continue;
            };
            carried += *rules;
            *used += share_of(group, interface);
        }
        let path = || format!("interfaces.{}.groups", interface.id);
        at_most(LimitId::RulesPerInterface, carried, path)?;
    }
    for group in scenario.groups() {
        let used = groups.get(&group.id).map_or(0, |(_, used)| *used);
        at_most(members_limit(group), used, || format!("groups.{}", group.id))?;
    }
    Ok(())
}

//! How much of each quota a scenario uses, counted the way the service counts.

use std::collections::BTreeMap;

use super::Scenario;
use super::draft::ScenarioDraft;
use super::fault::{Checked, at_most};
use crate::map::map_of;
use crate::model::{
    GroupType, LimitId, NetworkInterface, Peer, Rule, SecurityGroup, SecurityGroupId,
};

/// How many rules a rule counts for in quotas: a prefix list or a port list counts as its maximum
/// number of entries (security group rules page, 2026). A rule with both counts for each pair of
/// entries, which no page says.
pub fn weight(scenario: &Scenario, rule: &Rule) -> usize {
    weight_in(scenario.parts(), rule)
}

fn weight_in(parts: &ScenarioDraft, rule: &Rule) -> usize {
    let prefixes = match &rule.spec.peer {
        Peer::PrefixList(id) => {
            parts.prefix_lists.get(id).map_or(1, |list| usize::from(list.max_entries).max(1))
        }
        Peer::Cidr(_) | Peer::Group(_) => 1,
    };
    let list = rule.spec.port_list.as_ref().and_then(|listed| parts.port_lists.get(&listed.id));
    prefixes * list.map_or(1, |list| usize::from(list.max_entries).max(1))
}

/// The rules of a group that reference another group.
pub fn group_peers(group: &SecurityGroup) -> usize {
    group.rules.iter().filter(|rule| matches!(rule.spec.peer, Peer::Group(_))).count()
}

/// The highest use of each quota that is used more than the quota allows.
pub fn exceeded(parts: &ScenarioDraft) -> BTreeMap<LimitId, usize> {
    let mut used: BTreeMap<LimitId, usize> = BTreeMap::new();
    let mut note = |limit: LimitId, count: usize| {
        let most = used.entry(limit).or_insert(0);
        *most = (*most).max(count);
    };
    let mut groups: BTreeMap<&SecurityGroupId, (usize, usize)> = BTreeMap::new();
    for (id, group) in &parts.groups {
        note(LimitId::GroupPeersPerBasicGroup, group_peers(group));
        let rules = group.rules.iter().map(|rule| weight_in(parts, rule)).sum();
        groups.insert(id, (rules, 0));
    }
    for interface in parts.interfaces.values() {
        note(LimitId::GroupsPerInterface, interface.groups.len());
        let mut carried = 0;
        for id in &interface.groups {
            let (Some(group), Some((rules, members))) = (parts.groups.get(id), groups.get_mut(id))
            else {
                continue;
            };
            carried += *rules;
            *members += share_of(group, interface);
        }
        note(LimitId::RulesPerInterface, carried);
    }
    for (id, (_, members)) in groups {
        if let Some(group) = parts.groups.get(id) {
            note(members_limit(group), members);
        }
    }
    note(LimitId::GroupsPerRegion, parts.groups.len());
    used.retain(|limit, count| *count > parts.quotas.get(*limit));
    used
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
    let limit = scenario.quotas().get(LimitId::RulesPerInterface);
    let members = scenario.members(&group.id).map(|interface| rules_on(scenario, interface));
    members.chain([rules_of(scenario, group)]).any(|rules| rules + more > limit)
}

/// The private addresses of an interface, for which a prefix counts as one each.
fn addresses_of(interface: &NetworkInterface) -> usize {
    interface.addresses.len() + interface.more.prefixes.len()
}

/// The number of private addresses of a group's members.
pub fn addresses_in(scenario: &Scenario, group: &SecurityGroupId) -> usize {
    scenario.members(group).map(|interface| addresses_of(interface)).sum()
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
        GroupType::Basic(_) => addresses_of(interface),
        GroupType::Advanced => 1,
    }
}

/// Rejects a scenario that exceeds the quotas on interfaces or members.
pub(super) fn check(scenario: &Scenario) -> Checked {
    // A single pass over all members: a large scenario is checked after every edit.
    let mut groups: BTreeMap<&SecurityGroupId, (usize, usize)> =
        map_of(scenario.groups().map(|group| (&group.id, (rules_of(scenario, group), 0))));
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
        at_most(scenario.quotas(), LimitId::RulesPerInterface, carried, path)?;
    }
    for group in scenario.groups() {
        let used = groups.get(&group.id).map_or(0, |(_, used)| *used);
        at_most(scenario.quotas(), members_limit(group), used, || format!("groups.{}", group.id))?;
    }
    Ok(())
}

//! How much of each quota a scene uses, counted as the service counts.

use super::scenario::{ScenarioError, ScenarioFault};
use super::{
    GroupType, LimitId, NetworkInterface, Peer, Rule, Scenario, SecurityGroup, SecurityGroupId,
};

/// How many rules one rule counts for: a prefix list counts as the most entries it may hold
/// (security group rules page, 2026).
pub fn weight(scenario: &Scenario, rule: &Rule) -> usize {
    match &rule.peer {
        Peer::PrefixList(id) => {
            scenario.prefix_list(id).map_or(1, |list| usize::from(list.max_entries).max(1))
        }
        Peer::Cidr(_) | Peer::Group(_) => 1,
    }
}

/// What the rules of a group count for, both directions together.
pub fn rules_of(scenario: &Scenario, group: &SecurityGroup) -> usize {
    group.rules.iter().map(|rule| weight(scenario, rule)).sum()
}

/// What the rules of all groups of an interface count for, both directions together.
pub fn rules_on(scenario: &Scenario, interface: &NetworkInterface) -> usize {
    let groups = interface.groups.iter().filter_map(|id| scenario.group(id));
    groups.map(|group| rules_of(scenario, group)).sum()
}

/// Private addresses of a group's members.
pub fn addresses_in(scenario: &Scenario, group: &SecurityGroupId) -> usize {
    scenario.members(group).map(|interface| interface.addresses.len()).sum()
}

/// The quota on a group's members, and how much of it they use: private addresses of a basic
/// group, interfaces of an advanced one (basic and advanced security groups page).
pub fn members_of(scenario: &Scenario, group: &SecurityGroup) -> (LimitId, usize) {
    match group.group_type {
        GroupType::Basic(_) => {
            (LimitId::AddressesPerBasicGroup, addresses_in(scenario, &group.id))
        }
        GroupType::Advanced => {
            (LimitId::InterfacesPerAdvancedGroup, scenario.members(&group.id).count())
        }
    }
}

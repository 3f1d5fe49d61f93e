//! How much of each quota is in use, counted as the service counts.

use crate::model::{
    GroupType, LimitId, NetworkInterface, Peer, Rule, Scenario, SecurityGroup, SecurityGroupId,
};

/// How many rules one rule counts for: a prefix list counts as the most entries it may hold
/// (security group rules page).
pub(super) fn weight(scenario: &Scenario, rule: &Rule) -> usize {
    match &rule.peer {
        Peer::PrefixList(id) => {
            scenario.prefix_list(id).map_or(1, |list| usize::from(list.max_entries).max(1))
        }
        Peer::Cidr(_) | Peer::Group(_) => 1,
    }
}

/// What the rules of all groups of an interface count for, both directions together.
pub(super) fn rules_on(scenario: &Scenario, interface: &NetworkInterface) -> usize {
    let groups = interface.groups.iter().filter_map(|id| scenario.group(id));
    groups.map(|group| rules_of(scenario, group)).sum()
}

/// What the rules of a group count for, both directions together.
pub(super) fn rules_of(scenario: &Scenario, group: &SecurityGroup) -> usize {
    group.rules.iter().map(|rule| weight(scenario, rule)).sum()
}

/// The quota on a group's members, and how much of it they use: private addresses of a basic
/// group, interfaces of an advanced one (basic and advanced security groups page).
pub(super) fn members_of(scenario: &Scenario, group: &SecurityGroup) -> (LimitId, usize) {
    let members = scenario.members(&group.id);
    match group.group_type {
        GroupType::Basic(_) => (
            LimitId::AddressesPerBasicGroup,
            members.map(|interface| interface.addresses.len()).sum(),
        ),
        GroupType::Advanced => (LimitId::InterfacesPerAdvancedGroup, members.count()),
    }
}

/// Whether the rules that a group's members carry stay within the quota of an interface.
pub(super) fn rules_fit(scenario: &Scenario, group: &SecurityGroupId) -> bool {
    let limit = LimitId::RulesPerInterface.value();
    let members = scenario.members(group).map(|interface| rules_on(scenario, interface));
    let own = scenario.group(group).map(|group| rules_of(scenario, group));
    members.chain(own).all(|count| count <= limit)
}

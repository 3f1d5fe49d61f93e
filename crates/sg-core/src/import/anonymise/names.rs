//! The new IDs and names of an anonymised scenario.

use std::collections::BTreeMap;

use indexmap::IndexSet;

use crate::model::{
    IdError, InstanceId, NetworkInterfaceId, PortListId, PrefixListId, RuleId, Scenario,
    ScenarioDraft, SecurityGroupId, VSwitchId, VpcId,
};

use super::role;

/// The new ID or name of everything that has one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// Security groups.
    pub groups: BTreeMap<SecurityGroupId, SecurityGroupId>,
    /// Rules.
    pub rules: BTreeMap<RuleId, RuleId>,
    /// Instances.
    pub instances: BTreeMap<InstanceId, InstanceId>,
    /// Network interfaces.
    pub interfaces: BTreeMap<NetworkInterfaceId, NetworkInterfaceId>,
    /// VPCs.
    pub vpcs: BTreeMap<VpcId, VpcId>,
    /// vSwitches, including those of which only an interface tells the ID.
    pub vswitches: BTreeMap<VSwitchId, VSwitchId>,
    /// Port lists.
    pub port_lists: BTreeMap<PortListId, PortListId>,
    /// Prefix lists.
    pub prefix_lists: BTreeMap<PrefixListId, PrefixListId>,
    /// Outside addresses.
    pub outside: BTreeMap<String, String>,
}

/// The new names of resources, which are not their IDs, in the order of the scenario.
pub(super) struct Titles {
    pub(super) vpcs: Vec<String>,
    pub(super) vswitches: Vec<String>,
    pub(super) groups: Vec<String>,
    pub(super) instances: Vec<String>,
    pub(super) prefix_lists: Vec<String>,
    pub(super) port_lists: Vec<String>,
}

/// Numbers IDs in order. A number with a short prefix is always a valid ID.
fn numbered<T: Ord + Clone>(
    ids: impl Iterator<Item = T>,
    prefix: &str,
    parse: impl Fn(&str) -> Result<T, IdError>,
) -> BTreeMap<T, T> {
    let numbered = ids.enumerate();
    let named = numbered
        .filter_map(|(index, id)| Some((id, parse(&format!("{prefix}-{}", index + 1)).ok()?)));
    named.collect()
}

impl Names {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let parts = scenario.parts();
        let rules = scenario.groups().flat_map(|group| &group.rules).map(|rule| rule.id.clone());
        let titles = role::renamed("outside", parts.outside.iter().map(|it| it.name.as_str()));
        let outside = parts.outside.iter().zip(titles).map(|(outside, new)| {
            // The name of the whole Internet reveals nothing.
            let name = match (outside.block.prefix_len(), outside.name.as_str()) {
                (0, name @ ("internet" | "internet-ipv6")) => name.to_owned(),
                _ => new,
            };
            (outside.name.clone(), name)
        });
        let named = parts.interfaces.values().filter_map(|own| own.vswitch.as_ref());
        let vswitches: IndexSet<VSwitchId> = parts.vswitches.keys().chain(named).cloned().collect();
        Self {
            groups: numbered(parts.groups.keys().cloned(), "sg", SecurityGroupId::parse),
            rules: numbered(rules, "sgr", RuleId::parse),
            instances: numbered(parts.instances.keys().cloned(), "i", InstanceId::parse),
            interfaces: numbered(
                parts.interfaces.keys().cloned(),
                "eni",
                NetworkInterfaceId::parse,
            ),
            vpcs: numbered(parts.vpcs.keys().cloned(), "vpc", VpcId::parse),
            vswitches: numbered(vswitches.into_iter(), "vsw", VSwitchId::parse),
            port_lists: numbered(parts.port_lists.keys().cloned(), "prl", PortListId::parse),
            prefix_lists: numbered(parts.prefix_lists.keys().cloned(), "pl", PrefixListId::parse),
            outside: outside.collect(),
        }
    }
}

impl Titles {
    pub(super) fn of(parts: &ScenarioDraft) -> Self {
        Self {
            vpcs: role::renamed("vpc", parts.vpcs.values().map(|it| it.name.as_str())),
            vswitches: role::renamed(
                "vswitch",
                parts.vswitches.values().map(|it| it.name.as_str()),
            ),
            groups: role::renamed("group", parts.groups.values().map(|it| it.name.as_str())),
            instances: role::renamed(
                "instance",
                parts.instances.values().map(|it| it.name.as_str()),
            ),
            port_lists: role::renamed(
                "ports",
                parts.port_lists.values().map(|it| it.name.as_str()),
            ),
            prefix_lists: role::renamed(
                "list",
                parts.prefix_lists.values().map(|it| it.name.as_str()),
            ),
        }
    }
}

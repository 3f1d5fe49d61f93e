//! Replaces the names and addresses of a scenario without changing any answer, so that it can be
//! shared without revealing where it comes from.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::{
    IdError, Instance, InstanceId, Labels, NetworkInterface, NetworkInterfaceId, OutsideAddress,
    Peer, PrefixList, PrefixListId, Route, Rule, RuleId, RuleSpec, Scenario, ScenarioDraft,
    ScenarioError, SecurityGroup, SecurityGroupId, Timestamp, Vpc, VpcId,
};

use address::Addresses;

mod address;

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
    /// Prefix lists.
    pub prefix_lists: BTreeMap<PrefixListId, PrefixListId>,
    /// Outside addresses.
    pub outside: BTreeMap<String, String>,
}

/// An anonymised scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anonymised {
    /// The scenario.
    pub scenario: Scenario,
    /// The new name for each old one.
    pub names: Names,
    seed: u64,
}

impl Anonymised {
    /// The new address for an old one.
    pub fn address(&self, address: IpAddr) -> IpAddr {
        Addresses::new(self.seed).address(address)
    }
}

/// Gives a scenario new IDs, names and addresses, and drops descriptions, tags, resource groups and
/// times. IDs are numbered in the order of the scenario. Addresses keep every relation to every
/// block: two that share their first 20 bits still do. Private addresses stay private, public ones
/// public; the service's own addresses and the region do not change.
///
/// The same seed gives the same scenario. Without the seed, the mapping cannot be reversed.
///
/// # Errors
/// [`ScenarioError`] if the anonymised scenario is not valid, which its own invariants rule out.
pub fn anonymise(scenario: &Scenario, seed: u64) -> Result<Anonymised, ScenarioError> {
    let names = Names::of(scenario);
    let renaming = Renaming { names: &names, addresses: Addresses::new(seed) };
    let scenario = Scenario::new(renaming.draft(scenario.parts()))?;
    Ok(Anonymised { scenario, names, seed })
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
    fn of(scenario: &Scenario) -> Self {
        let parts = scenario.parts();
        let rules = scenario.groups().flat_map(|group| &group.rules).map(|rule| rule.id.clone());
        let outside = parts.outside.iter().enumerate().map(|(index, outside)| {
            // The name of the whole Internet reveals nothing.
            let name = match (outside.block.prefix_len(), outside.name.as_str()) {
                (0, name @ ("internet" | "internet-ipv6")) => name.to_owned(),
                _ => format!("outside-{}", index + 1),
            };
            (outside.name.clone(), name)
        });
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
            prefix_lists: numbered(parts.prefix_lists.keys().cloned(), "pl", PrefixListId::parse),
            outside: outside.collect(),
        }
    }
}

struct Renaming<'a> {
    names: &'a Names,
    addresses: Addresses,
}

fn new<T: Ord + Clone>(names: &BTreeMap<T, T>, id: &T) -> T {
    names.get(id).unwrap_or(id).clone()
}

/// A replacement for a name; an empty name stays empty.
fn named(word: &str, old: &str, index: usize) -> String {
    if old.is_empty() { String::new() } else { format!("{word}-{}", index + 1) }
}

/// Resources under their new IDs, in order.
fn map<K: std::hash::Hash + Eq, V>(things: impl Iterator<Item = (K, V)>) -> IndexMap<K, Arc<V>> {
    things.map(|(id, thing)| (id, Arc::new(thing))).collect()
}

impl Renaming<'_> {
    fn draft(&self, parts: &ScenarioDraft) -> ScenarioDraft {
        let outside = parts.outside.iter().map(|outside| OutsideAddress {
            name: new(&self.names.outside, &outside.name),
            block: self.addresses.block(outside.block),
        });
        let route = |route: &Route| Route {
            a: new(&self.names.vpcs, &route.a),
            b: new(&self.names.vpcs, &route.b),
        };
        ScenarioDraft {
            region: parts.region.clone(),
            vpcs: map(parts.vpcs.values().enumerate().map(|(index, vpc)| self.vpc(index, vpc))),
            routes: parts.routes.iter().map(route).collect(),
            groups: map(parts.groups.values().enumerate().map(|(at, group)| self.group(at, group))),
            instances: map(parts
                .instances
                .values()
                .enumerate()
                .map(|(at, it)| self.instance(at, it))),
            interfaces: map(parts.interfaces.values().map(|it| self.interface(it))),
            prefix_lists: map(parts
                .prefix_lists
                .values()
                .enumerate()
                .map(|(at, it)| self.list(at, it))),
            outside: outside.collect(),
            options: parts.options,
        }
    }

    fn vpc(&self, index: usize, vpc: &Vpc) -> (VpcId, Vpc) {
        let id = new(&self.names.vpcs, &vpc.id);
        let blocks = vpc.blocks.iter().map(|block| self.addresses.block(*block)).collect();
        (id.clone(), Vpc { id, name: named("vpc", &vpc.name, index), blocks })
    }

    fn group(&self, index: usize, group: &SecurityGroup) -> (SecurityGroupId, SecurityGroup) {
        let id = new(&self.names.groups, &group.id);
        let rules = group.rules.iter().map(|rule| Arc::new(self.rule(rule))).collect();
        let group = SecurityGroup {
            id: id.clone(),
            name: named("group", &group.name, index),
            description: String::new(),
            vpc: new(&self.names.vpcs, &group.vpc),
            group_type: group.group_type,
            service_managed: group.service_managed,
            labels: Labels::default(),
            rules,
            created: Timestamp::from_unix_seconds(0),
        };
        (id, group)
    }

    fn rule(&self, rule: &Rule) -> Rule {
        let peer = match &rule.spec.peer {
            Peer::Cidr(block) => Peer::Cidr(self.addresses.block(*block)),
            Peer::Group(id) => Peer::Group(new(&self.names.groups, id)),
            Peer::PrefixList(id) => Peer::PrefixList(new(&self.names.prefix_lists, id)),
        };
        let local_cidr = rule.spec.local_cidr.map(|block| self.addresses.block(block));
        Rule {
            id: new(&self.names.rules, &rule.id),
            created: Timestamp::from_unix_seconds(0),
            description: String::new(),
            spec: RuleSpec { peer, local_cidr, ..rule.spec.clone() },
        }
    }

    fn instance(&self, index: usize, instance: &Instance) -> (InstanceId, Instance) {
        let id = new(&self.names.instances, &instance.id);
        let interfaces = instance.interfaces.iter().map(|id| new(&self.names.interfaces, id));
        let interfaces = interfaces.collect();
        (id.clone(), Instance { id, name: named("instance", &instance.name, index), interfaces })
    }

    fn interface(&self, own: &NetworkInterface) -> (NetworkInterfaceId, NetworkInterface) {
        let id = new(&self.names.interfaces, &own.id);
        let address = |address: IpAddr| self.addresses.address(address);
        let interface = NetworkInterface {
            id: id.clone(),
            vpc: new(&self.names.vpcs, &own.vpc),
            groups: own.groups.iter().map(|id| new(&self.names.groups, id)).collect(),
            addresses: own.addresses.iter().copied().map(address).collect(),
            public_address: own.public_address.map(address),
        };
        (id, interface)
    }

    fn list(&self, index: usize, list: &PrefixList) -> (PrefixListId, PrefixList) {
        let id = new(&self.names.prefix_lists, &list.id);
        let list = PrefixList {
            id: id.clone(),
            name: named("list", &list.name, index),
            blocks: list.blocks.iter().map(|block| self.addresses.block(*block)).collect(),
            max_entries: list.max_entries,
        };
        (id, list)
    }
}

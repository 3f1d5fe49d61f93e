//! Replaces the names and addresses of a scenario without changing any answer, so that it can be
//! shared without revealing where it comes from.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::model::{
    Holder, Instance, InstanceId, Labels, ListedPorts, MoreAddresses, NatAddress, NetworkInterface,
    NetworkInterfaceId, OutsideAddress, OwnerService, Peer, PortEntry, PortList, PortListId,
    PrefixList, PrefixListId, Route, Rule, RuleSpec, Scenario, ScenarioDraft, ScenarioError,
    SecurityGroup, SecurityGroupId, Timestamp, Unread, UnreadRule, VSwitch, VSwitchId, Vpc, VpcId,
};

pub use address::Addresses;

pub use names::Names;
use names::Titles;

mod address;
mod names;
mod role;

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
/// times. IDs are numbered in the order of the scenario. A name keeps its role if that is an ordinary
/// word, such as `app` of `acme-app-07`, and nothing else. Addresses keep every relation to every
/// block: two that share their first 20 bits still do. Private addresses stay private, public ones
/// public; the service's own addresses and the region do not change.
///
/// The same seed gives the same scenario. Without the seed, the mapping cannot be reversed.
///
/// # Errors
/// [`ScenarioError`] if the anonymised scenario is not valid, which its own invariants rule out.
pub fn anonymise(scenario: &Scenario, seed: u64) -> Result<Anonymised, ScenarioError> {
    let names = Names::of(scenario);
    let titles = Titles::of(scenario.parts());
    let renaming = Renaming { names: &names, titles, addresses: Addresses::new(seed) };
    let scenario = Scenario::new(renaming.draft(scenario.parts()))?;
    Ok(Anonymised { scenario, names, seed })
}

struct Renaming<'a> {
    names: &'a Names,
    titles: Titles,
    addresses: Addresses,
}

fn new<T: Ord + Clone>(names: &BTreeMap<T, T>, id: &T) -> T {
    names.get(id).unwrap_or(id).clone()
}

/// The title at an index.
fn at(titles: &[String], index: usize) -> String {
    titles.get(index).cloned().unwrap_or_default()
}

/// Resources under their new IDs, in order.
fn map<K: std::hash::Hash + Eq, V>(things: impl Iterator<Item = (K, V)>) -> IndexMap<K, Arc<V>> {
    things.map(|(id, thing)| (id, Arc::new(thing))).collect()
}

/// The holder of an interface without the name that the service gave it.
fn anonymous(holder: &Holder) -> Holder {
    match holder {
        Holder::Service { product, .. } => {
            Holder::Service { product: *product, name: String::new() }
        }
        Holder::Example => Holder::Example,
        Holder::Nothing => Holder::Nothing,
    }
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
            unread_routes: parts.unread_routes,
            unread_members: parts.unread_members,
            vswitches: map(parts
                .vswitches
                .values()
                .enumerate()
                .map(|(at, it)| self.vswitch(at, it))),
            groups: map(parts.groups.values().enumerate().map(|(at, group)| self.group(at, group))),
            instances: map(parts
                .instances
                .values()
                .enumerate()
                .map(|(at, it)| self.instance(at, it))),
            interfaces: map(parts.interfaces.values().map(|it| self.interface(it))),
            port_lists: map(parts
                .port_lists
                .values()
                .enumerate()
                .map(|(at, it)| self.port_list(at, it))),
            prefix_lists: map(parts
                .prefix_lists
                .values()
                .enumerate()
                .map(|(at, it)| self.list(at, it))),
            outside: outside.collect(),
            options: parts.options,
            quotas: parts.quotas.clone(),
        }
    }

    fn vpc(&self, index: usize, vpc: &Vpc) -> (VpcId, Vpc) {
        let id = new(&self.names.vpcs, &vpc.id);
        let blocks = vpc.blocks.iter().map(|block| self.addresses.block(*block)).collect();
        let snat = vpc.snat;
        (id.clone(), Vpc { id, name: at(&self.titles.vpcs, index), blocks, snat })
    }

    /// The zone says no more than the region, which does not change.
    fn vswitch(&self, index: usize, own: &VSwitch) -> (VSwitchId, VSwitch) {
        let id = new(&self.names.vswitches, &own.id);
        let vswitch = VSwitch {
            id: id.clone(),
            name: at(&self.titles.vswitches, index),
            vpc: new(&self.names.vpcs, &own.vpc),
            block: self.addresses.block(own.block),
            zone: own.zone.clone(),
        };
        (id, vswitch)
    }

    fn group(&self, index: usize, group: &SecurityGroup) -> (SecurityGroupId, SecurityGroup) {
        let id = new(&self.names.groups, &group.id);
        let rules = group.rules.iter().map(|rule| Arc::new(self.rule(rule))).collect();
        let group = SecurityGroup {
            id: id.clone(),
            name: at(&self.titles.groups, index),
            description: String::new(),
            vpc: new(&self.names.vpcs, &group.vpc),
            group_type: group.group_type,
            service_managed: group.service_managed,
            // A service id is the account of a service, not of the user, and is removed all the same.
            labels: Labels {
                service: OwnerService { id: None, product: group.labels.service.product.clone() },
                deletion_protection: group.labels.deletion_protection,
                ..Labels::default()
            },
            rules,
            created: Timestamp::from_unix_seconds(0),
            owner: group.owner.as_ref().map(|_| "1000000000000000".to_owned()),
            unread: self.unread(&group.unread),
        };
        (id, group)
    }

    /// What is not known stays unknown; the place and the value that could not be read are left
    /// out.
    fn unread(&self, unread: &Unread) -> Unread {
        let rule = |rule: &Arc<UnreadRule>| {
            Arc::new(UnreadRule {
                place: String::new(),
                value: String::new(),
                peer: rule.peer.as_ref().filter(|peer| self.knows(peer)).map(|p| self.peer(p)),
                ..UnreadRule::clone(rule)
            })
        };
        Unread { rules: unread.rules.iter().map(rule).collect(), ..unread.clone() }
    }

    /// Whether a peer can be renamed. One that the scenario does not hold may be anything anyway.
    fn knows(&self, peer: &Peer) -> bool {
        match peer {
            Peer::Cidr(_) => true,
            Peer::Group(id) => self.names.groups.contains_key(id),
            Peer::PrefixList(id) => self.names.prefix_lists.contains_key(id),
        }
    }

    fn peer(&self, peer: &Peer) -> Peer {
        match peer {
            Peer::Cidr(block) => Peer::Cidr(self.addresses.block(*block)),
            Peer::Group(id) => Peer::Group(new(&self.names.groups, id)),
            Peer::PrefixList(id) => Peer::PrefixList(new(&self.names.prefix_lists, id)),
        }
    }

    fn rule(&self, rule: &Rule) -> Rule {
        let peer = self.peer(&rule.spec.peer);
        let local_cidr = rule.spec.local_cidr.map(|block| self.addresses.block(block));
        let port_list = rule.spec.port_list.as_ref().map(|listed| ListedPorts {
            id: new(&self.names.port_lists, &listed.id),
            ranges: Arc::clone(&listed.ranges),
        });
        Rule {
            id: new(&self.names.rules, &rule.id),
            created: Timestamp::from_unix_seconds(0),
            description: String::new(),
            spec: RuleSpec { peer, local_cidr, port_list, ..rule.spec.clone() },
        }
    }

    fn instance(&self, index: usize, instance: &Instance) -> (InstanceId, Instance) {
        let id = new(&self.names.instances, &instance.id);
        let interfaces = instance.interfaces.iter().map(|id| new(&self.names.interfaces, id));
        let interfaces = interfaces.collect();
        (id.clone(), Instance { id, name: at(&self.titles.instances, index), interfaces })
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
            vswitch: own.vswitch.as_ref().map(|id| new(&self.names.vswitches, id)),
            holder: own.holder.as_ref().map(anonymous),
            more: MoreAddresses {
                prefixes: own.more.prefixes.iter().map(|it| self.addresses.block(*it)).collect(),
                public: own
                    .more
                    .public
                    .iter()
                    .map(|it| NatAddress {
                        public: address(it.public),
                        private: address(it.private),
                    })
                    .collect(),
            },
        };
        (id, interface)
    }

    fn port_list(&self, index: usize, list: &PortList) -> (PortListId, PortList) {
        let id = new(&self.names.port_lists, &list.id);
        let entry =
            |entry: &PortEntry| PortEntry { range: entry.range, description: String::new() };
        let list = PortList {
            id: id.clone(),
            name: at(&self.titles.port_lists, index),
            entries: list.entries.iter().map(entry).collect(),
            max_entries: list.max_entries,
        };
        (id, list)
    }

    fn list(&self, index: usize, list: &PrefixList) -> (PrefixListId, PrefixList) {
        let id = new(&self.names.prefix_lists, &list.id);
        let list = PrefixList {
            id: id.clone(),
            name: at(&self.titles.prefix_lists, index),
            blocks: list.blocks.iter().map(|block| self.addresses.block(*block)).collect(),
            max_entries: list.max_entries,
            unread_entries: list.unread_entries,
        };
        (id, list)
    }
}

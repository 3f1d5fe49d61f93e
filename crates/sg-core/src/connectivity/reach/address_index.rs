//! An index of the interfaces of a scenario and all their addresses.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::map::map_of;

use crate::model::{
    AddressFamily, IpNet, NetworkInterface, Product, Scenario, SecurityGroupId, VpcId,
};

/// Numbers a scenario's interfaces, groups and addresses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct AddressIndex {
    /// The interfaces in scenario order.
    pub(super) hosts: Vec<EndpointRecord>,
    /// The addresses of all interfaces, sorted.
    addresses: Vec<IpAddr>,
    /// The interface of each of these addresses, and whether it is a public one there.
    owners: Vec<(usize, bool)>,
    /// The blocks whose addresses are all of one interface, each with that interface.
    prefixes: Vec<(IpNet, usize)>,
    /// The public addresses of all interfaces, also those that `addresses` lacks, sorted.
    public: Vec<IpAddr>,
    /// The private addresses of each group's members, as sorted indices into `addresses`.
    members: Vec<Vec<usize>>,
}

/// An interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EndpointRecord {
    /// The indices of its groups, in the interface's order.
    pub(super) groups: Vec<usize>,
    /// The index of its VPC.
    pub(super) vpc: usize,
    /// Its private addresses in the interface's order, each with its index.
    pub(super) private: Vec<(IpAddr, usize)>,
    /// Its public address and its index.
    pub(super) public: Option<(IpAddr, usize)>,
    /// Whether it belongs to a load balancer.
    pub(super) balances: bool,
}

impl AddressIndex {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let mut all: Vec<(IpAddr, bool, usize)> = Vec::new();
        for (host, interface) in scenario.interfaces().enumerate() {
            all.extend(interface.addresses.iter().map(|address| (*address, false, host)));
            all.extend(interface.public_address.map(|address| (address, true, host)));
        }
        all.sort_unstable();
        let places: BTreeMap<(usize, IpAddr), usize> =
            map_of(all.iter().enumerate().map(|(place, (ip, _, host))| ((*host, *ip), place)));
        let place = |host: usize, ip: IpAddr| (ip, places.get(&(host, ip)).copied().unwrap_or(0));
        let vpcs: BTreeMap<&VpcId, usize> =
            map_of(scenario.parts().vpcs.keys().enumerate().map(|(index, id)| (id, index)));
        let hosts: Vec<EndpointRecord> = scenario
            .interfaces()
            .enumerate()
            .map(|(index, interface)| EndpointRecord {
                groups: groups(scenario, interface),
                vpc: vpcs.get(&interface.vpc).copied().unwrap_or(0),
                private: interface.addresses.iter().map(|ip| place(index, *ip)).collect(),
                public: interface.public_address.map(|ip| place(index, ip)),
                balances: interface.product().is_some_and(Product::balances),
            })
            .collect();
        let owners = all.iter().map(|(_, public, host)| (*host, *public)).collect();
        let addresses = all.into_iter().map(|(address, ..)| address).collect();
        let prefixes = scenario.interfaces().enumerate().flat_map(|(host, interface)| {
            interface.more.prefixes.iter().map(move |block| (*block, host))
        });
        let prefixes = prefixes.collect();
        let mut public: Vec<IpAddr> =
            scenario.interfaces().flat_map(|interface| interface.public_addresses()).collect();
        public.sort_unstable();
        let members = vec![Vec::new(); scenario.groups().len()];
        let mut address_index = Self { hosts, addresses, owners, prefixes, public, members };
        for host in &address_index.hosts {
            for group in &host.groups {
                let list = address_index.members.get_mut(*group).into_iter();
                list.for_each(|list| list.extend(host.private.iter().map(|(_, place)| *place)));
            }
        }
        address_index.members.iter_mut().for_each(|list| list.sort_unstable());
        address_index
    }

    /// Whether an address is a public one of an interface.
    pub(super) fn is_public(&self, address: IpAddr) -> bool {
        self.public.binary_search(&address).is_ok()
    }

    /// The interfaces that have an address as a private one, in scenario order.
    pub(super) fn holders(&self, address: IpAddr) -> Vec<usize> {
        let first = self.addresses.partition_point(|own| *own < address);
        let listed = self.addresses.iter().zip(&self.owners).skip(first);
        let listed = listed.take_while(|(own, _)| **own == address);
        let private = listed.filter(|(_, (_, public))| !public).map(|(_, (host, _))| *host);
        let within = self.prefixes.iter().filter(|(block, _)| block.contains(&address));
        let mut hosts: Vec<usize> = private.chain(within.map(|(_, host)| *host)).collect();
        hosts.sort_unstable();
        hosts.dedup();
        hosts
    }

    /// The number of addresses.
    pub(super) fn len(&self) -> usize {
        self.addresses.len()
    }

    /// The indices of the addresses in a block.
    pub(super) fn inside(&self, block: IpNet) -> std::ops::Range<usize> {
        let first = self.addresses.partition_point(|address| *address < block.network());
        first..self.addresses.partition_point(|address| *address <= block.broadcast())
    }

    /// The indices of all addresses, or of those of one family.
    pub(super) fn of_family(&self, family: Option<AddressFamily>) -> Vec<usize> {
        let of = |address: &IpAddr| family.is_none_or(|one| one == AddressFamily::of(*address));
        let all = self.addresses.iter().enumerate();
        all.filter(|(_, address)| of(address)).map(|(index, _)| index).collect()
    }

    /// The sorted indices of the private addresses of a group's members.
    pub(super) fn members(&self, group: usize) -> &[usize] {
        self.members.get(group).map_or(&[], Vec::as_slice)
    }

    /// Updates the groups of an interface and returns the groups it joined or left.
    pub(super) fn regroup(&mut self, host: usize, now: Vec<usize>) -> Vec<usize> {
        let Some(moved) = self.hosts.get_mut(host) else { return Vec::new() };
        let before = std::mem::replace(&mut moved.groups, now);
        let now = &moved.groups;
        let left = before.iter().filter(|group| !now.contains(group));
        let joined = now.iter().filter(|group| !before.contains(group));
        let changed: Vec<usize> = left.chain(joined).copied().collect();
        changed.iter().for_each(|group| self.gather(*group));
        changed
    }

    /// Adds new groups without members.
    pub(super) fn found_groups(&mut self, count: usize) {
        self.members.resize(count, Vec::new());
    }

    fn gather(&mut self, group: usize) {
        let members = self.hosts.iter().filter(|host| host.groups.contains(&group));
        let mut places: Vec<usize> =
            members.flat_map(|host| &host.private).map(|(_, place)| *place).collect();
        places.sort_unstable();
        if let Some(list) = self.members.get_mut(group) {
            *list = places;
        }
    }
}

/// The indices of an interface's groups, in the interface's order.
pub(super) fn groups(scenario: &Scenario, interface: &NetworkInterface) -> Vec<usize> {
    interface.groups.iter().filter_map(|id| number(scenario, id)).collect()
}

/// The index of a group in the scenario.
pub(super) fn number(scenario: &Scenario, group: &SecurityGroupId) -> Option<usize> {
    scenario.parts().groups.get_index_of(group)
}

//! An index of the interfaces of a scenario and all their addresses.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::model::{IpNet, NetworkInterface, Scenario, SecurityGroupId, VpcId};

/// Numbers a scenario's interfaces, groups and addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AddressIndex {
    /// The interfaces in scenario order.
    pub(super) hosts: Vec<EndpointRecord>,
    /// The addresses of all interfaces, sorted.
    addresses: Vec<IpAddr>,
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
            all.iter().enumerate().map(|(place, (ip, _, host))| ((*host, *ip), place)).collect();
        let place = |host: usize, ip: IpAddr| (ip, places.get(&(host, ip)).copied().unwrap_or(0));
        let vpcs: BTreeMap<&VpcId, usize> =
            scenario.parts().vpcs.keys().enumerate().map(|(index, id)| (id, index)).collect();
        let hosts: Vec<EndpointRecord> = scenario
            .interfaces()
            .enumerate()
            .map(|(index, interface)| EndpointRecord {
                groups: groups(scenario, interface),
                vpc: vpcs.get(&interface.vpc).copied().unwrap_or(0),
                private: interface.addresses.iter().map(|ip| place(index, *ip)).collect(),
                public: interface.public_address.map(|ip| place(index, ip)),
            })
            .collect();
        let addresses = all.into_iter().map(|(address, ..)| address).collect();
        let mut address_index =
            Self { hosts, addresses, members: vec![Vec::new(); scenario.groups().len()] };
        for group in 0..address_index.members.len() {
            address_index.gather(group);
        }
        address_index
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

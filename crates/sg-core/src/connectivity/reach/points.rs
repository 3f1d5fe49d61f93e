//! The interfaces of a scenario by number, and every address they are seen under.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::model::{IpNet, NetworkInterface, Scenario, SecurityGroupId, VpcId};

/// The numbers that stand for a scenario's interfaces, groups and addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Points {
    /// The interfaces in the scenario's order.
    pub(super) hosts: Vec<Host>,
    /// Every address of an interface, in the order of addresses.
    addresses: Vec<IpAddr>,
    /// The private addresses of each group's members, by their places in `addresses`, ascending.
    members: Vec<Vec<usize>>,
}

/// An interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Host {
    /// Its groups by number, in its own order.
    pub(super) groups: Vec<usize>,
    /// Its VPC by number.
    pub(super) vpc: usize,
    /// Its private addresses in its own order, each with its place in the order of all.
    pub(super) private: Vec<(IpAddr, usize)>,
    /// Its public address with its place.
    pub(super) public: Option<(IpAddr, usize)>,
}

impl Points {
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
        let hosts: Vec<Host> = scenario
            .interfaces()
            .enumerate()
            .map(|(index, interface)| Host {
                groups: groups(scenario, interface),
                vpc: vpcs.get(&interface.vpc).copied().unwrap_or(0),
                private: interface.addresses.iter().map(|ip| place(index, *ip)).collect(),
                public: interface.public_address.map(|ip| place(index, ip)),
            })
            .collect();
        let addresses = all.into_iter().map(|(address, ..)| address).collect();
        let mut points =
            Self { hosts, addresses, members: vec![Vec::new(); scenario.groups().len()] };
        for group in 0..points.members.len() {
            points.gather(group);
        }
        points
    }

    /// How many addresses there are.
    pub(super) fn len(&self) -> usize {
        self.addresses.len()
    }

    /// The places of the addresses inside a block.
    pub(super) fn inside(&self, block: IpNet) -> std::ops::Range<usize> {
        let first = self.addresses.partition_point(|address| *address < block.network());
        first..self.addresses.partition_point(|address| *address <= block.broadcast())
    }

    /// The places of the private addresses of a group's members, ascending.
    pub(super) fn members(&self, group: usize) -> &[usize] {
        self.members.get(group).map_or(&[], Vec::as_slice)
    }

    /// Takes in that an interface belongs to other groups now; gives the groups it joined or left.
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

    /// Makes room for groups that are new and have no members yet.
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

/// The groups of an interface by number, in its own order.
pub(super) fn groups(scenario: &Scenario, interface: &NetworkInterface) -> Vec<usize> {
    interface.groups.iter().filter_map(|id| number(scenario, id)).collect()
}

/// The number of a group: its position in the scenario.
pub(super) fn number(scenario: &Scenario, group: &SecurityGroupId) -> Option<usize> {
    scenario.parts().groups.get_index_of(group)
}

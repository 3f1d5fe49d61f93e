//! Who belongs to whom in a scenario, by positions, so that asking for the members of every group or
//! for the instance of every interface does not look at all of them again and again.

use std::net::IpAddr;

use super::ScenarioDraft;

/// Found in a single pass when it is first needed.
#[derive(Debug)]
pub(super) struct Index {
    /// The instance of each interface.
    owners: Vec<Option<usize>>,
    /// The interfaces of each group, in the order of the scenario.
    members: Vec<Vec<usize>>,
    /// The addresses inside VPCs and the public ones of interfaces.
    own_ranges: Vec<(IpAddr, IpAddr)>,
}

impl Index {
    pub(super) fn new(parts: &ScenarioDraft) -> Self {
        let mut owners = vec![None; parts.interfaces.len()];
        for (at, instance) in parts.instances.values().enumerate() {
            for id in &instance.interfaces {
                let place = parts.interfaces.get_index_of(id);
                let own = place.and_then(|place| owners.get_mut(place));
                own.into_iter().for_each(|own| *own = Some(at));
            }
        }
        let mut members = vec![Vec::new(); parts.groups.len()];
        for (at, interface) in parts.interfaces.values().enumerate() {
            for id in &interface.groups {
                let place = parts.groups.get_index_of(id);
                let own = place.and_then(|place| members.get_mut(place));
                own.into_iter().for_each(|own| own.push(at));
            }
        }
        Self { owners, members, own_ranges: own_ranges(parts) }
    }

    /// The position of the instance of the interface at a position.
    pub(super) fn owner(&self, interface: usize) -> Option<usize> {
        self.owners.get(interface).copied().flatten()
    }

    /// The positions of the interfaces of the group at a position.
    pub(super) fn members(&self, group: usize) -> &[usize] {
        self.members.get(group).map_or(&[], Vec::as_slice)
    }

    pub(super) fn own_ranges(&self) -> &[(IpAddr, IpAddr)] {
        &self.own_ranges
    }
}

/// Ascending; no address is in two ranges.
fn own_ranges(parts: &ScenarioDraft) -> Vec<(IpAddr, IpAddr)> {
    let blocks = parts.vpcs.values().flat_map(|vpc| &vpc.blocks);
    let blocks = blocks.map(|block| (block.network(), block.broadcast()));
    let public = parts.interfaces.values().flat_map(|interface| interface.public_addresses());
    let mut all: Vec<(IpAddr, IpAddr)> =
        blocks.chain(public.map(|address| (address, address))).collect();
    all.sort_unstable();
    let mut apart: Vec<(IpAddr, IpAddr)> = Vec::with_capacity(all.len());
    for (first, last) in all {
        match apart.last_mut() {
            Some(before) if first <= before.1 => before.1 = before.1.max(last),
            _ => apart.push((first, last)),
        }
    }
    apart
}

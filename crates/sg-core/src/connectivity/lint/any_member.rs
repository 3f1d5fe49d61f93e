//! A stand-in for the members of a group of which none is known, so that its rules can be judged.
//!
//! A reply of DescribeSecurityGroupAttribute never lists members: that none is known does not mean
//! that there is none.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::model::{
    Holder, IpNet, MoreAddresses, NetworkInterface, NetworkInterfaceId, Scenario, SecurityGroup,
    SecurityGroupId,
};

use crate::connectivity::outside;

/// Whether an interface exists, rather than being an example of one.
pub(in crate::connectivity) fn is_known(interface: &NetworkInterface) -> bool {
    interface.holder != Some(Holder::Example)
}

/// Whether no member of a group is known.
pub(super) fn has_none(scenario: &Scenario, group: &SecurityGroupId) -> bool {
    !scenario.members(group).any(|interface| is_known(interface))
}

/// One interface for every group without a known member. It has an address on each side of every
/// boundary that the local CIDRs of the group draw inside its VPC.
pub(super) fn any_members(scenario: &Scenario) -> Vec<NetworkInterface> {
    let known = scenario.interfaces().filter(|interface| is_known(interface));
    let occupied: BTreeSet<_> = known.flat_map(|interface| interface.groups.iter()).collect();
    // The members of a group of another account are for that account to protect.
    let own = scenario.groups().filter(|group| group.owner.is_none());
    let empty = own.filter(|group| !occupied.contains(&group.id));
    empty.filter_map(|group| any_member(scenario, group)).collect()
}

/// The same for every group that may have a member that is not listed.
pub(in crate::connectivity) fn unlisted_members(scenario: &Scenario) -> Vec<NetworkInterface> {
    if !scenario.parts().unread_members {
        return any_members(scenario);
    }
    let own = scenario.groups().filter(|group| group.owner.is_none());
    own.filter_map(|group| any_member(scenario, group)).collect()
}

fn any_member(scenario: &Scenario, group: &SecurityGroup) -> Option<NetworkInterface> {
    Some(NetworkInterface {
        id: NetworkInterfaceId::parse("eni-any").ok()?,
        vpc: group.vpc.clone(),
        groups: std::iter::once(group.id.clone()).collect(),
        addresses: addresses(scenario, group),
        public_address: None,
        holder: Some(Holder::Example),
        vswitch: None,
        more: MoreAddresses::default(),
    })
}

/// An IPv6 address that is not on the Internet (RFC 4193).
const UNIQUE_LOCAL: Ipv6Addr = Ipv6Addr::new(0xfd00, 0, 0, 0, 0, 0, 0, 1);

fn addresses(scenario: &Scenario, group: &SecurityGroup) -> Vec<IpAddr> {
    let blocks = scenario.vpc(&group.vpc).map_or_else(Vec::new, |vpc| vpc.blocks.clone());
    let local_cidrs: Vec<IpNet> =
        group.rules.iter().filter_map(|rule| rule.spec.local_cidr).collect();
    let mut found = BTreeSet::new();
    for block in &blocks {
        let cuts = local_cidrs
            .iter()
            .flat_map(|cidr| [Some(cidr.network()), outside::next(cidr.broadcast())]);
        let inside = cuts.flatten().filter(|address| block.contains(address));
        found.extend(inside.chain([block.network()]));
    }
    // A member may have an address of a family of which no block is known.
    for address in [IpAddr::V4(Ipv4Addr::new(10, 0, 0, 1)), IpAddr::V6(UNIQUE_LOCAL)] {
        if !blocks.iter().any(|block| block.network().is_ipv4() == address.is_ipv4()) {
            found.insert(address);
        }
    }
    found.into_iter().collect()
}

//! What the Internet can reach: the public addresses of interfaces.

use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::connectivity::internet::is_internet;
use crate::connectivity::outside;
use crate::model::{
    Direction, IpNet, NetworkInterface, NetworkInterfaceId, Scenario, SecurityGroupId,
};

use super::cover::cover;

/// What an exposed row is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExposedAddress {
    /// Public addresses of an interface: one, or a block of IPv6 addresses that are all its own.
    Public {
        /// The interface.
        interface: NetworkInterfaceId,
        /// The addresses, as the Internet sees them.
        block: IpNet,
    },
    /// Any public address that a member of a group may have that is not listed.
    AnyMember {
        /// The group.
        group: SecurityGroupId,
    },
    /// Any public address that a service may publish for an interface of its own, such as that of
    /// a load balancer.
    Unlisted {
        /// The interface.
        interface: NetworkInterfaceId,
    },
}

/// A public address with the private address behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct PublicAddress {
    /// As the Internet sees it.
    pub(super) block: IpNet,
    /// An address of the block.
    pub(super) public: IpAddr,
    /// What the rules of the interface see as their own address.
    pub(super) private: IpAddr,
}

/// The addresses at which the Internet reaches an interface, in the order in which the interface
/// has them.
pub(super) fn public_addresses(
    scenario: &Scenario,
    interface: &NetworkInterface,
) -> Vec<PublicAddress> {
    let mut seen = BTreeSet::new();
    let translated = interface.public_addresses().filter_map(|public| {
        let private = interface.private_behind(public)?;
        Some(PublicAddress { block: IpNet::from(public), public, private })
    });
    let own = interface.addresses.iter().copied().filter(|own| own.is_ipv6() && is_internet(*own));
    let own = own.map(|own| PublicAddress { block: IpNet::from(own), public: own, private: own });
    let all = translated.chain(own).chain(prefixes(scenario, interface));
    all.filter(|address| seen.insert(address.block)).collect()
}

/// The blocks of IPv6 addresses that are the interface's own, divided where the local CIDR of a
/// rule begins or ends.
fn prefixes(scenario: &Scenario, interface: &NetworkInterface) -> Vec<PublicAddress> {
    let mut found = Vec::new();
    for prefix in interface.more.prefixes.iter().filter(|block| block.network().is_ipv6()) {
        let (low, high) = (prefix.network(), prefix.broadcast());
        let inside = |address: &IpAddr| prefix.contains(address);
        let mut starts = BTreeSet::from([low]);
        for cidr in local_cidrs(scenario, interface) {
            starts.extend([cidr.network()].into_iter().filter(inside));
            starts.extend(outside::next(cidr.broadcast()).filter(inside));
        }
        let starts: Vec<IpAddr> = starts.into_iter().collect();
        let lasts = starts.iter().skip(1).filter_map(|next| outside::previous(*next));
        for range in starts.iter().copied().zip(lasts.chain([high])) {
            for block in cover(&[range], &[]) {
                // A prefix is assigned from the block of a VPC, which lies on one side only.
                if is_internet(block.network()) {
                    let address = block.network();
                    found.push(PublicAddress { block, public: address, private: address });
                }
            }
        }
    }
    found
}

/// The local CIDRs of the inbound rules of an interface.
pub(super) fn local_cidrs<'a>(
    scenario: &'a Scenario,
    interface: &'a NetworkInterface,
) -> impl Iterator<Item = IpNet> + 'a {
    let groups = interface.groups.iter().filter_map(|id| scenario.group(id));
    groups
        .flat_map(|group| group.rules_of(Direction::Ingress))
        .filter_map(|rule| rule.spec.local_cidr)
}

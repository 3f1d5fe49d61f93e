//! VPCs and their CIDR blocks: given by DescribeVpcs or Terraform, or else inferred from addresses.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;

use crate::import::reading::Assumption;
use crate::model::{IpNet, Ipv4Net, Ipv6Net, Vpc, VpcId};

use super::Assembly;

/// The block of a region's default VPC, for a VPC without any known address.
const DEFAULT_BLOCK: &str = "172.16.0.0/12";

impl Assembly {
    /// Adds the vSwitches of the VPCs. An interface that names one of another VPC is in none.
    pub(super) fn vswitches(&mut self) {
        for vswitch in std::mem::take(&mut self.records.vswitches) {
            if self.draft.vpcs.contains_key(&vswitch.vpc) {
                let id = vswitch.id.clone();
                self.draft.vswitches.entry(id).or_insert_with(|| Arc::new(vswitch));
            }
        }
        for interface in self.draft.interfaces.values_mut() {
            let known = interface.vswitch.as_ref().and_then(|id| self.draft.vswitches.get(id));
            if known.is_some_and(|known| known.vpc != interface.vpc) {
                Arc::make_mut(interface).vswitch = None;
            }
        }
    }

    /// Adds every VPC that is used.
    pub(super) fn vpcs(&mut self) {
        let mut addresses: BTreeMap<VpcId, Vec<IpAddr>> = BTreeMap::new();
        for group in self.draft.groups.values() {
            addresses.entry(group.vpc.clone()).or_default();
        }
        for interface in self.draft.interfaces.values() {
            let own = addresses.entry(interface.vpc.clone()).or_default();
            own.extend(&interface.addresses);
            let prefixes = interface.more.prefixes.iter();
            own.extend(prefixes.flat_map(|block| [block.network(), block.broadcast()]));
        }
        for record in std::mem::take(&mut self.records.vpcs) {
            let id = record.id.clone();
            let vpc = Vpc { id: record.id, name: record.name, blocks: record.blocks, snat: None };
            self.draft.vpcs.entry(id).or_insert_with(|| Arc::new(vpc));
        }
        for (id, addresses) in addresses {
            let known = self.draft.vpcs.get(&id);
            let inside = |address: &IpAddr| {
                known.is_some_and(|vpc| vpc.blocks.iter().any(|block| block.contains(address)))
            };
            // Some replies include only the IPv4 blocks.
            let (_, loose): (Vec<IpAddr>, Vec<IpAddr>) = addresses.into_iter().partition(inside);
            let mut blocks = guessed(&loose);
            if blocks.is_empty() && known.is_none() {
                blocks.extend(DEFAULT_BLOCK.parse::<IpNet>());
            }
            if blocks.is_empty() {
                continue;
            }
            let said: Vec<String> = blocks.iter().map(ToString::to_string).collect();
            self.assumed(Assumption::VpcBlocks, format!("{id}: {}", said.join(", ")));
            let new = || {
                let (id, name) = (id.clone(), String::new());
                Arc::new(Vpc { id, name, blocks: Vec::new(), snat: None })
            };
            let vpc = self.draft.vpcs.entry(id.clone()).or_insert_with(new);
            Arc::make_mut(vpc).blocks.extend(blocks);
        }
    }
}

/// The smallest blocks that contain all addresses, one for each of the ranges a VPC can be in, and
/// none smaller than a typical vSwitch.
fn guessed(addresses: &[IpAddr]) -> Vec<IpNet> {
    let mut ranges: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    let mut sixes: BTreeMap<u32, (u128, u128)> = BTreeMap::new();
    for address in addresses {
        match address {
            IpAddr::V4(address) => {
                let bits = address.to_bits();
                let (first, last) = ranges.entry(bits >> 24).or_insert((bits, bits));
                (*first, *last) = ((*first).min(bits), (*last).max(bits));
            }
            IpAddr::V6(address) => {
                let bits = address.to_bits();
                let top = u32::try_from(bits >> 96).unwrap_or(u32::MAX);
                let (first, last) = sixes.entry(top).or_insert((bits, bits));
                (*first, *last) = ((*first).min(bits), (*last).max(bits));
            }
        }
    }
    let v4 = ranges.into_values().filter_map(|(first, last)| {
        let length = u8::try_from((first ^ last).leading_zeros()).unwrap_or(0).min(24);
        Some(IpNet::V4(Ipv4Net::new(first.into(), length).ok()?.trunc()))
    });
    let v6 = sixes.into_values().filter_map(|(first, last)| {
        let length = u8::try_from((first ^ last).leading_zeros()).unwrap_or(0).min(64);
        Some(IpNet::V6(Ipv6Net::new(first.into(), length).ok()?.trunc()))
    });
    v4.chain(v6).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guess_is_the_smallest_block_of_each_range() {
        let guess = |texts: &[&str]| {
            let addresses: Vec<IpAddr> = texts.iter().map(|text| text.parse().unwrap()).collect();
            guessed(&addresses).iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(guess(&["10.0.0.1"]), ["10.0.0.0/24"]);
        assert_eq!(guess(&["10.0.0.1", "10.0.255.9"]), ["10.0.0.0/16"]);
        assert_eq!(guess(&["192.168.1.1", "10.1.2.3"]), ["10.1.2.0/24", "192.168.1.0/24"]);
        assert_eq!(guess(&["2001:db8::1", "2001:db8:0:1::1"]), ["2001:db8::/63"]);
        assert!(guess(&[]).is_empty());
    }
}

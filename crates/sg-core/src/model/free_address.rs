//! Private addresses that nothing has yet.

use std::net::IpAddr;

use ipnet::IpNet;

use super::{AddressFamily, LimitId, Scenario, VpcId};

/// The lowest free address of a family in the VPC's first block of that family, excluding addresses
/// that the service reserves (the first and the last three of a vSwitch). `None` if the VPC has no
/// such block or its first few thousand addresses are taken.
pub fn free_private_address(
    scenario: &Scenario,
    vpc: &VpcId,
    family: AddressFamily,
) -> Option<IpAddr> {
    free_private_addresses(scenario, vpc, family).next()
}

/// The free addresses that [`free_private_address`] looks through, lowest first.
pub fn free_private_addresses<'a>(
    scenario: &'a Scenario,
    vpc: &'a VpcId,
    family: AddressFamily,
) -> impl Iterator<Item = IpAddr> + 'a {
    let blocks = scenario.vpc(vpc).map_or(&[][..], |vpc| &vpc.blocks);
    let block = blocks.iter().find(|block| AddressFamily::of_block(block) == family);
    block.into_iter().flat_map(move |block| free_addresses_in(scenario, vpc, *block))
}

/// The free addresses of a block of the VPC, lowest first, as far as they are looked through.
pub fn free_addresses_in<'a>(
    scenario: &'a Scenario,
    vpc: &'a VpcId,
    block: IpNet,
) -> impl Iterator<Item = IpAddr> + 'a {
    let enough = scenario.quotas().get(LimitId::AddressesPerBasicGroup) * 2;
    let hosts = {
        let first = match block.prefix_len() {
            // A small block has no addresses to spare.
            length if length > block.max_prefix_len() - 5 => 1,
            _ => 10,
        };
        let hosts = block.hosts().skip(first).take(enough);
        hosts.take_while(move |address| !is_kept(&block, *address))
    };
    let taken = move |address: &IpAddr| {
        scenario.interfaces().any(|own| &own.vpc == vpc && own.holds(*address))
    };
    hosts.filter(move |address| !taken(address))
}

/// Whether an address is one of the last three hosts of an IPv4 block.
fn is_kept(block: &IpNet, address: IpAddr) -> bool {
    match (block, address) {
        (IpNet::V4(block), IpAddr::V4(address)) => {
            u32::from(address) >= u32::from(block.broadcast()).saturating_sub(3)
        }
        _ => false,
    }
}

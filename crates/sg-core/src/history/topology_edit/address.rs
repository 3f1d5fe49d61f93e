//! Parses addresses as users type them, and finds free addresses.

use std::net::IpAddr;

use super::TopologyEditError;
use crate::model::{AddressFamily, IpNet, LimitId, Scenario, VpcId};

/// Parses one IP address.
///
/// # Errors
/// [`TopologyEditError::NotAnAddress`] with the text.
pub fn read_address(text: &str) -> Result<IpAddr, TopologyEditError> {
    let text = text.trim();
    text.parse().map_err(|_| TopologyEditError::NotAnAddress(text.to_owned()))
}

/// Parses an address block. A bare address is a block of one; host bits are cleared.
///
/// # Errors
/// [`TopologyEditError::NotABlock`] with the text.
pub fn read_block(text: &str) -> Result<IpNet, TopologyEditError> {
    let text = text.trim();
    let block = text.parse::<IpNet>().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
    block.map(|block| block.trunc()).map_err(|_| TopologyEditError::NotABlock(text.to_owned()))
}

/// Parses addresses separated by commas or white space; may be empty.
///
/// # Errors
/// [`TopologyEditError::NotAnAddress`] with the first invalid text.
pub fn read_addresses(text: &str) -> Result<Vec<IpAddr>, TopologyEditError> {
    parts(text).map(read_address).collect()
}

/// Parses address blocks separated by commas or white space; may be empty.
///
/// # Errors
/// [`TopologyEditError::NotABlock`] with the first invalid text.
pub fn read_blocks(text: &str) -> Result<Vec<IpNet>, TopologyEditError> {
    parts(text).map(read_block).collect()
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    let parts =
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '，' | '、' | '；'));
    parts.filter(|part| !part.is_empty())
}

/// The lowest free address of a family in the VPC's first block of that family, excluding addresses
/// that the service reserves (the first and the last three of a vSwitch). `None` if the VPC has no
/// such block or its first few thousand addresses are taken.
pub fn free_private_address(
    scenario: &Scenario,
    vpc: &VpcId,
    family: AddressFamily,
) -> Option<IpAddr> {
    let blocks = &scenario.vpc(vpc)?.blocks;
    let block = blocks.iter().find(|block| AddressFamily::of_block(block) == family)?;
    let taken = |address: &IpAddr| {
        scenario.interfaces().any(|i| &i.vpc == vpc && i.addresses.contains(address))
    };
    let enough = LimitId::AddressesPerBasicGroup.value() * 2;
    let first = match block.prefix_len() {
        // A small block has no addresses to spare.
        length if length > block.max_prefix_len() - 5 => 1,
        _ => 10,
    };
    let hosts = block.hosts().skip(first).take(enough);
    hosts.take_while(|address| !is_kept(block, *address)).find(|address| !taken(address))
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

/// The lowest free address of 203.0.113.0/24 (TEST-NET-3), which is never assigned to real hosts.
pub fn free_public_address(scenario: &Scenario) -> Option<IpAddr> {
    let taken = |address: &IpAddr| {
        scenario.is_private(*address)
            || scenario.interfaces().any(|interface| interface.public_address == Some(*address))
            || scenario
                .outside()
                .iter()
                .any(|o| o.block.prefix_len() > 0 && o.block.contains(address))
    };
    (1..=254).map(|last| IpAddr::from([203, 0, 113, last])).find(|address| !taken(address))
}

//! Parses addresses as users type them, and finds a free public address.

use std::net::IpAddr;

use super::TopologyEditError;
use crate::model::{IpNet, Scenario};

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

/// The parts of a list as typed, separated by commas or white space; may be empty.
pub fn list_parts(text: &str) -> Vec<&str> {
    parts(text).collect()
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    let parts =
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '，' | '、' | '；'));
    parts.filter(|part| !part.is_empty())
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

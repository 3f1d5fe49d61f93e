//! What a rule matches, as positions on the axes of a compiled table.

use crate::model::{AddressFamily, Peer, Port, ProtocolFilter, Scenario};

use crate::connectivity::precedence::{Assume, Tried};

use super::address_index::{AddressIndex, number};
use super::packet_line::Position;

/// The source ports that a rule matches.
pub(super) fn sources(filter: ProtocolFilter) -> (Position, Position) {
    match filter.ports() {
        // Port 0 does not exist, so there is no boundary before port 1.
        Some(ports) if ports.source.first() != Port::MIN => {
            (Position::from(ports.source.first().get()), Position::from(ports.source.last().get()))
        }
        Some(ports) => (0, Position::from(ports.source.last().get())),
        None => (0, Position::from(u16::MAX)),
    }
}

/// The addresses of interfaces that a rule matches as its peer.
pub(super) fn peer_points(
    scenario: &Scenario,
    tried: &Tried,
    assume: Assume,
    address_index: &AddressIndex,
) -> Vec<usize> {
    let extends = assume.extends(tried.policy);
    if tried.known().is_none() && !extends {
        return Vec::new();
    }
    match tried.peer() {
        Some(Peer::Cidr(block)) => address_index.inside(*block).collect(),
        // The groups of an interface are known, so that it is a member or not.
        Some(Peer::Group(id)) => number(scenario, id)
            .map_or_else(Vec::new, |group| address_index.members(group).to_vec()),
        Some(Peer::PrefixList(id)) => match scenario.prefix_list(id) {
            Some(list) if extends && list.unread_entries => {
                let family = list.blocks.first().map(AddressFamily::of_block);
                address_index.of_family(family)
            }
            Some(list) => {
                list.blocks.iter().flat_map(|block| address_index.inside(*block)).collect()
            }
            None => address_index.of_family(None),
        },
        None => address_index.of_family(None),
    }
}

//! Whether a rule matches a packet, field by field. Besides the compiled tables of `reach`, this is
//! the only place that reads a rule's fields.

use std::net::IpAddr;

use crate::model::{
    AddressFamily, Direction, Peer, PortRange, PrefixListId, ProtocolFilter, Rule, Scenario,
    SecurityGroupId,
};

use super::flow::Packet;
use super::internet;
use super::precedence::Tried;
use super::route::{EndpointPair, PacketEndpoint};
use super::trace::{FieldMatch, FieldMatches};

impl FieldMatch {
    const fn of(matches: bool) -> Self {
        if matches { Self::Matched } else { Self::Missed }
    }
}

/// Compares the address fields of a rule with a packet as seen by the rule's interface: the remote
/// end and the local CIDR.
///
/// This is the only place that distinguishes source and destination. Inbound, the remote end is the
/// source and the local CIDR the destination; outbound, the other way round.
pub(super) fn addresses(
    scenario: &Scenario,
    rule: &Rule,
    seen: &EndpointPair<'_>,
) -> [FieldMatch; 2] {
    let (remote, local) = ends(rule.spec.direction, seen);
    let local_cidr = match rule.spec.local_cidr {
        None => FieldMatch::NotAsked,
        Some(block) => FieldMatch::of(block.contains(&local.address)),
    };
    [peer(scenario, &rule.spec.peer, remote), local_cidr]
}

/// The same for anything that is tried in a direction.
pub(super) fn addresses_of(
    scenario: &Scenario,
    tried: &Tried,
    direction: Direction,
    seen: &EndpointPair<'_>,
) -> [FieldMatch; 2] {
    if let Some(rule) = tried.known() {
        return addresses(scenario, rule, seen);
    }
    let (remote, _) = ends(direction, seen);
    let peer = tried.peer().map(|named| peer(scenario, named, remote));
    [peer.unwrap_or(FieldMatch::Unknown), FieldMatch::NotAsked]
}

/// Compares the peer of anything that is tried with an address that belongs to no interface.
pub(super) fn stranger(scenario: &Scenario, tried: &Tried, address: IpAddr) -> FieldMatch {
    let remote = PacketEndpoint { address, interface: None };
    tried.peer().map_or(FieldMatch::Unknown, |named| peer(scenario, named, &remote))
}

/// The remote and the local end of a packet, as seen by the interface that a rule applies to.
const fn ends<'a, 'b>(
    direction: Direction,
    seen: &'b EndpointPair<'a>,
) -> (&'b PacketEndpoint<'a>, &'b PacketEndpoint<'a>) {
    match direction {
        Direction::Ingress => (&seen.source, &seen.destination),
        Direction::Egress => (&seen.destination, &seen.source),
    }
}

fn peer(scenario: &Scenario, peer: &Peer, remote: &PacketEndpoint<'_>) -> FieldMatch {
    match peer {
        Peer::Cidr(block) => FieldMatch::of(block.contains(&remote.address)),
        Peer::Group(group) => member(scenario, group, remote),
        Peer::PrefixList(list) => listed(scenario, list, remote.address),
    }
}

/// A peer group means the private addresses of its members (S-15): an endpoint only has an
/// interface if the packet uses one of its private addresses. Which other private addresses belong
/// to members of a group of another account, this account cannot see.
fn member(
    scenario: &Scenario,
    group: &SecurityGroupId,
    endpoint: &PacketEndpoint<'_>,
) -> FieldMatch {
    match endpoint.interface {
        Some(interface) => FieldMatch::of(interface.groups.contains(group)),
        None if internet::is_internet(endpoint.address) => FieldMatch::Missed,
        None if scenario.group(group).is_none_or(|group| group.owner.is_some()) => {
            FieldMatch::Unknown
        }
        None => FieldMatch::Missed,
    }
}

fn listed(scenario: &Scenario, list: &PrefixListId, address: IpAddr) -> FieldMatch {
    let Some(list) = scenario.prefix_list(list) else { return FieldMatch::Unknown };
    if list.blocks.iter().any(|block| block.contains(&address)) {
        return FieldMatch::Matched;
    }
    let family = list.blocks.first().map(AddressFamily::of_block);
    let possible = family.is_none_or(|family| family == AddressFamily::of(address));
    if list.unread_entries && possible { FieldMatch::Unknown } else { FieldMatch::Missed }
}

/// All fields of anything that is tried, given its address matches.
pub(super) fn fields_of(tried: &Tried, addresses: [FieldMatch; 2], packet: Packet) -> FieldMatches {
    fields((tried.protocol(), tried.listed()), addresses, packet)
}

/// Whether a rule matches a packet whose addresses match.
pub(super) fn speaks(rule: &Rule, packet: Packet) -> bool {
    let any = [FieldMatch::Matched, FieldMatch::NotAsked];
    fields((rule.spec.protocol, rule.spec.listed()), any, packet).all()
}

/// All fields of a rule, given its protocol, the ranges of its port list, and its address matches.
fn fields(
    (filter, listed): (ProtocolFilter, Option<&[PortRange]>),
    [peer, local_cidr]: [FieldMatch; 2],
    packet: Packet,
) -> FieldMatches {
    let protocol = speaks_of(filter, packet);
    let (destination_port, source_port) = match (filter.ports(), packet.ports()) {
        (Some(ports), Some((source, destination))) if protocol => (
            // In both directions, the port range refers to the destination port (S-14).
            FieldMatch::of(match listed {
                Some(ranges) => ranges.iter().any(|range| range.contains(destination)),
                None => ports.destination.contains(destination),
            }),
            if ports.source == PortRange::ALL {
                FieldMatch::NotAsked
            } else {
                FieldMatch::of(ports.source.contains(source))
            },
        ),
        _ => (FieldMatch::NotAsked, FieldMatch::NotAsked),
    };
    FieldMatches {
        protocol: FieldMatch::of(protocol),
        destination_port,
        source_port,
        peer,
        local_cidr,
    }
}

fn speaks_of(filter: ProtocolFilter, packet: Packet) -> bool {
    match filter {
        ProtocolFilter::All => true,
        ProtocolFilter::Tcp(_) => matches!(packet, Packet::Tcp { .. }),
        ProtocolFilter::Udp(_) => matches!(packet, Packet::Udp { .. }),
        ProtocolFilter::Icmp => packet == Packet::Icmp,
        ProtocolFilter::Icmpv6 => packet == Packet::Icmpv6,
        ProtocolFilter::Gre => packet == Packet::Gre,
        ProtocolFilter::Number(number) => packet == Packet::Other(number),
    }
}

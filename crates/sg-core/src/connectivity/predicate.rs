//! Whether a rule matches a packet, field by field. Besides the compiled tables of `reach`, this is
//! the only place that reads a rule's fields.

use crate::model::{Direction, Peer, PortRange, ProtocolFilter, Rule, Scenario, SecurityGroupId};

use super::flow::Packet;
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
    let peer = match (rule.spec.direction, &rule.spec.peer) {
        (Direction::Ingress, Peer::Cidr(block)) => block.contains(&seen.source.address),
        (Direction::Egress, Peer::Cidr(block)) => block.contains(&seen.destination.address),
        (Direction::Ingress, Peer::Group(group)) => is_member(&seen.source, group),
        (Direction::Egress, Peer::Group(group)) => is_member(&seen.destination, group),
        (Direction::Ingress, Peer::PrefixList(list)) => listed(scenario, list, &seen.source),
        (Direction::Egress, Peer::PrefixList(list)) => listed(scenario, list, &seen.destination),
    };
    let local_cidr = match (rule.spec.direction, rule.spec.local_cidr) {
        (Direction::Ingress | Direction::Egress, None) => FieldMatch::NotAsked,
        (Direction::Ingress, Some(block)) => {
            FieldMatch::of(block.contains(&seen.destination.address))
        }
        (Direction::Egress, Some(block)) => FieldMatch::of(block.contains(&seen.source.address)),
    };
    [FieldMatch::of(peer), local_cidr]
}

/// A peer group means the private addresses of its members (S-15): an endpoint only has an
/// interface if the packet uses one of its private addresses.
fn is_member(endpoint: &PacketEndpoint<'_>, group: &SecurityGroupId) -> bool {
    endpoint.interface.is_some_and(|interface| interface.groups.contains(group))
}

fn listed(
    scenario: &Scenario,
    list: &crate::model::PrefixListId,
    endpoint: &PacketEndpoint<'_>,
) -> bool {
    scenario
        .prefix_list(list)
        .is_some_and(|list| list.blocks.iter().any(|block| block.contains(&endpoint.address)))
}

/// All fields of a rule, given its address matches.
pub(super) fn fields(
    filter: ProtocolFilter,
    [peer, local_cidr]: [FieldMatch; 2],
    packet: Packet,
) -> FieldMatches {
    let protocol = speaks_of(filter, packet);
    let (destination_port, source_port) = match (filter.ports(), packet.ports()) {
        (Some(ports), Some((source, destination))) if protocol => (
            // In both directions, the port range refers to the destination port (S-14).
            FieldMatch::of(ports.destination.contains(destination)),
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

//! The pair and the packets that a disagreement of a flow log is about, as the page selects them.

use std::net::IpAddr;

use crate::state::Selection;
use sg_core::connectivity::{AskedPacket, End, Packet};
use sg_core::flow_log::{Disagreement, DisagreementKind};
use sg_core::model::{Direction, PortRange, Scenario};

/// A pair, and what is asked about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownPair {
    /// The pair, from the end that opens the session.
    pub pair: Selection,
    /// The address of the outside end, if it has one.
    pub address: Option<IpAddr>,
    /// The packets; `None` for all of them.
    pub packet: Option<AskedPacket>,
}

/// The pair of a disagreement; `None` if the scenario has no such pair. Of a rejected reply it is the
/// session that it belongs to.
pub fn pair_of(scenario: &Scenario, own: &Disagreement) -> Option<ShownPair> {
    let record = &own.record;
    let near = End::Interface(record.interface.clone());
    let (far, address) = match &own.peer {
        Some(peer) => (End::Interface(peer.clone()), None),
        None => {
            let blocks = scenario.outside().iter().filter(|one| one.block.contains(&record.remote));
            let smallest = blocks.max_by_key(|one| one.block.prefix_len())?;
            (End::Outside(smallest.name.clone()), Some(record.remote))
        }
    };
    let is_reply = own.kind == DisagreementKind::RejectedReply;
    let from_near = (record.direction == Direction::Egress) != is_reply;
    let (from, to) = if from_near { (near, far) } else { (far, near) };
    let pair = Selection { from, to };
    let packet = record.packet().map(|packet| asked(scenario, packet, is_reply));
    pair.exists_in(scenario).then_some(ShownPair { pair, address, packet })
}

/// The packets that a record is about. Source ports count only if a rule names any; a reply comes from
/// the port that its session went to.
fn asked(scenario: &Scenario, packet: Packet, is_reply: bool) -> AskedPacket {
    let mut rules = scenario.groups().flat_map(|group| &group.rules);
    let by_source = !is_reply
        && rules.any(|rule| {
            rule.spec.protocol.ports().is_some_and(|ports| ports.source != PortRange::ALL)
        });
    match packet {
        Packet::Tcp { source_port, .. } if is_reply => AskedPacket::Tcp(source_port),
        Packet::Udp { source_port, .. } if is_reply => AskedPacket::Udp(source_port),
        Packet::Tcp { source_port: source, destination_port: destination } if by_source => {
            AskedPacket::TcpFrom { source, destination }
        }
        Packet::Udp { source_port: source, destination_port: destination } if by_source => {
            AskedPacket::UdpFrom { source, destination }
        }
        Packet::Tcp { destination_port, .. } => AskedPacket::Tcp(destination_port),
        Packet::Udp { destination_port, .. } => AskedPacket::Udp(destination_port),
        Packet::Icmp => AskedPacket::Icmp,
        Packet::Icmpv6 => AskedPacket::Icmpv6,
        Packet::Gre => AskedPacket::Gre,
        Packet::Other(number) => AskedPacket::Other(number),
    }
}

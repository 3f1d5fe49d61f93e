//! What a new rule is most likely about: the selected pair and packets.

use crate::state::page::State;
use crate::state::selection::Selection;
use sg_core::connectivity::{AskedPacket, End, Endpoint, Packet, PacketChoice, flow_between};
use sg_core::model::{
    Direction, IpNet, PortFilter, PortRange, ProtocolFilter, Scenario, SecurityGroup,
};

/// The selected pair and packets, for forms to begin with. There is no pair while a lesson is open:
/// what its question is about is often the solution.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Suggested {
    /// The selected pair.
    pub pair: Option<Selection>,
    /// The selected packets.
    pub packet: PacketChoice,
    /// Whether a lesson is open.
    pub lesson: bool,
}

impl State {
    /// What a new rule is most likely about.
    pub fn suggested(&self) -> Suggested {
        Suggested {
            pair: self.view.selection.clone(),
            packet: self.view.packet,
            lesson: self.location.learning.is_some(),
        }
    }
}

impl Suggested {
    /// The other end of the pair as seen from a group's members: the source of inbound traffic, the
    /// destination of outbound traffic. A member of the group itself is no suggestion.
    pub fn peer(
        &self,
        scenario: &Scenario,
        group: &SecurityGroup,
        direction: Direction,
    ) -> Option<(End, IpNet)> {
        let pair = self.pair.as_ref().filter(|_| !self.lesson)?;
        let end = match direction {
            Direction::Ingress => &pair.from,
            Direction::Egress => &pair.to,
        };
        let block = match end {
            End::Outside(name) => {
                scenario.outside().iter().find(|outside| outside.name == *name)?.block
            }
            End::Interface(id) => {
                if scenario.interface(id)?.groups.contains(&group.id) {
                    return None;
                }
                let packet = match self.packet {
                    PacketChoice::One(asked) => asked.sample(),
                    PacketChoice::All => Packet::Icmp,
                };
                let flow = flow_between(scenario, &pair.from, &pair.to, packet);
                let flow = flow.map(|flow| (flow.source, flow.destination));
                let seen = flow.map(|(source, destination)| match direction {
                    Direction::Ingress => source,
                    Direction::Egress => destination,
                });
                let address = seen.as_ref().map(Endpoint::address);
                let first = || scenario.interface(id)?.addresses.first().copied();
                IpNet::from(address.or_else(first)?)
            }
        };
        Some((end.clone(), block))
    }

    /// The protocol and ports of the selected packets; `None` for all of them.
    pub fn traffic(&self) -> Option<ProtocolFilter> {
        match self.packet {
            PacketChoice::One(asked) if !self.lesson => Some(filter(asked)),
            PacketChoice::One(_) | PacketChoice::All => None,
        }
    }
}

/// The packets in the form that a rule can express.
pub(crate) const fn filter(asked: AskedPacket) -> ProtocolFilter {
    match asked {
        AskedPacket::Tcp(port) => ProtocolFilter::Tcp(PortFilter::to(PortRange::single(port))),
        AskedPacket::Udp(port) => ProtocolFilter::Udp(PortFilter::to(PortRange::single(port))),
        AskedPacket::Icmp => ProtocolFilter::Icmp,
        AskedPacket::Icmpv6 => ProtocolFilter::Icmpv6,
        AskedPacket::Gre => ProtocolFilter::Gre,
        AskedPacket::TcpFrom { source, destination } => ProtocolFilter::Tcp(PortFilter {
            source: PortRange::single(source),
            destination: PortRange::single(destination),
        }),
        AskedPacket::UdpFrom { source, destination } => ProtocolFilter::Udp(PortFilter {
            source: PortRange::single(source),
            destination: PortRange::single(destination),
        }),
        AskedPacket::Other(number) => ProtocolFilter::Number(number),
    }
}

//! Whether an open session of the selected pair survives the last edit.

use crate::derived::reachability::Reachability;
use crate::state::Selection;
use sg_core::connectivity::{
    Packet, PacketChoice, PacketSet, SessionAnswer, Verdict, flow_between, session,
};
use sg_core::history::History;
use sg_core::model::{Port, PortRange};

/// A session and what happens to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// Its first packet; the source port is unset if it does not matter.
    pub packets: PacketSet,
    /// What happens to the session.
    pub answer: SessionAnswer,
}

impl Reachability {
    /// What the last edit does to an open session of a pair: a session of the selected packet, of a
    /// packet whose answer changed, or else of one that passes. `None` if no edit changed the
    /// scenario or there is no such packet.
    pub fn open_session(&self, history: &History, pair: &Selection) -> Option<OpenSession> {
        let (before, after) = (history.scenario_before(), history.scenario());
        if before == after || pair.from == pair.to {
            return None;
        }
        let open = |packet: Packet| {
            let flow = flow_between(before, &pair.from, &pair.to, packet)?;
            Some(OpenSession { packets: set_of(packet), answer: session(before, after, &flow) })
        };
        if let PacketChoice::One(asked) = self.choice {
            return open(asked.sample());
        }
        let mut changes = self.changes.iter();
        let changed = changes.find(|change| change.from == pair.from && change.to == pair.to);
        let passing = || {
            let cell = self.whole(pair)?;
            let sets = cell.space.packets(Verdict::Pass, None);
            sets.first().map(PacketSet::sample)
        };
        let found = open(changed.map(|change| change.counterexample.packet).or_else(passing)?)?;
        // The first packet found is often an obscure one; prefer a well-known port with the same
        // outcome.
        let known = open(Packet::tcp(KNOWN_PORT))
            .filter(|known| known.answer.survival == found.answer.survival);
        Some(known.unwrap_or(found))
    }
}

/// The HTTPS port.
const KNOWN_PORT: Port = match Port::new(443) {
    Some(port) => port,
    None => Port::MIN,
};

const fn set_of(packet: Packet) -> PacketSet {
    let source = PortRange::ALL;
    match packet {
        Packet::Tcp { destination_port, .. } => {
            PacketSet::Tcp { source, destination: PortRange::single(destination_port) }
        }
        Packet::Udp { destination_port, .. } => {
            PacketSet::Udp { source, destination: PortRange::single(destination_port) }
        }
        Packet::Icmp => PacketSet::Icmp,
        Packet::Icmpv6 => PacketSet::Icmpv6,
        Packet::Gre => PacketSet::Gre,
        Packet::Other(number) => PacketSet::Other { first: number, last: number },
    }
}

//! What tells flows apart as far as groups can.

use std::net::IpAddr;

use crate::connectivity::Packet;
use crate::model::Direction;

use super::captured::Captured;
use super::fields::{TCP, UDP};

/// How a record is compared with what the groups say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Comparison {
    /// The first packet of a session that was accepted.
    Accepted,
    /// A first packet that was rejected.
    Rejected,
    /// A reply that was rejected.
    RejectedReply,
    /// An accepted packet of a session that was open before, and can only have been opened this way
    /// round.
    Running,
}

/// Records that the groups of an interface cannot tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct FlowKey {
    pub(super) interface: u32,
    pub(super) direction: Direction,
    pub(super) comparison: Comparison,
    pub(super) protocol: u8,
    /// The destination port; of a reply, the port that it answers from.
    pub(super) port: u16,
    pub(super) source_port: u16,
    pub(super) local: IpAddr,
    pub(super) remote: IpAddr,
}

impl FlowKey {
    /// The key of a record. Source ports count only if some rule names any.
    pub(super) fn new(record: &Captured, comparison: Comparison, source_ports: bool) -> Self {
        let has_ports = matches!(record.protocol, TCP | UDP);
        let (source, destination) = if has_ports { record.ports() } else { (0, 0) };
        let (source_port, port) = match comparison {
            Comparison::RejectedReply => (destination, source),
            Comparison::Accepted | Comparison::Rejected | Comparison::Running
                if source_ports || source == 0 =>
            {
                (source, destination)
            }
            Comparison::Accepted | Comparison::Rejected | Comparison::Running => {
                (Packet::DYNAMIC_PORT.get(), destination)
            }
        };
        // Which port a client answers from or is answered at says nothing.
        let source_port = match comparison {
            Comparison::RejectedReply => 0,
            Comparison::Accepted | Comparison::Rejected | Comparison::Running => source_port,
        };
        Self {
            interface: record.interface,
            direction: record.direction,
            comparison,
            protocol: record.protocol,
            port,
            source_port,
            local: record.local,
            remote: record.remote,
        }
    }
}

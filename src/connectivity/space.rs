//! Every packet between two ends at once, cut into regions that share verdict and reason.

use crate::model::{PortRange, Scenario};

use super::flow::{Endpoint, Packet};
use super::verdict::{Decider, Verdict};

/// All packets from one end to another. The regions cover every packet that can exist between
/// the two, never overlap, and neighbours that agree are one region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketSpace {
    /// TCP first, then UDP, ICMP or ICMPv6, GRE, and all other protocols.
    pub regions: Vec<Region>,
}

/// Packets that share one verdict for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Which packets.
    pub packets: PacketSet,
    /// The verdict about each of them.
    pub verdict: Verdict,
    /// What it rests on.
    pub decider: Decider,
    /// The verdict of the other reading, where sources disagree about these packets.
    pub contested: Option<Verdict>,
}

/// A set of packets of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PacketSet {
    /// TCP from these ports to those.
    Tcp {
        /// Source ports.
        source: PortRange,
        /// Destination ports.
        destination: PortRange,
    },
    /// UDP from these ports to those.
    Udp {
        /// Source ports.
        source: PortRange,
        /// Destination ports.
        destination: PortRange,
    },
    /// ICMP.
    Icmp,
    /// ICMPv6.
    Icmpv6,
    /// GRE.
    Gre,
    /// Protocols by number, both ends included, except those with a variant of their own.
    Other {
        /// The smallest number.
        first: u8,
        /// The largest number.
        last: u8,
    },
}

/// The whole packet space of a pair, both sides and the platform considered.
pub fn packet_space(
    _scenario: &Scenario,
    _source: &Endpoint,
    _destination: &Endpoint,
) -> PacketSpace {
    PacketSpace { regions: Vec::new() }
}

impl PacketSet {
    /// Whether a packet is in the set.
    pub fn contains(&self, _packet: &Packet) -> bool {
        false
    }
}

//! One row of the report.

use crate::connectivity::lint::SensitivePort;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::verdict::{Decider, Verdict};

use super::address::ExposedAddress;
use super::risk;
use super::sources::Sources;

/// One row of the report: packets that reach a public address from the same Internet addresses, and
/// for the same reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exposure {
    /// What is reached: one address, or all with the same answer in a [grouped](super::grouped) report.
    pub targets: Vec<ExposedAddress>,
    /// Which packets; the sets do not overlap.
    pub packets: Vec<PacketSet>,
    /// The Internet addresses that they come from.
    pub sources: Sources,
    /// [`Verdict::Pass`], or [`Verdict::Unknown`] where something that is not known decides.
    pub verdict: Verdict,
    /// The rule that lets them in, or why that is not known. A row about members that are not known
    /// names the rule that would let them in.
    pub decider: Decider,
    /// The [sensitive ports](crate::connectivity::SENSITIVE_PORTS) among the packets.
    pub services: Vec<SensitivePort>,
}

impl Exposure {
    /// Whether it opens sensitive ports to the whole Internet.
    pub fn is_critical(&self) -> bool {
        !self.services.is_empty() && self.sources.is_world()
    }

    /// The sensitive ports among some of its packets.
    pub fn services_of(&self, packets: &PacketSet) -> Vec<SensitivePort> {
        risk::services(std::slice::from_ref(packets))
    }

    /// The number of destination ports, and one for every protocol without ports.
    pub fn breadth(&self) -> u32 {
        risk::breadth(&self.packets)
    }
}

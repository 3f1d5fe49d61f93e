//! How much a set of packets opens.

use crate::connectivity::lint::{SENSITIVE_PORTS, SensitivePort};
use crate::connectivity::packet_set::PacketSet;
use crate::model::{Port, PortRange};

/// The sensitive ports among the packets, from whatever source port.
pub(super) fn services(packets: &[PacketSet]) -> Vec<SensitivePort> {
    let meets = |service: &&SensitivePort| {
        let Some(port) = Port::new(service.port) else { return false };
        packets.iter().any(|set| match set {
            PacketSet::Tcp { destination, .. } => !service.udp && destination.contains(port),
            PacketSet::Udp { destination, .. } => service.udp && destination.contains(port),
            PacketSet::Icmp | PacketSet::Icmpv6 | PacketSet::Gre | PacketSet::Other { .. } => false,
        })
    };
    SENSITIVE_PORTS.iter().filter(meets).copied().collect()
}

/// The number of destination ports, and one for every protocol without ports.
pub(super) fn breadth(packets: &[PacketSet]) -> u32 {
    let ports = |range: &PortRange| u32::from(range.last().get() - range.first().get()) + 1;
    let of = |set: &PacketSet| match set {
        PacketSet::Tcp { destination, .. } | PacketSet::Udp { destination, .. } => {
            ports(destination)
        }
        PacketSet::Icmp | PacketSet::Icmpv6 | PacketSet::Gre => 1,
        PacketSet::Other { first, last } => u32::from(last - first) + 1,
    };
    packets.iter().map(of).sum()
}

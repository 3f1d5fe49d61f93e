//! Intervals of destination ports with the same answer.

use sg_core::connectivity::{PacketSet, PacketSpace, Verdict};
use sg_core::model::{Port, PortRange};

/// An interval of destination ports with one answer; `None` if it depends on the source port.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) ports: PortRange,
    pub(crate) verdict: Option<Verdict>,
}

/// Formats a port range.
pub(crate) fn ports_text(ports: PortRange) -> String {
    match ports.first() == ports.last() {
        true => ports.first().to_string(),
        false => format!("{}–{}", ports.first(), ports.last()),
    }
}

/// Source and destination ports of TCP packets.
pub(crate) const fn tcp(packets: &PacketSet) -> Option<(PortRange, PortRange)> {
    match packets {
        PacketSet::Tcp { source, destination } => Some((*source, *destination)),
        PacketSet::Udp { .. }
        | PacketSet::Icmp
        | PacketSet::Icmpv6
        | PacketSet::Gre
        | PacketSet::Other { .. } => None,
    }
}

/// Source and destination ports of UDP packets.
pub(crate) const fn udp(packets: &PacketSet) -> Option<(PortRange, PortRange)> {
    match packets {
        PacketSet::Udp { source, destination } => Some((*source, *destination)),
        PacketSet::Tcp { .. }
        | PacketSet::Icmp
        | PacketSet::Icmpv6
        | PacketSet::Gre
        | PacketSet::Other { .. } => None,
    }
}

/// The destination ports of one protocol, merged into intervals with the same answer, whatever the
/// reason.
pub(crate) fn intervals(
    space: &PacketSpace,
    is: fn(&PacketSet) -> Option<(PortRange, PortRange)>,
) -> Vec<Interval> {
    let regions: Vec<_> = space
        .regions
        .iter()
        .filter_map(|region| Some((is(&region.packets)?.1, region.verdict)))
        .collect();
    let mut cuts: Vec<Port> = regions.iter().map(|(ports, _)| ports.first()).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut intervals: Vec<Interval> = Vec::new();
    for (place, first) in cuts.iter().enumerate() {
        let last = cuts.get(place + 1).and_then(|next| next.previous()).unwrap_or(Port::MAX);
        let mut here = regions.iter().filter(|(ports, _)| ports.contains(*first));
        let verdict = here.next().map(|(_, verdict)| *verdict);
        let verdict = verdict.filter(|verdict| here.all(|(_, other)| other == verdict));
        match intervals.last_mut() {
            Some(before) if before.verdict == verdict => {
                before.ports = PortRange::new(before.ports.first(), last).unwrap_or(before.ports);
            }
            _ => intervals
                .extend(PortRange::new(*first, last).map(|ports| Interval { ports, verdict })),
        }
    }
    intervals
}

//! Regions of a packet space, and sets of packets, as JSON.

use serde::Serialize;

use sg_core::connectivity::{Judged, PacketSet, Region};

use super::DeciderJson;
use super::word::verdict;

/// Packets with one verdict for one reason.
#[derive(Debug, Serialize)]
pub(crate) struct RegionJson {
    #[serde(flatten)]
    packets: PacketsJson,
    verdict: &'static str,
    clause: String,
    decider: DeciderJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    contested: Option<&'static str>,
}

/// A set of packets, with TCP and UDP ports written as in the API.
#[derive(Debug, Serialize)]
pub(crate) struct PacketsJson {
    protocol: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_ports: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    destination_ports: Option<String>,
}

/// A verdict and what it rests on.
#[derive(Debug, Serialize)]
pub(crate) struct JudgedJson {
    verdict: &'static str,
    clause: String,
    decider: DeciderJson,
}

impl From<&Judged> for JudgedJson {
    fn from(judged: &Judged) -> Self {
        Self {
            verdict: verdict(judged.verdict),
            clause: judged.decider.clause().to_string(),
            decider: (&judged.decider).into(),
        }
    }
}

impl From<&Region> for RegionJson {
    fn from(region: &Region) -> Self {
        Self {
            packets: (&region.packets).into(),
            verdict: verdict(region.verdict),
            clause: region.decider.clause().to_string(),
            decider: (&region.decider).into(),
            contested: region.contested.map(verdict),
        }
    }
}

impl From<&PacketSet> for PacketsJson {
    fn from(set: &PacketSet) -> Self {
        let (protocol, ports) = match set {
            PacketSet::Tcp { source, destination } => {
                ("TCP".to_owned(), Some((source, destination)))
            }
            PacketSet::Udp { source, destination } => {
                ("UDP".to_owned(), Some((source, destination)))
            }
            PacketSet::Icmp => ("ICMP".to_owned(), None),
            PacketSet::Icmpv6 => ("ICMPv6".to_owned(), None),
            PacketSet::Gre => ("GRE".to_owned(), None),
            PacketSet::Other { first, last } if first == last => (first.to_string(), None),
            PacketSet::Other { first, last } => (format!("{first}-{last}"), None),
        };
        Self {
            protocol,
            source_ports: ports.map(|(source, _)| source.to_string()),
            destination_ports: ports.map(|(_, destination)| destination.to_string()),
        }
    }
}

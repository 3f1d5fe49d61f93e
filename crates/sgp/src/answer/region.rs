//! Regions of a packet space, and sets of packets, as JSON.

use serde::Serialize;

use sg_core::connectivity::{AddressVerdicts, Judged, PacketSet, Region};
use sg_core::explain::addresses_text;
use sg_core::explain::json_words::verdict;

use super::DeciderJson;
use super::word::SOME;

/// Packets with one verdict for one reason.
#[derive(Debug, Serialize)]
pub(crate) struct RegionJson {
    #[serde(flatten)]
    packets: PacketsJson,
    verdict: &'static str,
    clause: String,
    decider: DeciderJson<'static>,
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

/// Addresses of an outside block whose packets get the same verdicts.
#[derive(Debug, Serialize)]
pub(crate) struct AddressesJson {
    /// All of them, as blocks and ranges.
    addresses: Vec<String>,
    /// `pass`, `blocked` or `unknown` if all packets get the same verdict, and otherwise `some`.
    answer: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    passing: Vec<PacketsJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    blocked: Vec<PacketsJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unknown: Vec<PacketsJson>,
}

/// A verdict and what it rests on.
#[derive(Debug, Serialize)]
pub(crate) struct JudgedJson {
    verdict: &'static str,
    clause: String,
    decider: DeciderJson<'static>,
}

impl From<&Judged> for JudgedJson {
    fn from(judged: &Judged) -> Self {
        Self {
            verdict: verdict(judged.verdict),
            clause: judged.decider.clause().to_string(),
            decider: DeciderJson::from(&judged.decider).into_owned(),
        }
    }
}

impl From<&Region> for RegionJson {
    fn from(region: &Region) -> Self {
        Self {
            packets: (&region.packets).into(),
            verdict: verdict(region.verdict),
            clause: region.decider.clause().to_string(),
            decider: DeciderJson::from(&region.decider).into_owned(),
            contested: region.contested.map(verdict),
        }
    }
}

impl From<&AddressVerdicts> for AddressesJson {
    fn from(own: &AddressVerdicts) -> Self {
        let packets = |sets: &[PacketSet]| sets.iter().map(PacketsJson::from).collect();
        Self {
            addresses: addresses_text(&own.ranges),
            answer: own.verdict().map_or(SOME, verdict),
            passing: packets(&own.passing),
            blocked: packets(&own.blocked),
            unknown: packets(&own.unknown),
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

//! Short names: of ends, of sets of packets, of the state of a cell.

use crate::connectivity::{CellState, End, Endpoint, PacketSet, Summary};
use crate::language::Language;
use crate::model::{Instance, NetworkInterfaceId, PortRange, Scenario};

use super::text;

/// The name of an end: the instance, with the interface where it has several, or the name of the
/// outside block.
pub fn end_label(scenario: &Scenario, end: &End) -> String {
    match end {
        End::Interface(id) => interface_label(scenario, id),
        End::Outside(name) => name.clone(),
    }
}

/// All ends of a scene in the order of the matrix, each with the name that [`end_label`] gives it,
/// found in one pass.
pub fn ends_with_labels(scenario: &Scenario) -> Vec<(End, String)> {
    let interfaces = scenario.instances().flat_map(|instance| {
        let label = |id: &NetworkInterfaceId| label_in(instance, id);
        instance.interfaces.iter().map(move |id| (End::Interface(id.clone()), label(id)))
    });
    let outside = scenario.outside().iter().map(|outside| &outside.name);
    interfaces.chain(outside.map(|name| (End::Outside(name.clone()), name.clone()))).collect()
}

/// A label of [`end_label`] for a narrow place, in what may be cut off there and what may not: of
/// the id that tells interfaces of one instance apart, the last characters.
pub fn narrow_label<'a>(end: &End, label: &'a str) -> (&'a str, Option<String>) {
    let End::Interface(id) = end else { return (label, None) };
    let id = id.as_str();
    let behind = |text: &'a str| text.strip_suffix(')')?.strip_suffix(id)?.strip_suffix(" (");
    let Some(name) = behind(label) else { return (label, None) };
    // Ids are ASCII; one that has no more than its last characters stays whole.
    let last = id.len().checked_sub(LAST_OF_AN_ID + 1).and_then(|start| id.get(start + 1..));
    (name, Some(last.map_or_else(|| id.to_owned(), |last| format!("…{last}"))))
}

/// How many characters of an interface's id tell it from the others of an instance in a narrow place.
const LAST_OF_AN_ID: usize = 3;

/// The name of an end of a flow; an outside address bears the name of the smallest block that
/// holds it, or its own digits.
pub(super) fn end_label_of(scenario: &Scenario, endpoint: &Endpoint) -> String {
    match endpoint {
        Endpoint::Interface { id, .. } => interface_label(scenario, id),
        Endpoint::Outside { address } => {
            let blocks = scenario.outside().iter().filter(|o| o.block.contains(address));
            let smallest = blocks.max_by_key(|outside| outside.block.prefix_len());
            smallest.map_or_else(|| address.to_string(), |outside| outside.name.clone())
        }
    }
}

fn interface_label(scenario: &Scenario, id: &NetworkInterfaceId) -> String {
    scenario.instance_of(id).map_or_else(|| id.to_string(), |instance| label_in(instance, id))
}

fn label_in(instance: &Instance, id: &NetworkInterfaceId) -> String {
    match instance.interfaces.len() {
        0 | 1 => instance.label().to_owned(),
        _ => format!("{} ({id})", instance.label()),
    }
}

/// The short text of a set of packets: `TCP 22`, `TCP 80-443`, `TCP`, `ICMP`.
pub fn packets_text(packets: &PacketSet, language: Language) -> String {
    match *packets {
        PacketSet::Tcp { source, destination } => with_ports("TCP", source, destination, language),
        PacketSet::Udp { source, destination } => with_ports("UDP", source, destination, language),
        PacketSet::Icmp => "ICMP".to_owned(),
        PacketSet::Icmpv6 => "ICMPv6".to_owned(),
        PacketSet::Gre => "GRE".to_owned(),
        PacketSet::Other { first: u8::MIN, last: u8::MAX } => {
            text::OTHER_PROTOCOLS.get(language).to_owned()
        }
        PacketSet::Other { first, last } => {
            let numbers = if first == last { first.to_string() } else { format!("{first}-{last}") };
            text::PROTOCOL_NUMBERS.fill(language, &[("numbers", &numbers)])
        }
    }
}

fn with_ports(
    protocol: &str,
    source: PortRange,
    destination: PortRange,
    language: Language,
) -> String {
    let packets = match destination {
        PortRange::ALL => protocol.to_owned(),
        ports => format!("{protocol} {}", ports_text(ports)),
    };
    match source {
        PortRange::ALL => packets,
        ports => text::PACKETS_FROM_PORTS
            .fill(language, &[("packets", &packets), ("ports", &ports_text(ports))]),
    }
}

fn ports_text(ports: PortRange) -> String {
    if ports.first() == ports.last() {
        ports.first().to_string()
    } else {
        format!("{}-{}", ports.first(), ports.last())
    }
}

/// How many sets of packets a cell names before it counts the rest.
const NAMED_IN_A_CELL: usize = 2;

/// The short text of a cell: `all`, `closed`, `TCP 22`, `all but TCP 25`.
pub fn state_text(state: &CellState, language: Language) -> String {
    let words = match state {
        CellState::Itself => text::CELL_ITSELF,
        CellState::Pass => text::CELL_ALL,
        CellState::Blocked => text::CELL_CLOSED,
        CellState::NotFiltered => text::CELL_NOT_FILTERED,
        CellState::Unknown => text::CELL_UNKNOWN,
        CellState::Partial(summary) => return summary_text(summary, language),
    };
    words.get(language).to_owned()
}

fn summary_text(summary: &Summary, language: Language) -> String {
    let text = if summary.blocked.is_empty() {
        text::CELL_ALL.get(language).to_owned()
    } else if summary.complement_is_shorter() {
        let packets = named(&summary.blocked, language);
        text::CELL_ALL_BUT.fill(language, &[("packets", &packets)])
    } else {
        named(&summary.passing, language)
    };
    if summary.depends_on_address {
        text::CELL_SOME_ADDRESSES.fill(language, &[("packets", &text)])
    } else {
        text
    }
}

/// The first sets of packets by name, and how many there are besides.
fn named(sets: &[PacketSet], language: Language) -> String {
    let first: Vec<String> =
        sets.iter().take(NAMED_IN_A_CELL).map(|set| packets_text(set, language)).collect();
    let packets = first.join(text::COMMA.get(language));
    if sets.len() <= NAMED_IN_A_CELL {
        return packets;
    }
    let count = match language {
        // "TCP 22, TCP 80 +3" counts the rest; "TCP 22、TCP 80 等 5 项" counts them all.
        Language::En => sets.len() - NAMED_IN_A_CELL,
        Language::Zh => sets.len(),
    };
    text::CELL_AND_MORE.fill(language, &[("packets", &packets), ("count", &count.to_string())])
}

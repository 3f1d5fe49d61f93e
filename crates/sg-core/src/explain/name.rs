//! Short names for ends, packet sets and cell states.

use std::net::IpAddr;

use crate::connectivity::{AskedEnd, CellState, End, Endpoint, PacketSet, Summary};
use crate::language::Language;
use crate::model::{Holder, Instance, NetworkInterface, NetworkInterfaceId, PortRange, Scenario};

use super::outside_names::outside_label;
use super::text;

/// The name of an end: the instance (with the interface if there are several) or the outside block.
pub fn end_label(scenario: &Scenario, end: &End, language: Language) -> String {
    match end {
        End::Interface(id) => interface_label(scenario, id, language),
        End::Outside(name) => outside_label(name, language).to_owned(),
    }
}

/// All ends of a scenario in matrix order, each with its [`end_label`], in a single pass.
pub fn ends_with_labels(scenario: &Scenario, language: Language) -> Vec<(End, String)> {
    let interfaces = scenario.instances().flat_map(|instance| {
        let label = |id: &NetworkInterfaceId| label_in(instance, id);
        instance.interfaces.iter().map(move |id| (End::Interface(id.clone()), label(id)))
    });
    let held = scenario.interfaces().filter(|interface| !interface.is_unattached());
    let held = held.filter_map(|interface| {
        let label = held_label(scenario, interface, language)?;
        Some((End::Interface(interface.id.clone()), label))
    });
    let outside = scenario.outside().iter().map(|outside| &outside.name);
    let outside =
        outside.map(|name| (End::Outside(name.clone()), outside_label(name, language).to_owned()));
    interfaces.chain(held).chain(outside).collect()
}

/// Splits an [`end_label`] for narrow layouts into a part that may be truncated and a part that
/// must stay visible: the last characters of the interface id, which distinguish interfaces of one
/// instance, or the number of ends for which a [line](super::line_label) stands.
pub fn narrow_label<'a>(end: &End, label: &'a str) -> (&'a str, Option<String>) {
    let End::Interface(id) = end else { return (label, None) };
    if let Some((names, count)) = label.rsplit_once(TIMES)
        && count.bytes().all(|sign| sign.is_ascii_digit())
    {
        return (names, Some(format!("×\u{a0}{count}")));
    }
    let id = id.as_str();
    let behind = |text: &'a str| text.strip_suffix(')')?.strip_suffix(id)?.strip_suffix(" (");
    let Some(name) = behind(label) else { return (label, None) };
    // Ids are ASCII. An id that is no longer than the suffix is kept whole.
    let last = id.len().checked_sub(LAST_OF_AN_ID + 1).and_then(|start| id.get(start + 1..));
    (name, Some(last.map_or_else(|| id.to_owned(), |last| format!("…{last}"))))
}

/// What separates the names of a line from their number.
pub(super) const TIMES: &str = " × ";

/// How many trailing characters of an interface id are shown in narrow layouts.
const LAST_OF_AN_ID: usize = 3;

/// The name of an end of a flow.
pub(super) fn end_label_of(scenario: &Scenario, endpoint: &Endpoint, language: Language) -> String {
    match endpoint {
        Endpoint::Interface { id, .. } => interface_label(scenario, id, language),
        Endpoint::Outside { address } => address_label(scenario, *address, language),
    }
}

/// The name of an end as it was asked about.
pub(super) fn asked_label(scenario: &Scenario, end: &AskedEnd, language: Language) -> String {
    match end {
        AskedEnd::Interface(id) => interface_label(scenario, id, language),
        AskedEnd::InterfaceAt(id, address) => {
            let label = interface_label(scenario, id, language);
            let usual = scenario.interface(id).and_then(|own| own.addresses.first());
            match usual == Some(address) {
                true => label,
                false => with_remark(&label, &address.to_string(), language),
            }
        }
        AskedEnd::Block { name, .. } => outside_label(name, language).to_owned(),
        AskedEnd::Address(address) => address_label(scenario, *address, language),
    }
}

/// An outside address with the name of the smallest block that contains it, so that what is said of
/// it is not taken for the whole block; the name alone if it is all of the block.
fn address_label(scenario: &Scenario, address: IpAddr, language: Language) -> String {
    let blocks = scenario.outside().iter().filter(|outside| outside.block.contains(&address));
    let Some(smallest) = blocks.max_by_key(|outside| outside.block.prefix_len()) else {
        return address.to_string();
    };
    let name = outside_label(&smallest.name, language);
    let address = address.to_string();
    match smallest.block.network() == smallest.block.broadcast() {
        true => name.to_owned(),
        // A block may be called by one of its addresses.
        false if name == address => address,
        false => with_remark(&address, name, language),
    }
}

fn with_remark(label: &str, remark: &str, language: Language) -> String {
    text::WITH_REMARK.fill(language, &[("label", label), ("remark", remark)])
}

fn interface_label(scenario: &Scenario, id: &NetworkInterfaceId, language: Language) -> String {
    if let Some(instance) = scenario.instance_of(id) {
        return label_in(instance, id);
    }
    let interface = scenario.interface(id);
    let held = interface.and_then(|interface| held_label(scenario, interface, language));
    held.unwrap_or_else(|| id.to_string())
}

/// The name of an interface that belongs to no instance: its service and what the service calls it,
/// or the group whose members it stands for. One that is attached to nothing has only its ID.
fn held_label(
    scenario: &Scenario,
    interface: &NetworkInterface,
    language: Language,
) -> Option<String> {
    match interface.holder.as_ref()? {
        Holder::Service { product, name } => {
            let plain = name.is_empty() || name.eq_ignore_ascii_case(product.title());
            let own = if plain { interface.id.as_str() } else { name };
            Some(format!("{} {own}", product.title()))
        }
        Holder::Example => {
            let group = scenario.group(interface.groups.first()?)?;
            Some(text::EXAMPLE_MEMBER.fill(language, &[("group", group.label())]))
        }
        Holder::Nothing => None,
    }
}

fn label_in(instance: &Instance, id: &NetworkInterfaceId) -> String {
    match instance.interfaces.len() {
        0 | 1 => instance.label().to_owned(),
        _ => format!("{} ({id})", instance.label()),
    }
}

/// The short text of a packet set: `TCP 22`, `TCP 80-443`, `TCP`, `ICMP`.
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

/// How many packet sets a cell names before it counts the rest.
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
    let text = if !summary.unknown.is_empty() {
        let known = match summary.passing.is_empty() {
            true => text::CELL_CLOSED.get(language).to_owned(),
            false => named(&summary.passing, language),
        };
        let unknown = named(&summary.unknown, language);
        text::CELL_WITH_UNKNOWN.fill(language, &[("packets", &known), ("unknown", &unknown)])
    } else if summary.blocked.is_empty() {
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

/// The first packet sets by name, and the number of the remaining ones.
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

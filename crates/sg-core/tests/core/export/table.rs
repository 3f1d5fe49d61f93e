//! CSV, parsed according to RFC 4180 and compared with the matrix.

use std::net::IpAddr;
use std::sync::Arc;

use proptest::prelude::*;
use sg_core::connectivity::{
    CellState, CheckedDirections, Packet, PacketChoice, PacketSet, Verdict, matrix,
};
use sg_core::explain::{complete_text, end_label};
use sg_core::export::{complete_matrix_rows, csv};
use sg_core::language::Language;
use sg_core::model::{IpNet, Port, PortRange};
use sg_core::quote::hidden::visible;

use sg_testing::gaps::gappy;
use sg_testing::hostile_values::VALUES;
use sg_testing::random_scenario::{config, scenario};

/// The cells of a CSV file.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, quoted) {
            ('"', true) if signs.peek() == Some(&'"') => cell.extend(signs.next()),
            ('"', true) => quoted = false,
            (_, true) => cell.push(sign),
            ('"', false) => {
                assert!(cell.is_empty(), "a quote inside an unquoted cell: {text}");
                quoted = true;
            }
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {
                assert_eq!(signs.next(), Some('\n'), "lines end with CR LF: {text}");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (_, false) => cell.push(sign),
        }
    }
    assert!(cell.is_empty() && row.is_empty() && !quoted, "the last line is terminated: {text}");
    rows
}

/// A cell as a spreadsheet shows it: the apostrophe before a formula is hidden.
fn shown(cell: &str) -> &str {
    let rest = cell.strip_prefix('\'');
    rest.filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_matrix_comes_back_from_its_table(
        scenario in scenario(),
        names in prop::collection::vec(prop::sample::select(VALUES), 4),
    ) {
        let named = scenario.edited(|draft| {
            for (instance, name) in draft.instances.values_mut().zip(&names) {
                Arc::make_mut(instance).name = (*name).to_owned();
            }
        });
        let scenario = named.unwrap_or(scenario);
        for language in Language::ALL {
            let matrix = matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
            let text = csv(&complete_matrix_rows(&scenario, &matrix, language));
            let rows = read(&text);
            let labels: Vec<String> =
                matrix.ends.iter().map(|end| end_label(&scenario, end, Language::En)).collect();
            prop_assert_eq!(rows.len(), labels.len() + 1);
            for (from, row) in rows.iter().enumerate() {
                prop_assert_eq!(row.len(), labels.len() + 1);
                for (to, cell) in row.iter().enumerate() {
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@']), "a formula: {:?}", cell);
                    let expected = match (from, to) {
                        (0, 0) => continue,
                        (0, to) => visible(&labels[to - 1]).into_owned(),
                        (from, 0) => visible(&labels[from - 1]).into_owned(),
                        (from, to) => {
                            let cell = matrix.cell(from - 1, to - 1).unwrap();
                            complete_text(cell, PacketChoice::All, language)
                        }
                    };
                    prop_assert_eq!(shown(cell), &expected);
                }
            }
        }
    }
}

/// A packet set as a file writes it: `TCP 80-443 from port 1000`, `protocols 50-60`.
fn packets_of(text: &str) -> PacketSet {
    let range = |text: &str| {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let port = |text: &str| Port::parse(text).unwrap();
        PortRange::new(port(first), port(last)).unwrap()
    };
    let (text, source) = match text.split_once(" from port ") {
        Some((text, ports)) => (text, range(ports)),
        None => (text, PortRange::ALL),
    };
    let words: Vec<&str> = text.split(' ').collect();
    match words.as_slice() {
        ["TCP"] => PacketSet::Tcp { source, destination: PortRange::ALL },
        ["UDP"] => PacketSet::Udp { source, destination: PortRange::ALL },
        ["TCP", ports] => PacketSet::Tcp { source, destination: range(ports) },
        ["UDP", ports] => PacketSet::Udp { source, destination: range(ports) },
        ["ICMP"] => PacketSet::Icmp,
        ["ICMPv6"] => PacketSet::Icmpv6,
        ["GRE"] => PacketSet::Gre,
        ["other", "protocols"] => PacketSet::Other { first: 0, last: 255 },
        ["protocol", numbers] => {
            let (first, last) = numbers.split_once('-').unwrap_or((numbers, numbers));
            PacketSet::Other { first: first.parse().unwrap(), last: last.parse().unwrap() }
        }
        _ => panic!("no packets: {text}"),
    }
}

/// What a cell says of a packet.
fn said(answer: &str, packet: Packet) -> Verdict {
    let holds =
        |list: &str| list.split(", ").map(packets_of).any(|packets| packets.contains(packet));
    let (known, unknown) = match answer.split_once("; unknown: ") {
        Some((known, unknown)) => (known, Some(unknown)),
        None => (answer, None),
    };
    if unknown.is_some_and(holds) {
        return Verdict::Unknown;
    }
    let passes = match known.strip_prefix("all but ") {
        Some(blocked) => !holds(blocked),
        None => match known {
            "all" => true,
            "closed" => false,
            "unknown" => return Verdict::Unknown,
            list => holds(list),
        },
    };
    if passes { Verdict::Pass } else { Verdict::Blocked }
}

/// The answers of a cell, each with its addresses; none means all.
fn answers(cell: &str) -> Vec<(String, Vec<(IpAddr, IpAddr)>)> {
    if !cell.ends_with(')') {
        return vec![(cell.to_owned(), Vec::new())];
    }
    let parts = cell.strip_suffix(')').unwrap().split("); ");
    let part = |part: &str| {
        let (answer, addresses) = part.rsplit_once(" (").unwrap();
        let range = |text: &str| match (text.split_once('-'), text.parse::<IpNet>()) {
            (Some((first, last)), _) => (first.parse().unwrap(), last.parse().unwrap()),
            (None, Ok(block)) => (block.network(), block.broadcast()),
            (None, Err(_)) => (text.parse().unwrap(), text.parse().unwrap()),
        };
        (answer.to_owned(), addresses.split(' ').map(range).collect())
    };
    parts.map(part).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_cell_of_a_file_holds_every_port_and_every_address(scenario in gappy()) {
        let matrix = matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
        let rows = read(&csv(&complete_matrix_rows(&scenario, &matrix, Language::En)));
        for (from, row) in rows.iter().skip(1).enumerate() {
            for (to, text) in row.iter().skip(1).enumerate() {
                let cell = matrix.cell(from, to).unwrap();
                prop_assert!(!text.contains(" +") && !text.contains("some addresses"), "{}", text);
                if matches!(cell.state, CellState::Itself | CellState::NotFiltered) {
                    continue;
                }
                let answers = answers(text);
                for piece in &cell.pieces {
                    let own: Vec<&String> = answers
                        .iter()
                        .filter(|(_, ranges)| {
                            ranges.is_empty()
                                || piece.ranges.iter().all(|(first, last)| {
                                    ranges.iter().any(|own| own.0 <= *first && *last <= own.1)
                                })
                        })
                        .map(|(answer, _)| answer)
                        .collect();
                    let [own] = own.as_slice() else { panic!("{text}: {:?}", piece.ranges) };
                    for region in &piece.space.regions {
                        let packet = region.packets.sample();
                        prop_assert_eq!(said(own, packet), region.verdict, "{} {}", text, packet);
                    }
                }
            }
        }
    }
}

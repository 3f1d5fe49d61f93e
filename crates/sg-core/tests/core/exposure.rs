//! The exposure report: every (public address, packet, source) that the engine lets in is in it, and
//! nothing else.

use std::net::IpAddr;
use std::sync::Arc;

use proptest::prelude::*;
use sg_core::connectivity::*;
use sg_core::export::{ExposureColumn, exposure_lines, exposure_markdown, exposure_rows};
use sg_core::language::Language;
use sg_core::model::*;

use sg_testing::gaps::gappy;
use sg_testing::random_scenario::{PORTS, config, port};
use sg_testing::scenario_text::scenario_of;

/// Internet addresses on both sides of every boundary that random rules draw.
const SOURCES: [&str; 14] = [
    "1.0.0.1",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "172.15.255.255",
    "198.51.99.255",
    "198.51.100.0",
    "198.51.100.127",
    "198.51.100.128",
    "198.51.101.0",
    "203.0.112.255",
    "203.0.113.200",
    "2400:3200::1",
    "3fff::1",
];

fn packets() -> Vec<Packet> {
    let mut packets =
        vec![Packet::Icmp, Packet::Icmpv6, Packet::Gre, Packet::Other(50), Packet::Other(51)];
    for source in [21, 22, 500, 1500, 49_152] {
        for destination in PORTS {
            let (source_port, destination_port) = (port(source), port(destination));
            packets.push(Packet::Tcp { source_port, destination_port });
            packets.push(Packet::Udp { source_port, destination_port });
        }
    }
    packets
}

/// The public addresses of an interface, written independently of the report.
fn public(interface: &NetworkInterface) -> Vec<IpAddr> {
    let own = interface.addresses.iter().copied();
    let six = own.filter(|address| match address {
        IpAddr::V4(_) => false,
        IpAddr::V6(six) => six.segments()[0] & 0xe000 == 0x2000,
    });
    let prefixes = interface.more.prefixes.iter().filter_map(|block| match block {
        IpNet::V6(block) => block.hosts().nth(2).map(IpAddr::V6),
        IpNet::V4(_) => None,
    });
    interface.public_addresses().chain(six).chain(prefixes).collect()
}

fn holds(row: &Exposure, interface: &NetworkInterfaceId, address: IpAddr) -> bool {
    row.targets.iter().any(|target| match target {
        ExposedAddress::Public { interface: own, block } => {
            own == interface && block.contains(&address)
        }
        ExposedAddress::AnyMember { .. } | ExposedAddress::Unlisted { .. } => false,
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_the_engine_lets_in_is_in_the_report_and_nothing_else(scenario in gappy()) {
        let (single, shared) = (exposure(&scenario), grouped_exposure(exposure(&scenario)));
        for row in &single {
            for target in &row.targets {
                let ExposedAddress::Public { interface, block } = target else { continue };
                let interface = scenario.interface(interface).unwrap();
                let own = public(interface);
                prop_assert!(own.iter().any(|address| block.contains(address)), "{:?}", row);
            }
        }
        // One that stands for any member is reported as such, at no address.
        let listed = |own: &&Arc<NetworkInterface>| own.holder != Some(Holder::Example);
        for interface in scenario.interfaces().filter(listed) {
            for destination in public(interface) {
                for source in SOURCES {
                    let source: IpAddr = source.parse().unwrap();
                    for packet in packets() {
                        let flow = Flow {
                            source: Endpoint::Outside { address: source },
                            destination: Endpoint::Interface {
                                id: interface.id.clone(),
                                address: destination,
                            },
                            packet,
                        };
                        let answer = evaluate(&scenario, &flow);
                        let exists = source.is_ipv4() == destination.is_ipv4()
                            && packet.family().is_none_or(|own| own == AddressFamily::of(source));
                        let expected = match answer.verdict {
                            Verdict::Blocked => None,
                            _ if !exists => None,
                            open @ (Verdict::Pass | Verdict::Unknown) => Some((open, answer.decider)),
                        };
                        for rows in [&single, &shared] {
                            let found: Vec<&Exposure> = rows
                                .iter()
                                .filter(|row| {
                                    holds(row, &interface.id, destination)
                                        && row.sources.contains(source)
                                        && row.packets.iter().any(|set| set.contains(packet))
                                })
                                .collect();
                            prop_assert!(found.len() <= 1, "{:?} {:?}", flow, found);
                            let found = found.first().map(|row| (row.verdict, row.decider.clone()));
                            prop_assert_eq!(&found, &expected, "{:?}", &flow);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_riskiest_rows_come_first_and_every_cell_is_complete(scenario in gappy()) {
        let rows = exposure(&scenario);
        let critical: Vec<bool> = rows.iter().map(Exposure::is_critical).collect();
        prop_assert!(critical.is_sorted_by(|a, b| a >= b), "{:?}", critical);
        for language in Language::ALL {
            let shared = grouped_exposure(rows.clone());
            let table = exposure_rows(&scenario, &shared, language);
            prop_assert_eq!(table.len(), shared.len() + 1);
            for (cells, row) in table.iter().skip(1).zip(&shared) {
                prop_assert_eq!(cells.len(), ExposureColumn::ALL.len());
                for target in &row.targets {
                    let ExposedAddress::Public { block, .. } = target else { continue };
                    let address = block.network().to_string();
                    prop_assert!(cells[1].contains(&address), "{:?} {}", cells, address);
                }
            }
            let lines = exposure_lines(&scenario, &shared, language);
            let count: usize = rows.iter().map(|row| row.packets.len()).sum();
            prop_assert_eq!(lines.len(), count + 1);
            let markdown = exposure_markdown(&scenario, &shared, language);
            prop_assert_eq!(markdown.lines().count(), shared.len() + 2);
        }
    }
}

/// The report of a scenario, one row per line: risk, address, packets, sources, rule id.
fn report(text: &str) -> Vec<String> {
    let scenario = scenario_of(text);
    let rows = exposure(&scenario);
    let columns = [
        ExposureColumn::Risk,
        ExposureColumn::Address,
        ExposureColumn::Name,
        ExposureColumn::Packets,
        ExposureColumn::Sources,
        ExposureColumn::Services,
    ];
    let line = |row: &Exposure| {
        let cells = columns.map(|column| column.of(&scenario, row, Language::En));
        cells.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" | ")
    };
    rows.iter().map(line).collect()
}

#[test]
fn sources_are_the_blocks_of_the_rule_without_what_stronger_rules_deny() {
    let found = report(
        "group G1 basic drop
         instance web 10.0.0.11 public 203.0.113.9 in G1
         rule G1 in accept tcp 22/22 from 0.0.0.0/0 prio 2
         rule G1 in drop all from 198.51.100.0/24 prio 1",
    );
    let expected = "open to the Internet | 203.0.113.9 | web | TCP 22 | 0.0.0.0/0 except 198.51.100.0/24 | SSH (TCP 22)";
    assert_eq!(found, [expected]);
}

#[test]
fn an_interface_without_a_public_address_is_not_exposed() {
    let found = report(
        "group G1 basic drop
         instance web 10.0.0.11 in G1
         rule G1 in accept all from 0.0.0.0/0 prio 1",
    );
    assert_eq!(found, [""; 0]);
}

#[test]
fn ipv6_addresses_are_public_unless_they_are_unique_local() {
    let found = report(
        "vpc vpc-1 10.0.0.0/8 2001:db8::/32 fd00::/8
         group G1 basic drop
         instance web 10.0.0.11 2001:db8::11 fd00::11 in G1
         rule G1 in accept tcp 443/443 from ::/0 prio 1",
    );
    assert_eq!(found, ["2001:db8::11 | web | TCP 443 | ::/0"]);
}

#[test]
fn rows_are_sorted_by_risk() {
    let found = report(
        "group G1 basic drop
         instance web 10.0.0.11 public 203.0.113.9 in G1
         rule G1 in accept tcp 6379/6379 from 198.51.100.0/24 prio 1
         rule G1 in accept tcp 443/443 from 0.0.0.0/0 prio 1
         rule G1 in accept tcp 8000/9000 from 0.0.0.0/0 prio 1
         rule G1 in accept tcp 3306/3306 from 0.0.0.0/0 prio 1",
    );
    assert_eq!(
        found,
        [
            "open to the Internet | 203.0.113.9 | web | TCP 3306 | 0.0.0.0/0 | MySQL (TCP 3306)",
            "203.0.113.9 | web | TCP 8000-9000 | 0.0.0.0/0",
            "203.0.113.9 | web | TCP 443 | 0.0.0.0/0",
            "203.0.113.9 | web | TCP 6379 | 198.51.100.0/24 | Redis (TCP 6379)",
        ]
    );
}

#[test]
fn a_group_without_known_members_is_a_row_that_says_so() {
    let found = report(
        "group G1 basic drop
         rule G1 in accept tcp 22/22 from 0.0.0.0/0 prio 1",
    );
    assert_eq!(found, ["unknown | any unlisted member of G1 | TCP 22 | 0.0.0.0/0 | SSH (TCP 22)"]);
}

#[test]
fn members_that_were_not_listed_and_addresses_that_services_publish_are_rows_that_say_so() {
    let scenario = scenario_of(
        "group G1 basic drop
         instance web 10.0.0.11 public 203.0.113.9 in G1
         instance lb 10.0.0.12 in G1
         rule G1 in accept tcp 443/443 from 0.0.0.0/0 prio 1",
    );
    let scenario = scenario
        .edited(|draft| {
            draft.unread_members = true;
            let lb = draft.instances.shift_remove(&InstanceId::parse("lb").unwrap());
            let id = lb.unwrap().interfaces[0].clone();
            let own = std::sync::Arc::make_mut(draft.interfaces.get_mut(&id).unwrap());
            own.holder = Some(Holder::Service { product: Product::Nlb, name: "nlb-1".to_owned() });
        })
        .unwrap();
    let line = |row: &Exposure| {
        let columns = [ExposureColumn::Risk, ExposureColumn::Name, ExposureColumn::Packets];
        columns.map(|column| column.of(&scenario, row, Language::En)).join(" | ")
    };
    let found: Vec<String> = exposure(&scenario).iter().map(line).collect();
    assert_eq!(
        found,
        [
            // A load balancer lets everything in that no rule denies.
            "unknown | NLB nlb-1 | TCP 1-442, TCP 444-65535, UDP, ICMP, GRE, other protocols",
            " | web | TCP 443",
            "unknown | any unlisted member of G1 | TCP 443",
            "unknown | NLB nlb-1 | TCP 443",
        ]
    );
}

#[test]
fn addresses_that_are_open_alike_share_a_row_on_request() {
    let scenario = scenario_of(
        "group G1 basic drop
         instance web-1 10.0.0.11 public 203.0.113.9 in G1
         instance web-2 10.0.0.12 public 203.0.113.10 in G1
         rule G1 in accept tcp 443/443 from 0.0.0.0/0 prio 1",
    );
    let rows = exposure(&scenario);
    assert_eq!(rows.len(), 2);
    let shared = grouped_exposure(rows);
    let [row] = shared.as_slice() else { unreachable!("{shared:?}") };
    let cell = |column: ExposureColumn| column.of(&scenario, row, Language::En);
    assert_eq!(cell(ExposureColumn::Address), "203.0.113.9 203.0.113.10");
    assert_eq!(cell(ExposureColumn::Name), "web-1, web-2");
}

//! The answer to a question: it holds for every address and packet that it names, and everything
//! that shows one is derived from it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use sg_core::connectivity::*;
use sg_core::emulator::{Action, Call};
use sg_core::explain::{
    Explanation, addresses_text, answer_text, explain_answer, explain_briefly, packets_text,
};
use sg_core::history::{Edit, History, transitions};
use sg_core::language::Language;
use sg_core::model::*;
use sg_testing::environment::env;
use sg_testing::gaps::mixed;
use sg_testing::random_scenario::{PORTS, config, port};
use sg_testing::scenario_text::scenario_of;

const VIEWS: [CheckedDirections; 3] =
    [CheckedDirections::Egress, CheckedDirections::Ingress, CheckedDirections::Both];

fn asked() -> impl Strategy<Value = Option<PacketSet>> {
    let ports = |tcp: bool, (destination, source): (u16, Option<u16>)| {
        let destination = PortRange::single(port(destination));
        let source = source.map_or(PortRange::ALL, |source| PortRange::single(port(source)));
        match tcp {
            true => PacketSet::Tcp { source, destination },
            false => PacketSet::Udp { source, destination },
        }
    };
    let one = (any::<bool>(), (select(&PORTS[..]), prop::option::of(select(&PORTS[..]))));
    prop_oneof![
        2 => Just(None),
        4 => one.prop_map(move |(tcp, own)| Some(ports(tcp, own))),
        1 => select(&[PacketSet::Icmp, PacketSet::Icmpv6, PacketSet::Gre][..]).prop_map(Some),
        1 => Just(Some(PacketSet::Tcp { source: PortRange::ALL, destination: PortRange::ALL })),
    ]
}

/// The end of a question at a position: those of the matrix, each address of each interface, and
/// single outside addresses.
fn end_at(scenario: &Scenario, index: &Index) -> AskedEnd {
    let mut all: Vec<AskedEnd> =
        ends(scenario).iter().map(|end| AskedEnd::of(scenario, end).unwrap()).collect();
    // The blocks twice more, because most answers that depend on the address are theirs.
    let blocks: Vec<AskedEnd> =
        all.iter().filter(|end| matches!(end, AskedEnd::Block { .. })).cloned().collect();
    all.extend(blocks.iter().chain(&blocks).cloned());
    for interface in scenario.interfaces() {
        let at = |address: &IpAddr| AskedEnd::InterfaceAt(interface.id.clone(), *address);
        all.extend(interface.addresses.iter().map(at));
    }
    all.push(AskedEnd::Address([198, 51, 100, 7].into()));
    all.push(AskedEnd::Address([8, 8, 8, 8].into()));
    index.get(&all).clone()
}

fn block_of(answer: &Answer) -> Option<IpNet> {
    let block = |end: &AskedEnd| match end {
        AskedEnd::Block { block, .. } => Some(*block),
        AskedEnd::Interface(_) | AskedEnd::InterfaceAt(..) | AskedEnd::Address(_) => None,
    };
    match (block(&answer.from), block(&answer.to)) {
        (Some(block), None) | (None, Some(block)) => Some(block),
        _ => None,
    }
}

fn next(address: IpAddr) -> Option<IpAddr> {
    match address {
        IpAddr::V4(v4) => v4.to_bits().checked_add(1).map(|n| Ipv4Addr::from_bits(n).into()),
        IpAddr::V6(v6) => v6.to_bits().checked_add(1).map(|n| Ipv6Addr::from_bits(n).into()),
    }
}

fn previous(address: IpAddr) -> Option<IpAddr> {
    match address {
        IpAddr::V4(v4) => v4.to_bits().checked_sub(1).map(|n| Ipv4Addr::from_bits(n).into()),
        IpAddr::V6(v6) => v6.to_bits().checked_sub(1).map(|n| Ipv6Addr::from_bits(n).into()),
    }
}

/// The addresses at which an answer may change, and those next to them: the limits of its parts and
/// of every block that a rule or a prefix list names.
fn borders(scenario: &Scenario, answer: &Answer, block: IpNet) -> Vec<IpAddr> {
    let mut borders = vec![block.network(), block.broadcast()];
    for (first, last) in answer.parts.iter().flat_map(|part| &part.ranges) {
        borders.extend([*first, *last]);
    }
    let mut name = |net: &IpNet| borders.extend([net.network(), net.broadcast()]);
    for rule in scenario.groups().flat_map(|group| &group.rules) {
        if let Peer::Cidr(net) = &rule.spec.peer {
            name(net);
        }
    }
    for group in scenario.groups() {
        for rule in &group.unread.rules {
            if let Some(Peer::Cidr(net)) = &rule.peer {
                name(net);
            }
        }
    }
    scenario.parts().prefix_lists.values().flat_map(|list| &list.blocks).for_each(name);
    let near = borders.iter().flat_map(|at| [previous(*at), Some(*at), next(*at)]).flatten();
    let mut near: Vec<IpAddr> = near.filter(|address| block.contains(address)).collect();
    near.sort_unstable();
    near.dedup();
    near
}

/// Packets of a set and at its limits.
fn samples(set: &PacketSet) -> Vec<Packet> {
    let ends = |source: &PortRange, destination: &PortRange| {
        let ports = [source.first(), source.last()].into_iter();
        let both = move |from| [destination.first(), destination.last()].map(|to| (from, to));
        ports.flat_map(both).collect::<Vec<_>>()
    };
    match set {
        PacketSet::Tcp { source, destination } => {
            let tcp =
                |(source_port, destination_port)| Packet::Tcp { source_port, destination_port };
            ends(source, destination).into_iter().map(tcp).collect()
        }
        PacketSet::Udp { source, destination } => {
            let udp =
                |(source_port, destination_port)| Packet::Udp { source_port, destination_port };
            ends(source, destination).into_iter().map(udp).collect()
        }
        PacketSet::Icmp => vec![Packet::Icmp],
        PacketSet::Icmpv6 => vec![Packet::Icmpv6],
        PacketSet::Gre => vec![Packet::Gre],
        PacketSet::Other { first, last } => vec![Packet::Other(*first), Packet::Other(*last)],
    }
}

/// An end of a part for one address of the block: over the Internet, an interface is met at its
/// public address if it has one.
fn moved(
    scenario: &Scenario,
    (asked, end): (&AskedEnd, &Endpoint),
    address: IpAddr,
    receives: bool,
) -> Endpoint {
    let Endpoint::Interface { id, .. } = end else { return Endpoint::Outside { address } };
    if !matches!(asked, AskedEnd::Interface(_)) {
        return end.clone();
    }
    let interface = scenario.interface(id).unwrap();
    let fits = |own: &IpAddr| own.is_ipv4() == address.is_ipv4();
    let private = interface.addresses.iter().copied().find(fits);
    let public = interface.public_addresses().find(fits);
    let over_internet = receives && address.is_ipv4() && on_internet(address);
    let met = public.filter(|_| over_internet).or(private);
    met.map_or_else(|| end.clone(), |address| Endpoint::Interface { id: id.clone(), address })
}

fn on_internet(address: IpAddr) -> bool {
    let IpAddr::V4(v4) = address else { return true };
    let [a, b, ..] = v4.octets();
    let shared = a == 100 && (64..128).contains(&b);
    !(v4.is_private() || v4.is_link_local() || shared || a == 0 || a == 127 || a >= 224)
}

/// Asks the plain evaluator about every border of addresses and packets, and compares the part.
fn holds_at_every_border(scenario: &Scenario, answer: &Answer) {
    let addresses = match block_of(answer) {
        Some(block) => borders(scenario, answer, block).into_iter().map(Some).collect(),
        None => vec![None],
    };
    let mut covered = 0;
    for address in addresses {
        let holds = |part: &&AnswerPart| match address {
            Some(address) => part.ranges.iter().any(|(a, b)| *a <= address && address <= *b),
            None => true,
        };
        let mut parts = answer.parts.iter().filter(holds);
        // What belongs to a VPC or an interface is not outside; of a block with Internet addresses,
        // only those are meant.
        let Some(part) = parts.next() else { continue };
        assert!(parts.next().is_none(), "{address:?} is in two parts of {answer:#?}");
        covered += 1;
        for region in &part.space.regions {
            for packet in samples(&region.packets) {
                let flow = match address {
                    Some(address) => Flow {
                        source: moved(scenario, (&answer.from, &part.source), address, false),
                        destination: moved(
                            scenario,
                            (&answer.to, &part.destination),
                            address,
                            true,
                        ),
                        packet,
                    },
                    None => Flow { packet, ..part.flow(region) },
                };
                let own = evaluate(scenario, &flow);
                assert_eq!(own.verdict, region.verdict, "{flow:?} in {answer:#?}");
            }
        }
    }
    assert!(covered > 0 || answer.parts.iter().all(|part| part.ranges.is_empty()), "{answer:#?}");
}

/// The word of an answer, found from its parts alone: what passes, what is blocked and what is
/// unknown for some address, and whether that differs between addresses.
fn word(answer: &Answer) -> (bool, bool, bool, bool) {
    let all = answer.by_verdict();
    let any = |of: fn(&AddressVerdicts) -> bool| all.iter().any(of);
    (
        any(|own| !own.passing.is_empty()),
        any(|own| !own.blocked.is_empty()),
        any(|own| !own.unknown.is_empty()),
        all.len() > 1,
    )
}

fn state_agrees(answer: &Answer) {
    let (passes, blocks, unknown, depends) = word(answer);
    match &answer.state {
        CellState::Itself | CellState::NotFiltered => {}
        CellState::Pass => assert_eq!((passes, blocks, unknown), (true, false, false)),
        CellState::Blocked => assert_eq!((passes, blocks, unknown), (false, true, false)),
        CellState::Unknown => assert!(!passes && !blocks, "{answer:#?}"),
        CellState::Partial(some) => {
            assert_eq!(some.depends_on_address, depends, "{answer:#?}");
            assert!([passes, blocks, unknown].iter().filter(|it| **it).count() > 1);
        }
    }
    if !matches!(answer.state, CellState::Itself | CellState::NotFiltered) {
        let all = match (passes, blocks, unknown) {
            (true, false, false) => Some(Verdict::Pass),
            (false, true, false) => Some(Verdict::Blocked),
            (false, false, _) => Some(Verdict::Unknown),
            _ => None,
        };
        assert_eq!(answer.verdict(), all, "{answer:#?}");
    }
}

/// An explanation names every part with its addresses, and its verdict is that of the answer.
fn explanation_agrees(scenario: &Scenario, answer: &Answer, language: Language) {
    let told = explain_answer(scenario, answer, language);
    assert_eq!(told.verdict, answer.verdict(), "{told:#?} of {answer:#?}");
    let one_reason = matches!(answer.parts.as_slice(), [only] if only.uniform().is_some());
    let brief = explain_briefly(scenario, answer, language);
    assert_eq!(brief.is_some(), one_reason, "{brief:#?} of {answer:#?}");
    if let Some(brief) = brief {
        let first = Explanation { steps: Vec::new(), notes: Vec::new(), ..told.clone() };
        assert_eq!(brief, first, "the same sentence");
    }
    let verdicts = answer.by_verdict();
    let json = told.to_json();
    match answer.verdict() {
        Some(verdict) => assert_eq!(json["answer"], format!("{verdict:?}").to_lowercase()),
        None => assert_eq!(json["answer"], "some"),
    }
    if verdicts.len() < 2 {
        assert!(told.parts.is_empty());
        return;
    }
    let text = answer_text(answer, language);
    let markdown = told.to_markdown();
    assert_eq!(told.parts.len(), verdicts.len());
    for (place, (part, own)) in told.parts.iter().zip(&verdicts).enumerate() {
        assert_eq!(part.addresses, addresses_text(&own.ranges));
        let named = json["parts"][place]["addresses"].as_array().unwrap().iter();
        assert!(named.eq(&part.addresses.iter().cloned().map(Value::from).collect::<Vec<_>>()));
        for (verdict, sets) in [
            (Verdict::Pass, &own.passing),
            (Verdict::Blocked, &own.blocked),
            (Verdict::Unknown, &own.unknown),
        ] {
            let sets: Vec<String> = sets.iter().map(|set| packets_text(set, language)).collect();
            let said = part.packets.iter().find(|(other, _)| *other == verdict);
            assert_eq!(said.map(|(_, said)| said.clone()).unwrap_or_default(), sets);
        }
        // The largest part is "the other addresses".
        if place + 1 < verdicts.len() {
            for addresses in &part.addresses {
                assert!(text.contains(addresses), "{addresses} is not in {text}");
                assert!(markdown.contains(addresses), "{addresses} is not in {markdown}");
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_answer_holds_for_every_address_and_packet_it_names(
        scenario in mixed(), from in any::<Index>(), to in any::<Index>(), asked in asked(),
    ) {
        let (from, to) = (end_at(&scenario, &from), end_at(&scenario, &to));
        let Some(answer) = ask(&scenario, &from, &to, asked, CheckedDirections::Both) else {
            return Ok(());
        };
        if answer.state != CellState::NotFiltered {
            holds_at_every_border(&scenario, &answer);
        }
        state_agrees(&answer);
        for language in Language::ALL {
            explanation_agrees(&scenario, &answer, language);
        }
    }

    #[test]
    fn the_answer_about_some_packets_is_a_part_of_the_answer_about_all(
        scenario in mixed(), from in any::<Index>(), to in any::<Index>(), asked in asked(),
    ) {
        let (from, to) = (end_at(&scenario, &from), end_at(&scenario, &to));
        let Some(set) = asked else { return Ok(()) };
        // Packets of one address family may use other addresses.
        if set.family().is_some() {
            return Ok(());
        }
        let both = CheckedDirections::Both;
        let all = ask(&scenario, &from, &to, None, both);
        let own = ask(&scenario, &from, &to, asked, both);
        prop_assert_eq!(all.map(|all| all.within(set)), own);
    }

    #[test]
    fn every_way_to_a_cell_gives_the_answer(
        scenario in mixed(), asked in asked(), view in select(&VIEWS[..]),
    ) {
        let choice = match asked {
            Some(PacketSet::Tcp { source: PortRange::ALL, destination }) => {
                PacketChoice::One(AskedPacket::Tcp(destination.first()))
            }
            Some(PacketSet::Icmp) => PacketChoice::One(AskedPacket::Icmp),
            Some(PacketSet::Icmpv6) => PacketChoice::One(AskedPacket::Icmpv6),
            Some(PacketSet::Gre) => PacketChoice::One(AskedPacket::Gre),
            _ => PacketChoice::All,
        };
        let drawn = matrix(&scenario, choice, view);
        let reach = Reach::new(&scenario);
        for (row, from) in drawn.ends.iter().enumerate() {
            for (column, to) in drawn.ends.iter().enumerate() {
                let cell = drawn.cell(row, column).unwrap();
                let of = |end| AskedEnd::of(&scenario, end).unwrap();
                let answer = ask(&scenario, &of(from), &of(to), choice.packets(), view).unwrap();
                prop_assert_eq!(&cell.state, &answer.state, "{:?} to {:?}", from, to);
                prop_assert_eq!(&cell.answer(&scenario, from, to, choice), &Some(answer.clone()));
                prop_assert_eq!(&reach.answer(from, to, choice, view), &Some(answer));
            }
        }
    }
}

/// An instance whose group allows TCP 443 from half of a block, and everything from an address of
/// the other half, but not TCP 22 from a quarter of the first.
const HALVES: &str = "\
outside partner 198.51.100.0/23
outside six 2400:3200::/32
group G1 basic drop
instance ecs1 10.0.0.11 2001:db8::11 public 203.0.113.11 in G1
rule G1 in accept tcp 443/443 from 198.51.100.0/24 prio 2
rule G1 in accept all from 198.51.101.7/32 prio 2
rule G1 in drop tcp 443/443 from 198.51.100.0/26 prio 1
";

fn outside_to(scenario: &Scenario, name: &str, asked: Option<PacketSet>) -> Answer {
    let all = ends(scenario);
    let named = |wanted: &str| {
        let end = all.iter().find(|end| matches!(end, End::Outside(name) if name == wanted));
        AskedEnd::of(scenario, end.unwrap()).unwrap()
    };
    let interface = AskedEnd::of(scenario, &all[0]).unwrap();
    ask(scenario, &named(name), &interface, asked, CheckedDirections::Both).unwrap()
}

fn tcp(number: u16) -> PacketSet {
    PacketSet::Tcp { source: PortRange::ALL, destination: PortRange::single(port(number)) }
}

#[test]
fn the_parts_of_a_block_are_named_in_the_sentence() {
    let scenario = scenario_of(HALVES);
    let said = |name, asked| {
        let answer = outside_to(&scenario, name, asked);
        explain_answer(&scenario, &answer, Language::En).sentence()
    };
    assert_eq!(
        said("partner", Some(tcp(443))),
        "partner → ecs1: TCP 443 is allowed for some of these addresses: \
         198.51.100.64-198.51.100.255 and 198.51.101.7; TCP 443 is blocked for the other 319 \
         addresses."
    );
    assert_eq!(
        said("partner", Some(tcp(22))),
        "partner → ecs1: TCP 22 is allowed for some of these addresses: 198.51.101.7; TCP 22 is \
         blocked for the other 511 addresses."
    );
    let six = said("six", Some(tcp(443)));
    assert!(six.starts_with("six → ecs1: TCP 443 is blocked because"), "{six}");
}

#[test]
fn of_two_halves_the_steps_name_the_one_that_the_sentence_names() {
    for half in ["198.51.100.0/24", "198.51.101.0/24"] {
        let scenario = scenario_of(&format!(
            "outside partner 198.51.100.0/23\ngroup G1 basic drop\ninstance ecs1 10.0.0.11 public \
             203.0.113.11 in G1\nrule G1 in accept tcp 443/443 from {half} prio 1\n",
        ));
        let answer = outside_to(&scenario, "partner", Some(tcp(443)));
        let told = explain_answer(&scenario, &answer, Language::En);
        let sentence = told.sentence();
        assert!(sentence.contains(&format!("some of these addresses: {half};")), "{sentence}");
        let layers: Vec<&str> = told.steps.iter().map(|step| step.layer.as_str()).collect();
        assert_eq!(layers, [half, "the other 256 addresses"]);
    }
}

#[test]
fn a_block_with_one_verdict_for_several_reasons_has_that_verdict() {
    let scenario = scenario_of(HALVES);
    let answer = outside_to(&scenario, "partner", Some(tcp(80)));
    assert!(answer.state.depends_on_address());
    let dropped = scenario_of(
        "outside partner 198.51.100.0/23\ngroup G1 basic drop\ninstance ecs1 10.0.0.11 public \
         203.0.113.11 in G1\nrule G1 in drop tcp 443/443 from 198.51.100.0/24 prio 1\n",
    );
    let answer = outside_to(&dropped, "partner", Some(tcp(443)));
    assert_eq!(answer.parts.len(), 2, "one part is dropped by a rule, the other by default");
    assert_eq!(answer.state, CellState::Blocked);
    assert_eq!(answer.verdict(), Some(Verdict::Blocked));
    assert_eq!(answer.by_verdict().len(), 1);
}

/// Two members of a group that other groups allow to be reached, each from one half of a block.
const TWO_HALVES: &str = "\
outside partner 198.51.100.0/23
group G basic drop
group A basic drop
group B basic drop
instance ecs1 10.0.0.11 public 203.0.113.11 in G A
instance ecs2 10.0.0.12 public 203.0.113.12 in G B
rule A in accept tcp 443/443 from 198.51.100.0/24 prio 1
rule B in accept tcp 443/443 from 198.51.101.0/24 prio 1
";

#[test]
fn members_reached_from_different_addresses_are_told_apart() {
    let scenario = scenario_of(TWO_HALVES);
    let reach = Reach::new(&scenario);
    let (all, both) = (PacketChoice::All, CheckedDirections::Both);
    let cells: Vec<Cell> = (0..2)
        .map(|member| reach.cell(&ends(&scenario)[2], &ends(&scenario)[member], all, both).unwrap())
        .collect();
    assert_eq!(cells[0].state, cells[1].state, "TCP 443, some addresses");
    assert!(!cells[0].agrees(&cells[1], all));
    let mut lines = LineMatrix::new(&reach, GroupBy::SecurityGroup, all, both);
    let members = |wanted: &[usize]| lines.lines.iter().position(|line| line.members == wanted);
    let (group, partner) = (members(&[0, 1]).unwrap(), members(&[2]).unwrap());
    let cell = lines.cell(partner, group).unwrap();
    assert!(cell.differs && cell.state.depends_on_address(), "{cell:?}");
}

#[test]
fn a_step_that_only_moves_the_addresses_changes_the_answer() {
    let scenario = Arc::new(scenario_of(HALVES));
    let start = History::new(Arc::clone(&scenario));
    let params = [
        ("RegionId", "cn-hangzhou"),
        ("SecurityGroupId", "G1"),
        ("SecurityGroupRuleId", "sgr-2"),
        ("SourceCidrIp", "198.51.101.9/32"),
    ];
    let call = Call::new(Action::ModifySecurityGroupRule, params);
    let history = start.with(Edit::Call(call), env(1));
    let all = ends(&scenario);
    let partner = all.iter().find(|end| **end == End::Outside("partner".to_owned())).unwrap();
    let both = CheckedDirections::Both;
    let found = transitions(&history, partner, &all[0], PacketChoice::All, both);
    assert_eq!(found[0].state, found[1].state, "{:?}", history.last_step());
    assert!(found[1].changed, "{:?}", history.last_step());
}

//! What must hold in every scene, tried on random ones.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is wrong"
)]

#[path = "common/naive.rs"]
mod naive;

use std::net::IpAddr;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use sg_playground::connectivity::*;
use sg_playground::model::*;

const PORTS: [u16; 12] = [1, 21, 22, 25, 80, 443, 444, 1000, 2000, 2001, 49_152, 65_535];
const RANGES: [(u16, u16); 7] =
    [(1, 65_535), (22, 22), (25, 25), (80, 443), (443, 65_535), (1, 22), (444, 2000)];
const BLOCKS: [&str; 12] = [
    "0.0.0.0/0",
    "::/0",
    "10.0.0.0/8",
    "10.0.0.11/32",
    "10.0.0.12/31",
    "203.0.113.0/24",
    "203.0.113.11/32",
    "198.51.100.0/24",
    "100.64.0.0/10",
    "2001:db8::/32",
    "2001:db8::11/128",
    "172.16.0.0/12",
];
const OUTSIDE: [&str; 8] = [
    "8.8.8.8",
    "203.0.113.5",
    "198.51.100.7",
    "100.100.100.200",
    "100.64.1.1",
    "192.168.1.1",
    "2400:3200::1",
    "10.0.0.200",
];

fn port(number: u16) -> Port {
    Port::new(number).unwrap()
}

fn range((first, last): (u16, u16)) -> PortRange {
    PortRange::new(port(first), port(last)).unwrap()
}

/// A rule before it is known whether it fits: the group's position, and the rule.
type Loose = (usize, Rule);

fn rules(count: usize) -> impl Strategy<Value = Vec<Loose>> {
    prop::collection::vec(loose_rule(), 0..count)
}

fn loose_rule() -> impl Strategy<Value = Loose> {
    let protocol = (0..8usize, select(&RANGES[..]), select(&RANGES[..]), prop::bool::weighted(0.8));
    let protocol = protocol.prop_map(|(kind, destination, source, any_source)| {
        let source = if any_source { PortRange::ALL } else { range(source) };
        let ports = PortFilter { destination: range(destination), source };
        match kind {
            0..=1 => ProtocolFilter::All,
            2..=3 => ProtocolFilter::Tcp(ports),
            4 => ProtocolFilter::Udp(ports),
            5 => ProtocolFilter::Icmp,
            6 => ProtocolFilter::Icmpv6,
            _ => ProtocolFilter::Number(50),
        }
    });
    let peer = prop_oneof![
        4 => select(&BLOCKS[..3]).prop_map(|block| Peer::Cidr(block.parse().unwrap())),
        4 => select(&BLOCKS[..]).prop_map(|block| Peer::Cidr(block.parse().unwrap())),
        2 => (0..3usize).prop_map(|group| Peer::Group(group_id(group))),
        1 => Just(Peer::PrefixList(PrefixListId::parse("pl-1").unwrap())),
    ];
    let own_side = prop::option::weighted(0.1, select(&BLOCKS[..]));
    let group = prop_oneof![5 => 0..3usize, 1 => 3..5usize];
    let flags = (group, any::<bool>(), any::<bool>(), 1..4u8);
    (flags, protocol, peer, own_side).prop_map(
        |((group, ingress, accept, priority), protocol, peer, own_side)| {
            let rule = Rule {
                id: RuleId::parse("sgr-0").unwrap(),
                direction: if ingress { Direction::Ingress } else { Direction::Egress },
                policy: if accept { RulePolicy::Accept } else { RulePolicy::Drop },
                priority: Priority::new(priority).unwrap(),
                protocol,
                peer,
                own_side: own_side.map(|block| block.parse().unwrap()),
                description: String::new(),
                created: Timestamp::from_unix_seconds(0),
            };
            (group, rule)
        },
    )
}

fn group_id(index: usize) -> SecurityGroupId {
    SecurityGroupId::parse(&format!("sg-{index}")).unwrap()
}

/// The scene without rules: groups 0 to 2 are basic, 3 is advanced, 4 is basic in a second VPC.
fn bare(policies: [bool; 4], members: &[u8], routed: bool, egress_first: bool) -> Scenario {
    let mut draft = ScenarioDraft::empty(RegionId::parse("cn-hangzhou").unwrap());
    let vpcs = [("vpc-1", vec!["10.0.0.0/16", "2001:db8::/32"]), ("vpc-2", vec!["172.16.0.0/16"])];
    for (id, blocks) in vpcs {
        let id = VpcId::parse(id).unwrap();
        let blocks = blocks.into_iter().map(|block| block.parse().unwrap()).collect();
        draft.vpcs.insert(id.clone(), Arc::new(Vpc { id, name: String::new(), blocks }));
    }
    let vpc = |second: bool| VpcId::parse(if second { "vpc-2" } else { "vpc-1" }).unwrap();
    if routed {
        draft.routes.push(Route { a: vpc(true), b: vpc(false) });
    }
    let list = PrefixList {
        id: PrefixListId::parse("pl-1").unwrap(),
        name: String::new(),
        blocks: vec!["198.51.100.0/25".parse().unwrap(), "10.0.0.12/32".parse().unwrap()],
        max_entries: 10,
    };
    draft.prefix_lists.insert(list.id.clone(), Arc::new(list));
    for index in 0..5usize {
        let accept = policies.get(index).copied().unwrap_or(true);
        let policy = if accept { InnerAccessPolicy::Accept } else { InnerAccessPolicy::Drop };
        let group_type = if index == 3 { GroupType::Advanced } else { GroupType::Basic(policy) };
        let group = SecurityGroup {
            id: group_id(index),
            name: String::new(),
            description: String::new(),
            vpc: vpc(index == 4),
            group_type,
            service_managed: false,
            rules: Vec::new(),
            created: Timestamp::from_unix_seconds(0),
        };
        draft.groups.insert(group_id(index), Arc::new(group));
    }
    for (index, bits) in members.iter().enumerate() {
        // Bits 1 to 7 choose among the basic groups; 0 is the advanced one, 8 the second VPC.
        let groups: Vec<usize> = match bits {
            0 => vec![3],
            8 => vec![4],
            bits => (0..3).filter(|group| bits & (1 << group) != 0).collect(),
        };
        let host = 11 + index;
        let addresses: Vec<String> = if *bits == 8 {
            vec![format!("172.16.0.{host}")]
        } else if index == 1 {
            vec![format!("10.0.0.{host}"), "10.0.0.111".to_owned()]
        } else {
            vec![format!("10.0.0.{host}"), format!("2001:db8::{host}")]
        };
        let id = NetworkInterfaceId::parse(&format!("eni-{index}")).unwrap();
        let interface = NetworkInterface {
            id: id.clone(),
            vpc: vpc(*bits == 8),
            groups: groups.into_iter().map(group_id).collect(),
            addresses: addresses.iter().map(|address| address.parse().unwrap()).collect(),
            public_address: (index % 2 == 0).then(|| format!("203.0.113.{host}").parse().unwrap()),
        };
        draft.interfaces.insert(id.clone(), Arc::new(interface));
        let instance = InstanceId::parse(&format!("i-{index}")).unwrap();
        let instance = Instance { id: instance, name: format!("ecs{index}"), interfaces: vec![id] };
        draft.instances.insert(instance.id.clone(), Arc::new(instance));
    }
    for (name, block) in
        [("internet", "0.0.0.0/0"), ("v6", "2400:3200::/32"), ("services", "100.64.0.0/10")]
    {
        let block = block.parse().unwrap();
        draft.outside.push(OutsideAddress { name: name.to_owned(), block });
    }
    draft.options.intra_group_precedence = if egress_first {
        IntraGroupPrecedence::CustomEgressFirst
    } else {
        IntraGroupPrecedence::PolicyWins
    };
    Scenario::new(draft).unwrap()
}

/// The scene with one more rule, or as it was where the rule does not fit.
fn with_rule(scenario: &Scenario, (group, rule): &Loose) -> Scenario {
    let count: usize = scenario.groups().map(|group| group.rules.len()).sum();
    let mut rule = rule.clone();
    rule.id = RuleId::parse(&format!("sgr-{}", count + 1)).unwrap();
    let edited = scenario.edited(|draft| {
        let group = draft.groups.get_mut(&group_id(*group)).unwrap();
        Arc::make_mut(group).rules.push(Arc::new(rule));
    });
    edited.unwrap_or_else(|_| scenario.clone())
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let members = prop::collection::vec(0..9u8, 4);
    let accepts = prop::array::uniform4(prop::bool::weighted(0.3));
    let flags = (accepts, members, any::<bool>(), prop::bool::weighted(0.3));
    (flags, rules(40)).prop_map(|((policies, members, routed, egress_first), rules)| {
        let empty = bare(policies, &members, routed, egress_first);
        rules.iter().fold(empty, |scenario, rule| with_rule(&scenario, rule))
    })
}

fn packet() -> impl Strategy<Value = Packet> {
    (0..10u8, select(&PORTS[..]), select(&PORTS[..])).prop_map(|(kind, source, destination)| {
        let (source_port, destination_port) = (port(source), port(destination));
        match kind {
            0..=4 => Packet::Tcp { source_port, destination_port },
            5 => Packet::Udp { source_port, destination_port },
            6 => Packet::Icmp,
            7 => Packet::Icmpv6,
            8 => Packet::Gre,
            _ => Packet::Other(if source > 100 { 50 } else { 51 }),
        }
    })
}

/// An end by position: interfaces with any of their addresses, known ones outside, and nobody.
fn endpoint(scenario: &Scenario, index: &Index) -> Endpoint {
    let mut all: Vec<Endpoint> = Vec::new();
    for interface in scenario.interfaces() {
        let at =
            |address: &IpAddr| Endpoint::Interface { id: interface.id.clone(), address: *address };
        // The primary address several times, so that most pairs are interfaces that can talk.
        let primary = interface.addresses.first().map(at);
        all.extend(std::iter::repeat_n(primary, 4).flatten());
        all.extend(interface.addresses.iter().chain(&interface.public_address).map(at));
    }
    all.extend(OUTSIDE.map(|address| Endpoint::Outside { address: address.parse().unwrap() }));
    let nobody = NetworkInterfaceId::parse("eni-nobody").unwrap();
    all.push(Endpoint::Interface { id: nobody, address: IpAddr::from([10, 0, 0, 99]) });
    index.get(&all).clone()
}

/// The ports and numbers at and just outside every edge of a space.
fn corners(space: &PacketSpace) -> Vec<Packet> {
    let around = |range: PortRange| {
        [range.first().previous(), Some(range.first()), Some(range.last()), range.last().next()]
            .into_iter()
            .flatten()
            .collect::<Vec<Port>>()
    };
    let mut corners = vec![Packet::Icmp, Packet::Icmpv6, Packet::Gre];
    for region in &space.regions {
        match region.packets {
            PacketSet::Tcp { source, destination } | PacketSet::Udp { source, destination } => {
                for source_port in around(source) {
                    for destination_port in around(destination) {
                        corners.push(Packet::Tcp { source_port, destination_port });
                        corners.push(Packet::Udp { source_port, destination_port });
                    }
                }
            }
            PacketSet::Other { first, last } => {
                corners.extend([first, last].map(Packet::Other));
            }
            PacketSet::Icmp | PacketSet::Icmpv6 | PacketSet::Gre => {}
        }
    }
    corners
}

fn passing(scenario: &Scenario, flow: &Flow) -> bool {
    evaluate(scenario, flow).verdict == Verdict::Pass
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_question_has_one_answer_and_the_naive_evaluator_gives_it_too(
        scenario in scenario(),
        questions in prop::collection::vec((any::<Index>(), any::<Index>(), packet()), 40),
    ) {
        for (from, to, packet) in questions {
            let source = endpoint(&scenario, &from);
            let flow = Flow { source, destination: endpoint(&scenario, &to), packet };
            let evaluation = evaluate(&scenario, &flow);
            prop_assert_eq!(&evaluation, &evaluate(&scenario, &flow));
            prop_assert_eq!(evaluation.verdict, naive::verdict(&scenario, &flow), "{:?}", flow);
            for side in [&evaluation.egress, &evaluation.ingress] {
                let decided =
                    side.trials().iter().filter(|trial| trial.result == TrialResult::Decides);
                let by_rule = matches!(
                    side,
                    Side::Checked(CheckedSide { by: SideDecider::Rule { .. }, .. })
                );
                prop_assert_eq!(decided.count(), usize::from(by_rule));
            }
        }
    }

    #[test]
    fn the_order_of_rules_and_groups_changes_no_verdict(
        scenario in scenario(),
        questions in prop::collection::vec((any::<Index>(), any::<Index>(), packet()), 20),
    ) {
        let turned = scenario.edited(|draft| {
            for group in draft.groups.values_mut() {
                Arc::make_mut(group).rules.reverse();
            }
            for interface in draft.interfaces.values_mut() {
                let groups = &mut Arc::make_mut(interface).groups;
                *groups = groups.iter().rev().cloned().collect();
            }
        });
        let turned = turned.unwrap();
        for (from, to, packet) in questions {
            let source = endpoint(&scenario, &from);
            let flow = Flow { source, destination: endpoint(&scenario, &to), packet };
            let verdict = evaluate(&scenario, &flow).verdict;
            prop_assert_eq!(verdict, evaluate(&turned, &flow).verdict);
        }
        let view = DirectionView::Both;
        let changes =
            diff(&matrix(&scenario, PacketChoice::All, view), &matrix(&turned, PacketChoice::All, view));
        prop_assert!(changes.is_empty(), "{:?}", changes);
    }

    #[test]
    fn a_drop_never_opens_and_an_accept_never_closes(
        scenario in scenario(),
        rule in loose_rule(),
        questions in prop::collection::vec((any::<Index>(), any::<Index>(), packet()), 40),
    ) {
        let edited = with_rule(&scenario, &rule);
        for (from, to, packet) in questions {
            let source = endpoint(&scenario, &from);
            let flow = Flow { source, destination: endpoint(&scenario, &to), packet };
            let (before, after) = (passing(&scenario, &flow), passing(&edited, &flow));
            match rule.1.policy {
                RulePolicy::Drop => prop_assert!(before || !after, "opened {:?}", flow),
                RulePolicy::Accept => prop_assert!(!before || after, "closed {:?}", flow),
            }
        }
    }

    #[test]
    fn regions_cover_everything_once_and_agree_with_single_packets(
        scenario in scenario(),
        from in any::<Index>(),
        to in any::<Index>(),
    ) {
        let (source, destination) = (endpoint(&scenario, &from), endpoint(&scenario, &to));
        let space = packet_space(&scenario, &source, &destination);
        for packet in corners(&space) {
            let holding: Vec<&Region> =
                space.regions.iter().filter(|region| region.packets.contains(packet)).collect();
            let flow = Flow { source: source.clone(), destination: destination.clone(), packet };
            let evaluation = evaluate(&scenario, &flow);
            if evaluation.decider == Decider::Unknown(UnknownReason::NoSuchPacket) {
                prop_assert!(holding.is_empty());
                continue;
            }
            prop_assert_eq!(holding.len(), 1, "{:?} in {:?}", packet, holding);
            prop_assert_eq!(holding[0].verdict, evaluation.verdict);
            prop_assert_eq!(&holding[0].decider, &evaluation.decider);
            let contested = evaluation.contested.map(|contested| contested.verdict);
            prop_assert_eq!(holding[0].contested, contested);
        }
        for (index, a) in space.regions.iter().enumerate() {
            for b in &space.regions[index + 1..] {
                prop_assert!(a.packets.intersection(&b.packets).is_none(), "{:?} {:?}", a, b);
                let same = (a.verdict, &a.decider, a.contested) == (b.verdict, &b.decider, b.contested);
                prop_assert!(!(same && joins(&a.packets, &b.packets)), "{:?} {:?}", a, b);
            }
        }
        let sizes: u64 = space.regions.iter().map(|region| tcp_size(&region.packets)).sum();
        prop_assert_eq!(sizes, 65_535 * 65_535);
    }

    #[test]
    fn the_difference_is_empty_exactly_when_nothing_fares_differently(
        scenario in scenario(),
        edits in rules(3),
        flips in prop::collection::vec(any::<bool>(), 3),
        view in select(&[DirectionView::Egress, DirectionView::Ingress, DirectionView::Both][..]),
    ) {
        let mut edited = edits.iter().fold(scenario.clone(), |scene, rule| with_rule(&scene, rule));
        for (index, flip) in flips.iter().enumerate().filter(|(_, flip)| **flip) {
            let _ = flip;
            edited = edited.edited(|draft| {
                let group = Arc::make_mut(draft.groups.get_mut(&group_id(index)).unwrap());
                if let GroupType::Basic(policy) = group.group_type {
                    group.group_type = GroupType::Basic(policy.flipped());
                }
            }).unwrap();
        }
        let before = matrix(&scenario, PacketChoice::All, view);
        let after = matrix(&edited, PacketChoice::All, view);
        let changes = diff(&before, &after);
        let mut expected = Vec::new();
        for (row, from) in after.ends.iter().enumerate() {
            for (column, to) in after.ends.iter().enumerate() {
                let (a, b) = (before.cell(row, column).unwrap(), after.cell(row, column).unwrap());
                if (0..3).any(|stretch| passed_at(a, stretch) != passed_at(b, stretch)) {
                    expected.push((from.clone(), to.clone()));
                }
            }
        }
        let found: Vec<(End, End)> =
            changes.iter().map(|change| (change.from.clone(), change.to.clone())).collect();
        prop_assert!(expected.iter().all(|pair| found.contains(pair)), "{:?} {:?}", expected, found);
        if view == DirectionView::Both {
            for change in &changes {
                let (a, b) = (passing(&scenario, &change.counterexample), passing(&edited, &change.counterexample));
                prop_assert!(a != b, "{:?} proves nothing", change);
                match change.change {
                    Change::Opened | Change::Widened => prop_assert!(b),
                    Change::Closed | Change::Narrowed => prop_assert!(a),
                    Change::Changed => {}
                }
            }
        }
        prop_assert!(diff(&after, &after).is_empty());
    }

    #[test]
    fn a_cell_says_what_single_packets_say(
        scenario in scenario(),
        row in 0..7usize,
        column in 0..7usize,
        packets in prop::collection::vec(packet(), 30),
    ) {
        let all = matrix(&scenario, PacketChoice::All, DirectionView::Both);
        let cell = all.cell(row, column).unwrap();
        prop_assume!(row != column && cell.state != CellState::NotFiltered);
        for piece in &cell.pieces {
            let edges = piece.ranges.iter().flat_map(|(first, last)| [*first, *last]);
            let known = OUTSIDE.iter().map(|text| text.parse::<IpAddr>().unwrap());
            let known = known.filter(|address| {
                piece.ranges.iter().any(|(first, last)| first <= address && address <= last)
            });
            for address in edges.chain(known) {
                for packet in &packets {
                    let moved = |end: &Endpoint| match end {
                        Endpoint::Outside { .. } => Endpoint::Outside { address },
                        end @ Endpoint::Interface { .. } => end.clone(),
                    };
                    let (source, destination) = (moved(&cell.source), moved(&cell.destination));
                    let flow = Flow { source, destination, packet: *packet };
                    let verdict = evaluate(&scenario, &flow).verdict;
                    let Some(region) = piece.space.region_of(*packet) else { continue };
                    prop_assert_eq!(verdict, region.verdict, "{:?}", flow);
                    match &cell.state {
                        CellState::Pass => prop_assert_eq!(verdict, Verdict::Pass),
                        CellState::Blocked => prop_assert_eq!(verdict, Verdict::Blocked),
                        CellState::Partial(summary) => {
                            let holds = |sets: &[PacketSet]| {
                                sets.iter().any(|set| set.contains(*packet))
                            };
                            prop_assert!(holds(&summary.passing) != holds(&summary.blocked));
                            prop_assert!(verdict != Verdict::Pass || holds(&summary.passing));
                            let lonely = verdict == Verdict::Pass || summary.depends_on_address;
                            prop_assert!(lonely || holds(&summary.blocked));
                        }
                        CellState::Itself | CellState::NotFiltered | CellState::Unknown => {}
                    }
                }
            }
        }
    }
}

/// The verdicts of a cell on a grid of packets at one stretch of addresses.
fn passed_at(cell: &Cell, stretch: usize) -> Vec<bool> {
    let space = cell.pieces.iter().find(|piece| {
        let probe = OUTSIDE[stretch].parse::<IpAddr>().unwrap();
        piece.ranges.iter().any(|(first, last)| *first <= probe && probe <= *last)
    });
    let space = space.map_or(&cell.space, |piece| &piece.space);
    let mut verdicts = Vec::new();
    for source in PORTS {
        for destination in PORTS {
            let (source_port, destination_port) = (port(source), port(destination));
            for packet in [
                Packet::Tcp { source_port, destination_port },
                Packet::Udp { source_port, destination_port },
            ] {
                verdicts.push(space.region_of(packet).is_some_and(|r| r.verdict == Verdict::Pass));
            }
        }
    }
    verdicts
}

/// Whether the union of two disjoint sets is one set.
fn joins(a: &PacketSet, b: &PacketSet) -> bool {
    let touch = |a: PortRange, b: PortRange| {
        a.last().next() == Some(b.first()) || b.last().next() == Some(a.first())
    };
    match (*a, *b) {
        (
            PacketSet::Tcp { source: s, destination: d },
            PacketSet::Tcp { source: t, destination: e },
        )
        | (
            PacketSet::Udp { source: s, destination: d },
            PacketSet::Udp { source: t, destination: e },
        ) => s == t && touch(d, e) || d == e && touch(s, t),
        (PacketSet::Other { first, last }, PacketSet::Other { first: other, last: end }) => {
            last.checked_add(1) == Some(other) || end.checked_add(1) == Some(first)
        }
        _ => false,
    }
}

fn tcp_size(set: &PacketSet) -> u64 {
    let length = |range: PortRange| u64::from(range.last().get() - range.first().get()) + 1;
    match set {
        PacketSet::Tcp { source, destination } => length(*source) * length(*destination),
        PacketSet::Udp { .. }
        | PacketSet::Icmp
        | PacketSet::Icmpv6
        | PacketSet::Gre
        | PacketSet::Other { .. } => 0,
    }
}

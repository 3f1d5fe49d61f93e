//! Prepared answers compared with plain ones: same verdict, reason and regions.

#![expect(clippy::unwrap_used, reason = "a test panics on the first error")]

use sg_testing::naive;
use sg_testing::scenario_text;

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use sg_core::connectivity::*;
use sg_core::model::*;
use sg_testing::random_scenario::{
    Loose, config, endpoint, group_id, loose_rule, packet, scenario, with_rule,
};
use sg_testing::workload::{Edit, Random, Workload, questions};

const VIEWS: [CheckedDirections; 3] =
    [CheckedDirections::Egress, CheckedDirections::Ingress, CheckedDirections::Both];

/// The verdict, decider, clause and contested verdict from `evaluate`.
fn plain(scenario: &Scenario, flow: &Flow) -> Decision {
    let evaluation = evaluate(scenario, flow);
    let clause = evaluation.clause();
    let contested = evaluation.contested.map(|contested| contested.verdict);
    Decision { verdict: evaluation.verdict, decider: evaluation.decider, clause, contested }
}

/// The regions of a pair in packet order, each with its outcome.
fn outcomes(answer: &PairAnswer<'_>) -> Vec<(PacketSet, Outcome)> {
    let mut regions = Vec::new();
    answer.for_each_region(|packets, judgement| regions.push((packets, judgement)));
    regions.sort_by_key(|(packets, _)| *packets);
    regions
}

fn plain_outcomes(space: &PacketSpace) -> Vec<(PacketSet, Outcome)> {
    let mut regions: Vec<(PacketSet, Outcome)> = space
        .regions
        .iter()
        .map(|region| {
            let clause = region.decider.clause();
            let (verdict, contested) = (region.verdict, region.contested);
            (region.packets, Outcome { verdict, clause, contested })
        })
        .collect();
    regions.sort_by_key(|(packets, _)| *packets);
    regions
}

/// Every pair in visiting order, with its regions.
type Full = Vec<(usize, usize, Vec<(PacketSet, Outcome)>)>;

fn full(reach: &Reach) -> Full {
    let mut all = Full::new();
    reach.for_each_pair(|answer| all.push((answer.from, answer.to, outcomes(answer))));
    all.sort_by_key(|(from, to, _)| (*from, *to));
    all
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn one_packet_is_decided_as_by_evaluate_and_by_the_naive_scan(
        scenario in scenario(),
        questions in prop::collection::vec((any::<Index>(), any::<Index>(), packet()), 40),
    ) {
        let reach = Reach::new(&scenario);
        for (from, to, packet) in questions {
            let source = endpoint(&scenario, &from);
            let flow = Flow { source, destination: endpoint(&scenario, &to), packet };
            let decision = reach.decide(&flow);
            prop_assert_eq!(decision.verdict, naive::verdict(&scenario, &flow), "{:?}", flow);
            prop_assert_eq!(decision, plain(&scenario, &flow), "{:?}", flow);
        }
    }

    #[test]
    fn a_pair_has_the_same_regions_in_the_same_order(
        scenario in scenario(),
        ends in prop::collection::vec((any::<Index>(), any::<Index>()), 8),
    ) {
        let reach = Reach::new(&scenario);
        for (from, to) in ends {
            let (source, destination) = (endpoint(&scenario, &from), endpoint(&scenario, &to));
            let space = packet_space(&scenario, &source, &destination);
            prop_assert_eq!(reach.space(&source, &destination), space);
        }
    }

    #[test]
    fn the_full_answer_visits_every_pair_once_with_its_regions(scenario in scenario()) {
        let reach = Reach::new(&scenario);
        let mut pairs = Vec::new();
        reach.for_each_pair(|answer| {
            let (source, destination) = answer.ends().unwrap();
            let space = packet_space(&scenario, &source, &destination);
            assert_eq!(outcomes(answer), plain_outcomes(&space), "{source:?} {destination:?}");
            pairs.push((answer.from, answer.to));
        });
        pairs.sort_unstable();
        let all = (0..4).flat_map(|a| (0..4).map(move |b| (a, b))).filter(|(a, b)| a != b);
        prop_assert_eq!(pairs, all.collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(share_of_config(4))]

    #[test]
    fn a_cell_looked_at_alone_is_the_one_of_the_matrix(
        scenario in scenario(),
        choice in choice(),
        view in select(&VIEWS[..]),
    ) {
        let reach = Reach::new(&scenario);
        let matrix = matrix(&scenario, choice, view);
        for (row, from) in matrix.ends.iter().enumerate() {
            for (column, to) in matrix.ends.iter().enumerate() {
                let alone = reach.cell(from, to, choice, view);
                prop_assert_eq!(alone.as_ref(), matrix.cell(row, column));
            }
        }
        let nobody = End::Outside("nobody".to_owned());
        prop_assert_eq!(reach.cell(&nobody, &matrix.ends[0], choice, view), None);
    }

    #[test]
    fn changes_are_those_between_the_matrices(
        before in scenario(),
        edit in (0..11u8, any::<Index>(), loose_rule()),
        release in prop::bool::weighted(0.2),
        choice in choice(),
        view in select(&VIEWS[..]),
    ) {
        let mut after = step(&before, &edit);
        if release {
            // Removes an instance with its interfaces, so that the ends differ.
            after = after.edited(|draft| {
                let (_, instance) = draft.instances.shift_remove_index(0).unwrap();
                for interface in &instance.interfaces {
                    draft.interfaces.shift_remove(interface);
                }
            }).unwrap();
        }
        let differ = |a: &Scenario, b: &Scenario| {
            let changes = Reach::new(a).changes(&Reach::new(b), choice, view, usize::MAX);
            (changes, diff(&matrix(a, choice, view), &matrix(b, choice, view)))
        };
        for (a, b) in [(&before, &after), (&after, &before), (&before, &before)] {
            let (changes, expected) = differ(a, b);
            prop_assert_eq!(&changes.found, &expected);
            prop_assert_eq!(changes.uncompared, 0);
            let (a, b) = (Reach::new(a), Reach::new(b));
            for change in &expected {
                let one = a.change_between(&b, (&change.from, &change.to), choice, view);
                prop_assert_eq!(one.as_ref(), Some(change));
            }
            let none = a.changes(&b, choice, view, 0);
            prop_assert!(none.found.is_empty(), "more pairs than allowed are not compared");
            prop_assert!(none.uncompared >= expected.len());
        }
    }
}

#[test]
fn an_edit_of_a_large_scenario_is_compared_only_where_it_can_be_felt() {
    let scenario = Workload::A.scenario(7);
    let before = Reach::new(&scenario);
    let mut random = Random::new(7);
    let after = Edit::Toggle.apply(&scenario, &mut random).unwrap();
    let choice = PacketChoice::All;
    let changes = before.changes(&before.updated(&after), choice, CheckedDirections::Both, 6_000);
    assert_eq!(changes.uncompared, 0, "only pairs that share the group change");
    assert!(!changes.found.is_empty() && changes.found.len() < 2_000, "{}", changes.found.len());
    let ruled = Edit::AddRule.apply(&scenario, &mut random).unwrap();
    let many = before.changes(&before.updated(&ruled), choice, CheckedDirections::Both, 6_000);
    assert!(many.uncompared > 6_000 && many.found.is_empty(), "{}", many.uncompared);
}

#[test]
fn pairs_that_are_too_many_to_compare_are_counted_with_those_of_ends_that_went() {
    let scenario = |size| Workload { instances: size, ..Workload::S }.scenario(7);
    let (small, large) = (scenario(4), scenario(6));
    let ends = |scenario: &Scenario| {
        matrix(scenario, PacketChoice::All, CheckedDirections::Both).ends.len()
    };
    let (few, many) = (ends(&small), ends(&large));
    assert!(few < many, "the scenarios have different ends");
    let counted = |before: &Scenario, after: &Scenario| {
        let (before, after) = (Reach::new(before), Reach::new(after));
        before.changes(&after, PacketChoice::All, CheckedDirections::Both, 0).uncompared
    };
    let all = many * (many - 1);
    assert_eq!((counted(&small, &large), counted(&large, &small)), (all, all));
}

fn choice() -> impl Strategy<Value = PacketChoice> {
    let port = |number| Port::new(number).unwrap();
    select(vec![
        PacketChoice::All,
        PacketChoice::One(AskedPacket::Tcp(port(22))),
        PacketChoice::One(AskedPacket::Udp(port(443))),
        PacketChoice::One(AskedPacket::Icmp),
        PacketChoice::One(AskedPacket::Icmpv6),
        PacketChoice::One(AskedPacket::Gre),
    ])
}

/// The same configuration for a property whose cases are more expensive by a factor.
fn share_of_config(dearer: u32) -> ProptestConfig {
    let usual = config();
    ProptestConfig { cases: usual.cases.div_ceil(dearer), ..usual }
}

/// One random edit of a scenario; an edit that does not fit changes nothing.
fn step(scenario: &Scenario, (kind, at, rule): &(u8, Index, Loose)) -> Scenario {
    let edited = scenario.edited(|draft| match kind {
        0..=2 => edit_group(draft, *kind, at),
        3 | 4 => {
            let count = draft.interfaces.len();
            let interface = draft.interfaces.get_index_mut(at.index(count)).unwrap().1;
            let groups = &mut Arc::make_mut(interface).groups;
            if *kind == 3 {
                groups.insert(group_id(rule.0));
            } else {
                groups.shift_remove(&group_id(rule.0));
            }
        }
        5 => {
            draft.options.intra_group_precedence = match draft.options.intra_group_precedence {
                IntraGroupPrecedence::PolicyWins => IntraGroupPrecedence::CustomEgressFirst,
                IntraGroupPrecedence::CustomEgressFirst => IntraGroupPrecedence::PolicyWins,
            };
        }
        6 => edit_surroundings(draft, at),
        _ => {}
    });
    match kind {
        0..=6 => edited.unwrap_or_else(|_| scenario.clone()),
        _ => with_rule(scenario, rule),
    }
}

fn edit_group(draft: &mut ScenarioDraft, kind: u8, at: &Index) {
    let count = draft.groups.len();
    let group = Arc::make_mut(draft.groups.get_index_mut(at.index(count)).unwrap().1);
    match (kind, group.group_type) {
        (0, GroupType::Basic(policy)) => group.group_type = GroupType::Basic(policy.flipped()),
        (1, GroupType::Basic(_)) => group.group_type = GroupType::Advanced,
        (1, GroupType::Advanced) => group.group_type = GroupType::Basic(InnerAccessPolicy::Drop),
        _ if !group.rules.is_empty() => {
            group.rules.remove(at.index(group.rules.len()));
        }
        _ => {}
    }
}

/// Edits routes, prefix lists and outside addresses.
fn edit_surroundings(draft: &mut ScenarioDraft, at: &Index) {
    match at.index(4) {
        0 if draft.routes.is_empty() => {
            let mut vpcs = draft.vpcs.keys().cloned();
            draft.routes.push(Route { a: vpcs.next().unwrap(), b: vpcs.next().unwrap() });
        }
        0 => draft.routes.clear(),
        1 => {
            let list = Arc::make_mut(draft.prefix_lists.get_index_mut(0).unwrap().1);
            list.blocks.rotate_left(1);
            list.blocks = match list.blocks.len() {
                1 => ["198.51.100.0/24", "10.0.0.11/32"].map(|b| b.parse().unwrap()).to_vec(),
                _ => vec!["10.0.0.12/32".parse().unwrap()],
            };
        }
        2 => {
            let block = &mut draft.outside.first_mut().unwrap().block;
            let blocks = ["0.0.0.0/0", "198.51.100.0/24"].map(|b| b.parse::<IpNet>().unwrap());
            *block = *blocks.iter().find(|other| *other != block).unwrap();
        }
        _ => draft.outside.rotate_left(1),
    }
}

proptest! {
    #![proptest_config(share_of_config(16))]

    #[test]
    fn an_update_of_anything_says_what_a_new_start_says(
        scenario in scenario(),
        steps in prop::collection::vec((0..11u8, any::<Index>(), loose_rule()), 50),
        view in select(&VIEWS[..]),
    ) {
        let (mut now, mut drawn) = (scenario.clone(), matrix(&scenario, PacketChoice::All, view));
        for (index, edit) in steps.iter().enumerate() {
            now = step(&now, edit);
            drawn = drawn.updated(&now);
            if index % 5 == 0 {
                prop_assert_eq!(&drawn, &matrix(&now, PacketChoice::All, view), "{:?}", edit);
                prop_assert_eq!(full(drawn.reach()), full(&Reach::new(&now)), "{:?}", edit);
            }
        }
        prop_assert_eq!(&drawn, &matrix(&now, PacketChoice::All, view));
    }

    #[test]
    fn a_cell_of_one_direction_says_what_that_side_says(
        scenario in scenario(),
        packets in prop::collection::vec(packet(), 12),
    ) {
        for view in VIEWS {
            let all = matrix(&scenario, PacketChoice::All, view);
            for (row, column) in (0..4).flat_map(|a| (0..4).map(move |b| (a, b))) {
                let cell = all.cell(row, column).unwrap();
                let (source, destination) = (cell.source.clone(), cell.destination.clone());
                if view == CheckedDirections::Both {
                    let plain = packet_space(&scenario, &source, &destination);
                    prop_assert_eq!(cell.space.as_ref(), &plain);
                }
                for packet in packets.iter().copied() {
                    let (source, destination) = (source.clone(), destination.clone());
                    let evaluation = evaluate(&scenario, &Flow { source, destination, packet });
                    let passes = match view {
                        CheckedDirections::Egress => evaluation.egress.verdict(),
                        CheckedDirections::Ingress => evaluation.ingress.verdict(),
                        CheckedDirections::Both => continue,
                    };
                    let Some(passes) = passes else { continue };
                    let region = cell.space.region_of(packet).unwrap();
                    prop_assert_eq!(region.verdict, passes);
                }
            }
        }
    }
}

#[test]
fn pairs_with_equal_lists_and_different_families_share_no_space() {
    let scenario = scenario_text::scenario_of(
        "group G1 basic drop
         instance a 10.0.0.1 in G1
         instance b 10.0.0.2 in G1
         instance c 2001:db8::1 in G1
         instance d 2001:db8::2 in G1",
    );
    let all = matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
    let has =
        |row, column, packet| all.cell(row, column).unwrap().space.region_of(packet).is_some();
    assert!(has(0, 1, Packet::Icmp) && !has(0, 1, Packet::Icmpv6));
    assert!(has(2, 3, Packet::Icmpv6) && !has(2, 3, Packet::Icmp));
}

#[test]
fn the_full_answer_keeps_families_and_groups_apart() {
    let scenario = scenario_text::scenario_of(
        "group G1 basic drop
         group G2 basic drop
         instance a 10.0.0.1 in G1 G2
         instance b 10.0.0.2 in G1 G2
         instance c 2001:db8::1 in G1
         instance d 2001:db8::2 in G2
         rule G1 in accept tcp 80/80 from 10.0.0.0/8 prio 1
         rule G2 in accept tcp 81/81 from 10.0.0.0/8 prio 1",
    );
    let mut pairs = 0;
    Reach::new(&scenario).for_each_pair(|answer| {
        let (source, destination) = answer.ends().unwrap();
        let space = packet_space(&scenario, &source, &destination);
        assert_eq!(outcomes(answer), plain_outcomes(&space), "{source:?} {destination:?}");
        pairs += 1;
    });
    assert_eq!(pairs, 12);
}

#[test]
fn ports_that_touch_from_different_source_ports_stay_two_sets() {
    let scenario = scenario_text::scenario_of(
        "group G1 basic drop
         group G2 basic drop
         instance a 10.0.0.1 in G1
         instance b 10.0.0.2 in G2
         rule G2 in accept tcp 1/80 sport 1/1000 from 10.0.0.0/8 prio 1
         rule G2 in accept tcp 81/100 sport 1001/2000 from 10.0.0.0/8 prio 1",
    );
    let range = |text| PortRange::parse(text).unwrap();
    let all = matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
    let CellState::Partial(summary) = &all.cell(0, 1).unwrap().state else { unreachable!() };
    let expected = [("1/1000", "1/80"), ("1001/2000", "81/100")].map(|(source, destination)| {
        PacketSet::Tcp { source: range(source), destination: range(destination) }
    });
    assert_eq!(summary.passing, expected);
}

#[test]
fn an_update_notices_what_a_prefix_list_holds_now() {
    let scenario = scenario_text::scenario_of(
        "list pl-1 10.0.0.9/32
         group G1 basic drop
         group G2 basic drop
         instance a 10.0.0.1 in G1
         instance b 10.0.0.2 in G2
         rule G2 in accept tcp 80/80 from pl-1 prio 1",
    );
    let after = scenario.edited(|draft| {
        let list = draft.prefix_lists.get_index_mut(0).unwrap().1;
        Arc::make_mut(list).blocks = vec!["10.0.0.1/32".parse().unwrap()];
    });
    let before = matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
    let updated = before.updated(&after.unwrap());
    assert_eq!(before.cell(0, 1).unwrap().state, CellState::Blocked);
    assert!(matches!(updated.cell(0, 1).unwrap().state, CellState::Partial(_)));
}

#[test]
fn the_workloads_are_answered_as_by_evaluate() {
    for workload in [Workload::S, Workload::M] {
        for seed in 0..4 {
            let scenario = workload.scenario(seed);
            let reach = Reach::new(&scenario);
            for flow in questions(&scenario, &mut Random::new(seed), 300) {
                assert_eq!(reach.decide(&flow), plain(&scenario, &flow), "{flow:?}");
            }
        }
    }
}

#[test]
fn after_each_of_fifty_edits_an_update_says_what_a_new_start_says() {
    let mut done = [0; 5];
    for seed in 0..20 {
        let mut random = Random::new(seed);
        let mut scenario = Workload { instances: 6, groups: 5, ..Workload::S }.scenario(seed);
        let mut reach = Reach::new(&scenario);
        for step in 0..50 {
            let kind = random.below(Edit::ALL.len());
            let edit = Edit::ALL.get(kind).unwrap();
            let Some(after) = edit.apply(&scenario, &mut random) else { continue };
            *done.get_mut(kind).unwrap() += 1;
            reach = reach.updated(&after);
            for view in VIEWS {
                let drawn = matrix(&scenario, PacketChoice::All, view);
                let now = matrix(&after, PacketChoice::All, view);
                let updated = drawn.updated(&after);
                assert_eq!(updated, now, "seed {seed}, step {step}, {edit:?}");
                assert_eq!(diff(&drawn, &updated), diff(&drawn, &now));
            }
            assert_eq!(
                full(&reach),
                full(&Reach::new(&after)),
                "seed {seed}, step {step}, {edit:?}"
            );
            scenario = after;
        }
    }
    assert!(done.iter().all(|count| *count > 50), "every kind of edit occurs: {done:?}");
}

#[test]
fn the_rule_of_the_last_of_a_hundred_groups_is_named() {
    let mut text = String::new();
    for number in 0..100 {
        let port = number + 1;
        text += &format!(
            "group G{number} basic drop\n\
             rule G{number} in accept tcp {port}/{port} from 0.0.0.0/0 prio {port}\n"
        );
    }
    let bare = scenario_text::scenario_of(&format!(
        "{text}outside office 203.0.113.7/32\ninstance ecs1 10.0.0.11 public 198.51.100.1 in G0"
    ));
    let scenario = bare
        .edited(|draft| {
            draft.quotas.raise(LimitId::GroupsPerInterface, 100).unwrap();
            let groups = draft.groups.keys().cloned().collect();
            Arc::make_mut(draft.interfaces.get_index_mut(0).unwrap().1).groups = groups;
        })
        .unwrap();
    let reach = Reach::new(&scenario);
    for port in [1, 16, 17, 18, 33, 99, 100] {
        let interface = scenario.interfaces().next().unwrap();
        let flow = Flow {
            source: Endpoint::Outside { address: "203.0.113.7".parse().unwrap() },
            destination: Endpoint::Interface {
                id: interface.id.clone(),
                address: "198.51.100.1".parse().unwrap(),
            },
            packet: Packet::Tcp {
                source_port: Port::new(40_000).unwrap(),
                destination_port: Port::new(port).unwrap(),
            },
        };
        let decision = reach.decide(&flow);
        assert_eq!(decision, plain(&scenario, &flow), "{port}");
        let named = format!("{:?}", decision.decider);
        assert!(named.contains(&format!("sgr-{port}")), "{port}: {named}");
    }
}

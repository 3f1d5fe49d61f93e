//! Properties that hold in every scenario, tested on random ones.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use sg_testing::naive;

use std::net::IpAddr;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use sg_core::connectivity::*;
use sg_core::model::*;
use sg_testing::random_scenario::{
    OUTSIDE, PORTS, config, endpoint, group_id, loose_rule, packet, port, rules, scenario,
    with_rule,
};

/// The ports and numbers at and just outside every boundary of a space.
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
    #![proptest_config(config())]

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
        let view = CheckedDirections::Both;
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
            match rule.1.spec.policy {
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
        view in select(&[CheckedDirections::Egress, CheckedDirections::Ingress, CheckedDirections::Both][..]),
    ) {
        let mut edited = edits.iter().fold(scenario.clone(), |scenario, rule| with_rule(&scenario, rule));
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
        if view == CheckedDirections::Both {
            for change in &changes {
                let (a, b) = (passing(&scenario, &change.counterexample), passing(&edited, &change.counterexample));
                prop_assert!(a != b, "{:?} is not a counterexample", change);
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
        let all = matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
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

/// The verdicts of a cell for a grid of packets at one address interval.
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

/// Whether the union of two disjoint sets is a single set.
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

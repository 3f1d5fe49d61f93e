//! Properties of every fix in every scenario, tested on random ones.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test panics on the first error")]

use sg_testing::gaps::{Fill, extreme, gappy};
use sg_testing::naive;

use std::net::IpAddr;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use sg_core::connectivity::*;
use sg_core::model::*;
use sg_testing::scenario_text::scenario_of;
use sg_testing::worlds::worlds;

fn filter() -> impl Strategy<Value = ProtocolFilter> {
    let ports = |text: &str| PortFilter::to(PortRange::parse(text).unwrap());
    let source = PortRange::parse("1000/1001").unwrap();
    select(vec![
        ProtocolFilter::All,
        ProtocolFilter::Tcp(ports("22/22")),
        ProtocolFilter::Tcp(ports("443/443")),
        ProtocolFilter::Tcp(ports("20/100")),
        ProtocolFilter::Tcp(PortFilter { source, ..ports("443/443") }),
        ProtocolFilter::Udp(ports("53/53")),
        ProtocolFilter::Icmp,
        ProtocolFilter::Number(50),
    ])
}

/// Packets of a filter at and around every port in the scenarios.
fn samples(filter: ProtocolFilter) -> Vec<Packet> {
    let ports: Vec<Port> = [1, 21, 22, 23, 25, 53, 80, 100, 443, 444, 1000, 1001, 2001, 49_152]
        .into_iter()
        .map(|number| Port::new(number).unwrap())
        .collect();
    let mut packets = vec![Packet::Icmp, Packet::Gre, Packet::Other(50), Packet::Other(51)];
    for &source_port in &ports {
        for &destination_port in &ports {
            packets.push(Packet::Tcp { source_port, destination_port });
            packets.push(Packet::Udp { source_port, destination_port });
        }
    }
    if let Some(set) = PacketSet::of(filter) {
        packets.retain(|packet| set.contains(*packet));
    }
    packets
}

/// Whether a goal is met, checked packet by packet with the naive evaluator. Packets that no edit can
/// help do not count.
fn holds(world: &Scenario, goal: &Goal, obstacles: &[Obstacle]) -> bool {
    let flow = flow_between(world, &goal.from, &goal.to, Packet::Gre).unwrap();
    let mut ends = vec![(flow.source.clone(), flow.destination.clone())];
    // Addresses of an outside end that the rules of the scenarios distinguish.
    let hosts = ["8.8.8.8", "203.0.113.5", "203.0.113.12", "198.51.100.1", "198.51.100.200"];
    let all = matrix(world, PacketChoice::All, CheckedDirections::Both);
    for address in hosts.map(|host| host.parse::<IpAddr>().unwrap()) {
        let block = |end: &End| match end {
            End::Outside(name) => world.outside().iter().find(|o| o.name == *name).unwrap().block,
            End::Interface(_) => "255.255.255.255/32".parse().unwrap(),
        };
        let ours = world.interfaces().any(|eni| eni.public_address == Some(address));
        let moved = |end: &Endpoint| match end {
            Endpoint::Outside { .. } => Endpoint::Outside { address },
            end @ Endpoint::Interface { .. } => end.clone(),
        };
        if !ours && (block(&goal.from).contains(&address) || block(&goal.to).contains(&address)) {
            ends.push((moved(&flow.source), moved(&flow.destination)));
        }
    }
    assert!(all.ends.contains(&goal.from));
    let wished = if goal.intent == Intent::Allow { Verdict::Pass } else { Verdict::Blocked };
    let alien = if flow.destination.address().is_ipv4() { Packet::Icmpv6 } else { Packet::Icmp };
    ends.into_iter().all(|(source, destination)| {
        let packets = samples(goal.packets).into_iter().filter(|packet| *packet != alien);
        let unfixable = |packet: &Packet| {
            obstacles
                .iter()
                .any(|obstacle| obstacle.packets.iter().any(|set| set.contains(*packet)))
        };
        packets.into_iter().filter(|packet| !unfixable(packet)).all(|packet| {
            let (source, destination) = (source.clone(), destination.clone());
            naive::verdict(world, &Flow { source, destination, packet }) == wished
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_fix_works_has_no_part_too_many_and_names_its_price(
        text in worlds(8),
        from in any::<Index>(),
        to in any::<Index>(),
        packets in filter(),
        reach in any::<bool>(),
    ) {
        let world = scenario_of(&text);
        let all = ends(&world);
        let intent = if reach { Intent::Allow } else { Intent::Block };
        let goal = Goal { from: from.get(&all).clone(), to: to.get(&all).clone(), packets, intent };
        let fixes = fix(&world, &goal).unwrap();
        let again = fix(&world, &goal).unwrap();
        prop_assert_eq!(&fixes, &again);
        if fixes.holds || fixes.rest_holds {
            prop_assert!(holds(&world, &goal, &fixes.obstacles), "{text}\n{goal:?}");
        }
        let before = matrix(&world, PacketChoice::All, CheckedDirections::Both);
        let (mut last, mut clean) = ((false, false, false), None);
        for fix in &fixes.fixes {
            prop_assert!(!fixes.holds && !fixes.rest_holds);
            let apply = |edits: Vec<&Edit>| {
                edits.into_iter().try_fold(world.clone(), |world, edit| edit.apply(&world))
            };
            let after = apply(fix.edits.iter().collect()).unwrap();
            prop_assert!(holds(&after, &goal, &fixes.obstacles), "{text}\n{goal:?}\n{fix:?}");
            for left_out in 0..fix.edits.len() {
                let rest = fix.edits.iter().enumerate().filter(|(index, _)| *index != left_out);
                if let Ok(less) = apply(rest.map(|(_, edit)| edit).collect()) {
                    let still = holds(&less, &goal, &fixes.obstacles);
                    prop_assert!(!still, "{text}\n{goal:?}\n{fix:?}");
                }
            }
            // The side effects equal the difference of the two matrices, except for the goal.
            let changes = diff(&before, &matrix(&after, PacketChoice::All, CheckedDirections::Both));
            // The goal also concerns other outside ends that share addresses with its own.
            let outside = |a: &End, b: &End| {
                matches!((a, b), (End::Outside(_), End::Outside(_)))
            };
            let other = |from: &End, to: &End| {
                !((*from == goal.from || outside(from, &goal.from))
                    && (*to == goal.to || outside(to, &goal.to)))
            };
            let expected: Vec<_> = changes
                .iter()
                .filter(|change| other(&change.from, &change.to))
                .map(|change| (&change.from, &change.to, change.change))
                .collect();
            let named: Vec<_> = fix
                .effects
                .iter()
                .filter(|effect| other(&effect.from, &effect.to))
                .map(|effect| {
                    let state = before.cell(at(&all, &effect.from), at(&all, &effect.to));
                    (&effect.from, &effect.to, kind(effect, state.unwrap(), &changes))
                })
                .collect();
            prop_assert_eq!(named, expected, "{}\n{:?}", text, fix);
            // What ends a tie comes first and joining a group that opens more comes last. To block,
            // what changes nothing else comes before what does.
            let joins = fix.edits.iter().any(|edit| matches!(edit, Edit::Join { .. }));
            let more = fix.cells() > 0;
            let rank = (fix.tie.is_none(), joins && more, fix.contested);
            prop_assert!(last <= rank, "{text}\n{goal:?}\n{fix:?}");
            let clean_is_late = !reach && last == rank && clean < Some(!more);
            prop_assert!(!clean_is_late, "{text}\n{goal:?}\n{fix:?}");
            (last, clean) = (rank, Some(!more));
        }
    }

    #[test]
    fn whatever_one_more_rule_can_do_is_found(
        text in worlds(6),
        from in 0..4usize,
        to in 0..4usize,
        packets in filter(),
    ) {
        let world = scenario_of(&text);
        let all = ends(&world);
        let (from, to) = (all[from].clone(), all[to].clone());
        let goal = Goal { from, to, packets, intent: Intent::Allow };
        let fixes = fix(&world, &goal).unwrap();
        prop_assume!(fixes.depth == 2);
        // No single edit was found, so adding the strongest possible rule must not help either.
        for group in world.groups() {
            for direction in [Direction::Ingress, Direction::Egress] {
                for packets in [goal.packets, ProtocolFilter::All] {
                    let rule = RuleSpec {
                        direction,
                        policy: RulePolicy::Accept,
                        priority: Priority::STRONGEST,
                        protocol: packets,
                        peer: Peer::Cidr("0.0.0.0/0".parse().unwrap()),
                        local_cidr: None, port_list: None };
                    let edit = Edit::AddRule { group: group.id.clone(), rule };
                    let Ok(after) = edit.apply(&world) else { continue };
                    prop_assert!(!holds(&after, &goal, &fixes.obstacles), "{text}\n{goal:?}\n{edit}");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is not known turns out to be, a fix does what it is for.
    #[test]
    fn a_fix_holds_for_everything_that_is_not_known(
        world in gappy(),
        from in any::<Index>(),
        to in any::<Index>(),
        packets in filter(),
        reach in any::<bool>(),
    ) {
        let all = ends(&world);
        let intent = if reach { Intent::Allow } else { Intent::Block };
        let wished = if reach { Verdict::Pass } else { Verdict::Blocked };
        let goal = Goal { from: from.get(&all).clone(), to: to.get(&all).clone(), packets, intent };
        let fixes = fix(&world, &goal).unwrap();
        let met = (fixes.holds || fixes.rest_holds).then(|| world.clone());
        let after = |fix: &Fix| {
            fix.edits.iter().try_fold(world.clone(), |world, edit| edit.apply(&world)).unwrap()
        };
        for world in met.into_iter().chain(fixes.fixes.iter().take(8).map(after)) {
            for packet in samples(packets).into_iter().step_by(7) {
                let mut unfixable = fixes.obstacles.iter().flat_map(|obstacle| &obstacle.packets);
                if unfixable.any(|set| set.contains(packet)) {
                    continue;
                }
                let flow = flow_between(&world, &goal.from, &goal.to, packet).unwrap();
                let said = evaluate(&world, &flow);
                if said.decider == Decider::Unknown(UnknownReason::NoSuchPacket) {
                    continue;
                }
                prop_assert_eq!(said.verdict, wished, "{:?}", flow);
                for fill in [Fill::Best, Fill::Worst] {
                    let truth = naive::verdict(&extreme(&world, fill, &flow), &flow);
                    prop_assert_eq!(truth, wished, "{:?}", flow);
                }
            }
        }
    }
}

fn at(all: &[End], end: &End) -> usize {
    all.iter().position(|other| other == end).unwrap()
}

/// The kind of change that an effect describes.
fn kind(effect: &Effect, before: &Cell, changes: &[CellChange]) -> Change {
    let passed =
        before.pieces.iter().any(|piece| !piece.space.packets(Verdict::Pass, None).is_empty());
    match (effect.opens.is_empty(), effect.closes.is_empty()) {
        (false, false) => Change::Changed,
        (false, true) if passed => Change::Widened,
        (false, true) => Change::Opened,
        // Whether anything still passes is in the difference.
        (true, false) => changes
            .iter()
            .find(|change| change.from == effect.from && change.to == effect.to)
            .map(|change| change.change)
            .filter(|change| matches!(change, Change::Closed | Change::Narrowed))
            .unwrap_or(Change::Closed),
        (true, true) => panic!("an effect without effect"),
    }
}

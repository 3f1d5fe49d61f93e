//! Every small scenario: two groups, three instances, all policies and memberships, and up to three
//! rules from an alphabet. The engine, its prepared answers and the naive evaluator agree on all of
//! them.
//!
//! The default run covers every 211th scenario with up to two rules and every 9,973rd with three.
//! `SGP_EXHAUSTIVE=2` covers all of the former and every 101st of the latter, and
//! `SGP_EXHAUSTIVE=3` all 31 million.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use sg_testing::naive;
use sg_testing::scenario_text;

use std::sync::Arc;

use sg_core::connectivity::*;
use sg_core::model::*;

/// All rules of the alphabet, with the position of their group.
fn alphabet() -> Vec<(usize, Rule)> {
    let mut rules = Vec::new();
    for group in 0..2 {
        for policy in ["accept", "drop"] {
            for priority in [1, 2] {
                for what in ["all", "tcp 80/443"] {
                    for peer in ["0.0.0.0/0", "10.0.0.1/32", ["G2", "G1"][group]] {
                        for (way, word) in [("in", "from"), ("out", "to")] {
                            let text =
                                format!("{way} {policy} {what} {word} {peer} prio {priority}");
                            let words: Vec<&str> = text.split(' ').collect();
                            let id = format!("sgr-{}", rules.len());
                            rules.push((group, scenario_text::rule(&id, &words).unwrap()));
                        }
                    }
                }
            }
        }
    }
    rules
}

/// The scenarios without rules: memberships, policies and both readings.
fn bare() -> Vec<Scenario> {
    let sets = ["G1", "G2", "G1 G2"];
    let mut worlds = Vec::new();
    for number in 0..27 * 4 * 2 {
        let set = |place: usize| sets[number / 3_usize.pow(u32::try_from(place).unwrap()) % 3];
        let policy = |bit: usize| if (number / 27) & bit == 0 { "accept" } else { "drop" };
        let mut text = format!("group G1 basic {}\ngroup G2 basic {}\n", policy(1), policy(2));
        for place in 0..3 {
            text += &format!("instance i{place} 10.0.0.{} in {}\n", place + 1, set(place));
        }
        if number / 108 == 1 {
            text += "reading custom-egress-first\n";
        }
        worlds.push(scenario_text::scenario_of(&text));
    }
    worlds
}

fn flows(world: &Scenario) -> Vec<Flow> {
    let end = |interface: &Arc<NetworkInterface>| Endpoint::Interface {
        id: interface.id.clone(),
        address: *interface.addresses.first().unwrap(),
    };
    let ends: Vec<Endpoint> = world.interfaces().map(end).collect();
    let packets = [80, 8080].map(|port| Packet::tcp(Port::new(port).unwrap()));
    let mut flows = Vec::new();
    for source in &ends {
        for destination in ends.iter().filter(|end| *end != source) {
            for packet in packets {
                flows.push(Flow {
                    source: source.clone(),
                    destination: destination.clone(),
                    packet,
                });
            }
        }
    }
    flows
}

/// The strides over scenarios with up to two rules, and with three.
fn strides() -> (usize, usize) {
    match std::env::var("SGP_EXHAUSTIVE").as_deref() {
        Ok("3") => (1, 1),
        Ok(_) => (1, 101),
        Err(_) => (211, 9_973),
    }
}

/// Compares the engine, the prepared answers and the naive evaluator on one scenario, and returns
/// the number of decisions.
fn agree(world: &Scenario, flows: &[Flow]) -> u64 {
    let reach = Reach::new(world);
    let mut decisions = 0;
    for flow in flows {
        let evaluation = evaluate(world, flow);
        let decision = reach.decide(flow);
        assert_eq!(evaluation.verdict, naive::verdict(world, flow), "{flow:?} {world:?}");
        assert_eq!(decision.verdict, evaluation.verdict, "{flow:?} {world:?}");
        assert_eq!(decision.clause, evaluation.clause(), "{flow:?} {world:?}");
        assert_eq!(decision.decider, evaluation.decider, "{flow:?} {world:?}");
        decisions += 1;
    }
    decisions
}

/// Compares every `stride`-th scenario with these sets of rules.
fn all_agree(sets: impl Fn(usize) -> Vec<Vec<usize>>, stride: usize) -> u64 {
    let rules = alphabet();
    let sets = sets(rules.len());
    let (mut worlds, mut decisions, mut number) = (0_u64, 0_u64, 0_usize);
    for bare in bare() {
        let flows = flows(&bare);
        for set in &sets {
            number += 1;
            if !number.is_multiple_of(stride) {
                continue;
            }
            let world = bare.edited(|draft| {
                for (group, rule) in set.iter().filter_map(|index| rules.get(*index)) {
                    let group = draft.groups.get_index_mut(*group).unwrap().1;
                    Arc::make_mut(group).rules.push(Arc::new(rule.clone()));
                }
            });
            decisions += agree(&world.unwrap(), &flows);
            worlds += 1;
        }
    }
    println!("{worlds} worlds, {decisions} decisions");
    worlds
}

#[test]
fn all_agree_in_every_small_world() {
    let sets = |count: usize| {
        let pairs = (0..count).flat_map(|a| (a + 1..count).map(move |b| vec![a, b]));
        std::iter::once(Vec::new()).chain((0..count).map(|one| vec![one])).chain(pairs).collect()
    };
    let worlds = all_agree(sets, strides().0);
    assert!(worlds > 4_000, "{worlds}");
}

#[test]
fn all_agree_where_three_rules_meet() {
    let sets = |count: usize| {
        let pairs = (0..count).flat_map(move |a| (a + 1..count).map(move |b| (a, b)));
        let triples = pairs.flat_map(move |(a, b)| (b + 1..count).map(move |c| vec![a, b, c]));
        triples.collect()
    };
    let worlds = all_agree(sets, strides().1);
    assert!(worlds > 3_000, "{worlds}");
}

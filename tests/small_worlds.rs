//! Every small world: two groups, three instances, all policies and memberships, up to two rules
//! from an alphabet. The engine, its prepared answers and the naive evaluator agree in all.
//!
//! The usual run takes every 211th world; `SGP_EXHAUSTIVE=1` takes them all.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is wrong"
)]

#[path = "common/naive.rs"]
mod naive;
#[path = "common/scene.rs"]
mod scene;

use std::sync::Arc;

use sg_playground::connectivity::*;
use sg_playground::model::*;

/// All rules of the alphabet: the group's position and the rule.
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
                            rules.push((group, scene::rule(&id, &words).unwrap()));
                        }
                    }
                }
            }
        }
    }
    rules
}

/// The worlds without rules: memberships, policies and both readings.
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
        worlds.push(scene::scene(&text));
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

#[test]
fn all_agree_in_every_small_world() {
    let stride = if std::env::var_os("SGP_EXHAUSTIVE").is_some() { 1 } else { 211 };
    let rules = alphabet();
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    sets.extend((0..rules.len()).map(|one| vec![one]));
    sets.extend((0..rules.len()).flat_map(|a| (a + 1..rules.len()).map(move |b| vec![a, b])));
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
            let world = world.unwrap();
            let reach = Reach::new(&world);
            for flow in &flows {
                let evaluation = evaluate(&world, flow);
                let decision = reach.decide(flow);
                assert_eq!(evaluation.verdict, naive::verdict(&world, flow), "{flow:?} {world:?}");
                assert_eq!(decision.verdict, evaluation.verdict, "{flow:?} {world:?}");
                assert_eq!(decision.clause, evaluation.clause(), "{flow:?} {world:?}");
                assert_eq!(decision.decider, evaluation.decider, "{flow:?} {world:?}");
                decisions += 1;
            }
            worlds += 1;
        }
    }
    assert!(worlds > 4_000, "{worlds}");
    println!("{worlds} worlds, {decisions} decisions");
}

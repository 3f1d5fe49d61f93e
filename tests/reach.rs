//! The prepared answers against the plain ones: same verdict, same reason, same regions.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

#[path = "common/naive.rs"]
mod naive;
#[path = "common/random_scene.rs"]
mod random_scene;
#[path = "common/workload.rs"]
#[expect(dead_code, reason = "the benches use the rest")]
mod workload;

use proptest::prelude::*;
use proptest::sample::Index;

use random_scene::{config, endpoint, packet, scenario};
use sg_playground::connectivity::*;
use sg_playground::model::*;
use workload::{Edit, Random, Workload, questions};

/// Verdict, decider, clause and the other reading's verdict, as `evaluate` gives them.
fn plain(scenario: &Scenario, flow: &Flow) -> Decision {
    let evaluation = evaluate(scenario, flow);
    let clause = evaluation.clause();
    let contested = evaluation.contested.map(|contested| contested.verdict);
    Decision { verdict: evaluation.verdict, decider: evaluation.decider, clause, contested }
}

/// The regions of a pair in the order of their packets, each with its outcome.
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

/// Every pair in the order of the visit, with its regions.
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
            assert_eq!(
                full(&reach),
                full(&Reach::new(&after)),
                "seed {seed}, step {step}, {edit:?}"
            );
            scenario = after;
        }
    }
    assert!(done.iter().all(|count| *count > 50), "every kind of edit was tried: {done:?}");
}

//! Answers of the prepared engine with both checks: those of `evaluate`, without the rules that were
//! tried in vain; and the check at one interface alone.

use std::net::IpAddr;

use proptest::prelude::*;
use proptest::sample::Index;

use sg_core::connectivity::*;
use sg_core::model::{Direction, Scenario};
use sg_testing::gaps::mixed;
use sg_testing::random_scenario::{config, endpoint, packet};
use sg_testing::workload::{Random, Workload, questions};

/// The plain answer, with the rules that decide a side or could equally be named.
fn plain(scenario: &Scenario, flow: &Flow) -> Evaluation {
    let mut evaluation = evaluate(scenario, flow);
    for side in [&mut evaluation.egress, &mut evaluation.ingress] {
        let Side::Checked(side) = side else { continue };
        let by_rule = matches!(side.by, SideDecider::Rule { .. });
        side.trials.retain(|trial| match &trial.result {
            TrialResult::Decides => by_rule,
            TrialResult::Outranked { how, .. } => {
                by_rule && *how == Outranking::SameRank && trial.fields.all()
            }
            TrialResult::NoMatch
            | TrialResult::MayMatch
            | TrialResult::IrrelevantByPolicy { .. }
            | TrialResult::IrrelevantByPlatform(_) => false,
        });
    }
    evaluation
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn both_checks_are_those_of_the_plain_evaluation(
        scenario in mixed(),
        questions in prop::collection::vec((any::<Index>(), any::<Index>(), packet()), 40),
    ) {
        let reach = Reach::new(&scenario);
        for (from, to, packet) in questions {
            let source = endpoint(&scenario, &from);
            let flow = Flow { source, destination: endpoint(&scenario, &to), packet };
            prop_assert_eq!(reach.evaluate(flow.clone()), plain(&scenario, &flow), "{:?}", flow);
        }
    }
}

#[test]
fn both_checks_are_the_same_at_the_size_of_an_account() {
    let scenario = Workload { instances: 200, ..Workload::A }.scenario(7);
    let reach = Reach::new(&scenario);
    for flow in questions(&scenario, &mut Random::new(11), 2_000) {
        assert_eq!(reach.evaluate(flow.clone()), plain(&scenario, &flow), "{flow:?}");
    }
}

/// The packet of a flow at one of its ends; `None` if that end is no interface. A receiver is asked
/// at the address that it was sent to.
fn at(flow: &Flow, direction: Direction) -> Option<InterfacePacket> {
    let (own, other) = match direction {
        Direction::Egress => (&flow.source, &flow.destination),
        Direction::Ingress => (&flow.destination, &flow.source),
    };
    Some(InterfacePacket {
        interface: own.interface()?.clone(),
        direction,
        local: own.address(),
        remote: other.address(),
        packet: flow.packet,
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_check_at_an_interface_is_the_plain_one_and_that_of_the_whole_path(
        scenario in mixed(),
        questions in prop::collection::vec((any::<Index>(), any::<Index>(), packet()), 40),
        far in prop::collection::vec(any::<u32>(), 40),
    ) {
        let reach = Reach::new(&scenario);
        for ((from, to, packet), far) in questions.into_iter().zip(far) {
            let source = endpoint(&scenario, &from);
            let flow = Flow { source, destination: endpoint(&scenario, &to), packet };
            let whole = evaluate(&scenario, &flow);
            for direction in [Direction::Egress, Direction::Ingress] {
                let Some(asked) = at(&flow, direction) else { continue };
                let plain = decide_at(&scenario, &asked);
                prop_assert_eq!(&reach.decide_at(&asked), &plain, "{:?}", asked);
                let elsewhere = InterfacePacket { remote: IpAddr::from(far.to_be_bytes()), ..asked };
                prop_assert_eq!(reach.decide_at(&elsewhere), decide_at(&scenario, &elsewhere));
                let side = match direction {
                    Direction::Egress => &whole.egress,
                    Direction::Ingress => &whole.ingress,
                };
                // Over the Internet, a receiver sees another address than the sender's.
                let internal = matches!(whole.path, Path::Internal | Path::Outside);
                let Side::Checked(side) = side else { continue };
                let told = flow.destination.interface().and_then(|id| scenario.interface(id));
                let private = told.is_none_or(|to| to.holds(flow.destination.address()));
                if internal && private && !matches!(plain.decider, Decider::Unknown(_)) {
                    prop_assert_eq!(plain.verdict, side.verdict, "{:?}", flow);
                }
            }
        }
    }
}

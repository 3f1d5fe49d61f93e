//! Scenarios of which not everything is known: no verdict is wrong for what was left out, and none is
//! unknown without need.

use proptest::prelude::*;
use proptest::sample::Index;

use sg_core::connectivity::*;
use sg_core::explain::explain;
use sg_core::language::Language;
use sg_testing::gaps::{Fill, completion, extreme, gappy};
use sg_testing::naive;
use sg_testing::random_scenario::{config, endpoint, packet};

/// The longer of the two properties needs many scenarios; each asks several flows.
const FLOWS: usize = 6;

fn flows() -> impl Strategy<Value = Vec<(Index, Index, Packet)>> {
    prop::collection::vec((any::<Index>(), any::<Index>(), packet()), FLOWS)
}

proptest! {
    #![proptest_config(config())]

    /// The law: what passes or is blocked does so however the gaps are filled.
    #[test]
    fn what_is_said_holds_for_every_completion(
        scenario in gappy(),
        flows in flows(),
        seeds in prop::array::uniform4(any::<u64>()),
    ) {
        for (from, to, packet) in flows {
            let source = endpoint(&scenario, &from);
            let destination = endpoint(&scenario, &to);
            let flow = Flow { source, destination, packet };
            let said = evaluate(&scenario, &flow).verdict;
            for bits in seeds {
                let world = completion(&scenario, &flow, bits);
                let truth = naive::verdict(&world, &flow);
                if said != Verdict::Unknown {
                    prop_assert_eq!(said, truth, "{:?}", flow);
                }
            }
        }
    }

    /// Where the best and the worst case differ, the verdict is unknown, and only there.
    #[test]
    fn unknown_is_said_exactly_where_it_makes_a_difference(
        scenario in gappy(),
        flows in flows(),
    ) {
        for (from, to, packet) in flows {
            let source = endpoint(&scenario, &from);
            let destination = endpoint(&scenario, &to);
            let flow = Flow { source, destination, packet };
            let said = evaluate(&scenario, &flow);
            // Whether there is a path comes before all groups.
            if matches!(said.decider, Decider::Unknown(UnknownReason::UnreadRoutes { .. })) {
                continue;
            }
            // What the receiver of a packet over the Internet sees is not known, so its rules are
            // not asked.
            let meets = flow.source.interface().is_some() && flow.destination.interface().is_some();
            let reason = |decider: &Decider| {
                let Decider::Unknown(reason) = decider else { return false };
                matches!(
                    reason,
                    UnknownReason::UnreadPublicAddress { .. }
                        | UnknownReason::UnreadSnat { .. }
                        | UnknownReason::SnatAddress { .. }
                )
            };
            // A completion publishes listed addresses only, not those of prefixes.
            let in_prefix = [&flow.source, &flow.destination].into_iter().any(|end| {
                let own = end.interface().and_then(|id| scenario.interface(id));
                own.is_some_and(|own| own.has_in_prefix(end.address()))
            });
            if (meets || in_prefix) && reason(&said.decider) {
                continue;
            }
            let best = naive::verdict(&extreme(&scenario, Fill::Best, &flow), &flow);
            let worst = naive::verdict(&extreme(&scenario, Fill::Worst, &flow), &flow);
            let right = if best == worst { best } else { Verdict::Unknown };
            prop_assert_eq!(said.verdict, right, "{:?} {:?}", flow, said.decider);
        }
    }

    /// The compiled engine, the spaces and the checker agree with the decision procedure.
    #[test]
    fn all_engines_agree(scenario in gappy(), flows in flows()) {
        let reach = Reach::new(&scenario);
        for (from, to, packet) in flows {
            let source = endpoint(&scenario, &from);
            let destination = endpoint(&scenario, &to);
            let flow = Flow { source: source.clone(), destination: destination.clone(), packet };
            let said = evaluate(&scenario, &flow);
            let decision = reach.decide(&flow);
            prop_assert_eq!(decision.verdict, said.verdict, "{:?}", flow);
            prop_assert_eq!(&decision.decider, &said.decider, "{:?}", flow);
            prop_assert_eq!(decision.clause, said.clause(), "{:?}", flow);
            let contested = said.contested.as_ref().map(|other| other.verdict);
            prop_assert_eq!(decision.contested, contested, "{:?}", flow);
            let space = packet_space(&scenario, &source, &destination);
            prop_assert_eq!(&reach.space(&source, &destination), &space);
            let checked = check(&scenario, &source, &destination, &space.regions);
            prop_assert!(checked.is_ok(), "{:?} {:?}", checked, flow);
            if let Some(region) = space.region_of(packet) {
                prop_assert_eq!(region.verdict, said.verdict);
            }
        }
    }

    /// The sentence says what the verdict says.
    #[test]
    fn the_sentence_says_what_the_verdict_says(scenario in gappy(), flows in flows()) {
        for (from, to, packet) in flows {
            let source = endpoint(&scenario, &from);
            let destination = endpoint(&scenario, &to);
            let evaluation = evaluate(&scenario, &Flow { source, destination, packet });
            let said = explain(&scenario, &evaluation, Language::En).sentence();
            let [allowed, blocked] = ["is allowed", "is blocked"].map(|word| said.contains(word));
            let wanted = match evaluation.verdict {
                Verdict::Pass => allowed && !blocked,
                Verdict::Blocked => blocked && !allowed,
                Verdict::Unknown => !blocked && (!allowed || said.contains("unknown whether")),
            };
            prop_assert!(wanted, "{:?}: {}", evaluation.verdict, said);
        }
    }

    /// A document, a link and an anonymised copy keep what is not known.
    #[test]
    fn what_is_not_known_survives_documents(scenario in gappy(), from: Index, to: Index, packet in packet()) {
        use sg_core::share::{Limits, read, write};
        let back = read(&write(&scenario), &Limits::FILE).unwrap();
        prop_assert_eq!(&back, &scenario);
        let flow = Flow {
            source: endpoint(&scenario, &from),
            destination: endpoint(&scenario, &to),
            packet,
        };
        prop_assert_eq!(evaluate(&back, &flow), evaluate(&scenario, &flow));
    }
}

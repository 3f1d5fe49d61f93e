//! Claims of findings about packets, tested on random scenarios.

#![expect(clippy::unwrap_used, reason = "a test panics on the first error")]

use super::lint::published;
use sg_testing::naive;

use std::net::IpAddr;

use proptest::prelude::*;

use sg_core::connectivity::*;
use sg_core::model::*;
use sg_testing::scenario_text::scenario_of;
use sg_testing::worlds::worlds;

/// Ends and addresses on both sides of every boundary in the scenarios' rules.
fn flows(world: &Scenario) -> Vec<Flow> {
    let mut ends: Vec<Endpoint> = Vec::new();
    for interface in world.interfaces() {
        for address in interface.addresses.iter().chain(&interface.public_address) {
            ends.push(Endpoint::Interface { id: interface.id.clone(), address: *address });
        }
    }
    let outside = [
        "8.8.8.8",
        "100.64.1.1",
        "198.51.100.1",
        "198.51.100.128",
        "203.0.113.5",
        "203.0.113.200",
        "2400:3200::1",
    ];
    ends.extend(outside.map(|host| Endpoint::Outside { address: host.parse::<IpAddr>().unwrap() }));
    let mut packets =
        vec![Packet::Icmp, Packet::Icmpv6, Packet::Gre, Packet::Other(50), Packet::Other(51)];
    for source in [999, 1000, 2000, 49_152] {
        for destination in [22, 23, 25, 53, 80, 442, 443, 444] {
            let port = |number| Port::new(number).unwrap();
            let (source_port, destination_port) = (port(source), port(destination));
            packets.push(Packet::Tcp { source_port, destination_port });
            packets.push(Packet::Udp { source_port, destination_port });
        }
    }
    let mut flows = Vec::new();
    for source in &ends {
        for destination in &ends {
            for packet in &packets {
                let (source, destination) = (source.clone(), destination.clone());
                flows.push(Flow { source, destination, packet: *packet });
            }
        }
    }
    flows
}

fn superfluous(finding: &Finding) -> bool {
    removal(finding).is_some()
        && [
            LintId::RedundantRule,
            LintId::ShadowedRule,
            LintId::UnmatchableRule,
            LintId::WrongPriority,
        ]
        .contains(&finding.id)
}

/// The fix that removes the rule.
fn removal(finding: &Finding) -> Option<&Vec<Edit>> {
    finding.fixes.iter().find(|edits| matches!(edits.as_slice(), [Edit::RemoveRule { .. }]))
}

fn without(world: &Scenario, findings: &[&Finding]) -> Scenario {
    let edits = findings.iter().flat_map(|finding| removal(finding).unwrap());
    edits.fold(world.clone(), |world, edit| edit.apply(&world).unwrap())
}

/// The same scenario under the other reading of the disputed order.
fn reread(world: &Scenario) -> Scenario {
    world
        .edited(|draft| {
            let order = &mut draft.options.intra_group_precedence;
            *order = match order {
                IntraGroupPrecedence::PolicyWins => IntraGroupPrecedence::CustomEgressFirst,
                IntraGroupPrecedence::CustomEgressFirst => IntraGroupPrecedence::PolicyWins,
            };
        })
        .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn without_a_superfluous_rule_no_packet_of_any_member_changes(text in worlds(16)) {
        let world = scenario_of(&text);
        let findings = lint(&world);
        let rules: Vec<&Finding> = findings.iter().filter(|f| superfluous(f)).collect();
        let mut scenarios: Vec<Scenario> = rules.iter().map(|rule| without(&world, &[*rule])).collect();
        // Also without all of them at once.
        scenarios.push(without(&world, &rules));
        for (before, scenarios) in
            [(world.clone(), scenarios.clone()), (reread(&world), scenarios.iter().map(reread).collect())]
        {
            for after in scenarios {
                let all = |world: &Scenario| matrix(world, PacketChoice::All, CheckedDirections::Both);
                let changes = diff(&all(&before), &all(&after));
                prop_assert!(changes.is_empty(), "{text}\n{rules:?}\n{changes:?}");
            }
        }
        let after = without(&world, &rules);
        for flow in flows(&world) {
            let (a, b) = (naive::verdict(&world, &flow), naive::verdict(&after, &flow));
            prop_assert_eq!(a, b, "{}\n{:?}\n{:?}", text, rules, flow);
        }
    }

    #[test]
    fn a_rule_called_shadowed_or_unmatchable_never_decides_and_the_others_do(text in worlds(16)) {
        let world = scenario_of(&text);
        let findings = lint(&world);
        let of = |id: LintId, rule: &RuleId| {
            findings.iter().any(|finding| {
                finding.id == id
                    && matches!(&finding.place, Place::Rule { rule: other, .. } if other == rule)
            })
        };
        for flow in flows(&world) {
            let evaluation = evaluate(&world, &flow);
            for side in [&evaluation.egress, &evaluation.ingress] {
                for trial in side.trials() {
                    let matched = trial.result != TrialResult::NoMatch;
                    prop_assert!(
                        !matched || !of(LintId::UnmatchableRule, &trial.rule.id),
                        "{text}\n{}", trial.rule
                    );
                    let decides = trial.result == TrialResult::Decides;
                    for id in [LintId::ShadowedRule, LintId::WrongPriority, LintId::PriorityTie] {
                        prop_assert!(
                            !decides || !of(id, &trial.rule.id),
                            "{text}\n{}", trial.rule
                        );
                    }
                }
            }
        }
        for finding in &findings {
            match &finding.evidence {
                Evidence::Open { flow, .. } => {
                    prop_assert_eq!(naive::verdict(&world, flow), Verdict::Pass, "{}", text);
                }
                Evidence::ClosedOverIpv6 { flow } => {
                    prop_assert_eq!(naive::verdict(&world, flow), Verdict::Blocked, "{}", text);
                }
                // The other end may block the packet; at this end the rule is ignored.
                Evidence::Ignored { flow, .. } => {
                    let Place::Rule { rule, .. } = &finding.place else { unreachable!() };
                    let evaluation = evaluate(&world, flow);
                    let mut ignored = evaluation.irrelevant_rules();
                    prop_assert!(ignored.any(|trial| trial.rule.id == *rule), "{text}\n{flow:?}");
                }
                Evidence::Isolated { flow, .. } => {
                    prop_assert_eq!(naive::verdict(&world, flow), Verdict::Blocked, "{}", text);
                }
                Evidence::TiedInPart { with, flow } => {
                    let evaluation = evaluate(&world, flow);
                    let sides = [&evaluation.egress, &evaluation.ingress];
                    let mut trials = sides.into_iter().flat_map(Side::trials);
                    prop_assert!(
                        trials.any(|trial| with.contains(&trial.rule.id)
                            && trial.result == TrialResult::Decides),
                        "{text}\n{flow:?}"
                    );
                }
                Evidence::OpenWithoutPublicAddress { flow, .. } => {
                    prop_assert_ne!(naive::verdict(&world, flow), Verdict::Pass, "{}", text);
                    let world = published(&world, flow);
                    prop_assert_eq!(naive::verdict(&world, flow), Verdict::Pass, "{}", text);
                }
                Evidence::None
                | Evidence::OverruledBy(_)
                | Evidence::NamesPublicAddress { .. }
                | Evidence::UnlikeItsRole { .. }
                | Evidence::CoveredBy(_)
                | Evidence::TiedWith(_)
                | Evidence::SameWithout(_)
                | Evidence::NeverMatches
                | Evidence::EmptyList(_)
                | Evidence::EmptyPortList(_)
                | Evidence::Unroutable(_)
                | Evidence::PeerWithoutMembers(_)
                | Evidence::WouldOpen { .. }
                | Evidence::Member(_)
                | Evidence::Usage { .. } => {}
            }
        }
    }
}

//! Laws that hold for any rules: how a verdict responds to a change of the scenario.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;

use sg_core::connectivity::*;
use sg_core::model::*;
use sg_testing::random_scenario::{
    config, endpoint, group_id, loose_rule, packet, scenario, with_rule,
};

type Question = (Index, Index, Packet);

fn questions() -> impl Strategy<Value = Vec<Question>> {
    prop::collection::vec((any::<Index>(), any::<Index>(), packet()), 20)
}

fn flow(scenario: &Scenario, (from, to, packet): &Question) -> Flow {
    let (source, destination) = (endpoint(scenario, from), endpoint(scenario, to));
    Flow { source, destination, packet: *packet }
}

fn verdict(scenario: &Scenario, flow: &Flow) -> Verdict {
    evaluate(scenario, flow).verdict
}

fn each_group(scenario: &Scenario, edit: impl Fn(&mut SecurityGroup)) -> Scenario {
    let edited = scenario.edited(|draft| {
        draft.groups.values_mut().for_each(|group| edit(Arc::make_mut(group)));
    });
    edited.unwrap()
}

/// Reverses the direction of every rule, in a scenario of advanced groups, which deny both
/// directions by default.
fn advanced(scenario: &Scenario, turned: bool) -> Scenario {
    each_group(scenario, |group| {
        group.group_type = GroupType::Advanced;
        group.rules.retain(|rule| !matches!(rule.spec.peer, Peer::Group(_)));
        for rule in group.rules.iter_mut().filter(|_| turned) {
            let rule = Arc::make_mut(rule);
            rule.spec.direction = match rule.spec.direction {
                Direction::Ingress => Direction::Egress,
                Direction::Egress => Direction::Ingress,
            };
        }
    })
}

/// Renames every group.
fn renamed(scenario: &Scenario) -> Scenario {
    let new = |id: &SecurityGroupId| SecurityGroupId::parse(&format!("sg-x-{id}")).unwrap();
    let edited = scenario.edited(|draft| {
        let groups = std::mem::take(&mut draft.groups);
        for (id, mut group) in groups {
            let inner = Arc::make_mut(&mut group);
            inner.id = new(&id);
            for rule in &mut inner.rules {
                if let Peer::Group(peer) = &mut Arc::make_mut(rule).spec.peer {
                    *peer = new(peer);
                }
            }
            draft.groups.insert(new(&id), group);
        }
        for interface in draft.interfaces.values_mut() {
            let groups = &mut Arc::make_mut(interface).groups;
            *groups = groups.iter().map(new).collect();
        }
    });
    edited.unwrap()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn accept_as_policy_never_closes(
        scenario in scenario(), group in 0..3usize, questions in questions(),
    ) {
        let set = |policy| {
            let edited = scenario.edited(|draft| {
                let group = draft.groups.get_mut(&group_id(group)).unwrap();
                Arc::make_mut(group).group_type = GroupType::Basic(policy);
            });
            edited.unwrap()
        };
        let (drop, accept) = (set(InnerAccessPolicy::Drop), set(InnerAccessPolicy::Accept));
        for question in &questions {
            let flow = flow(&scenario, question);
            if verdict(&drop, &flow) == Verdict::Pass {
                prop_assert_eq!(verdict(&accept, &flow), Verdict::Pass, "{:?}", flow);
            }
        }
    }

    #[test]
    fn names_decide_nothing(scenario in scenario(), questions in questions()) {
        let renamed = renamed(&scenario);
        for question in &questions {
            let flow = flow(&scenario, question);
            let (a, b) = (evaluate(&scenario, &flow), evaluate(&renamed, &flow));
            prop_assert_eq!((a.verdict, a.clause()), (b.verdict, b.clause()), "{:?}", flow);
        }
    }

    #[test]
    fn between_advanced_groups_egress_and_ingress_are_mirror_images(
        scenario in scenario(), questions in questions(),
    ) {
        let (straight, turned) = (advanced(&scenario, false), advanced(&scenario, true));
        for question in &questions {
            let there = flow(&scenario, question);
            let private = |end: &Endpoint| {
                let interface = end.interface().and_then(|id| scenario.interface(id));
                interface.is_some_and(|interface| interface.addresses.contains(&end.address()))
            };
            if !private(&there.source) || !private(&there.destination) {
                continue;
            }
            let (source, destination) = (there.destination.clone(), there.source.clone());
            let back = Flow { source, destination, packet: there.packet };
            prop_assert_eq!(verdict(&straight, &there), verdict(&turned, &back), "{:?}", there);
        }
    }

    #[test]
    fn saying_a_rule_twice_changes_nothing(scenario in scenario(), questions in questions()) {
        let twice = each_group(&scenario, |group| {
            // Rules with group peers are not repeated, because their number is limited.
            let again = group.rules.iter().filter(|rule| !matches!(rule.spec.peer, Peer::Group(_)));
            let again = again.map(|rule| {
                let id = RuleId::parse(&format!("{}-again", rule.id)).unwrap();
                Arc::new(Rule { id, ..Rule::clone(rule) })
            });
            group.rules.extend(again.collect::<Vec<_>>());
        });
        for question in &questions {
            let flow = flow(&scenario, question);
            prop_assert_eq!(verdict(&scenario, &flow), verdict(&twice, &flow), "{:?}", flow);
        }
    }

    #[test]
    fn rules_of_groups_that_neither_end_is_in_change_nothing(
        scenario in scenario(), rule in loose_rule(), questions in questions(),
    ) {
        let edited = with_rule(&scenario, &rule);
        for question in &questions {
            let flow = flow(&scenario, question);
            let inside = |end: &Endpoint| {
                let interface = end.interface().and_then(|id| scenario.interface(id));
                interface.is_some_and(|interface| interface.groups.contains(&group_id(rule.0)))
            };
            if !inside(&flow.source) && !inside(&flow.destination) {
                prop_assert_eq!(evaluate(&scenario, &flow), evaluate(&edited, &flow));
            }
        }
    }

    #[test]
    fn where_everything_is_dropped_only_the_policy_and_the_platform_let_pass(
        scenario in scenario(), questions in questions(),
    ) {
        let shut = each_group(&scenario, |group| {
            group.rules.clear();
            for (index, block) in ["0.0.0.0/0", "::/0"].into_iter().enumerate() {
                for direction in [Direction::Ingress, Direction::Egress] {
                    let id = format!("{}-{index}-{}", group.id, direction.as_str());
                    group.rules.push(Arc::new(Rule { id: RuleId::parse(&id).unwrap(), created: Timestamp::from_unix_seconds(0), description: String::new(), spec: RuleSpec { direction, policy: RulePolicy::Drop, priority: Priority::new(100).unwrap(), protocol: ProtocolFilter::All, peer: Peer::Cidr(block.parse().unwrap()), local_cidr: None, port_list: None } }));
                }
            }
        });
        for question in &questions {
            let flow = flow(&scenario, question);
            let evaluation = evaluate(&shut, &flow);
            let excused = matches!(
                evaluation.decider,
                Decider::Policy { .. } | Decider::Platform(PlatformRule::MetadataService)
                    | Decider::Itself
            );
            prop_assert_eq!(evaluation.verdict == Verdict::Pass, excused, "{:?}", evaluation);
        }
    }
}

//! The members of groups and the instances of interfaces, compared with a plain search.

use std::sync::Arc;

use proptest::prelude::*;

use sg_core::connectivity::*;
use sg_core::model::*;
use sg_testing::gaps::gappy;
use sg_testing::random_scenario::{config, scenario};
use sg_testing::scenario_text::scenario_of;

/// Whether both are what looking at everything finds.
fn holds(scenario: &Scenario) {
    for group in scenario.groups() {
        let found: Vec<_> = scenario.members(&group.id).map(|own| &own.id).collect();
        let own = scenario.interfaces().filter(|own| own.groups.contains(&group.id));
        assert_eq!(found, own.map(|own| &own.id).collect::<Vec<_>>());
    }
    for interface in scenario.interfaces() {
        let has = |instance: &&Arc<Instance>| instance.interfaces.contains(&interface.id);
        assert_eq!(scenario.instance_of(&interface.id), scenario.instances().find(has));
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn members_and_owners_are_those_of_a_plain_search(
        first in scenario(),
        second in gappy(),
    ) {
        holds(&first);
        holds(&second);
        // After an edit as well, whatever was asked before it.
        let edited = first.edited(|draft| {
            draft.instances.reverse();
            let newest = draft.groups.keys().last().cloned();
            for interface in draft.interfaces.values_mut() {
                let own = Arc::make_mut(interface);
                if let Some(newest) = newest.as_ref().filter(|_| own.groups.len() > 1) {
                    own.groups.shift_remove(newest);
                }
            }
        });
        holds(&edited.unwrap());
    }
}

#[test]
fn what_a_scenario_does_not_have_has_no_members_and_no_owner() {
    let scenario =
        scenario_of("group G1 basic drop\ngroup G2 basic drop\ninstance a 10.0.0.1 in G1\n");
    let members = |id: &str| scenario.members(&SecurityGroupId::parse(id).unwrap()).count();
    assert_eq!([members("G1"), members("G2"), members("G3")], [1, 0, 0]);
    assert_eq!(scenario.instance_of(&NetworkInterfaceId::parse("eni-none").unwrap()), None);
}

#[test]
fn the_rules_of_a_group_count_from_its_first_member_on() {
    let text = |groups: &str| {
        format!(
            "group G1 basic drop\ngroup G2 basic drop\n\
             instance a 10.0.0.1 in G1\ninstance b 10.0.0.2 in {groups}\n\
             rule G2 in accept tcp 22/22 from 10.0.0.1/32 prio 1\n"
        )
    };
    let (before, after) = (scenario_of(&text("G1")), scenario_of(&text("G1 G2")));
    let (old, new) = (Reach::new(&before), Reach::new(&before).updated(&after));
    let packet = Packet::tcp(Port::new(22).unwrap());
    let ends = ends(&after);
    let verdict = |reach: &Reach| {
        let flow = flow_between(reach.scenario(), &ends[0], &ends[1], packet).unwrap();
        reach.decide(&flow).verdict
    };
    assert_eq!((verdict(&old), verdict(&new)), (Verdict::Blocked, Verdict::Pass));
    // And no longer once it has left; joining again is a change of rules too.
    let left = new.updated(&before);
    assert_eq!((verdict(&left), verdict(&left.updated(&after))), (Verdict::Blocked, Verdict::Pass));
}

//! Updating from any scenario to any other equals preparing from scratch, and shares as much as
//! possible.

#![expect(clippy::unwrap_used, reason = "a test panics on the first error")]

use sg_testing::scenario_text;

use std::ptr;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use sg_core::connectivity::*;
use sg_core::model::*;
use sg_testing::random_scenario::{config, scenario};
use sg_testing::scenario_text::scenario_of;
use sg_testing::workload::{Edit, Random, Workload, questions};

const VIEWS: [CheckedDirections; 3] =
    [CheckedDirections::Egress, CheckedDirections::Ingress, CheckedDirections::Both];

fn drawn(scenario: &Scenario, view: CheckedDirections) -> Matrix {
    matrix(scenario, PacketChoice::All, view)
}

/// Checks the update of a matrix, of its prepared answers, and of single changes.
fn holds(before: &Scenario, after: &Scenario, view: CheckedDirections) {
    let (old, new) = (drawn(before, view), drawn(after, view));
    let updated = old.updated(after);
    assert_eq!(updated, new);
    let reach = Reach::new(before).updated(after);
    for from in &new.ends {
        for to in &new.ends {
            let cell = reach.cell(from, to, PacketChoice::All, view);
            assert_eq!(cell.as_ref(), new.between(from, to), "{from:?} {to:?}");
        }
    }
    let changes = old.reach().changes(updated.reach(), PacketChoice::All, view, usize::MAX);
    assert_eq!(changes.found, diff(&old, &new));
}

/// Edits that no security group call can make.
fn topology_edit(scenario: &Scenario, kind: u8, at: &Index) -> Scenario {
    let edited = scenario.edited(|draft| {
        let last = draft.interfaces.len() - 1;
        let place = at.index(draft.interfaces.len());
        match kind {
            // Removes the last group, or the first one, with all references to it.
            0 | 1 => {
                let count = draft.groups.len();
                let gone = draft.groups.get_index(if kind == 0 { count - 1 } else { 0 });
                let gone = gone.unwrap().0.clone();
                draft.groups.shift_remove(&gone);
                for group in draft.groups.values_mut() {
                    let names = |rule: &Arc<Rule>| rule.spec.peer == Peer::Group(gone.clone());
                    Arc::make_mut(group).rules.retain(|rule| !names(rule));
                }
                for interface in draft.interfaces.values_mut() {
                    Arc::make_mut(interface).groups.shift_remove(&gone);
                }
            }
            // Removes an interface: the last one or any.
            2 | 3 => {
                let place = if kind == 2 { last } else { place };
                let (gone, _) = draft.interfaces.shift_remove_index(place).unwrap();
                for instance in draft.instances.values_mut() {
                    Arc::make_mut(instance).interfaces.retain(|id| *id != gone);
                }
                draft.instances.retain(|_, instance| !instance.interfaces.is_empty());
            }
            // Removes or moves a public address, or swaps private addresses.
            4 => {
                let interface = Arc::make_mut(draft.interfaces.get_index_mut(place).unwrap().1);
                interface.public_address = match interface.public_address {
                    Some(_) => None,
                    None => Some("203.0.113.99".parse().unwrap()),
                };
            }
            5 => {
                let interface = Arc::make_mut(draft.interfaces.get_index_mut(place).unwrap().1);
                interface.addresses.reverse();
            }
            6 => {
                // Reorders the interfaces.
                let place = at.index(last.max(1));
                draft.interfaces.swap_indices(place, last);
            }
            _ => {
                let reading = &mut draft.options.intra_group_precedence;
                *reading = match *reading {
                    IntraGroupPrecedence::PolicyWins => IntraGroupPrecedence::CustomEgressFirst,
                    IntraGroupPrecedence::CustomEgressFirst => IntraGroupPrecedence::PolicyWins,
                };
            }
        }
    });
    edited.unwrap_or_else(|_| scenario.clone())
}

/// The same configuration for a property whose cases are more expensive by a factor.
fn share_of_config(dearer: u32) -> ProptestConfig {
    let usual = config();
    ProptestConfig { cases: usual.cases.div_ceil(dearer), ..usual }
}

proptest! {
    #![proptest_config(share_of_config(4))]

    #[test]
    fn any_scenario_may_follow_any_other(
        before in scenario(), after in scenario(), view in select(&VIEWS[..]),
    ) {
        holds(&before, &after, view);
    }

    #[test]
    fn what_no_call_can_do_is_noticed(
        scenario in scenario(), kind in 0..8u8, at in any::<Index>(), view in select(&VIEWS[..]),
    ) {
        let edited = topology_edit(&scenario, kind, &at);
        holds(&scenario, &edited, view);
        holds(&edited, &scenario, view);
    }
}

#[test]
fn the_last_group_of_a_scenario_may_go_and_come() {
    let text = "group G1 basic drop
        group G2 basic drop
        instance a 10.0.0.1 in G1
        instance b 10.0.0.2 in G1
        rule G1 in accept tcp 80/80 from 10.0.0.1/32 prio 1";
    let without = scenario_of(text);
    let with = scenario_of(&format!(
        "{text}\ngroup G3 basic accept\nrule G3 in accept all from G1 prio 1"
    ));
    let joined = with.edited(|draft| {
        for interface in draft.interfaces.values_mut() {
            Arc::make_mut(interface).groups.insert(SecurityGroupId::parse("G3").unwrap());
        }
    });
    let joined = joined.unwrap();
    for view in VIEWS {
        holds(&without, &with, view);
        holds(&with, &joined, view);
        holds(&joined, &without, view);
    }
}

/// The pairs of a matrix whose cells are shared with the previous one.
fn shared(before: &Matrix, after: &Matrix) -> Vec<(usize, usize)> {
    let count = after.ends.len();
    let all = (0..count).flat_map(|row| (0..count).map(move |column| (row, column)));
    let same = |(row, column): &(usize, usize)| {
        ptr::eq(before.cell(*row, *column).unwrap(), after.cell(*row, *column).unwrap())
    };
    all.filter(same).collect()
}

#[test]
fn an_update_shares_every_pair_that_the_edit_cannot_touch() {
    let before = scenario_of(
        "outside internet 0.0.0.0/0
         group G1 basic drop
         group G2 basic drop
         instance a 10.0.0.1 in G1
         instance b 10.0.0.2 in G1 G2
         instance c 10.0.0.3 in G2
         rule G1 in accept tcp 80/80 from 10.0.0.0/8 prio 1",
    );
    let old = drawn(&before, CheckedDirections::Both);
    let everything: Vec<_> =
        (0..4).flat_map(|row| (0..4).map(move |column| (row, column))).collect();
    let except = |touched: &[(usize, usize)]| {
        everything.iter().copied().filter(|pair| !touched.contains(pair)).collect::<Vec<_>>()
    };
    // No change: every cell is shared.
    assert_eq!(shared(&old, &old.updated(&before)), everything);
    // The policy of G2 affects the pairs that share it.
    let toggled = before.edited(|draft| {
        let group = draft.groups.get_index_mut(1).unwrap().1;
        Arc::make_mut(group).group_type = GroupType::Basic(InnerAccessPolicy::Accept);
    });
    let toggled = old.updated(&toggled.unwrap());
    assert_eq!(shared(&old, &toggled), except(&[(1, 1), (1, 2), (2, 1), (2, 2)]));
    // An inbound rule of G2 affects what b and c receive.
    let rule = scenario_text::rule(
        "sgr-9",
        &"in accept udp 53/53 from 10.0.0.0/8 prio 1".split(' ').collect::<Vec<_>>(),
    );
    let ruled = before.edited(|draft| {
        let group = draft.groups.get_index_mut(1).unwrap().1;
        Arc::make_mut(group).rules.push(Arc::new(rule.clone().unwrap()));
    });
    let ruled = old.updated(&ruled.unwrap());
    let received: Vec<_> = (0..4).flat_map(|row| [(row, 1), (row, 2)]).collect();
    assert_eq!(shared(&old, &ruled), except(&received));
    // An outbound rule of G1 affects what a and b send.
    let rule = scenario_text::rule(
        "sgr-9",
        &"out drop udp 53/53 to 10.0.0.0/8 prio 1".split(' ').collect::<Vec<_>>(),
    );
    let ruled = before.edited(|draft| {
        let group = draft.groups.get_index_mut(0).unwrap().1;
        Arc::make_mut(group).rules.push(Arc::new(rule.clone().unwrap()));
    });
    let ruled = old.updated(&ruled.unwrap());
    let sent: Vec<_> = (0..4).flat_map(|column| [(0, column), (1, column)]).collect();
    assert_eq!(shared(&old, &ruled), except(&sent));
    // c joins G1: everything it sends or receives is affected.
    let joined = before.edited(|draft| {
        let interface = draft.interfaces.get_index_mut(2).unwrap().1;
        Arc::make_mut(interface).groups.insert(SecurityGroupId::parse("G1").unwrap());
    });
    let joined = old.updated(&joined.unwrap());
    let around: Vec<_> = (0..4).flat_map(|other| [(2, other), (other, 2)]).collect();
    assert_eq!(shared(&old, &joined), except(&around));
}

#[test]
fn joining_a_group_that_rules_name_reaches_everybody_they_guard() {
    let before = scenario_of(
        "group G1 basic drop
         group G2 basic drop
         group G3 basic drop
         instance a 10.0.0.1 in G1
         instance b 10.0.0.2 in G2
         rule G2 in accept tcp 80/80 from G3 prio 1
         rule G2 in accept tcp 81/81 from 10.0.0.1/32 prio 1",
    );
    let after = before.edited(|draft| {
        let interface = draft.interfaces.get_index_mut(0).unwrap().1;
        Arc::make_mut(interface).groups.insert(SecurityGroupId::parse("G3").unwrap());
    });
    let after = after.unwrap();
    for view in VIEWS {
        holds(&before, &after, view);
        holds(&after, &before, view);
    }
}

/// A group with more rules than a mask word has bits: at least 64 rules per direction.
#[test]
fn groups_of_many_rules_are_answered_as_by_evaluate() {
    for rules_per_group in [130, 150, 180] {
        let workload = Workload { instances: 6, groups: 3, rules_per_group, ..Workload::S };
        let scenario = workload.scenario(u64::try_from(rules_per_group).unwrap());
        let mut reach = Reach::new(&scenario);
        let mut random = Random::new(7);
        let mut now = scenario.clone();
        for round in 0..4 {
            for flow in questions(&now, &mut random, 60) {
                let (plain, fast) = (evaluate(&now, &flow), reach.decide(&flow));
                assert_eq!((fast.verdict, &fast.decider), (plain.verdict, &plain.decider));
                assert_eq!(fast.clause, plain.clause());
            }
            for flow in questions(&now, &mut random, 6) {
                let space = packet_space(&now, &flow.source, &flow.destination);
                assert_eq!(reach.space(&flow.source, &flow.destination), space);
            }
            let edit =
                [Edit::RemoveRule, Edit::Join, Edit::Toggle, Edit::Leave].get(round).unwrap();
            now = edit.apply(&now, &mut random).unwrap_or(now);
            reach = reach.updated(&now);
        }
    }
}

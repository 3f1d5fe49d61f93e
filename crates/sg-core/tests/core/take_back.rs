//! The calls that take a log back: a case for each kind of edit, and a property.

use std::sync::Arc;

use proptest::prelude::*;

use sg_core::compare::configured;
use sg_core::emulator::{Action, Call, answer};
use sg_core::history::*;
use sg_core::model::*;
use sg_core::request::parse::parse;
use sg_testing::environment::env;
use sg_testing::random_edits::{done, edits};
use sg_testing::random_scenario::{config, scenario};
use sg_testing::scenario_text::scenario_of;

const START: &str = "outside internet 0.0.0.0/0\n\
    group sg-a basic accept\ngroup sg-b basic drop\ngroup sg-c basic drop\n\
    instance i-a 10.0.0.1 in sg-a\ninstance i-b 10.0.0.2 in sg-b\n\
    rule sg-a in accept tcp 22/22 from 10.0.0.0/8 prio 5\n\
    rule sg-a out drop udp 53/53 to 0.0.0.0/0 prio 1\n\
    rule sg-c in accept tcp 80/80 from sg-a prio 1\n";

/// The log after these calls, given as the words behind `aliyun ecs`.
fn after(calls: &[&str]) -> History {
    let mut history = History::new(Arc::new(scenario_of(START)));
    for (number, words) in (1..).zip(calls) {
        let (action, rest) = words.split_once(' ').unwrap();
        let line = format!("aliyun ecs {action} --RegionId cn-hangzhou {rest}");
        let call = parse(&line).unwrap().call;
        history = history.with(Edit::Call(call), env(number));
        let outcome = &history.last_step().unwrap().outcome;
        assert!(matches!(outcome, Outcome::Replied(_)), "{words}: {outcome:?}");
    }
    history
}

/// Whether the calls that take the log back lead to its start, and the actions they use.
fn back(calls: &[&str]) -> Vec<Action> {
    let history = after(calls);
    let back = take_back(&history, &env(100));
    assert_eq!((&back.refused, &back.remaining), (&None, &vec![]), "{calls:?}: {:#?}", back.calls);
    back.calls.iter().map(|call| call.action).collect()
}

#[test]
fn each_kind_of_call_is_taken_back() {
    let rule = "--Permissions.1.IpProtocol TCP --Permissions.1.PortRange 443/443 \
        --Permissions.1.SourceCidrIp 10.1.0.0/16";
    let egress = "--Permissions.1.IpProtocol TCP --Permissions.1.PortRange 443/443 \
        --Permissions.1.DestCidrIp 10.1.0.0/16";
    for (call, expected) in [
        (
            "ModifySecurityGroupPolicy --SecurityGroupId sg-a --InnerAccessPolicy Drop",
            vec![Action::ModifySecurityGroupPolicy],
        ),
        (
            &format!("AuthorizeSecurityGroup --SecurityGroupId sg-a {rule}"),
            vec![Action::RevokeSecurityGroup],
        ),
        (
            &format!("AuthorizeSecurityGroupEgress --SecurityGroupId sg-a {egress}"),
            vec![Action::RevokeSecurityGroupEgress],
        ),
        (
            "RevokeSecurityGroup --SecurityGroupId sg-a --SecurityGroupRuleId.1 sgr-1",
            vec![Action::AuthorizeSecurityGroup],
        ),
        (
            "RevokeSecurityGroupEgress --SecurityGroupId sg-a --SecurityGroupRuleId.1 sgr-2",
            vec![Action::AuthorizeSecurityGroupEgress],
        ),
        (
            "ModifySecurityGroupRule --SecurityGroupId sg-a --SecurityGroupRuleId sgr-1 \
             --Priority 50",
            vec![Action::ModifySecurityGroupRule],
        ),
        (
            "ModifySecurityGroupAttribute --SecurityGroupId sg-a --SecurityGroupName renamed",
            vec![Action::ModifySecurityGroupAttribute],
        ),
        (
            "JoinSecurityGroup --SecurityGroupId sg-b --InstanceId i-a",
            vec![Action::LeaveSecurityGroup],
        ),
        ("DescribeSecurityGroups --PageSize 10", vec![]),
        ("CreateSecurityGroup --VpcId vpc-1", vec![Action::DeleteSecurityGroup]),
    ] {
        assert_eq!(back(&[call]), expected, "{call}");
    }
}

/// A group that is deleted comes back with its type, its name and its rules, under another ID.
#[test]
fn a_deleted_group_is_created_again() {
    let actions = back(&["DeleteSecurityGroup --SecurityGroupId sg-c"]);
    assert_eq!(actions[0], Action::CreateSecurityGroup);
    assert!(actions.contains(&Action::AuthorizeSecurityGroup), "{actions:?}");
    assert!(actions.contains(&Action::ModifySecurityGroupPolicy), "{actions:?}");
}

/// Steps are taken back in the opposite order, with the IDs that the way back makes.
#[test]
fn several_calls_are_taken_back_together() {
    back(&[
        "JoinSecurityGroup --SecurityGroupId sg-b --InstanceId i-a",
        "LeaveSecurityGroup --SecurityGroupId sg-a --InstanceId i-a",
        "RevokeSecurityGroup --SecurityGroupId sg-a --SecurityGroupRuleId.1 sgr-1",
        "ModifySecurityGroupPolicy --SecurityGroupId sg-a --InnerAccessPolicy Drop",
        "DeleteSecurityGroup --SecurityGroupId sg-c",
    ]);
}

/// No call takes a topology edit back, so what it did is named.
#[test]
fn what_no_call_takes_back_remains() {
    let edit = TopologyEdit::Outside(OutsideEdit::Add {
        name: "office".to_owned(),
        block: "203.0.113.0/24".parse().unwrap(),
    });
    let history =
        after(&["ModifySecurityGroupPolicy --SecurityGroupId sg-a --InnerAccessPolicy Drop"]);
    let history = history.with(Edit::Topology(edit), env(9));
    let back = take_back(&history, &env(100));
    assert_eq!(back.calls.len(), 1);
    assert_eq!(back.remaining.len(), 1, "{:?}", back.remaining);
}

/// Makes calls one after the other.
fn made(start: &Scenario, calls: &[Call]) -> Scenario {
    let mut scenario = start.clone();
    for (number, call) in (0_u64..).zip(calls) {
        let own =
            sg_core::emulator::Env { entropy: env(100).entropy.wrapping_add(number), ..env(100) };
        scenario = answer(&scenario, call, &own).unwrap().scenario;
    }
    scenario
}

proptest! {
    #![proptest_config(config())]

    /// Whatever the log is, the calls are answered without an error when they are made again, and
    /// a way back that names nothing as left leaves nothing.
    #[test]
    fn the_way_back_is_answered_and_leaves_only_what_it_names(
        start in scenario(),
        log in edits(6),
    ) {
        let history = done(start, log, 0);
        let back = take_back(&history, &env(100));
        let end = made(history.scenario(), &back.calls);
        if back.refused.is_none() && back.remaining.is_empty() && !makes_groups(&back.calls) {
            prop_assert_eq!(configured(history.scenario_at(0), &end), vec![]);
        }
    }
}

/// Whether groups come back under other IDs.
fn makes_groups(calls: &[Call]) -> bool {
    calls.iter().any(|call| call.action == Action::CreateSecurityGroup)
}

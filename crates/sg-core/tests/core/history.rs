//! The edit log: how it handles client tokens, and what undo discards.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test panics on the first error")]

use std::sync::Arc;

use sg_core::emulator::{self, Action, Call};
use sg_core::history::{Edit, History, Outcome, script};
use sg_core::language::Language;
use sg_core::model::*;
use sg_testing::environment::env;

fn start() -> History {
    let mut draft = ScenarioDraft::empty(RegionId::parse("cn-hangzhou").unwrap());
    let id = VpcId::parse("vpc-1").unwrap();
    let blocks = vec!["10.0.0.0/8".parse().unwrap()];
    draft.vpcs.insert(id.clone(), Arc::new(Vpc { id, name: String::new(), blocks, snat: None }));
    History::new(Arc::new(Scenario::new(draft).unwrap()))
}

fn create(name: &str, token: &str) -> Call {
    let params = [
        ("RegionId", "cn-hangzhou"),
        ("VpcId", "vpc-1"),
        ("SecurityGroupName", name),
        ("ClientToken", token),
    ];
    Call::new(Action::CreateSecurityGroup, params)
}

fn with(history: &History, call: Call, entropy: u64) -> History {
    history.with(Edit::Call(call), env(entropy))
}

fn code(history: &History) -> &'static str {
    match &history.last_step().unwrap().outcome {
        Outcome::Replied(_) => "ok",
        Outcome::Refused(error) => error.code(),
        other @ (Outcome::Done | Outcome::Impossible(_)) => panic!("{other:?}"),
    }
}

#[test]
fn the_same_call_again_with_its_token_changes_nothing_and_says_the_same() {
    let once = with(&start(), create("web", "token-1"), 1);
    let twice = with(&once, create("web", "token-1"), 2);
    assert_eq!(twice.last_step().unwrap().outcome, once.last_step().unwrap().outcome);
    assert!(Arc::ptr_eq(once.scenario(), twice.scenario()));
    let other = with(&twice, create("web", "token-2"), 3);
    assert_eq!((code(&other), other.scenario().groups().len()), ("ok", 2));
}

#[test]
fn another_call_with_the_token_is_refused_until_the_first_is_undone() {
    let once = with(&start(), create("web", "token-1"), 1);
    let reused = with(&once, create("db", "token-1"), 2);
    assert_eq!(code(&reused), "IdempotentParameterMismatch");
    assert!(Arc::ptr_eq(once.scenario(), reused.scenario()));
    let undone = reused.undo().unwrap();
    let again = with(&undone, create("db", "token-1"), 3);
    assert_eq!((code(&again), again.scenario().groups().len()), ("ok", 1));
}

#[test]
fn a_prediction_knows_the_log_and_leaves_it_alone() {
    let once = with(&start(), create("web", "token-1"), 1);
    let before = once.clone();
    let error = once.answer(&create("db", "token-1"), &env(0)).unwrap_err();
    assert_eq!(error.code(), "IdempotentParameterMismatch");
    let reply = once.answer(&create("web", "token-1"), &env(0)).unwrap().reply;
    assert_eq!(Outcome::Replied(reply), once.last_step().unwrap().outcome);
    assert_eq!(once, before);
}

#[test]
fn the_log_as_a_script_takes_ids_from_the_replies() {
    let history = with(&start(), create("web:1", "token"), 1);
    let group = history.scenario().groups().next().unwrap().id.clone();
    let history = with(&history, create("db", "another"), 6);
    let other = history.scenario().groups().nth(1).unwrap().id.clone();
    let region = history.scenario().region().clone();
    let rule = |peer: &str, port: &str| {
        let form = emulator::PermissionForm {
            protocol: "TCP",
            port_range: port,
            source_port_range: "",
            peer,
            peer_owner: "",
            local_cidr: "",
            policy: "Accept",
            priority: "1",
            description: "",
        };
        Call::authorize(&region, &group, Direction::Ingress, &[form])
    };
    let history = with(&history, rule("10.0.0.0/8", "22/22"), 2);
    let history = with(&history, rule(other.as_str(), "80/80"), 3);
    let nobody = SecurityGroupId::parse("sg-nobody").unwrap();
    let history = with(&history, Call::delete_security_group(&region, &nobody), 4);
    let rules: Vec<RuleId> = history
        .scenario()
        .group(&group)
        .unwrap()
        .rules
        .iter()
        .map(|rule| rule.id.clone())
        .collect();
    let history = with(&history, Call::revoke(&region, &group, Direction::Ingress, &rules), 5);
    assert_eq!(code(&history), "ok");
    let text = script(&history, Language::En);
    assert!(!text.contains(group.as_str()), "no id of this page is in it: {text}");
    assert!(rules.iter().all(|rule| !text.contains(rule.as_str())), "{text}");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[..3], ["#!/bin/sh", lines[1], "set -eu"]);
    assert!(lines[3].starts_with("group_1=$(aliyun ecs CreateSecurityGroup --RegionId"), "{text}");
    assert!(lines[3].contains("--SecurityGroupName web:1"), "{text}");
    assert!(lines[4].starts_with("group_2=$("), "{text}");
    assert!(lines[5].contains("--SecurityGroupId \"$group_1\""), "{text}");
    assert!(lines[6].contains("SourceGroupId \"$group_2\""), "{text}");
    assert_eq!(lines[7], "# Step 5 was rejected with InvalidSecurityGroup.NotFound:");
    assert!(lines[8].starts_with("# aliyun ecs DeleteSecurityGroup"), "{text}");
    assert!(lines[9].starts_with("rule_1=$(aliyun ecs DescribeSecurityGroupAttribute"), "{text}");
    assert!(text.contains(r#"(.PortRange|tostring) == "22/22""#), "{text}");
    assert!(text.contains(r#"jq -r --arg group_2 "$group_2""#), "{text}");
    assert!(lines.last().unwrap().contains("\"$rule_1\""), "{text}");
}

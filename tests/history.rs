//! The log of edits: what it remembers of calls with a client token, and what undoing forgets.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test should stop at once and say where")]

use std::sync::Arc;

use sg_playground::emulator::{Action, Call, Env};
use sg_playground::history::{Edit, History, Outcome};
use sg_playground::model::*;

fn env(entropy: u64) -> Env {
    Env { now: Timestamp::from_unix_seconds(1_704_067_200), entropy }
}

fn start() -> History {
    let mut draft = ScenarioDraft::empty(RegionId::parse("cn-hangzhou").unwrap());
    let id = VpcId::parse("vpc-1").unwrap();
    let blocks = vec!["10.0.0.0/8".parse().unwrap()];
    draft.vpcs.insert(id.clone(), Arc::new(Vpc { id, name: String::new(), blocks }));
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

//! Error examples: in any scenario, every documented error that can be triggered is triggered by
//! its example, exactly.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test panics on the first error")]

use std::sync::Arc;

use sg_core::emulator::{Action, Call, Reach, error_rows, gateway};
use sg_core::error_example::{
    ELSEWHERE, Entry, Table, error_example, error_examples, predict, request_error_examples, text,
};
use sg_core::gateway::{Access, HttpRequest, State, respond};
use sg_core::history::{Edit, History, Outcome};
use sg_core::language::Language;
use sg_core::lesson::first_scenario;
use sg_core::model::{RegionId, Scenario, ScenarioDraft};
use sg_core::request::signature::Credentials;
use sg_testing::environment::env;
use sg_testing::workload::Workload;

fn empty(region: &str) -> Scenario {
    Scenario::new(ScenarioDraft::empty(RegionId::parse(region).unwrap())).unwrap()
}

fn history(scenario: Scenario) -> History {
    History::new(Arc::new(scenario))
}

/// Follows an example and checks the result.
fn check(place: &str, entry: &Entry, start: &History) {
    let row = entry.row;
    let error_example = match (&entry.error_example, row.reach) {
        (Err(why), Reach::Never(reason)) => {
            assert_eq!(*why, reason);
            return;
        }
        (Ok(error_example), Reach::Reached) => error_example,
        (Err(_), Reach::Reached) => panic!("{place}: nothing triggers {} {}", row.status, row.code),
        (Ok(_), Reach::Never(_)) => panic!("{place}: {} cannot be triggered", row.code),
    };
    assert_eq!(error_example.row, row);
    assert_eq!(error_example.prepare.is_empty(), error_example.preparation.is_empty());
    let mut log = start.clone();
    for (number, edit) in (1..).zip(&error_example.prepare) {
        log = log.with(edit.clone(), env(number));
        let outcome = &log.last_step().unwrap().outcome;
        let fine = matches!(outcome, Outcome::Done | Outcome::Replied(_));
        assert!(fine, "{place} {}: the preparation fails: {outcome:?}", row.code);
    }
    let before = Arc::clone(log.scenario());
    let error = log.answer(&error_example.call, &env(99)).unwrap_err();
    let met = (error.status(), error.code(), error.row().message);
    assert_eq!(met, (row.status, row.code, row.message), "{place}: {:?}", error_example.call);
    // Applying the call is refused too, and everything can be undone.
    let log = log.with(Edit::Call(error_example.call.clone()), env(100));
    assert_eq!(*log.scenario(), before);
    let mut back = log;
    while let Some(earlier) = back.undo() {
        back = earlier;
    }
    assert_eq!(back.scenario(), start.scenario());
}

fn check_all(name: &str, scenario: Scenario) {
    let start = history(scenario);
    for action in Action::ALL {
        let entries = error_examples(action, &start, &env(7));
        let own = entries.iter().filter(|entry| entry.table == Table::Own);
        assert_eq!(own.count(), error_rows(action).len(), "{name}: {action:?}");
        for entry in &entries {
            check(&format!("{name}, {}", action.as_str()), entry, &start);
        }
    }
}

#[test]
fn every_error_is_met_in_the_first_scenario() {
    check_all("first scenario", first_scenario());
}

#[test]
fn every_error_is_met_where_there_is_nothing() {
    check_all("empty", empty("cn-beijing"));
}

#[test]
fn every_error_is_met_in_a_lesson_and_in_a_team() {
    check_all("S", Workload::S.scenario(1));
    check_all("M", Workload::M.scenario(2));
}

/// A region that is already full, so a separate scenario is needed.
#[test]
fn every_error_is_met_in_a_full_region() {
    let full = Workload { instances: 20, rules_per_group: 2, ..Workload::A };
    check_all("A", full.scenario(3));
}

#[test]
fn the_six_errors_of_the_policy_need_little() {
    let start = history(first_scenario());
    let entries = error_examples(Action::ModifySecurityGroupPolicy, &start, &env(7));
    let own: Vec<&Entry> = entries.iter().filter(|entry| entry.table == Table::Own).collect();
    assert_eq!(own.len(), 6);
    let prepared: Vec<bool> =
        own.iter().map(|entry| !entry.error_example.as_ref().unwrap().prepare.is_empty()).collect();
    // The scenario has no managed or advanced group; all other errors can be triggered without
    // preparation.
    assert_eq!(prepared, [false, false, false, true, false, true]);
    for entry in &own {
        assert!(entry.row.cure.is_some());
        assert!(entry.error_example.as_ref().unwrap().preparation.len() < 2);
    }
    let common: Vec<&str> = entries
        .iter()
        .filter(|entry| entry.table == Table::Common)
        .map(|entry| entry.row.code)
        .collect();
    assert_eq!(
        common,
        [
            "InvalidRegionId.NotFound",
            "InvalidClientToken.ValueNotSupported",
            "IdempotentParameterMismatch"
        ]
    );
}

#[test]
fn a_error_example_can_be_met_again_in_a_log_that_has_met_them_all() {
    let mut log = history(first_scenario());
    for round in 0..2 {
        for entry in error_examples(Action::ModifySecurityGroupPolicy, &log, &env(round)) {
            // A single example, in the log as it is by now.
            let found =
                error_example(Action::ModifySecurityGroupPolicy, entry.row, &log, &env(round));
            let found = found.unwrap();
            for edit in found.prepare {
                log = log.with(edit, env(50 + round));
            }
            log = log.with(Edit::Call(found.call), env(60 + round));
            match &log.last_step().unwrap().outcome {
                Outcome::Refused(error) => assert_eq!(error.row().code, entry.row.code),
                other @ (Outcome::Replied(_) | Outcome::Done | Outcome::Impossible(_)) => {
                    panic!("{}: {other:?}", entry.row.code)
                }
            }
        }
    }
}

#[test]
fn a_prediction_says_what_comes_and_what_could() {
    let log = history(first_scenario());
    let call = |policy: &str| {
        Call::new(
            Action::ModifySecurityGroupPolicy,
            [
                ("RegionId", "cn-hangzhou"),
                ("SecurityGroupId", "sg-bp1g1"),
                ("InnerAccessPolicy", policy),
            ],
        )
    };
    let flip = predict(&call("Accept"), &log, &env(1));
    assert!(flip.changes && flip.outcome.is_ok());
    assert_eq!(flip.errors.len(), 6);
    assert!(flip.errors.iter().all(|possible| !possible.met));
    let same = predict(&call("Drop"), &log, &env(1));
    assert!(!same.changes && same.outcome.is_ok());
    let wrong = predict(&call("Allow"), &log, &env(1));
    let met: Vec<&str> =
        wrong.errors.iter().filter(|error| error.met).map(|error| error.row.code).collect();
    assert_eq!(met, ["InvalidPolicy.Malformed"]);
    assert!(!wrong.changes && wrong.outcome.is_err());
    let mut mars = call("Drop");
    mars.params.set("RegionId", "mars-1");
    let mars = predict(&mars, &log, &env(1));
    let last = mars.errors.last().unwrap();
    assert_eq!((last.table, last.met, mars.errors.len()), (Table::Common, true, 7));
    assert!(Language::ALL.iter().all(|language| !last.condition.get(*language).is_empty()));
    assert_eq!(**log.scenario(), first_scenario());
}

/// Gateway errors: every row is triggered by the same call with a single defect.
#[test]
fn every_error_of_the_front_is_met_by_a_damaged_request() {
    let call = Call::new(
        Action::ModifySecurityGroupPolicy,
        [
            ("RegionId", "cn-hangzhou"),
            ("SecurityGroupId", "sg-bp1g1"),
            ("InnerAccessPolicy", "Drop"),
        ],
    );
    let found = request_error_examples(&call, &first_scenario(), &env(1));
    assert_eq!(found.len(), gateway::rows().len());
    let mut faults = std::collections::BTreeSet::new();
    for (error_example, row) in found.into_iter().zip(gateway::rows()) {
        if let Reach::Never(why) = row.reach {
            assert_eq!(error_example, Err((row, why)));
            continue;
        }
        let error_example = error_example.unwrap_or_else(|_| panic!("nothing triggers {row:?}"));
        assert_eq!(error_example.row, row);
        let (keys, action) = ([Credentials::demo()], [call.action]);
        let denied: &[Action] = if error_example.denied { &action } else { &[] };
        let (per_minute, region) = (error_example.per_minute, error_example.region.as_ref());
        let access = Access { denied, per_minute, region, ..Access::unlimited(&keys) };
        let mut state = State::new(first_scenario());
        let mut send = |url: &str| {
            let query = url.split_once('?').unwrap().1;
            let (method, headers) = (error_example.method, &error_example.headers);
            let request = HttpRequest { method, query, headers, body: b"" };
            respond(&mut state, &request, &access, &env(1))
        };
        if let Some(before) = &error_example.before {
            assert_eq!(send(before).status, 200);
        }
        let response = send(&error_example.url);
        assert_eq!(response, error_example.response);
        assert_eq!((response.status, response.code), (row.status, Some(row.code)));
        for language in Language::ALL {
            assert!(!error_example.fault(language).contains(['{', '}']));
        }
        assert!(faults.insert(error_example.fault(Language::En)), "{row:?}: the same defect twice");
    }
    for row in ELSEWHERE {
        assert!(matches!(row.reach, Reach::Never(_)));
        let known = gateway::rows().iter().any(|own| own.code == row.code);
        assert!(!known, "{} is in the table of the gateway", row.code);
    }
}

#[test]
fn the_words_are_sentences() {
    for (name, words) in text::ALL {
        assert!(words.en.ends_with(['.', '}']) && words.zh.ends_with(['。', '}']), "{name}");
    }
}

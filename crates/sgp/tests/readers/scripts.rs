//! Runs whole scripts, made from a scenario or a log, in shells with a CLI that records its calls.

use std::collections::BTreeSet;

use sg_core::emulator::Call;
use sg_core::export;
use sg_core::history::{self, Edit, History, Outcome};
use sg_core::language::Language;
use sg_core::model::{Scenario, SecurityGroup};
use sg_core::quote::hidden::is_hidden;
use sg_core::request::snippet::cli::names_an_id;

use crate::shells::{in_each, parameters, shells, written_down};
use sg_testing::hostile_scenarios::{AT_ONCE, hostile, log};
use sg_testing::hostile_text::{CASE, all, few};
use sg_testing::program::{Place, has};

/// A CLI that records its calls, and a `jq` that prints an ID for any input. They are functions
/// because a shell starts those faster than programs.
const STAND_INS: &str = "aliyun() { printf '%s\\0' \"$#\" \"$@\" >>\"$SGP_LOG\"; echo reply; }
jq() { read -r reply; echo sg-made; }
";

fn with_stand_ins(script: &str) -> String {
    format!("{STAND_INS}{script}")
}

/// The number of calls in a script: each is at the start of a line or of a command substitution.
fn count(script: &str) -> usize {
    let call = |line: &&str| line.starts_with("aliyun ecs ") || line.contains("=$(aliyun ecs ");
    script.lines().filter(|line| !line.starts_with('#')).filter(call).count()
}

/// The scripts of scenarios that contain the values, each with its scenario.
fn exported(values: &[String]) -> Vec<(Scenario, String)> {
    let mut scripts = Vec::new();
    for (number, chunk) in values.chunks(AT_ONCE).enumerate() {
        let distinct: BTreeSet<&String> = chunk.iter().collect();
        let chunk: Vec<String> = distinct.into_iter().cloned().collect();
        let scenario = hostile(&chunk);
        let script = export::script(&scenario, Language::ALL[number % 2]).text;
        assert_harmless(&script);
        scripts.push((scenario, script));
    }
    scripts
}

fn assert_harmless(script: &str) {
    assert!(!script.contains(|c| is_hidden(c) && c != '\n'), "{script:?}");
    assert!(script.starts_with("#!/bin/sh\n"));
}

/// The parameters of a new group that hold user text.
const TEXTS: [&str; 4] = ["SecurityGroupName", "Description", "Tag.1.Key", "Tag.1.Value"];

/// Compares the calls a script made with its scenario; returns the number of texts.
fn assert_rebuilds(scenario: &Scenario, calls: &[Vec<String>]) -> usize {
    let own = || scenario.groups().filter(|group| !group.service_managed);
    let descriptions: BTreeSet<&str> =
        own().flat_map(|group| &group.rules).map(|rule| rule.description.as_str()).collect();
    let mut intact = 0;
    for call in calls {
        match call[1].as_str() {
            "CreateSecurityGroup" => {
                let read = parameters(call);
                let agrees = |group: &SecurityGroup| {
                    read.iter().all(|(name, value)| match name.as_str() {
                        "SecurityGroupName" => *value == group.name,
                        "Description" => *value == group.description,
                        "Tag.1.Key" => group.labels.tags.contains_key(value),
                        "Tag.1.Value" => group.labels.tags.values().any(|own| own == value),
                        _ => true,
                    })
                };
                assert!(own().any(|group| agrees(group)), "{call:?}");
                intact += read.iter().filter(|(name, _)| TEXTS.contains(&name.as_str())).count();
            }
            "AuthorizeSecurityGroup" | "AuthorizeSecurityGroupEgress" => {
                for (name, value) in parameters(call) {
                    if name.ends_with(".Description") {
                        assert!(descriptions.contains(value.as_str()), "{value}");
                        intact += 1;
                    }
                }
            }
            _ => {}
        }
    }
    intact
}

#[test]
fn the_script_of_a_scenario_gives_the_cli_its_values_in_every_shell() {
    let values: Vec<String> = all();
    let scripts = exported(&values);
    in_each(&shells(), |shell| {
        let place = Place::empty();
        let mut intact = 0;
        for (scenario, script) in &scripts {
            let printed = shell.run(&place, &with_stand_ins(script), shell.locale());
            let calls = written_down(&place);
            assert_eq!(calls.len(), count(script), "{script}");
            intact += assert_rebuilds(scenario, &calls);
            // Each call outside a substitution prints its reply, and nothing else is printed.
            assert!(printed.split_inclusive(|byte| *byte == b'\n').all(|line| line == b"reply\n"));
        }
        assert!(intact > values.len(), "{}: {intact} values", shell.name);
    });
}

/// The calls of a log that were answered.
fn answered(history: &History) -> Vec<&Call> {
    let done = |step: &&std::sync::Arc<history::Step>| matches!(step.outcome, Outcome::Replied(_));
    history
        .steps()
        .iter()
        .filter(done)
        .filter_map(|step| match &step.edit {
            Edit::Call(call) => Some(call),
            Edit::Topology(_) => None,
        })
        .collect()
}

#[test]
fn the_script_of_a_log_makes_its_calls_in_every_shell() {
    let values = all();
    let logs: Vec<(History, String)> = values
        .chunks(20)
        .enumerate()
        .map(|(number, chunk)| {
            let history = log(chunk);
            let script = history::script(&history, Language::ALL[number % 2]);
            assert_harmless(&script);
            (history, script)
        })
        .collect();
    in_each(&shells(), |shell| {
        let place = Place::empty();
        let mut made = 0;
        for (history, script) in &logs {
            shell.run(&place, &with_stand_ins(script), shell.locale());
            let calls = written_down(&place);
            assert_eq!(calls.len(), count(script), "{script}");
            // The script of a log may also look up the ID of a rule.
            let written: Vec<_> =
                calls.iter().filter(|call| call[1] != "DescribeSecurityGroupAttribute").collect();
            let answered = answered(history);
            assert_eq!(written.len(), answered.len(), "{script}");
            for (written, call) in written.iter().zip(answered) {
                assert_eq!(written[1], call.action.as_str());
                let read = parameters(written);
                assert_eq!(read.len(), call.params.len());
                for ((name, value), (own, expected)) in read.iter().zip(call.params.iter()) {
                    assert_eq!(name, own);
                    let made = names_an_id(name) && value == "sg-made";
                    assert!(made || value == expected, "{name}: {value} is not {expected}");
                }
                made += 1;
            }
        }
        assert!(made > values.len(), "{}: {made} calls", shell.name);
    });
}

/// An interactive zsh treats `#` like any other word unless comments are enabled, so no user text
/// may be unquoted in a comment.
#[test]
fn a_pasted_script_runs_nothing_besides_its_calls() {
    let values = few();
    for (program, args) in [("bash", &["--norc", "-i"][..]), ("zsh", &["-f", "-i"])] {
        if !has(program, &["-c", "true"], program == "bash") {
            continue;
        }
        let place = Place::empty();
        let scripts = exported(&values).into_iter().map(|(_, script)| script);
        let logs = values.chunks(20).map(|chunk| history::script(&log(chunk), Language::En));
        for script in scripts.chain(logs) {
            // Without `-e`, so that the first comment does not end the shell.
            let pasted = script.replacen("set -eu\n", "unset HISTFILE\n", 1);
            place.run(program, args, with_stand_ins(&pasted).as_bytes(), "C.UTF-8");
            // Even if comments are not recognised, they are not calls.
            assert_eq!(written_down(&place).len(), count(&script), "{program}: {script}");
        }
    }
}

#[test]
fn the_case_that_began_it_stays_a_value_in_both_scripts() {
    let values = [CASE.to_owned()];
    let (scenario, history) = (hostile(&values), log(&values));
    for language in Language::ALL {
        let exported = export::script(&scenario, language).text;
        let copied = history::script(&history, language);
        in_each(&shells(), |shell| {
            let place = Place::empty();
            for script in [&exported, &copied] {
                for locale in shell.locales() {
                    shell.run(&place, &with_stand_ins(script), locale);
                    let calls = written_down(&place);
                    assert_eq!(calls.len(), count(script), "{script}");
                    let created = calls.iter().find(|call| call[1] == "CreateSecurityGroup");
                    let read = parameters(created.unwrap());
                    let description = read.iter().find(|(name, _)| name == "Description");
                    assert_eq!(description.unwrap().1, CASE);
                }
            }
        });
    }
}

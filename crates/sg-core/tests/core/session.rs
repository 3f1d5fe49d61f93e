//! Runs every case under `tests/cases/session`: a scenario, an open session, an edit, and what
//! happens to the session.
//!
//! ```text
//! session ecs1 -> ecs2 tcp 443
//! remove sgr-1          # edits, all made before the answer: remove, add GROUP RULE,
//! flip G1               # set RULE PRIORITY, flip GROUP, join/leave INSTANCE GROUP
//! answer unaffected S-31 documented
//! ```

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use std::collections::BTreeSet;
use std::fs;

use sg_core::connectivity::*;
use sg_core::model::*;
use sg_testing::scenario_text::{rule, scenario_of};

const WORDS: [&str; 8] =
    ["session ", "answer ", "remove ", "add ", "set ", "flip ", "join ", "leave "];

#[test]
fn every_case_says_what_becomes_of_the_session() {
    let folder = sg_testing::root().join("tests/cases/session");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let mut failures = Vec::new();
    let mut survivals: BTreeSet<Survival> = BTreeSet::new();
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let told = |line: &&str| WORDS.iter().any(|word| line.starts_with(*word));
        let world: Vec<&str> = text.lines().filter(|line| !told(line)).collect();
        let before = scenario_of(&world.join("\n"));
        let mut after = before.clone();
        let mut open: Option<Flow> = None;
        let mut asked = 0;
        for line in text.lines().filter(told) {
            match line.split_whitespace().collect::<Vec<_>>().as_slice() {
                ["session", rest @ ..] => open = Some(flow(&before, rest)),
                ["answer", expected @ ..] => {
                    let answer = session(&before, &after, open.as_ref().unwrap());
                    survivals.insert(answer.survival);
                    asked += 1;
                    let actual = describe(&answer);
                    if actual != expected.join(" ") {
                        failures.push(format!("{name}: {line}\n    {actual}"));
                    }
                }
                words => after = edit(&after, words).apply(&after).unwrap(),
            }
        }
        assert!(asked > 0, "{name} expects nothing");
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert_eq!(survivals.len(), 4, "only {survivals:?} occur");
}

fn describe(answer: &SessionAnswer) -> String {
    let survival = match answer.survival {
        Survival::Unaffected => "unaffected",
        Survival::MayEnd => "may-end",
        Survival::NeverOpen => "never-open",
        Survival::Unknown => "unknown",
    };
    let mut text = format!("{survival} {} {}", answer.clause, answer.certainty().as_str());
    text += &answer.advice.map_or(String::new(), |clause| format!(", advice {clause}"));
    text += &answer.contested.map_or(String::new(), |clause| format!(", contested {clause}"));
    text
}

fn interface(world: &Scenario, instance: &str) -> NetworkInterfaceId {
    let instance = world.instance(&InstanceId::parse(instance).unwrap()).unwrap();
    instance.interfaces[0].clone()
}

fn edit(world: &Scenario, words: &[&str]) -> Edit {
    let group = |id: &str| SecurityGroupId::parse(id).unwrap();
    let owner = |rule: &str| {
        let holds = |group: &&std::sync::Arc<SecurityGroup>| {
            group.rules.iter().any(|other| other.id.as_str() == rule)
        };
        world.groups().find(holds).unwrap().id.clone()
    };
    match words {
        ["remove", id] => Edit::RemoveRule { group: owner(id), rule: RuleId::parse(id).unwrap() },
        ["add", id, rest @ ..] => {
            let rule = rule("sgr-text", rest).unwrap();
            Edit::AddRule { group: group(id), rule: rule.spec }
        }
        ["set", id, priority] => Edit::Reprioritise {
            group: owner(id),
            rule: RuleId::parse(id).unwrap(),
            priority: Priority::parse(priority).unwrap(),
        },
        ["flip", id] => {
            let current = world.group(&group(id)).unwrap().group_type.inner_access_policy();
            Edit::SetPolicy { group: group(id), policy: current.flipped() }
        }
        ["join", instance, id] => {
            Edit::Join { interface: interface(world, instance), group: group(id) }
        }
        ["leave", instance, id] => {
            Edit::Leave { interface: interface(world, instance), group: group(id) }
        }
        other => panic!("`{other:?}`"),
    }
}

/// Parses `ecs1 -> ecs2 tcp 443`.
fn flow(world: &Scenario, words: &[&str]) -> Flow {
    let [from, "->", to, protocol, rest @ ..] = words else { panic!("`{words:?}`") };
    let end = |name: &str| match world.instance(&InstanceId::parse(name).unwrap()) {
        Some(instance) => End::Interface(instance.interfaces[0].clone()),
        None => End::Outside(name.to_owned()),
    };
    let port = || Port::parse(rest[0]).unwrap();
    let packet = match *protocol {
        "tcp" => Packet::tcp(port()),
        "udp" => Packet::udp(port()),
        _ => Packet::Icmp,
    };
    flow_between(world, &end(from), &end(to), packet).unwrap()
}

#[test]
fn a_session_whose_end_is_gone_cannot_be_judged() {
    let world = scenario_of(
        "group G1 basic accept
         instance ecs1 10.0.0.11 in G1
         instance ecs2 10.0.0.12 in G1",
    );
    let open = flow(&world, &["ecs1", "->", "ecs2", "tcp", "22"]);
    let after = world.edited(|draft| {
        draft.instances.shift_remove_index(1);
        draft.interfaces.shift_remove_index(1);
    });
    let answer = session(&world, &after.unwrap(), &open);
    assert_eq!(answer.survival, Survival::Unknown);
    assert_eq!(SESSION_SECONDS, 910);
}

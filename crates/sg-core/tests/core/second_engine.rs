//! A second engine, written in Python from the published statements alone (`tests/oracle/engine.py`),
//! decides random questions too. `SGP_CASES` sets the number of scenarios.

use std::io::Write;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use sg_core::connectivity::{Endpoint, Flow, Packet, Verdict, evaluate};
use sg_core::model::Scenario;
use sg_core::share::write;
use sg_testing::program::has;
use sg_testing::random_scenario::{config, endpoint, packet, scenario};
use sg_testing::root;

/// Questions per scenario: a scenario costs the other engine more than a question. The statements
/// define about half of them: others have an end that does not exist, or two families.
const QUESTIONS: usize = 200;

#[test]
fn a_second_engine_written_from_the_statements_gives_the_same_answers() {
    if !has("python3", &["--version"], true) {
        return;
    }
    let mut engine = Command::new("python3")
        .arg(root().join("tests/oracle/engine.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = engine.stdin.take().unwrap();
    let config = config();
    let cases = config.cases;
    let mut runner = TestRunner::new(config);
    let questions = prop::collection::vec((any::<Index>(), any::<Index>(), packet()), QUESTIONS);
    let strategy = (scenario(), questions);
    for _ in 0..cases {
        let (scenario, questions) = strategy.new_tree(&mut runner).unwrap().current();
        let document: Value = serde_json::from_str(&write(&scenario)).unwrap();
        let questions: Vec<Value> =
            questions.iter().map(|question| asked(&scenario, question)).collect();
        writeln!(lines, "{}", json!({ "scenario": document, "questions": questions })).unwrap();
    }
    drop(lines);
    let output = engine.wait_with_output().unwrap();
    assert!(output.status.success());
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    println!("decided {}, undefined {}", found["decided"], found["undefined"]);
    assert_eq!(found["differences"], json!([]));
    let all = u64::from(cases) * u64::try_from(QUESTIONS).unwrap();
    assert!(found["decided"].as_u64().unwrap() > all / 3, "{found}");
}

/// A question with the engine's answer, as the other engine reads it.
fn asked(scenario: &Scenario, (from, to, packet): &(Index, Index, Packet)) -> Value {
    let (source, destination) = (endpoint(scenario, from), endpoint(scenario, to));
    let end = |end: &Endpoint| {
        json!([end.interface().map(ToString::to_string), end.address().to_string()])
    };
    let ends = [end(&source), end(&destination)];
    let verdict = match evaluate(scenario, &Flow { source, destination, packet: *packet }).verdict {
        Verdict::Pass => "pass",
        Verdict::Blocked => "blocked",
        Verdict::Unknown => "unknown",
    };
    let packet = match *packet {
        Packet::Tcp { source_port, destination_port } => {
            json!(["TCP", source_port.get(), destination_port.get()])
        }
        Packet::Udp { source_port, destination_port } => {
            json!(["UDP", source_port.get(), destination_port.get()])
        }
        Packet::Icmp => json!(["ICMP"]),
        Packet::Icmpv6 => json!(["ICMPV6"]),
        Packet::Gre => json!(["GRE"]),
        Packet::Other(number) => json!(["OTHER", number]),
    };
    let [source, destination] = ends;
    json!([source, destination, packet, verdict])
}

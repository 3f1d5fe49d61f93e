//! The schema of goals files: whatever `sgp check` accepts conforms to it, and whatever violates it
//! is refused.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a failing test should stop at once"
)]

use sg_testing::schema;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

fn root() -> &'static Path {
    sg_testing::root()
}

fn the_schema() -> Value {
    serde_json::from_str(&fs::read_to_string(root().join("static/goals.schema.json")).unwrap())
        .unwrap()
}

/// Checks goals against the documented example of three groups.
fn checked(name: &str, goals: &Value) -> Output {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, goals.to_string()).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgp"));
    command.current_dir(root().join("tests/data"));
    command.args(["check", "three-groups.json"]).arg(file).output().unwrap()
}

/// A document with one goal, with fields replaced or, for null, removed.
fn goal(changes: &[(&str, Value)]) -> Value {
    let mut goal = json!({ "from": "ecs1", "to": "ecs2", "expect": "pass" });
    for (name, value) in changes {
        if value.is_null() {
            goal.as_object_mut().unwrap().remove(*name);
        } else {
            goal[*name] = value.clone();
        }
    }
    json!({ "version": 1, "goals": [goal] })
}

#[test]
fn what_is_read_fits_the_schema() {
    let example = fs::read_to_string(root().join("tests/data/goals.json")).unwrap();
    let example: Value = serde_json::from_str(&example).unwrap();
    let packets = |text: &str| goal(&[("packets", json!([text]))]);
    let mut documents = vec![example, goal(&[]), goal(&[("name", json!("a name"))])];
    documents.push(goal(&[("packets", json!(["tcp/22"])), ("sourcePorts", json!("1024-65535"))]));
    for expect in ["pass", "blocked", "passOnly"] {
        documents.push(goal(&[("expect", json!(expect))]));
    }
    let sets =
        ["tcp", "TCP/443", "tcp/8000-9000", "udp/53", "udp/1-65535", "icmp", "icmpv6", "GRE"];
    documents.extend(sets.map(packets));
    documents.extend(["protocol/50", "Protocol/0", "all", "ICMPv6"].map(packets));
    let mut with_schema = goal(&[]);
    with_schema["$schema"] = json!("goals.schema.json");
    documents.push(with_schema);
    for sentence in [
        "ecs1 can reach ecs2: tcp/443",
        "everyone except ecs* cannot reach group:sg-bp1g1",
        "ecs1 只能以 TCP 443 访问 ecs2",
    ] {
        documents.push(json!({ "version": 1, "goals": [sentence, goal(&[])["goals"][0]] }));
    }
    for document in documents {
        assert_eq!(schema::violations(&document, &the_schema()), [""; 0], "{document}");
        let output = checked("goals-that-fit.json", &document);
        let read = matches!(output.status.code(), Some(0 | 1));
        assert!(read, "{document}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn what_the_schema_refuses_is_refused() {
    let packets = |text: &str| goal(&[("packets", json!([text]))]);
    let mut documents = vec![
        json!([]),
        json!({ "version": 1 }),
        json!({ "version": 1, "goals": [] }),
        json!({ "version": 2, "goals": goal(&[])["goals"] }),
        json!({ "version": "1", "goals": goal(&[])["goals"] }),
        json!({ "version": 1, "goals": [[]] }),
        json!({ "version": 1, "goals": [""] }),
        json!({ "version": 1, "goals": [7] }),
        json!({ "version": 1, "goals": goal(&[])["goals"], "more": true }),
        goal(&[("from", Value::Null)]),
        goal(&[("to", Value::Null)]),
        goal(&[("to", json!(7))]),
        goal(&[("expect", Value::Null)]),
        goal(&[("expect", json!("passonly"))]),
        goal(&[("name", json!(["a"]))]),
        goal(&[("port", json!(80))]),
        goal(&[("packets", json!([]))]),
        goal(&[("packets", json!("tcp"))]),
        goal(&[("packets", json!(["tcp"])), ("sourcePorts", json!("0x"))]),
        goal(&[("packets", json!(["tcp"])), ("sourcePorts", json!(22))]),
    ];
    let wrong =
        ["", "http", "tcp/", "tcp/80 ", "tcp/1-2-3", "icmp/8", "protocol", "all/1", "tcp:80"];
    documents.extend(wrong.map(packets));
    for document in documents {
        assert_ne!(schema::violations(&document, &the_schema()), [""; 0], "{document}");
        let code = checked("goals-that-do-not-fit.json", &document).status.code();
        assert_eq!(code, Some(2), "{document}");
    }
}

//! `sgp flows` as a program: forms of input and output, exit codes, and the same answer on any number
//! of processors.

#![expect(clippy::unwrap_used, reason = "a failing test should stop at once")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use sg_core::model::Scenario;
use sg_core::share::write;
use sg_testing::flow_records::Writer;
use sg_testing::scenario_text::scenario_of;
use sg_testing::workload::Workload;

fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("flows-{name}"));
    fs::write(&path, content).unwrap();
    path
}

fn sgp(scenario: &Path, args: &[&str], input: &[u8], threads: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgp"));
    command.arg("flows").arg(scenario).args(args).env("RAYON_NUM_THREADS", threads);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join().unwrap();
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn small() -> Scenario {
    scenario_of(
        "vpc vpc-1 10.0.0.0/16
        group web basic drop
        group db basic drop
        instance web 10.0.0.1 in web
        instance db 10.0.0.2 in db
        rule db in accept tcp 5432/5440 from 10.0.0.0/16 prio 1
        rule db in accept tcp 22/22 from 192.168.0.0/16 prio 1",
    )
}

fn interface(scenario: &Scenario, index: usize) -> String {
    scenario.interfaces().nth(index).unwrap().id.to_string()
}

/// A record of the database, inbound from the web server.
fn record(scenario: &Scenario, port: u16, action: &str) -> Value {
    json!({
        "__topic__": "flow_log", "eni-id": interface(scenario, 1), "direction": "in",
        "srcaddr": "10.0.0.1", "srcport": "50000", "dstaddr": "10.0.0.2",
        "dstport": port.to_string(), "protocol": "6", "packets": "3", "bytes": "180",
        "start": "1793000000", "end": "1793000060", "log-status": "OK", "action": action,
        "tcp-flags": "2",
    })
}

fn lines(records: &[Value]) -> Vec<u8> {
    records.iter().map(|record| format!("{record}\n")).collect::<String>().into_bytes()
}

fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn each_exit_code_is_the_one_that_the_help_names() {
    let scenario = small();
    let path = file("codes.json", write(&scenario));
    let (good, bad) = (record(&scenario, 5432, "ACCEPT"), record(&scenario, 5432, "REJECT"));
    let code = |input: &[u8], args: &[&str]| {
        let output = sgp(&path, &[&["-"], args].concat(), input, "2");
        (output.status.code().unwrap(), text(&output.stderr))
    };
    let none = String::new();
    assert_eq!(code(&lines(std::slice::from_ref(&good)), &["--strict"]), (0, none.clone()));
    assert_eq!(code(&lines(&[good.clone(), bad.clone()]), &[]), (1, none.clone()));
    let broken = [lines(std::slice::from_ref(&good)), b"{\n".to_vec()].concat();
    assert_eq!(code(&broken, &[]), (0, none.clone()));
    assert_eq!(code(&broken, &["--strict"]), (3, none.clone()));
    assert_eq!(
        code(&[broken, lines(std::slice::from_ref(&bad))].concat(), &["--strict"]),
        (1, none)
    );
    let skipped = json!({ "eni-id": "x", "log-status": "SKIPDATA" });
    assert_eq!(code(&lines(&[good.clone(), skipped]), &["--strict"]).0, 3);
    let (refused, said) = code(b"a,b\n1,2\n", &[]);
    assert!(refused == 2 && said.contains("cannot read -: ") && said.contains("eni-id"), "{said}");
    let (refused, said) = code(b"", &[]);
    assert!(refused == 2 && said.contains("has no record"), "{said}");
    let cut = zipped(&lines(std::slice::from_ref(&good)));
    let (refused, said) = code(&cut[..cut.len() / 2], &[]);
    assert!(refused == 2 && said.starts_with("sgp: cannot read -: "), "{said}");
    let output = sgp(&path, &["no-such.jsonl"], b"", "1");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn the_answer_names_the_rule_the_record_and_what_may_be_the_reason() {
    let scenario = small();
    let path = file("answer.json", write(&scenario));
    let records = lines(&[
        record(&scenario, 5432, "ACCEPT"),
        record(&scenario, 5432, "REJECT"),
        record(&scenario, 22, "ACCEPT"),
        record(&scenario, 22, "REJECT"),
    ]);
    let log = file("answer.jsonl", &records);
    let run = |args: &[&str]| {
        let output = sgp(&path, &[&[log.to_str().unwrap()], args].concat(), b"", "2");
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(1), String::new()));
        text(&output.stdout)
    };
    let said = run(&["--use", "--narrow"]);
    for words in [
        "4 entries, traffic from 2026-10-26T07:33:20Z to 2026-10-26T07:34:20Z (1 min)",
        "REJECT, rules say pass: web → db, inbound at db, TCP 5432",
        "ACCEPT, rules say blocked: web → db, inbound at db, TCP 22",
        "records: 1, packets: 3, bytes: 180, ",
        "no inbound rule matches: denied by default (S-08)",
        "answer.jsonl:2: 10.0.0.1:50000 → 10.0.0.2:5432",
        "possibly: A network ACL of the vSwitch may have rejected it",
        "possibly: The scenario may lack a rule or a group of this interface.",
        "decided nothing in this log",
        "sgr-1 of db: inbound Allow TCP 5432-5440",
        "flows judged again: 1, none that passed is blocked",
        "aliyun ecs AuthorizeSecurityGroup",
        "aliyun ecs RevokeSecurityGroup",
    ] {
        assert!(said.contains(words), "{words}:\n{said}");
    }
    assert!(run(&["--language", "zh"]).contains("不一致的记录"));
    assert!(run(&["--format", "markdown"]).contains("## Disagreements"));
    let json: Value = serde_json::from_str(&run(&["--format", "json", "--use"])).unwrap();
    assert_eq!(json["agree"]["records"], 2);
    assert_eq!(json["disagree"], json!({ "records": 2, "packets": 6, "bytes": 360 }));
    assert_eq!(json["disagreements"][0]["kind"], "rejected_but_passes");
    assert_eq!(json["disagreements"][0]["record"]["line"], 2);
    assert_eq!(json["disagreements"][1]["decider"]["kind"], "implicit");
    assert_eq!(json["rules"][0]["traffic"]["records"], 1);
    assert_eq!(json["rules"][1]["traffic"], Value::Null);
    let csv = run(&["--format", "csv"]);
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(csv.starts_with("kind,action,verdict,interface,"), "{csv}");
    assert!(run(&["--format", "csv", "--use"]).starts_with("group,rule,text,"));
}

#[test]
fn the_answer_is_the_same_on_any_number_of_processors_and_in_any_packing() {
    let scenario = Workload { instances: 60, groups: 10, rules_per_group: 20, ..Workload::A };
    let scenario = scenario.scenario(9);
    let path = file("threads.json", write(&scenario));
    let mut writer = Writer::new(&scenario, 31);
    let (mut first, mut second) = (Vec::new(), Vec::new());
    while writer.expected.entries < 6_000 {
        let half = writer.expected.entries < 3_000;
        let out = if half { &mut first } else { &mut second };
        writer.step(|line| out.extend([line.as_bytes(), b"\n"].concat()));
    }
    let whole = [first.clone(), second.clone()].concat();
    let args = ["-", "--format", "json", "--use", "--narrow"];
    let right = sgp(&path, &args, &whole, "1").stdout;
    let json: Value = serde_json::from_slice(&right).unwrap();
    assert_eq!(json["entries"], writer.expected.entries);
    assert_eq!(json["disagree"]["records"], writer.expected.disagree);
    for threads in ["2", "3", "7"] {
        assert!(sgp(&path, &args, &whole, threads).stdout == right, "{threads} threads");
    }
    assert!(sgp(&path, &args, &zipped(&whole), "2").stdout == right, "one gzip stream");
    let joined = [zipped(&first), zipped(&second)].concat();
    assert!(sgp(&path, &args, &joined, "2").stdout == right, "two gzip streams");
    // The same in two files, apart from where records are.
    let files = [file("first.jsonl", &first), file("second.jsonl.gz", zipped(&second))];
    let files = files.each_ref().map(|file| file.to_str().unwrap());
    let args = [files[0], files[1], "--format", "json"];
    let apart: Value = serde_json::from_slice(&sgp(&path, &args, b"", "2").stdout).unwrap();
    for field in ["entries", "agree", "disagree", "unknown", "replies", "running", "malformed"] {
        assert_eq!(apart[field], json[field], "{field}");
    }
}

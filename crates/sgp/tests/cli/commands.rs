//! Runs the command line as a program: recorded answers, exit codes, hostile input, pipes.
//!
//! If `SGP_RECORD` is set, answers are written to `tests/snapshots/cli/` instead of compared;
//! review the changes before committing them.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failing test should stop at once and say where"
)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

use sg_core::emulator::{Action, Call, Env, answer};
use sg_core::model::{Scenario, Timestamp};
use sg_core::share::{Limits, read, write};

fn root() -> &'static Path {
    sg_testing::root()
}

/// The program, started in the folder of the examples.
fn sgp(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgp"));
    command.args(args).current_dir(root().join("tests/data")).stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(args: &[&str]) -> Output {
    sgp(args).output().unwrap()
}

/// Runs with the given standard input.
fn ask(args: &[&str], input: &[u8]) -> Output {
    let mut child = sgp(args).stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // A program that refuses its arguments does not read its input.
    let _ = writer.join().unwrap();
    output
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output must be UTF-8")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("it must not be ended by a signal")
}

/// A file for a single test, separate from every other test.
fn scratch(name: &str, content: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path
}

const QUESTIONS: &str = r#"
{"id":1,"src":"ecs1","dst":"ecs2","protocol":"tcp","dst_port":443}
{"id":"by id","src":"i-bp1ecs1","dst":"eni-bp1ecs3","protocol":"UDP","src_port":1000,"dst_port":53}
{"src":"10.0.0.11","dst":"10.0.0.12","protocol":1}
{"src":"ecs1","dst":"203.0.113.12","protocol":"tcp","dst_port":443}
{"src":"internet","dst":"ecs1","protocol":"tcp","dst_port":22}
{"src":"8.8.8.8","dst":"ecs1","protocol":"gre"}
{"src":"ecs3","dst":"internet","protocol":6,"dst_port":25}
{"src":"ecs1","dst":"100.100.100.200","protocol":"tcp","dst_port":80}
{"src":"ecs1","dst":"ecs1","protocol":50}
{"src":"internet","dst":"8.8.8.8","protocol":"icmp"}
{"src":"ecs1","dst":"10.0.0.99","protocol":"icmp"}
{"src":"ecs1","dst":"ecs2","protocol":"icmpv6"}
"#;

const WEB_QUESTIONS: &str = r#"
{"src":"web","dst":"db","protocol":"tcp","dst_port":5432}
{"src":"web","dst":"db","protocol":"tcp","dst_port":80}
{"src":"db","dst":"web","protocol":"tcp","dst_port":443}
{"src":"office","dst":"web","protocol":"tcp","dst_port":22}
{"src":"192.0.2.9","dst":"10.1.0.11","protocol":"tcp","src_port":80,"dst_port":22}
{"src":"2400:3200::1","dst":"web","protocol":"tcp","dst_port":443}
{"src":"eni-web-2","dst":"i-ops","protocol":"icmp"}
"#;

const ISOLATE: &str = "aliyun ecs ModifySecurityGroupPolicy --RegionId cn-hangzhou \
    --SecurityGroupId sg-bp1g2 --InnerAccessPolicy Drop";

const DELETE: &str =
    "aliyun ecs DeleteSecurityGroup --RegionId cn-hangzhou --SecurityGroupId sg-bp1g1";

const RULES_GOAL: &str = "internet can reach ecs3 only by tcp/443";
const RULES_ONLY: &str = "web can reach db only by tcp/5432";
const RULES_MAIL: &str = "ecs1 can reach internet: tcp/25";

/// The name of a recording, the arguments, and the standard input.
const RECORDED: &[(&str, &[&str], &str)] = &[
    ("help", &["--help"], ""),
    ("help-evaluate", &["help", "evaluate"], ""),
    ("help-check", &["check", "--help"], ""),
    ("help-export", &["export", "--help"], ""),
    ("help-sign", &["sign", "--help"], ""),
    ("help-serve", &["help", "serve"], ""),
    ("evaluate", &["evaluate", "three-groups.json", "--rules", "all"], QUESTIONS),
    ("evaluate-web", &["evaluate", "web-and-db.json", "--rules", "all"], WEB_QUESTIONS),
    ("evaluate-deciding", &["evaluate", "web-and-db.json"], WEB_QUESTIONS),
    ("space", &["space", "three-groups.json", "ecs1", "ecs2"], ""),
    ("space-web", &["space", "web-and-db.json", "internet", "web"], ""),
    ("space-zh", &["space", "web-and-db.json", "web", "db", "--language", "zh"], ""),
    ("space-json", &["space", "web-and-db.json", "office", "web", "--format", "json"], ""),
    ("matrix", &["matrix", "three-groups.json"], ""),
    ("matrix-web", &["matrix", "web-and-db.json"], ""),
    ("matrix-zh", &["matrix", "web-and-db.json", "--language=zh"], ""),
    ("matrix-egress", &["matrix", "web-and-db.json", "--view", "egress"], ""),
    ("matrix-packet", &["matrix", "web-and-db.json", "--packet", "tcp/443"], ""),
    ("matrix-csv", &["matrix", "web-and-db.json", "--format", "csv"], ""),
    (
        "matrix-json",
        &["matrix", "web-and-db.json", "--format", "json", "--view", "ingress", "--packet", "icmp"],
        "",
    ),
    ("matrix-roles", &["matrix", "shop.json"], ""),
    ("matrix-roles-csv", &["matrix", "shop.json", "--format", "csv", "--packet", "tcp/22"], ""),
    ("matrix-roles-json", &["matrix", "shop.json", "--group-by=role", "--format=json"], ""),
    ("matrix-groups", &["matrix", "shop.json", "--group-by", "group"], ""),
    ("matrix-groups-zh", &["matrix", "web-and-db.json", "--group-by=group", "--language=zh"], ""),
    ("diff", &["diff", "before.json", "after.json"], ""),
    ("diff-markdown", &["diff", "before.json", "after.json", "--format", "markdown"], ""),
    ("diff-regions", &["diff", "before.json", "after.json", "--detail", "reasons"], ""),
    ("help-diff", &["diff", "--help"], ""),
    ("help-what-if", &["what-if", "--help"], ""),
    ("what-if", &["what-if", "three-groups.json", ISOLATE], ""),
    ("what-if-zh", &["what-if", "three-groups.json", ISOLATE, DELETE, "--language", "zh"], ""),
    ("what-if-json", &["what-if", "three-groups.json", ISOLATE, "--format", "json"], ""),
    (
        "what-if-markdown",
        &["what-if", "three-groups.json", ISOLATE, DELETE, "--format", "markdown"],
        "",
    ),
    ("diff-verdicts", &["diff", "before.json", "after.json", "--detail", "verdicts"], ""),
    ("diff-pairs", &["diff", "before.json", "after.json", "--detail", "pairs"], ""),
    ("diff-none", &["diff", "before.json", "three-groups.json"], ""),
    ("diff-json", &["diff", "before.json", "after.json", "--format", "json"], ""),
    ("diff-zh", &["diff", "three-groups.json", "web-and-db.json", "--language", "zh"], ""),
    ("check", &["check", "three-groups.json", "goals.json"], ""),
    ("check-zh", &["check", "three-groups.json", "goals.json", "--language", "zh"], ""),
    ("check-json", &["check", "three-groups.json", "goals.json", "--format", "json"], ""),
    ("explain", &["explain", "three-groups.json", "ecs1", "ecs2", "tcp/443"], ""),
    ("explain-space", &["explain", "web-and-db.json", "web", "db"], ""),
    (
        "explain-zh",
        &["explain", "web-and-db.json", "web", "db", "tcp/5432", "--language", "zh"],
        "",
    ),
    (
        "explain-markdown",
        &["explain", "web-and-db.json", "office", "web", "tcp/22", "--format", "markdown"],
        "",
    ),
    ("fix", &["fix", "three-groups.json", "ecs1", "ecs3", "tcp/443"], ""),
    (
        "fix-stop",
        &["fix", "three-groups.json", "ecs1", "ecs2", "all", "--wish=stop", "--language=zh"],
        "",
    ),
    (
        "fix-json",
        &["fix", "after.json", "ecs1", "ecs2", "tcp/443", "--wish", "stop", "--format", "json"],
        "",
    ),
    ("help-rules", &["rules", "--help"], ""),
    ("rules", &["rules", "three-groups.json", "--goal", "ecs1 can reach ecs2 only by tcp/443"], ""),
    (
        "rules-zh",
        &["rules", "three-groups.json", "--anew", "--language=zh", "--goal", RULES_GOAL],
        "",
    ),
    ("rules-json", &["rules", "three-groups.json", "--format=json", "--goal", RULES_GOAL], ""),
    (
        "rules-contradiction",
        &["rules", "web-and-db.json", "--goal", RULES_ONLY, "--goal", "web can reach db: tcp/22"],
        "",
    ),
    ("rules-impossible", &["rules", "three-groups.json", "--goal", RULES_MAIL], ""),
    ("export", &["export", "web-and-db.json"], ""),
    ("export-script", &["export", "web-and-db.json", "--as", "script"], ""),
    ("export-script-zh", &["export", "three-groups.json", "--as=script", "--language=zh"], ""),
    ("lint", &["lint", "web-and-db.json"], ""),
    ("lint-zh", &["lint", "after.json", "--language", "zh"], ""),
    ("lint-json", &["lint", "web-and-db.json", "--format", "json", "--deny", "risk"], ""),
    ("fix-obstacle", &["fix", "three-groups.json", "ecs1", "internet", "tcp/25"], ""),
    ("fix-rest-holds", &["fix", "three-groups.json", "ecs1", "internet", "tcp/20-30"], ""),
    ("fix-outside", &["fix", "three-groups.json", "internet", "ecs1", "tcp/22"], ""),
    (
        "fix-markdown",
        &["fix", "night.json", "app-07", "db-04", "tcp/5432", "--format", "markdown"],
        "",
    ),
    (
        "fix-obstacle-markdown",
        &["fix", "three-groups.json", "ecs1", "internet", "tcp/25", "--format", "markdown"],
        "",
    ),
    (
        "lint-markdown",
        &["lint", "night.json", "--since", "2026-11-29T23:00", "--format", "markdown"],
        "",
    ),
    (
        "lint-markdown-zh",
        &[
            "lint",
            "night.json",
            "--since",
            "2026-12-01",
            "--format",
            "markdown",
            "--language",
            "zh",
        ],
        "",
    ),
    ("fix-address", &["fix", "three-groups.json", "203.0.113.77", "ecs1", "tcp/22"], ""),
];

#[test]
fn answers_are_as_recorded() {
    let folder = root().join("tests/snapshots/cli");
    let mut different = Vec::new();
    let mut names = Vec::new();
    for &(name, args, input) in RECORDED {
        let output = ask(args, input.trim_start().as_bytes());
        let answer = format!(
            "$ sgp {}\nexit {}\n{}{}",
            args.join(" "),
            code(&output),
            text(&output.stdout),
            text(&output.stderr)
        );
        let file = folder.join(format!("{name}.txt"));
        names.push(format!("{name}.txt"));
        if std::env::var_os("SGP_RECORD").is_some() {
            fs::write(&file, &answer).unwrap();
        }
        let recorded = fs::read_to_string(&file).unwrap_or_default();
        if recorded != answer {
            different.push(format!("{name}: recorded\n{recorded}\nnow\n{answer}"));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(names.contains(&name), "{name} is no longer recorded");
    }
}

/// Every line of the answer as JSON.
fn lines(output: &Output) -> Vec<Value> {
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect(line)).collect()
}

#[test]
fn the_documented_three_groups_are_answered_with_their_reasons() {
    let questions = [("ecs1", "ecs2"), ("ecs2", "ecs3"), ("ecs1", "ecs3"), ("ecs3", "ecs1")];
    let input: String = questions
        .iter()
        .map(|(src, dst)| {
            format!("{}\n", json!({ "src": src, "dst": dst, "protocol": "tcp", "dst_port": 22 }))
        })
        .collect();
    let answers = lines(&ask(&["evaluate", "three-groups.json"], input.as_bytes()));
    let short = |answer: &Value| {
        let word = |name: &str| answer[name].as_str().unwrap().to_owned();
        (word("verdict"), word("clause"), answer["decider"]["kind"].as_str().unwrap().to_owned())
    };
    let told: Vec<(String, String, String)> = answers.iter().map(short).collect();
    let expected = [
        ("pass", "S-02", "policy"),
        ("pass", "S-01", "policy"),
        ("blocked", "S-08", "implicit"),
        ("blocked", "S-08", "implicit"),
    ];
    let expected = expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned()));
    assert_eq!(told, expected);
    assert_eq!(answers[0]["deciding_groups"], json!(["sg-bp1g2"]));
}

#[test]
fn rules_of_one_rank_are_all_named() {
    let question = br#"{"src":"web","dst":"db","protocol":"tcp","dst_port":5432}"#;
    let answers = lines(&ask(&["evaluate", "web-and-db.json"], question));
    assert_eq!(answers[0]["deciding_rules"], json!(["sgr-from-web", "sgr-from-web-again"]));
    assert_eq!(answers[0]["decider"]["kind"], "rule");
    let count = |rules: &str| {
        let answers = lines(&ask(&["evaluate", "web-and-db.json", "--rules", rules], question));
        let listed = |side: &str| answers[0][side]["rules"].as_array().unwrap().len();
        (listed("egress"), listed("ingress"))
    };
    // Both outbound rules of web and all three inbound rules of db match this packet.
    assert_eq!((count("all"), count("matching"), count("none")), ((2, 3), (2, 3), (0, 0)));
    assert_eq!(count("deciding"), (1, 1));
    let question = br#"{"src":"web","dst":"db","protocol":"tcp","dst_port":80}"#;
    let matching = ask(&["evaluate", "web-and-db.json", "--rules=matching"], question);
    let egress = lines(&matching)[0]["egress"]["rules"].clone();
    assert_eq!(egress.as_array().unwrap().len(), 1, "{egress}");
}

#[test]
fn a_bad_line_is_answered_and_the_stream_goes_on() {
    let good = r#"{"src":"ecs1","dst":"ecs2","protocol":"tcp","dst_port":443}"#;
    let long = format!("{{\"src\":\"{}\"}}", "x".repeat(100_000));
    let bad: [(&[u8], &str); 27] = [
        (b"x", "this is not JSON"),
        (b"[]", "expected an object, found a list"),
        (b"[\"ecs1\",\"ecs2\",\"icmp\"]", "expected an object"),
        (b"null", "expected an object, found null"),
        (b"{}", "the field `src` is missing"),
        (b"{\"src\":\"ecs1\"}", "the field `dst` is missing"),
        (b"{\"src\":\"ecs1\",\"dst\":\"ecs2\"}", "the field `protocol` is missing"),
        (br#"{"src":1,"dst":"ecs2","protocol":"icmp"}"#, "src: expected a text, found the number"),
        (br#"{"src":"ecs1","dst":"ecs2","protocol":"icmp","x":1}"#, "x: there is no field `x`"),
        (br#"{"src":"ecs1","src":"ecs1","dst":"ecs2","protocol":"icmp"}"#, "stands here twice"),
        (br#"{"src":"nobody","dst":"ecs2","protocol":"icmp"}"#, "src: `nobody` is no instance"),
        (br#"{"src":"ecs1","dst":"","protocol":"icmp"}"#, "dst: `` is no instance"),
        (br#"{"src":"ecs1","dst":"10.0.0.300","protocol":"icmp"}"#, "no IP address"),
        (br#"{"src":"ecs1","dst":"sg-bp1g1","protocol":"icmp"}"#, "`sg-bp1g1` is no instance"),
        (br#"{"src":"ecs1","dst":"ecs2","protocol":"http"}"#, "protocol: `http` is not tcp"),
        (br#"{"src":"ecs1","dst":"ecs2","protocol":256}"#, "protocol: `256` is not tcp"),
        (br#"{"src":"ecs1","dst":"ecs2","protocol":-1}"#, "protocol: `-1` is not tcp"),
        (br#"{"src":"ecs1","dst":"ecs2","protocol":null}"#, "protocol: expected a name"),
        (br#"{"src":"ecs1","dst":"ecs2","protocol":"tcp"}"#, "dst_port: tcp needs a port"),
        (br#"{"src":"ecs1","dst":"ecs2","protocol":6,"dst_port":0}"#, "dst_port: 0 is no port"),
        (br#"{"src":"ecs1","dst":"ecs2","protocol":17,"dst_port":65536}"#, "65536 is no port"),
        (br#"{"src":"ecs1","dst":"ecs2","protocol":"tcp","dst_port":"80"}"#, "found the text"),
        (br#"{"src":"ecs1","dst":"ecs2","protocol":"tcp","dst_port":1.5}"#, "a whole number"),
        (
            br#"{"src":"ecs1","dst":"ecs2","protocol":"tcp","dst_port":80,"src_port":0}"#,
            "src_port: 0 is no port",
        ),
        (br#"{"src":"ecs1","dst":"ecs2","protocol":"icmp","dst_port":8}"#, "icmp has no ports"),
        (b"{\"src\":\"\xff\"}", "the line is not UTF-8"),
        (long.as_bytes(), "more than 65536 bytes"),
    ];
    let mut input = Vec::new();
    for (line, _) in &bad {
        input.extend_from_slice(line);
        input.extend_from_slice(format!("\n{good}\r\n").as_bytes());
    }
    // The last line does not end with a line feed.
    input.extend_from_slice(good.as_bytes());
    let output = ask(&["evaluate", "three-groups.json"], &input);
    assert_eq!((code(&output), text(&output.stderr)), (0, String::new()));
    let answers = lines(&output);
    assert_eq!(answers.len(), bad.len() * 2 + 1);
    for (index, (line, words)) in bad.iter().enumerate() {
        let answer = &answers[index * 2];
        let error = answer["error"].as_str().unwrap_or_default();
        let line = String::from_utf8_lossy(&line[..line.len().min(80)]).into_owned();
        assert!(error.contains(words), "{line}: {answer}");
        assert_eq!(answer["line"], index * 2 + 1, "{line}");
        assert_eq!(answers[index * 2 + 1]["verdict"], "pass", "after {line}");
    }
}

#[test]
fn one_question_at_a_time_is_answered_at_once() {
    let mut child = sgp(&["evaluate", "three-groups.json"]).stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for (id, dst) in ["ecs2", "nobody", "ecs3"].into_iter().enumerate() {
        writeln!(stdin, "{}", json!({ "id": id, "src": "ecs1", "dst": dst, "protocol": 1 }))
            .unwrap();
        // Nothing more is written before the answer, so without one the test would hang.
        let mut answer = String::new();
        stdout.read_line(&mut answer).unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert!(answer["id"] == id || answer["line"] == id + 1, "{answer}");
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = sgp(&["evaluate", "three-groups.json"]).stdin(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let question = "{\"src\":\"ecs1\",\"dst\":\"ecs2\",\"protocol\":1}\n".repeat(10_000);
    // It may stop reading once its output is closed.
    let _ = stdin.write_all(question.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), text(&output.stderr)), (0, String::new()));
}

#[test]
fn a_wrong_command_line_gets_one_sentence_and_code_2() {
    let three = "three-groups.json";
    for (args, words) in [
        (vec![], "say what to do"),
        (vec!["frobnicate"], "there is no command `frobnicate`"),
        (vec!["Matrix", three], "there is no command `Matrix`"),
        (vec!["martix", three], "there is no command `martix`; did you mean `matrix`?"),
        (vec!["matrix", three, "--packt=tcp"], "no option `--packt`; did you mean `--packet`?"),
        (vec!["completions", "tcsh"], "`tcsh` is not a value here: bash, elvish, fish"),
        (vec!["completions"], "`sgp completions` needs SHELL"),
        (vec!["import"], "`sgp import` needs FILE"),
        (vec!["import", three, "--anonymise", "-1"], "--anonymise takes a whole number"),
        (vec!["matrix"], "`sgp matrix` needs SCENARIO"),
        (vec!["space", three, "ecs1"], "`sgp space` needs DST"),
        (vec!["matrix", three, three], "one argument too many"),
        (vec!["matrix", three, "--colour"], "no option `--colour`"),
        (vec!["matrix", three, "--packet"], "`--packet` needs a value"),
        (vec!["matrix", three, "--packet", "tcp/0"], "no port from 1 to 65535"),
        (vec!["matrix", three, "--packet", "tcp/1-2"], "more than one packet"),
        (vec!["matrix", three, "--view", "north"], "`north` is not a view"),
        (vec!["matrix", three, "--group-by", "vpc"], "`vpc` is nothing to group by: role, group"),
        (vec!["matrix", three, "--format", "xml"], "`xml` is not a format here: text, json, csv"),
        (vec!["matrix", three, "--format=csv", "--format=csv"], "twice"),
        (vec!["matrix", three, "--language", "fr"], "`fr` is not a language"),
        (vec!["evaluate", three, "--format", "json"], "no option `--format`"),
        (
            vec!["export", three, "--as", "yaml"],
            "`yaml` is no form to export as: terraform, script",
        ),
        (vec!["lint", three, "--deny", "all"], "`all` is no severity: risk, warning or notice"),
        (vec!["evaluate", three, "--rules", "some"], "`some` is no choice of rules"),
        (vec!["explain", three, "ecs1", "ecs2", "tcp"], "more than one packet"),
        (vec!["explain", three, "ecs1", "ecs2", "http"], "`http` names no packets"),
        (vec!["explain", three, "ecs1", "ecs2", "--source-port", "1"], "needs a packet"),
        (vec!["explain", three, "ecs1", "nobody", "icmp"], "`nobody` is no instance"),
        (vec!["fix", three, "ecs1", "ecs2"], "`sgp fix` needs PACKETS"),
        (vec!["fix", three, "ecs1", "ecs2", "all", "--wish", "fly"], "`fly` is not an intent"),
        (
            vec!["fix", three, "ecs1", "10.0.0.99", "all"],
            "`10.0.0.99` lies in a VPC but belongs to no",
        ),
        (vec!["matrix", "nowhere.json"], "cannot read nowhere.json"),
        (vec!["matrix", "."], "cannot read ."),
        (vec!["matrix", "goals.json"], "goals.json: goals: there is no field `goals` here"),
        (vec!["check", three, three], "three-groups.json: regionId: there is no field"),
        (vec!["check", three, "goals.json", "--junit", "no/such/folder.xml"], "cannot write"),
        (vec!["matrix", "no\u{1b}[31msuch"], "cannot read noU+001B[31msuch"),
    ] {
        let output = run(&args);
        let stderr = text(&output.stderr);
        assert_eq!((code(&output), text(&output.stdout)), (2, String::new()), "{args:?} {stderr}");
        assert!(stderr.starts_with("sgp: ") && stderr.contains(words), "{args:?}: {stderr}");
        assert_eq!(stderr.lines().count(), 1, "{args:?}: {stderr}");
    }
}

#[test]
fn what_is_no_document_is_refused_with_its_name_and_place() {
    let large = scratch("large.json", &vec![b' '; 34 * 1024 * 1024]);
    let binary = scratch("binary.json", b"{\"version\":1,\"regionId\":\"\xff\"}");
    let wrong = scratch(
        "wrong.json",
        br#"{"version":1,"vpcs":[{"vpcId":"v","cidrBlocks":["10.0.0.0/8"]}],"securityGroups":[
            {"securityGroupId":"g","rules":[{"direction":"ingress","ipProtocol":"TCP",
             "portRange":"200/1","sourceCidrIp":"0.0.0.0/0"}]}]}"#,
    );
    for (path, words) in [
        (&large, "it has more than 33554432 bytes"),
        (&binary, "it is not UTF-8"),
        (&wrong, "securityGroups[0].rules[0].portRange: `200/1`: a port range may not start after"),
    ] {
        let path = path.to_str().unwrap();
        for args in
            [vec!["matrix", path], vec!["evaluate", path], vec!["diff", "before.json", path]]
        {
            let output = run(&args);
            let stderr = text(&output.stderr);
            assert_eq!(code(&output), 2, "{stderr}");
            assert!(stderr.contains(words) && stderr.contains(path), "{stderr}");
        }
    }
    fs::remove_file(large).unwrap();
}

#[test]
fn goals_decide_the_exit_code_and_write_a_report() {
    let report = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report.xml");
    let path = report.to_str().unwrap();
    let output = run(&["check", "three-groups.json", "goals.json", "--junit", path]);
    assert_eq!(code(&output), 1);
    let stdout = text(&output.stdout);
    assert_eq!(stdout.lines().filter(|line| line.starts_with("ok ")).count(), 3, "{stdout}");
    assert_eq!(stdout.lines().filter(|line| line.starts_with("FAIL ")).count(), 3, "{stdout}");
    let xml = fs::read_to_string(&report).unwrap();
    assert!(xml.contains("tests=\"6\" skipped=\"0\" errors=\"0\" failures=\"3\""), "{xml}");
    assert!(xml.contains("name=\"mail leaves\"") && xml.contains("TCP 25 from 10.0.0.13"), "{xml}");
    let met = json!({ "version": 1, "goals": [
        { "from": "ecs1", "to": "ecs2", "packets": ["all"], "expect": "passOnly" },
        { "from": "internet", "to": "ecs1", "packets": ["tcp/1-65535", "icmp"], "expect": "blocked" },
        { "from": "9.9.9.9", "to": "i-bp1ecs1", "expect": "blocked" }
    ] });
    let goals = scratch("met.json", met.to_string().as_bytes());
    let output = run(&["check", "three-groups.json", goals.to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", text(&output.stdout));
    assert!(text(&output.stdout).ends_with("3 of 3 goals are met\n"));
}

#[test]
fn findings_decide_the_exit_code_when_they_are_denied() {
    let open = fs::read_to_string(root().join("tests/data/after.json")).unwrap();
    let open = open.replace("443/443", "22/22");
    let open = scratch("open.json", open.as_bytes());
    let open = open.to_str().unwrap();
    let exit = |args: &[&str]| code(&run(args));
    assert_eq!(exit(&["lint", open]), 0);
    assert_eq!(exit(&["lint", open, "--deny", "risk"]), 1);
    let stdout = text(&run(&["lint", open]).stdout);
    assert!(stdout.contains("risk  open-to-the-world"), "{stdout}");
    let stdout = text(&run(&["lint", "three-groups.json"]).stdout);
    assert_eq!(stdout, "Nothing found.\n");
    assert_eq!(exit(&["lint", "three-groups.json", "--deny=notice"]), 0);
}

/// A reply of DescribeSecurityGroupAttribute in the text around it lists no members.
#[test]
fn the_rules_of_an_imported_group_are_judged_although_no_member_is_known() {
    let transcript = r#"## Check the rules

$ aliyun ecs DescribeSecurityGroupAttribute --SecurityGroupId sg-bp1fieldaaaaaaaaaaaa
{
 "SecurityGroupId": "sg-bp1fieldaaaaaaaaaaaa",
 "SecurityGroupName": "goat",
 "VpcId": "vpc-bp1fieldaaaaaaaaaaaaa",
 "RegionId": "cn-hangzhou",
 "InnerAccessPolicy": "Accept",
 "Permissions": {"Permission": [{
   "Direction": "ingress", "IpProtocol": "TCP", "PortRange": "1/65535",
   "SourceCidrIp": "0.0.0.0/0", "Policy": "Accept", "Priority": 1, "NicType": "intranet",
   "SecurityGroupRuleId": ""
 }]}
}
"#;
    let transcript = scratch("transcript.md", transcript.as_bytes());
    let imported = run(&["import", transcript.to_str().unwrap()]);
    assert_eq!(code(&imported), 0);
    let scenario = scratch("transcript.json", &imported.stdout);
    let scenario = scenario.to_str().unwrap();
    let output = run(&["lint", scenario, "--deny", "risk"]);
    assert_eq!(code(&output), 1);
    let stdout = text(&output.stdout);
    assert!(
        stdout.starts_with("risk  open-to-the-world\n    No member of goat is known."),
        "{stdout}"
    );
    assert!(stdout.contains("inbound Allow TCP from 0.0.0.0/0"), "{stdout}");
}

/// `passOnly` must detect even a single packet too many, wherever it is.
#[test]
fn one_packet_too_many_fails_a_goal() {
    let goal = |packets: Value, expect: &str| {
        let goals = json!({ "version": 1, "goals": [
            { "from": "office", "to": "web", "packets": packets, "expect": expect }
        ] });
        let name = format!("one-{expect}-{}.json", packets.to_string().len());
        let file = scratch(&name, goals.to_string().as_bytes());
        let output = run(&["check", "web-and-db.json", file.to_str().unwrap(), "--format=json"]);
        let answer: Value = serde_json::from_str(&text(&output.stdout)).unwrap();
        (code(&output), answer["goals"][0]["offending"].clone())
    };
    // TCP 22 is open to part of the block, from high ports only; TCP 443 is open to everyone.
    assert_eq!(goal(json!(["tcp/443"]), "pass").0, 0);
    let (exit, offending) = goal(json!(["tcp/443"]), "passOnly");
    assert_eq!((exit, &offending["packet"]), (1, &json!("TCP 22")), "{offending}");
    let (exit, offending) = goal(json!(["tcp/22"]), "pass");
    assert_eq!(exit, 1, "{offending}");
    let (exit, offending) = goal(json!(["tcp/1-442"]), "blocked");
    assert_eq!((exit, &offending["packet"]), (1, &json!("TCP 22")), "{offending}");
    assert_eq!(goal(json!(["tcp/1-21", "tcp/23-442", "udp", "icmp"]), "blocked").0, 0);
}

#[test]
fn wrong_goals_are_refused_at_their_place() {
    for (goals, words) in [
        ("{}", "the field `version` is missing"),
        (r#"{"version":2,"goals":[]}"#, "version: the version of a document of goals"),
        (r#"{"version":1,"goals":[]}"#, "goals: there is no goal"),
        (r#"{"version":1,"goals":[[]]}"#, "goals[0]: expected an object, found a list"),
        (r#"{"version":1,"goals":[{"from":"ecs1","to":"ecs2"}]}"#, "`expect` is missing"),
        (
            r#"{"version":1,"goals":[{"from":"ecs1","to":"ecs2","expect":"reach"}]}"#,
            "goals[0].expect: `reach` is not a value of this field",
        ),
        (
            r#"{"version":1,"goals":[{"from":"ecs1","to":"ecs9","expect":"pass"}]}"#,
            "goals[0].to: `ecs9` is no instance",
        ),
        (
            r#"{"version":1,"goals":[{"from":"ecs1","to":"ecs2","packets":[],"expect":"pass"}]}"#,
            "goals[0].packets: the list names no packets",
        ),
        (
            r#"{"version":1,"goals":[{"from":"ecs1","to":"ecs2","packets":["tcp","x"],"expect":"pass"}]}"#,
            "goals[0].packets[1]: `x` names no packets",
        ),
    ] {
        let file = scratch("wrong-goals.json", goals.as_bytes());
        let output = run(&["check", "three-groups.json", file.to_str().unwrap()]);
        let stderr = text(&output.stderr);
        assert!(code(&output) == 2 && stderr.contains(words), "{goals}: {stderr}");
    }
}

/// An ambiguous name is refused, and so is an address that exists in two VPCs.
#[test]
fn a_name_that_stands_for_several_things_is_refused() {
    let interface = |vpc: &str, group: &str| json!([{ "vpcId": vpc, "securityGroupIds": [group], "privateIpAddresses": ["10.0.0.1"] }]);
    let twins = json!({ "version": 1,
        "vpcs": [{ "vpcId": "v1", "cidrBlocks": ["10.0.0.0/8"] }, { "vpcId": "v2", "cidrBlocks": ["10.0.0.0/8"] }],
        "securityGroups": [{ "securityGroupId": "g1", "vpcId": "v1" }, { "securityGroupId": "g2", "vpcId": "v2" }],
        "instances": [
            { "instanceId": "i-1", "instanceName": "twin", "networkInterfaces": interface("v1", "g1") },
            { "instanceId": "i-2", "instanceName": "twin", "networkInterfaces": interface("v2", "g2") }
        ] });
    let file = scratch("twins.json", twins.to_string().as_bytes());
    let file = file.to_str().unwrap();
    for name in ["twin", "10.0.0.1"] {
        let output = run(&["explain", file, name, "i-2", "icmp"]);
        let stderr = text(&output.stderr);
        assert!(code(&output) == 2 && stderr.contains("name one by its id"), "{stderr}");
    }
    assert_eq!(code(&run(&["explain", file, "i-1", "i-2", "icmp"])), 0);
}

/// Names cannot control terminals or spreadsheets.
#[test]
fn hostile_names_stay_names() {
    let text_of = fs::read_to_string(root().join("tests/data/three-groups.json")).unwrap();
    let hostile = text_of
        .replace("\"ecs1\"", "\"=cmd|' /C calc'!A0\"")
        .replace("\"ecs2\"", "\"\\u001b[2J\\u202egnp\"");
    let file = scratch("hostile.json", hostile.as_bytes());
    let file = file.to_str().unwrap();
    let commands = [
        vec!["matrix", file],
        vec!["explain", file, "i-bp1ecs1", "i-bp1ecs2", "icmp"],
        vec!["diff", "three-groups.json", file],
    ];
    for args in commands {
        let stdout = text(&run(&args).stdout);
        assert!(!stdout.contains(['\u{1b}', '\u{202e}']), "{args:?}: {stdout:?}");
    }
    let csv = text(&run(&["matrix", file, "--format", "csv"]).stdout);
    assert!(csv.contains("'=cmd") && !csv.contains("\n=cmd") && !csv.contains(",=cmd"), "{csv}");
}

/// Above 24 ends, lines stand for several ends, except in JSON and where each is asked for.
#[test]
fn a_large_matrix_is_grouped_unless_asked_otherwise() {
    let count = |args: &[&str]| text(&run(args).stdout).lines().count();
    assert_eq!(count(&["matrix", "shop.json"]), 6);
    assert_eq!(count(&["matrix", "shop.json", "--group-by=none"]), 30);
    // ecs1 and ecs3 both reach ecs2 and not each other.
    assert_eq!(count(&["matrix", "three-groups.json", "--group-by=role"]), 4);
    let json = |args: &[&str]| -> Value { serde_json::from_slice(&run(args).stdout).unwrap() };
    let all = json(&["matrix", "shop.json", "--format=json"]);
    assert_eq!(all["ends"].as_array().unwrap().len(), 29);
    assert_eq!(run(&["matrix", "shop.json", "--group-by=none"]).stderr, b"");
    let export = run(&["export", "shop.json", "--as=csv"]);
    let grouped = run(&["matrix", "shop.json", "--format=csv"]);
    assert_eq!(export.stdout, grouped.stdout);
    assert_eq!(text(&export.stdout).lines().count(), 6);
    assert!(text(&export.stderr).starts_with("29 interfaces"), "{}", text(&export.stderr));
}

#[test]
fn each_readme_shows_the_matrix_as_it_is() {
    let matrix = text(&run(&["matrix", "three-groups.json"]).stdout);
    assert_eq!(matrix.lines().count(), 5, "{matrix}");
    for file in ["README.md", "README.zh-CN.md"] {
        let readme = fs::read_to_string(root().join(file)).unwrap();
        assert!(readme.contains(&matrix), "{file} does not show\n{matrix}");
    }
}

/// The shells accept the scripts generated for them.
#[cfg(unix)]
#[test]
fn completions_know_every_command_and_are_a_script() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = text(&run(&["completions", shell]).stdout);
        for word in ["evaluate", "serve", "completions", "--language", "--per-minute"] {
            let word = if shell == "fish" { word.trim_start_matches('-') } else { word };
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let script = scratch("sgp.bash", &run(&["completions", "bash"]).stdout);
    let checked = Command::new("bash").arg("-n").arg(script).output().unwrap();
    assert_eq!(text(&checked.stderr), "");
}

/// Every example in the help is run exactly as written.
#[cfg(unix)]
#[test]
fn the_examples_of_the_help_work() {
    let program = Path::new(env!("CARGO_BIN_EXE_sgp"));
    let path =
        format!("{}:{}", program.parent().unwrap().display(), std::env::var("PATH").unwrap());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("examples");
    fs::create_dir_all(&folder).unwrap();
    for file in ["three-groups.json", "goals.json", "before.json", "after.json"] {
        fs::copy(root().join("tests/data").join(file), folder.join(file)).unwrap();
    }
    let calls = "aliyun ecs ModifySecurityGroupPolicy --RegionId cn-hangzhou \
        --SecurityGroupId sg-bp1g2 --InnerAccessPolicy Drop\n";
    fs::write(folder.join("calls.txt"), calls).unwrap();
    for command in [
        "evaluate", "explain", "space", "matrix", "diff", "what-if", "check", "fix", "lint",
        "export", "sign",
    ] {
        let help = text(&run(&[command, "--help"]).stdout);
        let (_, example) = help.split_once("Example:\n").expect(command);
        let mut shell = Command::new("sh");
        shell.args(["-c", example]).env("PATH", &path).current_dir(&folder);
        let output = shell.output().unwrap();
        let expected = if command == "check" { 1 } else { 0 };
        assert_eq!(code(&output), expected, "{example} {}", text(&output.stderr));
        assert!(!output.stdout.is_empty() && output.stderr.is_empty(), "{example}");
        let general = text(&run(&["--help"]).stdout);
        assert!(general.contains(&format!("\n  {command} ")), "{command} is not listed");
    }
}

/// Makes the calls of a fix in the emulator and returns the resulting scenario.
fn after_calls(scenario: &Scenario, fix: &Value) -> Scenario {
    let mut scenario = scenario.clone();
    let calls = fix["calls"].as_array().unwrap();
    assert!(calls.len() >= fix["edits"].as_array().unwrap().len() && !calls.is_empty(), "{fix}");
    for (number, call) in calls.iter().enumerate() {
        let action = Action::parse(call["action"].as_str().unwrap()).unwrap();
        let params = call["params"].as_array().unwrap().iter();
        let params = params.map(|pair| (pair[0].as_str().unwrap(), pair[1].as_str().unwrap()));
        let now = Timestamp::from_unix_seconds(1_800_000_000);
        let env = Env { now, entropy: u64::try_from(number).unwrap() };
        let answer = answer(&scenario, &Call::new(action, params), &env);
        scenario = answer.unwrap_or_else(|error| panic!("{call}: {error:?}")).scenario;
    }
    scenario
}

#[test]
fn the_calls_of_every_fix_do_what_the_fix_says() {
    let intents = [
        ("three-groups.json", ["ecs1", "ecs3", "tcp/443"], "reach"),
        ("three-groups.json", ["ecs1", "ecs2", "all"], "stop"),
        ("three-groups.json", ["internet", "ecs1", "udp/53"], "reach"),
        ("after.json", ["ecs1", "ecs2", "tcp/443"], "stop"),
        ("web-and-db.json", ["web", "db", "tcp/22"], "reach"),
        ("web-and-db.json", ["web", "db", "tcp/5432"], "stop"),
    ];
    for (file, [from, to, packets], intent) in intents {
        let scenario = fs::read_to_string(root().join("tests/data").join(file)).unwrap();
        let scenario = read(&scenario, &Limits::FILE).unwrap();
        let ask = |file: &str| {
            let output = run(&["fix", file, from, to, packets, "--wish", intent, "--format=json"]);
            let answer: Value = serde_json::from_str(&text(&output.stdout)).unwrap();
            (code(&output), answer)
        };
        let (exit, answer) = ask(file);
        assert_eq!((exit, answer["holds"].as_bool()), (0, Some(false)), "{file} {from} {to}");
        assert_eq!(answer["searched"].as_array().unwrap().len(), 6);
        let fixes = answer["fixes"].as_array().unwrap();
        assert!(!fixes.is_empty(), "{file} {from} {to}");
        for fix in fixes {
            let after = scratch("fixed.json", write(&after_calls(&scenario, fix)).as_bytes());
            let (exit, answer) = ask(after.to_str().unwrap());
            assert_eq!((exit, answer["holds"].as_bool()), (0, Some(true)), "{fix}");
        }
    }
}

//! `sgp exposure` and the exit code of `sgp export` as a program.

#![expect(clippy::unwrap_used, reason = "a failing test should stop at once")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use sg_core::share::write;
use sg_testing::scenario_text::scenario_of;

/// Runs the program on a scenario in the notation of cases.
fn sgp(name: &str, scenario: &str, args: &[&str]) -> Output {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    fs::write(&path, write(&scenario_of(scenario))).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgp"));
    command.arg(args[0]).arg(&path).args(&args[1..]).stdin(Stdio::null());
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

const OPEN: &str = "group G1 basic drop
    instance web 10.0.0.11 public 203.0.113.9 in G1
    instance db 10.0.0.12 in G1
    rule G1 in accept tcp 22/22 from 0.0.0.0/0 prio 2
    rule G1 in accept tcp 8080/8081 from 198.51.100.0/24 prio 1
    rule G1 in drop all from 198.51.100.128/25 prio 1";

#[test]
fn the_report_holds_every_opening_in_every_form() {
    let run = |args: &[&str]| {
        let done = sgp("exposure-open", OPEN, &[&["exposure"], args].concat());
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        text(&done.stdout)
    };
    assert_eq!(
        run(&[]),
        "open to the Internet: 203.0.113.9  web\n\
         \x20   TCP 22 from 0.0.0.0/0 except 198.51.100.128/25; sensitive: SSH (TCP 22)\n\
         \x20   inbound Allow TCP 22 from 0.0.0.0/0 (priority 2) · sgr-1 · G1 (G1)\n\
         203.0.113.9  web\n\
         \x20   TCP 8080-8081 from 198.51.100.0/25\n\
         \x20   inbound Allow TCP 8080-8081 from 198.51.100.0/24 (priority 1) · sgr-2 · G1 (G1)\n"
    );
    let csv = run(&["--format", "csv"]);
    assert_eq!(csv.lines().count(), 3, "{csv}");
    let markdown = run(&["--format", "markdown"]);
    assert!(markdown.lines().nth(1).unwrap().starts_with("| --- |"), "{markdown}");
    let json: Value = serde_json::from_str(&run(&["--format", "json"])).unwrap();
    let first = &json["rows"][0];
    assert_eq!(first["critical"], true, "{json}");
    assert_eq!(first["targets"][0]["address"], "203.0.113.9", "{json}");
    assert_eq!(first["sources"][0], "0.0.0.0/0", "{json}");
    assert_eq!(first["except"][0], "198.51.100.128/25", "{json}");
    assert!(run(&["--language", "zh"]).contains("对公网开放"));
}

#[test]
fn nothing_exposed_is_said() {
    let closed = "group G1 basic drop\n instance db 10.0.0.12 in G1";
    let done = sgp("exposure-closed", closed, &["exposure"]);
    assert_eq!(text(&done.stdout), "Nothing is reachable from the Internet.\n");
    let wrong = sgp("exposure-closed", closed, &["exposure", "--group-by", "group"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn an_export_that_leaves_something_out_says_so_in_its_exit_code() {
    let whole = "group G1 basic drop
        instance db 10.0.0.12 in G1
        rule G1 in accept tcp 22/22 from 10.0.0.0/8 prio 2";
    let done = sgp("export-whole", whole, &["export", "--as", "script"]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    assert!(done.stderr.is_empty());
    // No call takes a number of a protocol.
    let less = format!("{whole}\n rule G1 in accept 50 from 10.0.0.0/8 prio 3");
    for form in ["script", "terraform"] {
        let done = sgp("export-less", &less, &["export", "--as", form]);
        let (said, file) = (text(&done.stderr), text(&done.stdout));
        assert_eq!(done.status.code(), Some(3), "{said}");
        assert!(said.contains("rules: 1"), "{said}");
        let top: String = file.lines().take(10).collect::<Vec<_>>().join(" ");
        assert!(top.contains("Left out") && top.contains("rules: 1"), "{file}");
    }
}

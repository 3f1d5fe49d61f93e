//! `sgp import` as a program: its standard output and standard error.

#![expect(clippy::unwrap_used, reason = "a failing test should stop at once")]

use std::process::{Command, Output, Stdio};

use sg_core::share::{Limits, read};

fn sgp(folder: &str, args: &[&str]) -> Output {
    let root = sg_testing::root().join("tests/cases/import").join(folder);
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgp"));
    command.arg("import").args(args).current_dir(root).stdin(Stdio::null()).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

const FILES: [&str; 3] = ["web.json", "db.json", "instances.json"];

#[test]
fn replies_become_a_document_and_standard_error_says_what_was_assumed() {
    let done = sgp("sdk_body", &FILES);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let scenario = read(&text(&done.stdout), &Limits::FILE).unwrap();
    let names: Vec<&str> = scenario.groups().map(|group| group.label()).collect();
    assert_eq!(names, ["web", "db", "sg-bp1adv00000000000003"]);
    let said = text(&done.stderr);
    assert!(said.contains("assumed (unknown-group)"), "{said}");
    assert!(said.contains("instances.json:1:") && said.contains("eni-bp1db1b"), "{said}");
    let chinese = text(&sgp("sdk_body", &[&FILES[..], &["--language", "zh"]].concat()).stderr);
    assert!(chinese.contains("假设（unknown-group）："), "{chinese}");
}

#[test]
fn other_names_are_the_same_for_the_same_number() {
    let other = |number: &str| {
        let done = sgp("sdk_body", &[&FILES[..], &["--anonymise", number]].concat());
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        text(&done.stdout)
    };
    let first = other("7");
    assert_eq!(first, other("7"));
    assert_ne!(first, other("8"));
    for secret in ["bp1", "10.0.1.10", "198.51.100.20", "everybody", "prod"] {
        assert!(!first.contains(secret), "{secret}: {first}");
    }
}

#[test]
fn what_makes_no_scenario_is_refused() {
    for (args, part) in [
        (&["no-such-file"][..], "cannot read no-such-file"),
        (&[][..], "needs FILE"),
        (&["web.json", "--anonymise", "x"][..], "takes a whole number"),
        (&["vpcs.json"][..], "nothing was read that makes a scenario"),
    ] {
        let done = sgp("sdk_body", args);
        let said = text(&done.stderr);
        assert_eq!(done.status.code(), Some(2), "{said}");
        assert!(said.contains(part) && done.stdout.is_empty(), "{said}");
    }
}

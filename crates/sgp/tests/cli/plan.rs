//! `sgp diff --plan` as a program: what a Terraform plan opens and closes, and by which change.

#![expect(clippy::unwrap_used, reason = "a failing test should stop at once")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// Runs `sgp diff --plan` on the plan of an import case, in a folder of its own.
fn diff(case: &str, args: &[&str]) -> (Output, Option<String>) {
    let path = sg_testing::root().join(format!("tests/cases/import/{case}.case"));
    let text = fs::read_to_string(path).unwrap();
    let (_, plan) = text.split_once("=== plan.json\n").unwrap();
    let (plan, _) = plan.split_once("=== reading\n").unwrap();
    run(case, plan, args)
}

fn run(name: &str, content: &str, args: &[&str]) -> (Output, Option<String>) {
    let unique = format!("sgp-plan-{name}-{}-{}", args.join(""), std::process::id());
    let folder: PathBuf = std::env::temp_dir().join(unique.replace('/', ""));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("plan.json"), content).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgp"));
    command.args(["diff", "--plan", "plan.json"]).args(args);
    let output = command.current_dir(&folder).stdin(Stdio::null()).output().unwrap();
    let junit = fs::read_to_string(folder.join("report.xml")).ok();
    fs::remove_dir_all(folder).unwrap();
    (output, junit)
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The lines of an answer with single spaces.
fn lines(case: &str, args: &[&str]) -> Vec<String> {
    let (output, _) = diff(case, args);
    let lines = out(&output);
    lines.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn code(case: &str, args: &[&str]) -> Option<i32> {
    diff(case, args).0.status.code()
}

#[test]
fn each_pair_that_opens_or_closes_names_the_change_behind_it() {
    assert_eq!(
        lines("terraform_plan_after", &[]),
        [
            "opens internet → any member of web TCP 22 by alicloud_security_group_rule.ssh (create)",
            "closes any member of web → any member of web TCP 1-21, TCP 23-65535, UDP, ICMP, GRE, \
             other protocols by alicloud_security_group.web (update)",
            "Pairs that open: 1; that close: 1; not known yet: 0.",
        ]
    );
}

#[test]
fn what_is_updated_replaced_and_destroyed_closes_by_its_own_change() {
    let lines = lines("plan_updates_replaces_destroys", &[]);
    for line in [
        "closes a → b TCP, UDP, ICMP, GRE, other protocols by alicloud_security_group.web (update)",
        "closes internet → a TCP 22 by alicloud_security_group_rule.ssh (delete)",
        "closes gone → b TCP 80 by alicloud_instance.gone (delete), \
         alicloud_security_group_rule.http (replace)",
        // Without a public address, whether it reached the Internet depends on SNAT.
        "may close gone → internet TCP 1-24, TCP 26-65535, UDP, ICMP, GRE, other protocols by \
         alicloud_instance.gone (delete)",
        "Pairs that open: 0; that close: 6; not known yet: 1.",
    ] {
        assert!(lines.iter().any(|other| other == line), "{line}: {lines:#?}");
    }
    // The rule that is replaced still lets its new block in.
    let replaced = lines.iter().find(|line| line.contains("internet → a TCP 80")).unwrap();
    assert!(replaced.starts_with("closes") && replaced.contains("http (replace)"), "{replaced}");
}

#[test]
fn modules_keys_and_counts_lead_to_the_group_that_is_created() {
    let lines = lines("plan_follows_references", &[]);
    for line in [
        r#"opens any member of api → any member of web TCP 2 by alicloud_security_group_rule.each["web"] (create)"#,
        r#"opens any member of api → any member of web TCP 3 by alicloud_security_group_rule.value["web"] (create)"#,
        "opens any member of c0 → any member of c1 TCP 4 by alicloud_security_group_rule.counted[1] (create)",
        "opens any member of api → any member of inner TCP 6 by alicloud_security_group_rule.output (create)",
        r#"opens any member of api → any member of c0 TCP 9 by module.app["x"].alicloud_security_group_rule.outer (create)"#,
        // It is not known which group these two rules will be in.
        "may open any member of api → any member of c0 TCP 7 by alicloud_security_group_rule.some (create)",
        "may open any member of web → any member of inner TCP 8 by alicloud_security_group_rule.local (create)",
    ] {
        assert!(lines.iter().any(|other| other == line), "{line}: {lines:#?}");
    }
}

#[test]
fn what_is_known_only_after_apply_may_open_and_is_never_decided() {
    let found = lines("plan_with_parts_known_after_apply", &[]);
    let (summary, rows) = found.split_last().unwrap();
    assert_eq!(summary, "Pairs that open: 0; that close: 0; not known yet: 4.");
    assert!(rows.iter().all(|row| row.starts_with("may open ")), "{rows:#?}");
    assert!(
        rows.iter().any(|row| row.contains("(203.0.113.9) by alicloud_security_group_rule.port"))
    );
    // A rule for half of a vSwitch, and an instance that gets its address only after apply.
    let half = "may open web-0 → db TCP 22 by alicloud_instance.db (create), \
                alicloud_instance.web[0] (create), alicloud_security_group_rule.half (create)";
    let all = lines("plan_creates_everything", &[]);
    assert!(all.iter().any(|line| line == half), "{all:#?}");
}

#[test]
fn a_pipeline_fails_on_what_it_names() {
    for (case, effect, expected) in [
        ("terraform_plan_after", "opens", 1),
        ("terraform_plan_after", "closes", 1),
        ("plan_updates_replaces_destroys", "opens", 0),
        ("plan_updates_replaces_destroys", "closes", 1),
        ("plan_updates_replaces_destroys", "changes", 1),
        ("plan_with_parts_known_after_apply", "opens", 1),
        ("plan_with_parts_known_after_apply", "closes", 0),
    ] {
        assert_eq!(code(case, &["--fail-on", effect]), Some(expected), "{case} {effect}");
    }
    assert_eq!(code("terraform_plan_after", &[]), Some(0));
    let args = ["--fail-on", "opens", "--junit", "report.xml"];
    let (_, junit) = diff("terraform_plan_after", &args);
    let junit = junit.unwrap();
    for part in [
        "tests=\"2\" skipped=\"0\" errors=\"0\" failures=\"1\"",
        "internet → any member of web: TCP 22",
        "by alicloud_security_group_rule.ssh (create)",
    ] {
        assert!(junit.contains(part), "{part}: {junit}");
    }
}

#[test]
fn a_pull_request_gets_a_table_and_a_program_gets_json() {
    let (output, _) = diff("terraform_plan_after", &["--format", "markdown"]);
    assert_eq!(
        out(&output),
        "### Who reaches whom after `plan.json`\n\n\
         Pairs that open: 1; that close: 1; not known yet: 0.\n\n\
         | effect | from → to | packets | because of |\n|---|---|---|---|\n\
         | opens | `internet` → `any member of web` | TCP 22 | \
         `alicloud_security_group_rule.ssh` (create) |\n\
         | closes | `any member of web` → `any member of web` | TCP 1-21, TCP 23-65535, UDP, \
         ICMP, GRE, other protocols | `alicloud_security_group.web` (update) |\n"
    );
    let (output, _) = diff("terraform_plan_after", &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    let effects = &json["plan"]["effects"];
    assert_eq!(effects[0]["effect"], "opens");
    assert_eq!(effects[0]["resources"][0]["address"], "alicloud_security_group_rule.ssh");
    assert_eq!(effects[1]["effect"], "closes");
    assert_eq!(json["plan"]["resources"].as_array().unwrap().len(), 2);
}

#[test]
fn what_is_no_plan_is_refused() {
    let state =
        r#"{"version":4,"terraform_version":"1.9.5","serial":1,"lineage":"l","resources":[]}"#;
    let (output, _) = run("state", state, &[]);
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("it is no plan") && output.stdout.is_empty(), "{said}");
    let (output, _) = run("both", state, &["before.json", "after.json"]);
    assert_eq!(output.status.code(), Some(2));
}

//! `sgp import` as a program: its standard output and standard error.

#![expect(clippy::unwrap_used, reason = "a failing test should stop at once")]

use std::fs;
use std::process::{Command, Output, Stdio};

use sg_core::share::{Limits, read};

fn sgp(folder: &str, args: &[&str]) -> Output {
    let root = sg_testing::root().join("tests/cases/import").join(folder);
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgp"));
    command.arg("import").args(args).current_dir(root).stdin(Stdio::null()).output().unwrap()
}

/// Runs in an empty folder of the test, with files written there.
fn in_folder(test: &str, files: &[(&str, &[u8])], args: &[&str]) -> Output {
    let folder = std::env::temp_dir().join(format!("sgp-import-{test}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for (name, content) in files {
        fs::write(folder.join(name), content).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgp"));
    command.arg("import").args(args).current_dir(&folder).stdin(Stdio::null());
    let output = command.output().unwrap();
    fs::remove_dir_all(folder).unwrap();
    output
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
fn a_script_that_collects_is_printed_for_either_shell() {
    for (args, first, part) in [
        (&["--collect"][..], "#!/bin/sh\n", "regions=''\n"),
        (
            &["--collect", "sh", "--region", "cn-hangzhou,us-west-1"],
            "#!/bin/sh\n",
            "regions='cn-hangzhou us-west-1'\n",
        ),
        (&["--region", "cn-hangzhou", "--collect"], "#!/bin/sh\n", "regions='cn-hangzhou'\n"),
        (&["--collect", "--region", "cn-hangzhou"], "#!/bin/sh\n", "regions='cn-hangzhou'\n"),
        (&["--collect", "powershell"], "# Collects", "$Region = @(),\n"),
    ] {
        let done = sgp("sdk_body", args);
        let script = text(&done.stdout);
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        assert!(script.starts_with(first) && script.contains(part), "{args:?}: {script}");
        assert!(done.stderr.is_empty());
    }
    for (args, part) in [
        (&["--collect", "fish"][..], "`fish` is not a shell known here: sh, powershell"),
        (&["--collect", "--region", "'; rm"], "is not the id of a region"),
        (&["--collect", "--region", "cn_x"], "is not a region ID such as cn-hangzhou"),
        (&["web.json", "--region", "cn-a,cn-b"], "several can only be collected"),
        (&["--region", "cn-hangzhou"], "needs"),
    ] {
        let done = sgp("sdk_body", args);
        let said = text(&done.stderr);
        assert!(done.status.code() == Some(2) && said.contains(part), "{args:?}: {said}");
        assert!(done.stdout.is_empty());
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

fn group(id: &str, region: &str) -> String {
    format!(
        r#"{{"SecurityGroupId":"{id}","RegionId":"{region}","VpcId":"vpc-{region}",
"InnerAccessPolicy":"Drop","Permissions":{{"Permission":[]}}}}"#
    )
}

#[test]
fn several_regions_are_a_choice() {
    let (one, two) = (group("sg-a", "cn-hangzhou"), group("sg-b", "cn-beijing"));
    let files = [("a.json", one.as_bytes()), ("b.json", two.as_bytes())];
    let run = |args: &[&str]| in_folder("regions", &files, &[&["a.json", "b.json"], args].concat());
    for args in [&[][..], &["--region", "eu-central-1"]] {
        let done = run(args);
        let said = text(&done.stderr);
        assert_eq!(done.status.code(), Some(2), "{said}");
        assert!(said.contains("--region") && done.stdout.is_empty(), "{said}");
        assert!(said.contains("cn-hangzhou (1 ") && said.contains("cn-beijing (1 "), "{said}");
    }
    let done = run(&["--region", "cn-beijing"]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let scenario = read(&text(&done.stdout), &Limits::FILE).unwrap();
    assert_eq!(scenario.region().as_str(), "cn-beijing");
    let ids: Vec<&str> = scenario.groups().map(|group| group.id.as_str()).collect();
    assert_eq!(ids, ["sg-b"]);
    let said = text(&run(&["--region", "not a region"]).stderr);
    assert!(said.contains("`not a region` is not the id of a region"), "{said}");
}

#[test]
fn files_of_other_shells_are_read() {
    let document = group("sg-a", "cn-hangzhou");
    let wide: Vec<u8> = document.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xff, 0xfe][..], &wide].concat();
    let utf8 = ["\u{feff}", &document].concat();
    for content in [wide, marked, utf8.into_bytes()] {
        let done = in_folder("encodings", &[("a.json", &content)], &["a.json"]);
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        assert!(text(&done.stdout).contains("sg-a"));
    }
}

#[test]
fn a_strict_import_writes_nothing_unless_everything_is_known() {
    let whole = r#"{"TotalCount":1,"SecurityGroups":{"SecurityGroup":[
    {"SecurityGroupId":"sg-a","VpcId":"vpc-1","SecurityGroupType":"normal"}]}}
{"SecurityGroupId":"sg-a","VpcId":"vpc-1","InnerAccessPolicy":"Drop","Permissions":{"Permission":[]}}
{"TotalCount":1,"Vpcs":{"Vpc":[{"VpcId":"vpc-1","CidrBlock":"10.0.0.0/8"}]}}
{"PageNumber":1,"PageSize":1,"TotalCount":1,"Instances":{"Instance":[
    {"InstanceId":"i-1","ZoneId":"cn-hangzhou-h","SecurityGroupIds":{"SecurityGroupId":["sg-a"]},
    "VpcAttributes":{"VpcId":"vpc-1","PrivateIpAddress":{"IpAddress":["10.0.0.1"]}}}]}}
"#;
    let run = |content: &str, args: &[&str]| {
        let files = [("account.json", content.as_bytes())];
        in_folder("strict", &files, &[&["account.json"], args].concat())
    };
    let done = run(whole, &["--strict"]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    assert!(read(&text(&done.stdout), &Limits::FILE).is_ok());
    let half = whole.replace("\"PageSize\":1,\"TotalCount\":1", "\"PageSize\":1,\"TotalCount\":3");
    let done = run(&half, &[]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let said = text(&done.stderr);
    let first = "INCOMPLETE: account.json:5:1: 1 of 3 instances given; fetch the other pages with: \
                 for page in 2 3; do aliyun ecs DescribeInstances --RegionId cn-hangzhou \
                 --PageSize 1 --PageNumber \"$page\"; done\n";
    assert!(said.starts_with(first), "{said}");
    assert!(text(&done.stdout).contains("\"unreadMembers\": true"), "{}", text(&done.stdout));
    for (content, word) in [
        (half.as_str(), "1 of 3 instances"),
        (&whole[..whole.len() - 5], "truncated"),
        (&whole.replace("\"InnerAccessPolicy\":\"Drop\",", ""), "assumed (policy-accept)"),
        (&whole.replace("\"Vpcs\"", "\"Disks\""), "DescribeDisks"),
    ] {
        let done = run(content, &["--strict"]);
        let said = text(&done.stderr);
        assert_eq!(done.status.code(), Some(3), "{said}");
        assert!(said.contains(word) && said.contains("Nothing was written"), "{said}");
        assert!(done.stdout.is_empty(), "{said}");
    }
}

//! Imports: every case under `tests/cases/import/` with its expected reading, responses from the
//! vendor's own models in all their forms, and properties of every reading.
//!
//! A case is one file: `=== name` before each text, then `=== reading` with the expected result.
//! `=== choose region cn-beijing` and `=== choose plan before` are choices of the reader. If
//! `SGP_RECORD` is set, the readings are written instead of compared; review the diff before
//! committing.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test panics on the first error"
)]

mod field;
mod properties;
mod readers;
mod sdk;

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use sg_core::connectivity::*;
use sg_core::import::{Assumption, Choice, Note, PlanSide, Reading, Shape, Text, read_as};
use sg_core::language::Language;
use sg_core::model::*;

pub(crate) fn folder() -> PathBuf {
    sg_testing::root().join("tests/cases/import")
}

pub(crate) fn text(name: &str, content: &str) -> Text {
    Text { name: name.to_owned(), content: content.to_owned() }
}

/// The reading as text: what was understood, what was not, the assumptions, the scenario and its
/// answers.
fn told(reading: &Reading) -> String {
    let mut out = String::new();
    for (file, understood) in reading.files.iter().zip(&reading.understood) {
        let counts = understood.counts().into_iter().filter(|(_, count)| *count > 0);
        let counts: Vec<String> =
            counts.map(|(kind, count)| format!("{count} {}", kind.en)).collect();
        let documents = understood.documents;
        writeln!(out, "{file}: {documents} documents: {}", counts.join(", ")).unwrap();
    }
    for (kind, notes) in [("incomplete", &reading.incomplete), ("unread", &reading.unread)] {
        for Note { place, said } in notes {
            let place = place.map_or_else(String::new, |at| {
                format!("{}:{}:{} ", reading.files[at.file], at.line, at.column)
            });
            writeln!(out, "{kind} {place}{}", said.say(Language::En)).unwrap();
        }
    }
    if reading.more_unread > 0 {
        writeln!(out, "unread {} more", reading.more_unread).unwrap();
    }
    for assumed in &reading.assumed {
        let about = assumed.about.join("; ");
        writeln!(out, "assumed {} {}: {about}", assumed.which.as_str(), assumed.count).unwrap();
    }
    for found in &reading.regions {
        let (region, groups, instances) = (&found.region, found.groups, found.instances);
        writeln!(out, "choose {region}: {groups} groups, {instances} instances").unwrap();
    }
    for change in reading.plan.iter().flat_map(|plan| &plan.changes) {
        let (address, action) = (&change.address, change.action.as_str());
        writeln!(out, "{action} {address} at {}", change.place.line).unwrap();
    }
    if let Some(scenario) = &reading.scenario {
        scenario_lines(&mut out, scenario, reading);
    } else {
        writeln!(out, "no scenario").unwrap();
    }
    out
}

fn scenario_lines(out: &mut String, scenario: &Scenario, reading: &Reading) {
    writeln!(out, "region {}", scenario.region()).unwrap();
    for vpc in scenario.parts().vpcs.values() {
        let snat = vpc.snat.map_or("", |snat| if snat { " with SNAT" } else { " without SNAT" });
        writeln!(out, "vpc {} {:?} {:?}{snat}", vpc.id, vpc.name, vpc.blocks).unwrap();
    }
    for vswitch in scenario.parts().vswitches.values() {
        let VSwitch { id, name, vpc, block, zone } = &**vswitch;
        writeln!(out, "vswitch {id} {name:?} in {vpc} {block} {zone:?}").unwrap();
    }
    for list in scenario.parts().port_lists.values() {
        let PortList { id, name, entries, max_entries } = &**list;
        let entries = entries.iter().map(|own| format!("{} {:?}", own.range, own.description));
        let entries: Vec<String> = entries.collect();
        writeln!(out, "ports {id} {name:?} [{}] of {max_entries}", entries.join(", ")).unwrap();
    }
    for list in scenario.parts().prefix_lists.values() {
        let PrefixList { id, name, blocks, max_entries, .. } = &**list;
        writeln!(out, "list {id} {name:?} {blocks:?} of {max_entries}").unwrap();
    }
    for group in scenario.groups() {
        let (id, name, kind) = (&group.id, &group.name, group.group_type);
        writeln!(out, "group {id} {name:?} {:?} {kind:?} in {}", group.description, group.vpc)
            .unwrap();
        let labels = &group.labels;
        if *labels != Labels::default() || group.service_managed {
            let managed = if group.service_managed { " managed" } else { "" };
            let service = labels.service.id.map_or_else(String::new, |id| format!(" service {id}"));
            let protected = if labels.deletion_protection { " protected" } else { "" };
            writeln!(
                out,
                "  {:?} {:?}{managed}{service}{protected}",
                labels.tags, labels.resource_group
            )
            .unwrap();
        }
        for rule in &group.rules {
            let at = reading.origins.get(&rule.id).expect("every rule has an origin");
            let (file, line, column) = (&reading.files[at.file], at.line, at.column);
            writeln!(out, "  {file}:{line}:{column} {} {rule} {:?}", rule.id, rule.description)
                .unwrap();
        }
    }
    unread_lines(out, scenario);
    for instance in scenario.instances() {
        writeln!(out, "instance {} {:?}", instance.id, instance.name).unwrap();
        for id in &instance.interfaces {
            let it = scenario.interface(id).unwrap();
            let (groups, addresses) = (&it.groups, &it.addresses);
            let public = it.public_address.map_or_else(String::new, |ip| format!(" public {ip}"));
            let more = it.more.public.iter();
            let more: String = more.map(|it| format!(" {}={}", it.public, it.private)).collect();
            let public = public + &more;
            let vswitch = it.vswitch.as_ref().map_or_else(String::new, |id| format!(" {id}"));
            writeln!(out, "  {id} in {}{vswitch} {groups:?} {addresses:?}{public}", it.vpc)
                .unwrap();
        }
    }
    for outside in scenario.outside() {
        writeln!(out, "outside {} {}", outside.name, outside.block).unwrap();
    }
    answers(out, scenario);
}

/// What is not known of groups.
fn unread_lines(out: &mut String, scenario: &Scenario) {
    if scenario.parts().unread_members {
        writeln!(out, "unknown members").unwrap();
    }
    for group in scenario.groups() {
        let Unread { policy, more_rules, rules } = &group.unread;
        for (unknown, what) in [(policy, "policy"), (more_rules, "more rules")] {
            if *unknown {
                writeln!(out, "unknown {what} of {}", group.id).unwrap();
            }
        }
        for rule in rules {
            let UnreadRule { place, value, direction, policy, priority, protocol, peer } = &**rule;
            let (id, priority) = (&group.id, priority.map(|it| it.to_string()));
            writeln!(out, "unknown rule of {id} at {place}: {value}").unwrap();
            writeln!(out, "  {direction:?} {policy:?} {priority:?} {protocol:?} {peer:?}").unwrap();
        }
    }
}

/// What passes between each pair of ends, one character each: + everything, - nothing, ~ something.
fn answers(out: &mut String, scenario: &Scenario) {
    let matrix = matrix(scenario, PacketChoice::All, CheckedDirections::Both);
    let all = ends(scenario);
    for (row, end) in all.iter().enumerate() {
        let letter = |column: usize| match matrix.cell(row, column).unwrap().state {
            CellState::Itself => '.',
            CellState::Pass => '+',
            CellState::Blocked => '-',
            CellState::Partial(_) => '~',
            CellState::NotFiltered => '0',
            CellState::Unknown => '?',
        };
        let name = match end {
            End::Interface(id) => id.to_string(),
            End::Outside(name) => name.clone(),
        };
        writeln!(out, "{} {name}", (0..all.len()).map(letter).collect::<String>()).unwrap();
    }
}

/// A case: its texts, what the reader chooses, and the expected reading.
struct Case {
    texts: Vec<Text>,
    choice: Choice,
    reading: String,
}

impl Case {
    fn parse(case: &str) -> Self {
        let mut texts: Vec<Text> = Vec::new();
        let mut choice = Choice::default();
        for line in case.split_inclusive('\n') {
            let name = line.strip_prefix("=== ").map(str::trim_end);
            match name.map(|name| name.strip_prefix("choose ").ok_or(name)) {
                Some(Ok("plan before")) => choice.plan = PlanSide::Before,
                Some(Ok(other)) => {
                    let region = other.strip_prefix("region ").expect("region or plan");
                    choice.region = Some(RegionId::parse(region).unwrap());
                }
                Some(Err(name)) => texts.push(text(name, "")),
                None => texts.last_mut().expect("a case begins with ===").content.push_str(line),
            }
        }
        let reading = texts.pop().unwrap();
        assert_eq!(reading.name, "reading", "the last section");
        Self { texts, choice, reading: reading.content }
    }

    fn read(self) -> Reading {
        read_as(self.texts, self.choice)
    }
}

/// The paths and contents of all cases.
fn cases() -> impl Iterator<Item = (PathBuf, String)> {
    let paths = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let cases = paths.filter(|path| path.extension().is_some_and(|it| it == "case"));
    cases.map(|path| {
        let case = fs::read_to_string(&path).unwrap();
        (path, case)
    })
}

#[test]
fn every_case_gives_its_reading() {
    let mut different = Vec::new();
    let mut count = 0;
    for (path, text) in cases() {
        count += 1;
        let case = Case::parse(&text);
        let recorded = case.reading.clone();
        let now = told(&case.read());
        if std::env::var_os("SGP_RECORD").is_some() {
            let (inputs, _) = text.split_once("=== reading\n").unwrap();
            fs::write(&path, format!("{inputs}=== reading\n{now}")).unwrap();
        } else if now != recorded {
            different.push(format!("{}: recorded\n{recorded}\nnow\n{now}", path.display()));
        }
    }
    assert!(count > 30, "{count} cases");
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[test]
fn every_assumption_is_reached_by_a_case_and_none_twice() {
    let cases: String = cases().map(|(_, case)| case).collect();
    for which in Assumption::ALL {
        let line = format!("\nassumed {} ", which.as_str());
        assert!(cases.contains(&line), "{}", which.as_str());
    }
}

#[test]
fn every_shape_is_reached_by_a_case_and_listed_in_the_manual() {
    let manual = fs::read_to_string(sg_testing::root().join("docs/import.md")).unwrap();
    let (table, _) = manual.split_once("\n## ").unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let listed: Vec<&str> = rows.map(|(name, _)| name).collect();
    let known: Vec<&str> = Shape::ALL.iter().map(|shape| shape.as_str()).collect();
    assert_eq!(listed, known, "the shapes of docs/import.md, in order");
    let mut reached = std::collections::BTreeSet::new();
    for (_, case) in cases() {
        reached.extend(Case::parse(&case).read().shapes.into_keys());
    }
    for shape in Shape::ALL {
        assert!(reached.contains(shape), "{}", shape.as_str());
    }
}

#[test]
fn sentences_are_filled_in_both_languages() {
    for (path, case) in cases() {
        let reading = Case::parse(&case).read();
        for language in Language::ALL {
            let notes = reading.incomplete.iter().chain(&reading.unread);
            let notes = notes.map(|note| note.said.say(language));
            for said in notes.chain(reading.assumed.iter().map(|assumed| assumed.say(language))) {
                for place in [
                    "{what}",
                    "{why}",
                    "{value}",
                    "{field}",
                    "{most}",
                    "{count}",
                    "{place}",
                    "{given}",
                    "{total}",
                    "{of}",
                    "{command}",
                ] {
                    assert!(!said.contains(place), "{}: {said}", path.display());
                }
            }
        }
    }
}

/// Whatever is cut off a reply, the reading says so.
#[test]
fn a_text_that_ends_anywhere_in_a_document_is_truncated() {
    let json = r#"{"Instances": {"Instance": [{"InstanceId": "i-\u00e41", "Online": true,
        "Cpu": 12, "SecurityGroupIds": {"SecurityGroupId": ['sg-a']}, "Stopped": null}]}}"#;
    let xml = "<?xml version='1.0'?><DescribeInstancesResponse kind=\"a>b\"><!-- one --><Instances>
        <Instance><InstanceId>i&amp;1</InstanceId></Instance></Instances></DescribeInstancesResponse>";
    for (name, whole) in [("reply.json", json), ("reply.xml", xml)] {
        assert_eq!(sg_core::import::read(vec![text(name, whole)]).incomplete, [], "{name}");
        for end in (24..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
            for behind in ["", "\n"] {
                let cut = format!("{}{behind}", &whole[..end]);
                let reading = sg_core::import::read(vec![text(name, &cut)]);
                assert_eq!(reading.incomplete.len(), 1, "{cut}: {reading:?}");
                assert!(!reading.is_exact());
            }
        }
    }
}

/// A group in a VPC with its only member, all that is needed to know both.
const WHOLE: &str = r#"{"TotalCount":1,"PageNumber":1,"PageSize":10,"SecurityGroups":{"SecurityGroup":[
    {"SecurityGroupId":"sg-a","VpcId":"vpc-1","SecurityGroupType":"normal"}]}}
{"SecurityGroupId":"sg-a","VpcId":"vpc-1","InnerAccessPolicy":"Accept","Permissions":{"Permission":[
    {"SecurityGroupRuleId":"sgr-1","Direction":"ingress","IpProtocol":"TCP","PortRange":"80/80",
    "SourceCidrIp":"0.0.0.0/0","Policy":"Accept","Priority":1}]}}
{"TotalCount":1,"Vpcs":{"Vpc":[{"VpcId":"vpc-1","CidrBlock":"10.0.0.0/8"}]}}
{"TotalCount":1,"Instances":{"Instance":[{"InstanceId":"i-1","SecurityGroupIds":{"SecurityGroupId":
    ["sg-a"]},"VpcAttributes":{"VpcId":"vpc-1","PrivateIpAddress":{"IpAddress":["10.0.0.1"]}}}]}}
"#;

#[test]
fn a_whole_account_is_exact_and_each_way_to_be_less_is_not() {
    let exact = |content: &str| {
        let reading = sg_core::import::read(vec![text("account.json", content)]);
        assert!(reading.scenario.is_some(), "{content}");
        (reading.is_exact(), told(&reading))
    };
    let (whole, said) = exact(WHOLE);
    assert!(whole, "{said}");
    assert!(exact(&format!("{WHOLE}{WHOLE}")).0, "told twice");
    for (of, by) in [
        (r#""SecurityGroupType":"normal""#, r#""SecurityGroupType":"other""#),
        (r#""InnerAccessPolicy":"Accept","#, ""),
        (r#""Vpcs":"#, r#""Disks":"#),
        (r#"{"TotalCount":1,"Instances""#, r#"{"TotalCount":2,"Instances""#),
        (r#""Permissions":{"#, r#""NextToken":"A","Permissions":{"#),
        (r#""PortRange":"80/80""#, r#""PortRange":"80-80""#),
        ("10.0.0.1\"]}}}]}}", "10.0.0.1\"]}}}]}"),
    ] {
        let less = WHOLE.replacen(of, by, 1);
        assert_ne!(less, WHOLE);
        let (whole, said) = exact(&less);
        assert!(!whole, "{less}: {said}");
    }
}

/// An account of more groups, rules and interfaces than every account may have opens whole.
#[test]
fn a_large_account_raises_its_quotas_and_opens_whole() {
    let group = |number: usize| format!("sg-{number}");
    let mut content = String::new();
    for number in 0..500 {
        let rules: Vec<String> = (0..20)
            .map(|rule| {
                let port = 1_000 + rule;
                let address = format!("10.{}.{}.0/24", number % 250, rule);
                format!(
                    r#"{{"SecurityGroupRuleId":"sgr-{number}-{rule}","Direction":"ingress",
                    "IpProtocol":"TCP","PortRange":"{port}/{port}","SourceCidrIp":"{address}",
                    "Policy":"Accept","Priority":"1"}}"#
                )
            })
            .collect();
        writeln!(
            content,
            r#"{{"SecurityGroupId":"{}","VpcId":"vpc-1","InnerAccessPolicy":"Drop",
            "Permissions":{{"Permission":[{}]}}}}"#,
            group(number),
            rules.join(",")
        )
        .unwrap();
    }
    for number in 0..2_000 {
        // The first interfaces are in twelve groups, two more than every interface may be in.
        let count = if number < 10 { 12 } else { 2 };
        let groups: Vec<String> =
            (0..count).map(|more| format!("\"{}\"", group((number + 7 * more) % 500))).collect();
        writeln!(
            content,
            r#"{{"NetworkInterfaceId":"eni-{number}","InstanceId":"i-{number}","Type":"Primary",
            "PrivateIpAddress":"10.0.{}.{}","VpcId":"vpc-1",
            "SecurityGroupIds":{{"SecurityGroupId":[{}]}}}}"#,
            number / 250,
            1 + number % 250,
            groups.join(",")
        )
        .unwrap();
    }
    let reading = sg_core::import::read(vec![text("account.json", &content)]);
    assert_eq!(reading.unread, []);
    let raised = reading.assumed.iter().find(|one| one.which == Assumption::RaisedQuota).unwrap();
    assert_eq!(raised.about, ["groupsPerRegion: 500", "groupsPerInterface: 12"]);
    let scenario = reading.scenario.unwrap();
    let rules: usize = scenario.groups().map(|group| group.rules.len()).sum();
    let counts = (scenario.groups().len(), scenario.interfaces().len(), rules);
    assert_eq!(counts, (500, 2_000, 10_000));
    let document = sg_core::share::write(&scenario);
    let again = sg_core::share::read(&document, &sg_core::share::Limits::FILE).unwrap();
    assert_eq!(again, *scenario);
}

//! Golden texts: `UPDATE_SNAPSHOTS=1 cargo test -p sg-core --test emulator golden` rewrites them.

use std::fs;

use sg_core::emulator::{Action, Call, PermissionForm};
use sg_core::language::Language;
use sg_core::model::*;
use sg_core::request::snippet::{Tool, render};

fn region() -> RegionId {
    RegionId::parse("cn-hangzhou").unwrap()
}

fn group() -> SecurityGroupId {
    SecurityGroupId::parse("sg-bp1g1").unwrap()
}

/// Calls that together have every kind of field.
pub(crate) fn calls() -> Vec<(&'static str, Call)> {
    let rules = [
        PermissionForm {
            protocol: "TCP",
            port_range: "443/443",
            peer: "0.0.0.0/0",
            policy: "accept",
            priority: "1",
            description: "web \"shop\" ${file(\"x\")}",
            ..Default::default()
        },
        PermissionForm {
            protocol: "ALL",
            port_range: "-1/-1",
            peer: "2001:db8::/32",
            ..Default::default()
        },
    ];
    let ids = ["sgr-bp1a", "sgr-bp1b"].map(|id| RuleId::parse(id).unwrap());
    let instance = InstanceId::parse("i-bp1ecs1").unwrap();
    let create = [
        ("RegionId", "cn-beijing"),
        ("VpcId", "vpc-2ze1"),
        ("SecurityGroupName", "网站"),
        ("SecurityGroupType", "normal"),
        ("Tag.1.Key", "team"),
        ("Tag.1.Value", "a b"),
        ("Tag.2.Key", "empty"),
    ];
    let list = [
        ("RegionId", "cn-hangzhou"),
        ("MaxResults", "10"),
        ("ServiceManaged", "false"),
        ("SecurityGroupIds", "[\"sg-bp1g1\"]"),
    ];
    vec![
        (
            "policy",
            Call::modify_security_group_policy(&region(), &group(), InnerAccessPolicy::Drop),
        ),
        ("create", Call::new(Action::CreateSecurityGroup, create)),
        ("authorize", Call::authorize(&region(), &group(), Direction::Ingress, &rules)),
        ("authorize_egress", Call::authorize(&region(), &group(), Direction::Egress, &rules)),
        ("revoke", Call::revoke(&region(), &group(), Direction::Ingress, &ids)),
        ("join", Call::join_instance(&region(), &instance, &group())),
        ("list", Call::new(Action::DescribeSecurityGroups, list)),
        ("regions", Call::new(Action::DescribeRegions, [])),
    ]
}

#[test]
fn every_tool_says_each_call_as_before() {
    let folder = sg_testing::root().join("tests/snapshots/snippets");
    let mut differ = Vec::new();
    for tool in Tool::ALL {
        let mut text = String::new();
        for (name, call) in calls() {
            text += &format!("==== {name}\n");
            match render(&call, tool) {
                Ok(snippet) => text += snippet.trim_end(),
                Err(unfit) => {
                    let said = Language::ALL.map(|language| unfit.say(language));
                    text += &said.join("\n");
                }
            }
            text.push('\n');
        }
        let file = folder.join(format!("{}.txt", tool.slug()));
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "1") {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&file, &text).unwrap();
        }
        let golden = fs::read_to_string(&file).unwrap_or_default();
        if text != golden {
            differ.push(format!("{}:\n{text}", tool.name()));
        }
    }
    assert!(differ.is_empty(), "UPDATE_SNAPSHOTS=1 rewrites them:\n{}", differ.join("\n"));
}

#[test]
fn no_snippet_holds_a_key_and_each_names_where_it_comes_from() {
    for (name, call) in calls() {
        for tool in [Tool::Curl, Tool::Python, Tool::Node, Tool::Go, Tool::Java] {
            let text = render(&call, tool).unwrap();
            assert!(text.contains("ALIBABA_CLOUD_ACCESS_KEY_ID"), "{name} {}", tool.name());
            assert!(text.contains("ALIBABA_CLOUD_ACCESS_KEY_SECRET"), "{name} {}", tool.name());
            assert!(!text.contains("testsecret") && !text.contains("LTAI"));
        }
    }
}

#[test]
fn each_tool_is_found_by_its_short_name() {
    for tool in Tool::ALL {
        assert_eq!(Tool::parse(tool.slug()), Some(tool));
        assert!(tool.slug().bytes().all(|byte| byte.is_ascii_lowercase()));
    }
    assert_eq!(Tool::parse("Python"), None);
}

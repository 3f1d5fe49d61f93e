//! Golden texts of every tool's snippets.

use std::collections::BTreeSet;

use hcl_edit::structure::{Body, Structure};
use sg_core::emulator::{Action, Call, PermissionForm};
use sg_core::language::Language;
use sg_core::model::*;
use sg_core::request::snippet::{Tool, render};
use sg_testing::golden::assert_golden;

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
    let other = SecurityGroupId::parse("sg-bp1g2").unwrap();
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
        ("move", Call::set_groups_of_instance(&instance, [&group(), &other])),
        ("list", Call::new(Action::DescribeSecurityGroups, list)),
        ("regions", Call::new(Action::DescribeRegions, [])),
        ("foreign", foreign()),
    ]
    .into_iter()
    .chain(around_groups())
    .collect()
}

/// A rule that names a group of another account, by the account's ID.
fn foreign() -> Call {
    let params = [
        ("RegionId", "cn-hangzhou"),
        ("SecurityGroupId", "sg-bp1g1"),
        ("Permissions.1.IpProtocol", "TCP"),
        ("Permissions.1.PortRange", "22/22"),
        ("Permissions.1.SourceGroupId", "sg-bp1theirs"),
        ("Permissions.1.SourceGroupOwnerId", "1000000000000001"),
    ];
    Call::new(Action::AuthorizeSecurityGroup, params)
}

type Parameters = Vec<(&'static str, &'static str)>;

/// The operations around groups: interfaces, prefix lists, tags.
fn around_groups() -> Vec<(&'static str, Call)> {
    let region = ("RegionId", "cn-hangzhou");
    let interface = ("NetworkInterfaceId", "eni-bp1ecs1");
    let list = ("PrefixListId", "pl-bp1office");
    let tagged = [region, ("ResourceType", "securitygroup"), ("ResourceId.1", "sg-bp1g1")];
    let with = |more: &[(&'static str, &'static str)]| {
        tagged.into_iter().chain(more.iter().copied()).collect::<Parameters>()
    };
    let cases: [(&str, Action, Parameters); 17] = [
        (
            "move_interface",
            Action::ModifyNetworkInterfaceAttribute,
            vec![
                region,
                interface,
                ("SecurityGroupId.1", "sg-bp1g1"),
                ("SecurityGroupId.2", "sg-bp1g2"),
            ],
        ),
        (
            "create_interface",
            Action::CreateNetworkInterface,
            vec![
                region,
                ("VSwitchId", "vsw-bp1a"),
                ("SecurityGroupIds.1", "sg-bp1g1"),
                ("PrimaryIpAddress", "10.0.0.21"),
                ("NetworkInterfaceName", "second"),
            ],
        ),
        ("delete_interface", Action::DeleteNetworkInterface, vec![region, interface]),
        (
            "attach",
            Action::AttachNetworkInterface,
            vec![region, interface, ("InstanceId", "i-bp1ecs1")],
        ),
        (
            "detach",
            Action::DetachNetworkInterface,
            vec![region, interface, ("InstanceId", "i-bp1ecs1")],
        ),
        (
            "interfaces",
            Action::DescribeNetworkInterfaces,
            vec![
                region,
                ("NetworkInterfaceId.1", "eni-bp1ecs1"),
                ("SecurityGroupId", "sg-bp1g1"),
                ("MaxResults", "100"),
            ],
        ),
        (
            "instances",
            Action::DescribeInstances,
            vec![region, ("SecurityGroupId", "sg-bp1g1"), ("PageSize", "100")],
        ),
        ("instance", Action::DescribeInstanceAttribute, vec![("InstanceId", "i-bp1ecs1")]),
        ("vpcs", Action::DescribeVpcs, vec![region, ("VpcId", "vpc-bp1main")]),
        ("zones", Action::DescribeZones, vec![region, ("Verbose", "false")]),
        (
            "create_list",
            Action::CreatePrefixList,
            vec![
                region,
                ("PrefixListName", "office"),
                ("AddressFamily", "IPv4"),
                ("MaxEntries", "10"),
                ("Entry.1.Cidr", "203.0.113.0/24"),
                ("Entry.1.Description", "two words"),
                ("Entry.2.Cidr", "198.51.100.0/24"),
            ],
        ),
        (
            "modify_list",
            Action::ModifyPrefixList,
            vec![
                region,
                list,
                ("AddEntry.1.Cidr", "192.0.2.0/24"),
                ("RemoveEntry.1.Cidr", "203.0.113.0/24"),
            ],
        ),
        ("list_rules", Action::DescribePrefixListAssociations, vec![region, list]),
        ("tag", Action::TagResources, with(&[("Tag.1.Key", "team"), ("Tag.1.Value", "a b")])),
        ("untag", Action::UntagResources, with(&[("TagKey.1", "team"), ("All", "false")])),
        ("tags", Action::ListTagResources, with(&[("Tag.1.Key", "team")])),
        (
            "resource_group",
            Action::JoinResourceGroup,
            vec![
                region,
                ("ResourceType", "securitygroup"),
                ("ResourceId", "sg-bp1g1"),
                ("ResourceGroupId", "rg-bp67acfmxazb4p"),
            ],
        ),
    ];
    cases.into_iter().map(|(name, action, params)| (name, Call::new(action, params))).collect()
}

#[test]
fn every_tool_says_each_call_as_before() {
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
        assert_golden(&format!("tests/snapshots/snippets/{}.txt", tool.slug()), &text);
    }
}

/// The arguments of the resources that snippets use, from the documentation of the provider's version
/// 1.289; deprecated ones are left out.
const ARGUMENTS: [(&str, &str); 5] = [
    (
        "alicloud_security_group",
        "description inner_access_policy resource_group_id security_group_name security_group_type tags \
         vpc_id",
    ),
    (
        "alicloud_security_group_rule",
        "cidr_ip description ip_protocol ipv6_cidr_ip nic_type policy port_range prefix_list_id priority \
         security_group_id source_group_owner_id source_security_group_id type",
    ),
    (
        "alicloud_ecs_network_interface",
        "description ipv6_address_count ipv6_addresses network_interface_name primary_ip_address \
         private_ip_addresses resource_group_id secondary_private_ip_address_count security_group_ids \
         vswitch_id",
    ),
    ("alicloud_ecs_network_interface_attachment", "instance_id network_interface_id"),
    (
        "alicloud_ecs_prefix_list",
        "address_family description entry max_entries prefix_list_name resource_group_id",
    ),
];

#[test]
fn terraform_snippets_have_only_arguments_that_the_provider_has() {
    let mut seen = BTreeSet::new();
    for (name, call) in calls() {
        let Ok(text) = render(&call, Tool::Terraform) else { continue };
        let body: Body = text.parse().unwrap();
        for block in body.get_blocks("resource") {
            let kind = block.labels[0].as_str();
            let (_, arguments) = ARGUMENTS.iter().find(|(own, _)| *own == kind).unwrap();
            let own = block.body.iter().map(|part| match part {
                Structure::Attribute(attribute) => attribute.key.as_str(),
                Structure::Block(block) => block.ident.as_str(),
            });
            for argument in own {
                let known = arguments.split_whitespace().any(|own| own == argument);
                assert!(known, "{name}: {kind} has no argument {argument}");
            }
            seen.insert(kind.to_owned());
        }
    }
    assert_eq!(seen.len(), ARGUMENTS.len(), "{seen:?}");
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

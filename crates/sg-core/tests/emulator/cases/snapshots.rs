//! Golden files: request URLs, command lines and bodies, byte for byte.

use sg_core::emulator::{Action, ApiError, Call, Env, GroupForm, PermissionForm, Reply, answer};
use sg_core::language::Language;
use sg_core::model::*;
use sg_core::request::signature::{Credentials, Signing};
use sg_core::request::snippet::cli;
use sg_core::request::url::{CommonParameters, RequestUrl};

use super::case::env;
use sg_testing::golden::assert_golden;
use sg_testing::scenario_text::scenario_of;

fn check(name: &str, text: &str) {
    assert_golden(&format!("tests/snapshots/emulator/{name}"), &format!("{text}\n"));
}

fn region() -> RegionId {
    RegionId::parse("cn-hangzhou").unwrap()
}

fn group(id: &str) -> SecurityGroupId {
    SecurityGroupId::parse(id).unwrap()
}

fn drop_g1() -> Call {
    Call::modify_security_group_policy(&region(), &group("G1"), InnerAccessPolicy::Drop)
}

/// Calls of every kind that the page makes.
fn calls() -> Vec<Call> {
    let instance = InstanceId::parse("i-1").unwrap();
    let interface = NetworkInterfaceId::parse("eni-1").unwrap();
    let form = GroupForm {
        vpc: "vpc-1",
        group_type: "enterprise",
        name: "网站",
        description: "two words & more",
        managed: true,
    };
    let rules = [
        PermissionForm {
            protocol: "tcp",
            port_range: "80/80",
            source_port_range: "1024/65535",
            peer: "2001:db8::/32",
            peer_owner: "",
            local_cidr: "2001:db8::1/128",
            policy: "accept",
            priority: "1",
            description: "it's \"ours\"",
        },
        PermissionForm { protocol: "all", port_range: "-1/-1", peer: "sg-2", ..Default::default() },
        PermissionForm { protocol: "udp", port_range: "53/53", peer: "pl-1", ..Default::default() },
        PermissionForm { peer: "nonsense", ..Default::default() },
    ];
    let ids = ["sgr-1", "sgr-2"].map(|id| RuleId::parse(id).unwrap());
    let mut calls = vec![
        drop_g1(),
        Call::create_security_group(&region(), &form),
        Call::create_security_group(&region(), &GroupForm::default()),
        Call::delete_security_group(&region(), &group("G1")),
        Call::describe_security_group_attribute(&region(), &group("G1")),
        Call::join_instance(&region(), &instance, &group("G1")),
        Call::join_interface(&region(), &interface, &group("G1")),
        Call::leave_instance(&region(), &instance, &group("G1")),
        Call::leave_interface(&region(), &interface, &group("G1")),
    ];
    for direction in [Direction::Ingress, Direction::Egress] {
        calls.push(Call::authorize(&region(), &group("G1"), direction, &rules));
        calls.push(Call::revoke(&region(), &group("G1"), direction, &ids));
    }
    calls
}

#[test]
fn urls() {
    let sample = Call::modify_security_group_policy(
        &region(),
        &group("sg-bp67acfmxazb4ph"),
        InnerAccessPolicy::Drop,
    );
    let url = RequestUrl::unsigned(&sample, CommonParameters::Abbreviated(Language::En));
    assert_eq!(
        url.to_string(),
        "https://ecs.aliyuncs.com/?Action=ModifySecurityGroupPolicy&RegionId=cn-hangzhou\
         &SecurityGroupId=sg-bp67acfmxazb4ph&InnerAccessPolicy=Drop&<Common request parameters>"
    );
    let credentials = Credentials::demo();
    let signing =
        Signing { credentials: &credentials, timestamp: env().now, nonce: "15215528852396" };
    let mut text = Vec::new();
    for call in calls() {
        for language in Language::ALL {
            let common = CommonParameters::Abbreviated(language);
            text.push(RequestUrl::unsigned(&call, common).to_string());
        }
        text.push(RequestUrl::unsigned(&call, CommonParameters::Complete(&signing)).to_string());
    }
    check("urls.txt", &text.join("\n"));
}

#[test]
fn url_parts() {
    let url = RequestUrl::unsigned(&drop_g1(), CommonParameters::Abbreviated(Language::Zh));
    let parts: Vec<String> =
        url.parts().iter().map(|(part, text)| format!("{part:?} {text}")).collect();
    check("url_parts.txt", &parts.join("\n"));
}

#[test]
fn command_lines() {
    let lines: Vec<String> = calls().iter().map(|call| cli::command(call).unwrap()).collect();
    check("command_lines.txt", &lines.join("\n"));
}

fn three_groups() -> Scenario {
    scenario_of(
        "list pl-1 198.51.100.0/24
         group G1 basic accept
         group G2 basic accept
         instance i-1 10.0.0.1 in G1
         rule G1 in accept tcp 80/80 sport 1024/65535 from 10.0.0.0/8 to 10.0.0.1/32 prio 1
         rule G1 in drop icmpv6 from ::/0 prio 100
         rule G1 out accept all to G2 prio 1
         rule G1 out accept udp 53/53 to pl-1 prio 2",
    )
}

fn reply(call: &Call) -> Reply {
    answer(&three_groups(), call, &env()).unwrap().reply
}

fn error(call: &Call) -> ApiError {
    answer(&three_groups(), call, &env()).unwrap_err()
}

#[test]
fn replies() {
    check("policy.json", &reply(&drop_g1()).to_json());
    check("policy.xml", &reply(&drop_g1()).to_xml());
    let form = GroupForm { vpc: "vpc-1", ..GroupForm::default() };
    let create = reply(&Call::create_security_group(&region(), &form));
    check("create.json", &create.to_json());
    check("create.xml", &create.to_xml());
    let mut describe = Call::describe_security_group_attribute(&region(), &group("G1"));
    check("describe.json", &reply(&describe).to_json_pretty());
    check("describe.xml", &reply(&describe).to_xml());
    describe.params.set("Attribute", "snapshotPolicyIds");
    describe.params.set("Direction", "egress");
    check("describe_egress.json", &reply(&describe).to_json_pretty());
}

/// Every field of the two listings, and one response with wrapped lists in XML.
#[test]
fn listings() {
    let call = |action| Call::new(action, [("RegionId", "cn-hangzhou")]);
    let groups = reply(&call(Action::DescribeSecurityGroups));
    check("groups.json", &groups.to_json_pretty());
    check("groups.xml", &groups.to_xml());
    let instances = reply(&call(Action::DescribeInstances));
    check("instances.json", &instances.to_json_pretty());
}

#[test]
fn errors() {
    let mut call = drop_g1();
    call.params.set("InnerAccessPolicy", "<Allow> & \"more\"");
    check("malformed_policy.json", &error(&call).to_json());
    check("malformed_policy.xml", &error(&call).to_xml());
    let rule = PermissionForm {
        protocol: "tcp",
        port_range: "80",
        peer: "0.0.0.0/0",
        ..PermissionForm::default()
    };
    let call = Call::authorize(&region(), &group("G1"), Direction::Egress, &[rule]);
    check("malformed_port_range.json", &error(&call).to_json_pretty());
}

#[test]
fn ids_come_from_the_seed_alone() {
    let form = GroupForm { vpc: "vpc-1", ..GroupForm::default() };
    let call = Call::create_security_group(&region(), &form);
    let once = |entropy| answer(&three_groups(), &call, &Env { entropy, ..env() }).unwrap();
    assert_eq!(once(1), once(1));
    let (first, second) = (once(1), once(2));
    assert_ne!(first.reply.get("SecurityGroupId"), second.reply.get("SecurityGroupId"));
    // The same seed in the resulting scenario: the id is taken, so a different one is generated.
    let again = answer(&first.scenario, &call, &Env { entropy: 1, ..env() }).unwrap();
    assert_ne!(first.reply.get("SecurityGroupId"), again.reply.get("SecurityGroupId"));
    let id = first.reply.get("SecurityGroupId").and_then(|id| id.as_text()).unwrap();
    let tail = id.strip_prefix("sg-bp1").unwrap();
    assert_eq!(tail.len(), 17);
    assert!(tail.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()));
}

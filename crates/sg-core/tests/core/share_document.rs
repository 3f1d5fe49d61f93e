//! Scenario documents: every example is readable and matches the schema, every invalid one is
//! rejected with a path and a message, and documents survive a round trip.

use super::links::unsaid;
use sg_testing::schema;
use sg_testing::vswitches::with_vswitches;

use std::fs;
use std::net::IpAddr;
use std::sync::Arc;

use indexmap::IndexSet;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use serde_json::{Value, json};

use sg_core::lesson::first_scenario;
use sg_core::model::*;
use sg_core::share::{Document, DocumentError, Limits, read, write};

fn text_of(path: &str) -> String {
    fs::read_to_string(sg_testing::root().join(path)).unwrap()
}

fn the_schema() -> Value {
    serde_json::from_str(&text_of("static/scenario.schema.json")).unwrap()
}

fn sample() -> Value {
    serde_json::from_str(&text_of("tests/data/web-and-db.json")).unwrap()
}

fn load(text: &str) -> Result<Scenario, DocumentError> {
    read(text, &Limits::FILE)
}

const EXAMPLES: [&str; 2] = ["tests/data/three-groups.json", "tests/data/web-and-db.json"];

#[test]
fn every_example_is_read_and_fits_the_schema() {
    for example in EXAMPLES {
        let text = text_of(example);
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(schema::violations(&value, &the_schema()), [""; 0], "{example}");
        let scenario = load(&text).expect(example);
        let again = write(&scenario);
        assert_eq!(load(&again).as_ref(), Ok(&scenario), "{example}");
        let value: Value = serde_json::from_str(&again).unwrap();
        assert_eq!(schema::violations(&value, &the_schema()), [""; 0], "{example}, written");
    }
}

#[test]
fn the_document_in_each_readme_is_read_and_fits_the_schema() {
    for file in ["README.md", "README.zh-CN.md"] {
        let readme = text_of(file);
        let (_, rest) = readme.split_once("```json\n").expect(file);
        let (example, _) = rest.split_once("```").unwrap();
        assert_eq!(load(example).unwrap().groups().len(), 1, "{file}");
        let value: Value = serde_json::from_str(example).unwrap();
        assert_eq!(schema::violations(&value, &the_schema()), [""; 0], "{file}");
    }
}

#[test]
fn the_three_groups_are_the_first_scenario() {
    let undated = |scenario: &Scenario| {
        let lines = write(scenario);
        let lines = lines.lines().filter(|line| !line.contains("\"creationTime\""));
        lines.map(|line| line.trim_end_matches(',').to_owned()).collect::<Vec<_>>()
    };
    let read = load(&text_of(EXAMPLES[0])).unwrap();
    assert_eq!(undated(&read), undated(&unsaid(&first_scenario())));
    assert_eq!(load(&write(&first_scenario())), Ok(first_scenario()));
}

#[test]
fn what_is_left_out_has_its_documented_default() {
    let scenario = load(&text_of(EXAMPLES[1])).unwrap();
    let web = scenario.group(&SecurityGroupId::parse("sg-web").unwrap()).unwrap();
    let ids: Vec<&str> = web.rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids, ["sgr-https", "sgr-web-2", "sgr-web-3", "sgr-web-4", "sgr-web-5"]);
    let second = &web.rules[1];
    assert_eq!((second.spec.policy, second.spec.priority.get()), (RulePolicy::Accept, 10));
    assert_eq!(web.rules[2].spec.priority, Priority::STRONGEST);
    assert_eq!(web.rules[2].spec.local_cidr.unwrap().to_string(), "10.1.0.11/32");
    let db = scenario.instance(&InstanceId::parse("i-db").unwrap()).unwrap();
    assert_eq!(db.primary().unwrap().as_str(), "eni-db-1");
    let interface = scenario.interface(db.primary().unwrap()).unwrap();
    assert_eq!(interface.vpc.as_str(), "vpc-app", "the VPC of its group");
    let precedence = scenario.options().intra_group_precedence;
    assert_eq!(precedence, IntraGroupPrecedence::CustomEgressFirst);
    let small = load(r#"{"version":1}"#).unwrap();
    assert_eq!(small.region().as_str(), "cn-hangzhou");
    assert_eq!(small.options(), Options::default());
}

/// Replacements in the sample (null removes the field), the path of the error, and words from its
/// message.
fn wrong_values() -> Vec<(&'static str, Value, &'static str, &'static str)> {
    vec![
        ("/version", json!(2), "version", "version 2 is newer"),
        ("/version", json!(0), "version", "the version is the number 1"),
        ("/version", json!("1"), "version", "the version is the number 1"),
        ("/version", Value::Null, "version", "`version` is missing"),
        ("/colour", json!("red"), "colour", "there is no field `colour` here"),
        ("/regionId", json!("cn hangzhou"), "regionId", "` ` may not stand in an id"),
        ("/regionId", json!(7), "regionId", "expected a text, found the number `7`"),
        ("/vpcs", json!({}), "vpcs", "expected a list, found an object"),
        ("/vpcs", Value::Null, "routes[0].vpcIds[0]", "names `vpc-app`, which does not exist"),
        (
            "/vpcs",
            json!([["vpc-app", "", ["10.0.0.0/8"]]]),
            "vpcs[0]",
            "expected an object, found a list",
        ),
        ("/options", json!([]), "options", "expected an object, found a list"),
        ("/options", json!({ "colour": 1 }), "options.colour", "there is no field `colour`"),
        ("/vpcs/0/vpcId", json!(""), "vpcs[0].vpcId", "an id may not be empty"),
        ("/vpcs/1/vpcId", json!("vpc-app"), "vpcs[1].vpcId", "repeats `vpc-app`"),
        ("/vpcs/0/cidrBlocks", json!([]), "vpcs[0].cidrBlocks", "may not be empty"),
        ("/vpcs/0/cidrBlocks/1", json!("10/8"), "vpcs[0].cidrBlocks[1]", "not an address block"),
        ("/vpcs/0/cidrBlocks/0", json!("10.0.0.0/33"), "vpcs[0].cidrBlocks[0]", "not an address"),
        ("/vpcs/0/cidrBlocks", Value::Null, "vpcs[0]", "the field `cidrBlocks` is missing"),
        ("/routes/0/vpcIds", json!(["vpc-app"]), "routes[0].vpcIds", "expected a list of two"),
        (
            "/routes/0/vpcIds",
            json!(["vpc-app", "vpc-app"]),
            "routes[0].vpcIds",
            "repeats `vpc-app`",
        ),
        ("/routes/0/vpcIds/1", json!("vpc-x"), "routes[0].vpcIds[1]", "`vpc-x`, which does not"),
        (
            "/vSwitches",
            json!([{ "vSwitchId": "vsw 1", "vpcId": "vpc-app", "cidrBlock": "10.1.0.0/24" }]),
            "vSwitches[0].vSwitchId",
            "` ` may not stand in an id",
        ),
        (
            "/vSwitches",
            json!([{ "vSwitchId": "vsw-1", "vpcId": "vpc-x", "cidrBlock": "10.1.0.0/24" }]),
            "vSwitches[0].vpcId",
            "names `vpc-x`, which does not exist",
        ),
        (
            "/vSwitches",
            json!([{ "vSwitchId": "vsw-1", "vpcId": "vpc-app", "cidrBlock": "10.1.0.0/33" }]),
            "vSwitches[0].cidrBlock",
            "not an address block",
        ),
        (
            "/vSwitches",
            json!([{ "vSwitchId": "vsw-1", "vpcId": "vpc-app", "cidrBlock": "2001:db8:1::/64" }]),
            "vSwitches[0].cidrBlock",
            "`2001:db8:1::` is not an IPv4 address",
        ),
        (
            "/vSwitches",
            json!([
                { "vSwitchId": "vsw-1", "vpcId": "vpc-app", "cidrBlock": "10.1.0.0/24" },
                { "vSwitchId": "vsw-1", "vpcId": "vpc-app", "cidrBlock": "10.1.1.0/24" },
            ]),
            "vSwitches[1].vSwitchId",
            "repeats `vsw-1`",
        ),
        (
            "/vSwitches",
            json!([{ "vSwitchId": "vsw-1", "vpcId": "vpc-app" }]),
            "vSwitches[0]",
            "the field `cidrBlock` is missing",
        ),
        (
            "/vSwitches",
            json!([{ "vSwitchId": "w", "vpcId": "vpc-app", "cidrBlock": "10.1.0.0/24", "zoneId": "h!" }]),
            "vSwitches[0].zoneId",
            "`!` may not stand in an id",
        ),
        (
            "/instances/0/networkInterfaces/0/vSwitchId",
            json!(""),
            "instances[0].networkInterfaces[0].vSwitchId",
            "an id may not be empty",
        ),
        ("/prefixLists/0/maxEntries", json!(1), "prefixLists[0].cidrBlocks", "holds 2, more than"),
        ("/prefixLists/0/maxEntries", json!(0), "prefixLists[0].maxEntries", "1 to 200"),
        ("/prefixLists/0/maxEntries", json!(70_000), "prefixLists[0].maxEntries", "1 to 200"),
        ("/prefixLists/0/maxEntries", json!(1.5), "prefixLists[0].maxEntries", "a whole number"),
        ("/prefixLists/0/cidrBlocks/1", json!("::/0"), "prefixLists[0].cidrBlocks", "mixes IPv4"),
        (
            "/prefixLists",
            Value::Null,
            "securityGroups[0].rules[2].sourcePrefixListId",
            "names `pl-offices`, which does not exist",
        ),
        ("/securityGroups/0/vpcId", json!("vpc-x"), "securityGroups[0].vpcId", "does not exist"),
        ("/securityGroups/0/vpcId", Value::Null, "securityGroups[0].vpcId", "several VPCs"),
        (
            "/securityGroups/1/securityGroupId",
            json!("sg-web"),
            "securityGroups[1].securityGroupId",
            "repeats `sg-web`",
        ),
        (
            "/securityGroups/0/securityGroupType",
            json!("advanced"),
            "securityGroups[0].securityGroupType",
            "`advanced` is not a value of this field, expected `normal` or `enterprise`",
        ),
        (
            "/securityGroups/0/innerAccessPolicy",
            json!("ACCEPT"),
            "securityGroups[0].innerAccessPolicy",
            "`ACCEPT` is not a value",
        ),
        (
            "/securityGroups/2/innerAccessPolicy",
            json!("Accept"),
            "securityGroups[2].innerAccessPolicy",
            "always isolates",
        ),
        (
            "/securityGroups/0/serviceManaged",
            json!("yes"),
            "securityGroups[0].serviceManaged",
            "expected true or false, found the text \"yes\"",
        ),
        (
            "/securityGroups/0/creationTime",
            json!("yesterday"),
            "securityGroups[0].creationTime",
            "`yesterday` is not a UTC time",
        ),
        (
            "/securityGroups/0/resourceGroupId",
            json!("rg 1"),
            "securityGroups[0].resourceGroupId",
            "` ` may not stand in an id",
        ),
        (
            "/securityGroups/0/tags",
            json!({ "team": "web" }),
            "securityGroups[0].tags",
            "expected a list, found an object",
        ),
        (
            "/securityGroups/0/tags",
            json!([{ "tagKey": "a", "tagValue": "b" }, { "tagKey": "" }]),
            "securityGroups[0].tags[1].tagKey",
            "the key of a tag has 1 to 128 characters",
        ),
        (
            "/securityGroups/0/tags",
            json!([{ "tagKey": "a", "tagValue": "b".repeat(129) }]),
            "securityGroups[0].tags[0].tagValue",
            "at most 128 characters",
        ),
        (
            "/securityGroups/0/tags",
            json!([{ "tagKey": "a" }, { "tagKey": "a" }]),
            "securityGroups[0].tags[1].tagKey",
            "repeats `a`",
        ),
        (
            "/securityGroups/0/tags",
            (0..21).map(|n| json!({ "tagKey": n.to_string() })).collect(),
            "securityGroups[0].tags",
            "at most 20 tags",
        ),
        (
            "/securityGroups/0/rules/0/createTime",
            json!("2026-02-30T00:00:00Z"),
            "securityGroups[0].rules[0].createTime",
            "is not a UTC time",
        ),
        (
            "/securityGroups/0/rules/0/securityGroupRuleId",
            json!("sgr-from-web"),
            "securityGroups[1].rules[0].securityGroupRuleId",
            "repeats `sgr-from-web`",
        ),
        (
            "/securityGroups/0/rules/0/securityGroupRuleId",
            json!("规则"),
            "securityGroups[0].rules[0].securityGroupRuleId",
            "`规` may not stand in an id",
        ),
        (
            "/securityGroups/0/rules/0/direction",
            json!("in"),
            "securityGroups[0].rules[0].direction",
            "`in` is not a value of this field, expected `ingress` or `egress`",
        ),
        (
            "/securityGroups/0/rules/0/direction",
            Value::Null,
            "securityGroups[0].rules[0]",
            "the field `direction` is missing",
        ),
        (
            "/securityGroups/0/rules/0/direction",
            json!("egress"),
            "securityGroups[0].rules[0]",
            "the rule names no peer: one of destCidrIp",
        ),
        (
            "/securityGroups/0/rules/0/policy",
            json!("reject"),
            "securityGroups[0].rules[0].policy",
            "`reject` is not a value",
        ),
        (
            "/securityGroups/0/rules/0/priority",
            json!(0),
            "securityGroups[0].rules[0].priority",
            "from 1 to 110",
        ),
        (
            "/securityGroups/0/rules/0/priority",
            json!(111),
            "securityGroups[0].rules[0].priority",
            "from 1 to 110",
        ),
        (
            "/securityGroups/0/rules/0/priority",
            json!(257),
            "securityGroups[0].rules[0].priority",
            "from 1 to 110",
        ),
        (
            "/securityGroups/0/rules/0/priority",
            json!("1"),
            "securityGroups[0].rules[0].priority",
            "expected a whole number, found the text \"1\"",
        ),
        (
            "/securityGroups/0/rules/0/priority",
            json!(-1),
            "securityGroups[0].rules[0].priority",
            "expected a whole number, found the number `-1`",
        ),
        (
            "/securityGroups/0/rules/0/ipProtocol",
            json!("HTTP"),
            "securityGroups[0].rules[0].ipProtocol",
            "`HTTP` is not TCP, UDP",
        ),
        (
            "/securityGroups/0/rules/0/ipProtocol",
            json!("256"),
            "securityGroups[0].rules[0].ipProtocol",
            "a number from 0 to 255",
        ),
        (
            "/securityGroups/0/rules/0/ipProtocol",
            json!("+50"),
            "securityGroups[0].rules[0].ipProtocol",
            "`+50` is not",
        ),
        // A second spelling, by number, would be a second representation of ICMP or TCP.
        (
            "/securityGroups/0/rules/0/ipProtocol",
            json!("001"),
            "securityGroups[0].rules[0].ipProtocol",
            "`001` is not",
        ),
        (
            "/securityGroups/0/rules/0/ipProtocol",
            json!("06"),
            "securityGroups[0].rules[0].ipProtocol",
            "`06` is not",
        ),
        (
            "/securityGroups/0/rules/0/ipProtocol",
            json!("ICMP"),
            "securityGroups[0].rules[0].portRange",
            "`443/443` does not fit ICMP, which has no ports",
        ),
        (
            "/securityGroups/0/rules/0/ipProtocol",
            Value::Null,
            "securityGroups[0].rules[0]",
            "the field `ipProtocol` is missing",
        ),
        (
            "/securityGroups/0/rules/0/portRange",
            json!("443/80"),
            "securityGroups[0].rules[0].portRange",
            "may not start after it ends",
        ),
        (
            "/securityGroups/0/rules/0/portRange",
            json!("-1/-1"),
            "securityGroups[0].rules[0].portRange",
            "`-1/-1`: a port range is written `start/end`",
        ),
        (
            "/securityGroups/0/rules/0/portRange",
            json!("443"),
            "securityGroups[0].rules[0].portRange",
            "`443`: a port range is written `start/end`",
        ),
        (
            "/securityGroups/0/rules/0/portRange",
            Value::Null,
            "securityGroups[0].rules[0].portRange",
            "TCP needs a port range",
        ),
        (
            "/securityGroups/0/rules/2/sourcePortRange",
            json!("0/1"),
            "securityGroups[0].rules[2].sourcePortRange",
            "each 1 to 65535",
        ),
        (
            "/securityGroups/0/rules/0/sourceCidrIp",
            json!("::/0"),
            "securityGroups[0].rules[0].sourceCidrIp",
            "`::/0` is IPv6, which has a field of its own",
        ),
        (
            "/securityGroups/0/rules/1/ipv6SourceCidrIp",
            json!("0.0.0.0/0"),
            "securityGroups[0].rules[1].ipv6SourceCidrIp",
            "`0.0.0.0/0` is IPv4",
        ),
        (
            "/securityGroups/0/rules/0/sourceCidrIp",
            json!("anywhere"),
            "securityGroups[0].rules[0].sourceCidrIp",
            "`anywhere` is not an address block",
        ),
        (
            "/securityGroups/0/rules/0/sourceGroupId",
            json!("sg-db"),
            "securityGroups[0].rules[0].sourceGroupId",
            "`sourceCidrIp` already names the peer",
        ),
        (
            "/securityGroups/0/rules/0/destGroupId",
            json!("sg-db"),
            "securityGroups[0].rules[0].destGroupId",
            "names the own side of an ingress rule",
        ),
        (
            "/securityGroups/0/rules/0/ipv6DestCidrIp",
            json!("::/0"),
            "securityGroups[0].rules[0]",
            "mixes IPv4 and IPv6",
        ),
        (
            "/securityGroups/0/rules/2/ipv6DestCidrIp",
            json!("::/0"),
            "securityGroups[0].rules[2].ipv6DestCidrIp",
            "`destCidrIp` already names the own side",
        ),
        (
            "/securityGroups/0/rules/4/destGroupId",
            json!("sg-web"),
            "securityGroups[0].rules[4].destGroupId",
            "names its own group",
        ),
        (
            "/securityGroups/0/rules/4/destGroupId",
            json!("sg-x"),
            "securityGroups[0].rules[4].destGroupId",
            "names `sg-x`, which does not exist",
        ),
        (
            "/securityGroups/0/rules/4/destGroupId",
            json!("sg-ops"),
            "securityGroups[0].rules[4].destGroupId",
            "names `sg-ops`, which lies in another VPC",
        ),
        (
            "/securityGroups/0/rules/0/description",
            json!("x".repeat(513)),
            "securityGroups[0].rules[0]",
            "holds 513, more than the 512 allowed",
        ),
        ("/instances/1/instanceId", json!("i-web"), "instances[1].instanceId", "repeats `i-web`"),
        (
            "/instances/1/networkInterfaces",
            json!([]),
            "instances[1].networkInterfaces",
            "may not be empty",
        ),
        (
            "/instances/1/networkInterfaces/0/networkInterfaceId",
            json!("eni-web"),
            "instances[1].networkInterfaces[0].networkInterfaceId",
            "repeats `eni-web`",
        ),
        (
            "/instances/1/networkInterfaces/0/securityGroupIds",
            json!([]),
            "instances[1].networkInterfaces[0].securityGroupIds",
            "may not be empty",
        ),
        (
            "/instances/1/networkInterfaces/0/securityGroupIds",
            json!(["sg-x", "sg-db"]),
            "instances[1].networkInterfaces[0].securityGroupIds[0]",
            "names `sg-x`, which does not exist",
        ),
        (
            "/instances/1/networkInterfaces/0/securityGroupIds",
            json!(["sg-db", "sg-x"]),
            "instances[1].networkInterfaces[0].securityGroupIds[1]",
            "names `sg-x`, which does not exist",
        ),
        (
            "/instances/1/networkInterfaces/0/securityGroupIds",
            json!(["sg-db", "sg-db"]),
            "instances[1].networkInterfaces[0].securityGroupIds[1]",
            "repeats `sg-db`",
        ),
        (
            "/instances/1/networkInterfaces/0/securityGroupIds",
            json!(["sg-db", "sg-ops"]),
            "instances[1].networkInterfaces[0].securityGroupIds[1]",
            "names `sg-ops`, which lies in another VPC",
        ),
        (
            "/instances/1/networkInterfaces/0/privateIpAddresses",
            json!(["10.2.0.1"]),
            "instances[1].networkInterfaces[0].privateIpAddresses[0]",
            "`10.2.0.1` lies outside the address blocks of its VPC",
        ),
        (
            "/instances/1/networkInterfaces/0/privateIpAddresses",
            json!(["10.1.0.21", "10.1.0.11"]),
            "instances[1].networkInterfaces[0].privateIpAddresses[1]",
            "repeats `10.1.0.11`",
        ),
        (
            "/instances/1/networkInterfaces/0/privateIpAddresses/0",
            json!("10.1.0.256"),
            "instances[1].networkInterfaces[0].privateIpAddresses[0]",
            "`10.1.0.256` is not an IP address",
        ),
        (
            "/instances/1/networkInterfaces/0/publicIpAddress",
            json!("203.0.113.21"),
            "instances[1].networkInterfaces[0].publicIpAddress",
            "repeats `203.0.113.21`",
        ),
        (
            "/instances/1/networkInterfaces/0/publicIpAddress",
            json!("2001:db8::1"),
            "instances[1].networkInterfaces[0].publicIpAddress",
            "is not an IPv4 address",
        ),
        (
            "/instances/1/networkInterfaces/0/publicIpAddress",
            json!("10.2.0.9"),
            "instances[1].networkInterfaces[0].publicIpAddress",
            "lies inside a VPC",
        ),
        ("/outsideAddresses/1/name", json!("internet"), "outsideAddresses[1].name", "repeats"),
        (
            "/outsideAddresses/1/cidrBlock",
            json!("10.1.7.0/24"),
            "outsideAddresses[1].cidrBlock",
            "lies inside a VPC",
        ),
        (
            "/outsideAddresses/1/cidrBlock",
            json!("office"),
            "outsideAddresses[1].cidrBlock",
            "`office` is not an address block",
        ),
        (
            "/options/intraGroupPrecedence",
            json!("both"),
            "options.intraGroupPrecedence",
            "`both` is not a value of this field",
        ),
    ]
}

/// Sets the value at a pointer, or removes the field.
fn put(document: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).expect(pointer) {
        Value::Object(fields) if value.is_null() => {
            fields.remove(name).expect(pointer);
        }
        Value::Object(fields) => {
            fields.insert(name.to_owned(), value);
        }
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            panic!("{pointer} leads nowhere")
        }
    }
}

#[test]
fn every_wrong_value_is_refused_at_its_place() {
    let wrong = wrong_values();
    assert!(wrong.len() >= 75, "{}", wrong.len());
    for (pointer, value, path, words) in wrong {
        let mut document = sample();
        put(&mut document, pointer, value.clone());
        let error = load(&document.to_string()).expect_err(&format!("{pointer} = {value}"));
        assert_eq!(error.path, path, "{pointer} = {value}: {error}");
        assert!(error.sentence.contains(words), "{pointer} = {value}: {error}");
        assert!(!error.sentence.ends_with('.'), "{error}");
    }
}

#[test]
fn what_is_not_a_document_at_all_is_refused_in_a_sentence() {
    let deep = format!("{}1{}", "[".repeat(50_000), "]".repeat(50_000));
    let large = format!("{{\"version\":1,\"regionId\":\"{}\"}}", "x".repeat(Limits::FILE.bytes));
    for (text, words) in [
        ("", "this is not JSON"),
        ("   ", "this is not JSON"),
        ("null", "a scenario document is a JSON object"),
        ("1", "a scenario document is a JSON object"),
        ("\"version\"", "a scenario document is a JSON object"),
        ("[]", "a scenario document is a JSON object"),
        ("[1, 1]", "a scenario document is a JSON object"),
        ("{}", "`version` is missing"),
        ("{\"version\":1", "this is not JSON"),
        ("{\"version\":1}}", "this is not JSON"),
        ("{\"version\":1} {\"version\":1}", "this is not JSON"),
        ("{'version':1}", "this is not JSON"),
        ("{\"version\":1,}", "this is not JSON"),
        ("{\"version\":NaN}", "this is not JSON"),
        ("{\"version\":1e400}", "this is not JSON"),
        ("{\"version\":1,\"vpcs\":[],\"vpcs\":[]}", "stands here twice"),
        ("{\"version\":1,\"version\":1}", "version"),
        ("\u{feff}{\"version\":1}", "this is not JSON"),
        ("{\"version\":1,\"regionId\":\"\\ud800\"}", "this is not JSON"),
        ("{\"version\":18446744073709551616}", "the version is the number 1"),
        ("<scenario version=\"1\"/>", "this is not JSON"),
        (deep.as_str(), "more than 32 deep"),
        (large.as_str(), "bytes, more than the 33554432 read"),
    ] {
        let error = load(text).expect_err(&text.chars().take(80).collect::<String>());
        assert!(error.sentence.contains(words), "{words}: {error}");
        assert!(error.sentence.chars().count() <= 450, "{error}");
    }
}

#[test]
fn caps_are_checked_before_anything_is_built() {
    let limits = Limits {
        bytes: 4_000,
        depth: 8,
        groups: 2,
        instances: 3,
        interfaces: 3,
        outside: 1,
        rules: 4,
    };
    let rule = json!({ "direction": "ingress", "ipProtocol": "ALL", "sourceCidrIp": "0.0.0.0/0" });
    let group =
        |rules: usize| json!({ "securityGroupId": "same", "rules": vec![rule.clone(); rules] });
    let instance = json!({ "instanceId": "same", "networkInterfaces": [] });
    let document = |groups: Vec<Value>, instances: usize| {
        json!({ "version": 1, "securityGroups": groups, "instances": vec![instance.clone(); instances] })
            .to_string()
    };
    let interface = json!({ "securityGroupIds": [], "privateIpAddresses": [] });
    let owned = json!({ "instanceId": "same", "networkInterfaces": vec![interface.clone(); 3] });
    let interfaces =
        json!({ "version": 1, "instances": [owned], "networkInterfaces": [interface] });
    let address = json!({ "name": "same", "cidrBlock": "0.0.0.0/0" });
    let outside = json!({ "version": 1, "outsideAddresses": [address, address] });
    for (text, path, words) in [
        (document(vec![group(0); 3], 0), "securityGroups", "3 security groups, more than the 2"),
        (document(vec![group(2), group(3)], 0), "securityGroups", "5 rules in all groups"),
        (document(vec![], 4), "instances", "4 instances, more than the 3 read"),
        (interfaces.to_string(), "networkInterfaces", "4 network interfaces, more than the 3"),
        (outside.to_string(), "outsideAddresses", "2 outside addresses, more than the 1"),
        (format!("{}{}", document(vec![], 0), " ".repeat(4_000)), "", "bytes, more than the 4000"),
    ] {
        let error = read(&text, &limits).unwrap_err();
        assert_eq!((error.path.as_str(), error.sentence.contains(words)), (path, true), "{error}");
    }
    // At the limits the document is still examined, so the error is about its parts.
    let error = read(&document(vec![group(2), group(2)], 3), &limits).unwrap_err();
    assert!(error.sentence.contains("no VPC"), "{error}");
    // Limits may be raised, never lowered: links that were written with them must open.
    let link = Limits {
        bytes: 262_144,
        depth: 32,
        groups: 50,
        instances: 200,
        interfaces: 1_000,
        outside: 1_000,
        rules: 1_000,
    };
    assert_eq!(Limits::LINK, link);
}

/// The pointers to all places in a value.
fn pointers(value: &Value, place: &str, found: &mut Vec<String>) {
    if !place.is_empty() {
        found.push(place.to_owned());
    }
    match value {
        Value::Object(fields) => {
            fields
                .iter()
                .for_each(|(name, field)| pointers(field, &format!("{place}/{name}"), found));
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &format!("{place}/{index}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn any_value_in_any_place_is_read_or_refused_with_a_path_that_exists() {
    let document = sample();
    let mut places = Vec::new();
    pointers(&document, "", &mut places);
    let strange = [
        json!(0),
        json!(-1),
        json!(1e300),
        json!(true),
        json!(""),
        json!("x"),
        json!("\u{0}\u{202e}"),
        json!("0.0.0.0/0"),
        json!([]),
        json!([null]),
        json!({}),
        json!({ "": {} }),
        json!("y".repeat(2_000)),
    ];
    let (mut refused, fields) = (0, document.as_object().unwrap());
    for place in &places {
        for value in &strange {
            let mut document = document.clone();
            put(&mut document, place, value.clone());
            let Err(error) = load(&document.to_string()) else { continue };
            refused += 1;
            assert!(!error.sentence.is_empty() && error.sentence.chars().count() <= 450, "{error}");
            let first = error.path.split(['.', '[']).next().unwrap();
            assert!(fields.contains_key(first), "{place} = {value}: {error}");
        }
    }
    assert!(places.len() > 150 && refused > places.len() * 5, "{} {refused}", places.len());
}

#[test]
fn a_cut_document_is_never_read() {
    let text = text_of(EXAMPLES[0]);
    let whole = text.trim_end();
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        assert!(load(&whole[..end]).is_err(), "cut at {end}");
    }
}

// // Random scenarios. Parts are drawn independently and then made consistent, so that every draw
// is valid.

const BLOCKS: [&str; 10] = [
    "0.0.0.0/0",
    "10.0.0.0/8",
    "10.0.0.7/8",
    "10.0.0.11/32",
    "203.0.113.0/24",
    "::/0",
    "2001:db8::/32",
    "2001:db8::11/128",
    "100.64.0.0/10",
    "fe80::/10",
];
const TEXTS: [&str; 7] = ["", "web", "数据库", "a\"b\\c\n", "\u{202e}\u{0}", "x y", "🙂"];

fn block(index: Index) -> IpNet {
    index.get(&BLOCKS).parse().unwrap()
}

fn port_range() -> impl Strategy<Value = PortRange> {
    (1..=u16::MAX, 1..=u16::MAX).prop_map(|(a, b)| {
        let port = |number| Port::new(number).unwrap();
        PortRange::new(port(a.min(b)), port(a.max(b))).unwrap()
    })
}

fn protocol() -> impl Strategy<Value = ProtocolFilter> {
    let ports = || {
        (port_range(), prop::option::of(port_range())).prop_map(|(destination, source)| {
            PortFilter { destination, source: source.unwrap_or(PortRange::ALL) }
        })
    };
    let number = (0..=u8::MAX).prop_filter("has a name", |n| ![1, 6, 17, 47, 58].contains(n));
    prop_oneof![
        ports().prop_map(ProtocolFilter::Tcp),
        ports().prop_map(ProtocolFilter::Udp),
        Just(ProtocolFilter::All),
        Just(ProtocolFilter::Icmp),
        Just(ProtocolFilter::Icmpv6),
        Just(ProtocolFilter::Gre),
        number.prop_map(ProtocolFilter::Number),
    ]
}

/// A rule whose peer is not resolved yet: its kind, and an index among peers of that kind.
#[derive(Debug, Clone)]
struct LooseRule {
    rule: Rule,
    kind: u8,
    peer: Index,
}

fn loose_rule() -> impl Strategy<Value = LooseRule> {
    let directions = select(&[Direction::Ingress, Direction::Egress][..]);
    let policies = select(&[RulePolicy::Accept, RulePolicy::Drop][..]);
    let basics = (directions, policies, 1..=100_u8, protocol());
    let sides = (any::<u8>(), any::<Index>(), prop::option::of(any::<Index>()));
    let rest = (select(&TEXTS[..]), prop_oneof![Just(0), 0..4_000_000_000_i64]);
    (basics, sides, rest).prop_map(|(basics, (kind, peer, own), (words, created))| LooseRule {
        rule: Rule {
            id: RuleId::parse("loose").unwrap(),
            created: Timestamp::from_unix_seconds(created),
            description: words.to_owned(),
            spec: RuleSpec {
                direction: basics.0,
                policy: basics.1,
                priority: Priority::new(basics.2).unwrap(),
                protocol: basics.3,
                peer: Peer::Cidr(block(peer)),
                local_cidr: own.map(block),
                port_list: None,
            },
        },
        kind,
        peer,
    })
}

#[derive(Debug, Clone)]
struct LooseGroup {
    vpc: Index,
    kind: u8,
    managed: bool,
    name: &'static str,
    created: i64,
    rules: Vec<LooseRule>,
}

fn loose_group() -> impl Strategy<Value = LooseGroup> {
    let rules = prop::collection::vec(loose_rule(), 0..6);
    let head = (any::<Index>(), 0..3_u8, any::<bool>(), select(&TEXTS[..]), 0..2_000_000_000_i64);
    (head, rules).prop_map(|((vpc, kind, managed, name, created), rules)| LooseGroup {
        vpc,
        kind,
        managed,
        name,
        created,
        rules,
    })
}

#[derive(Debug, Clone)]
struct LooseInstance {
    name: &'static str,
    /// Per interface: the first group, further groups if they fit, the number of addresses, IPv6,
    /// public address.
    interfaces: Vec<(Index, Vec<Index>, u8, bool, bool)>,
}

fn loose_instance() -> impl Strategy<Value = LooseInstance> {
    let more = prop::collection::vec(any::<Index>(), 0..3);
    let interface = (any::<Index>(), more, 1..4_u8, any::<bool>(), any::<bool>());
    (select(&TEXTS[..]), prop::collection::vec(interface, 1..4))
        .prop_map(|(name, interfaces)| LooseInstance { name, interfaces })
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let lists = subsequence(vec![0_usize, 1, 2], 0..=3);
    let world = (1..4_usize, any::<bool>(), any::<bool>(), lists, any::<bool>());
    let groups = prop::collection::vec(loose_group(), 1..5);
    let instances = prop::collection::vec(loose_instance(), 0..5);
    (world, groups, instances).prop_map(
        |((vpcs, routed, reading, lists, outside), groups, instances)| {
            let mut parts = ScenarioDraft::empty(RegionId::parse("cn-beijing").unwrap());
            add_world(&mut parts, vpcs, routed, &lists, outside);
            if reading {
                parts.options.intra_group_precedence = IntraGroupPrecedence::CustomEgressFirst;
            }
            add_groups(&mut parts, &groups);
            add_instances(&mut parts, &instances);
            let scenario = Scenario::new(parts).expect("the parts are consistent");
            if routed { with_vswitches(&scenario) } else { scenario }
        },
    )
}

fn vpc_id(number: usize) -> VpcId {
    VpcId::parse(&format!("vpc-{number}")).unwrap()
}

fn add_world(parts: &mut ScenarioDraft, vpcs: usize, routed: bool, lists: &[usize], outside: bool) {
    for (number, name) in TEXTS.iter().enumerate().take(vpcs) {
        let blocks = [format!("10.{number}.0.0/16"), format!("2001:db8:{number}::/48")];
        let blocks = blocks.iter().map(|block| block.parse().unwrap()).collect();
        let vpc = Vpc { id: vpc_id(number), name: (*name).to_owned(), blocks, snat: None };
        parts.vpcs.insert(vpc.id.clone(), Arc::new(vpc));
    }
    if routed && vpcs > 1 {
        parts.routes.push(Route { a: vpc_id(0), b: vpc_id(1) });
    }
    for number in lists {
        let id = PrefixListId::parse(&format!("pl-{number}")).unwrap();
        let blocks = [vec![], vec!["192.0.2.0/24", "10.0.0.0/8"], vec!["2001:db8::/32"]];
        let blocks = blocks[*number].iter().map(|block| block.parse().unwrap()).collect();
        let list = PrefixList {
            id: id.clone(),
            name: TEXTS[*number].to_owned(),
            blocks,
            max_entries: 9,
            unread_entries: false,
        };
        parts.prefix_lists.insert(id, Arc::new(list));
    }
    let blocks = ["0.0.0.0/0", "198.51.100.7/32", "2400:3200::/32"];
    for (name, block) in TEXTS.iter().skip(1).zip(blocks).filter(|_| outside) {
        let block = block.parse().unwrap();
        parts.outside.push(OutsideAddress { name: (*name).to_owned(), block });
    }
}

fn group_type(kind: u8) -> GroupType {
    match kind {
        0 => GroupType::Basic(InnerAccessPolicy::Accept),
        1 => GroupType::Basic(InnerAccessPolicy::Drop),
        _ => GroupType::Advanced,
    }
}

/// Labels of every kind: none, tags with and without a value, a resource group.
fn labels(loose: &LooseGroup) -> Labels {
    let value: String = loose.name.chars().take(Labels::MOST_CHARACTERS).collect();
    let tags = (0..loose.kind).map(|n| (format!("{n} 键"), value.clone())).collect();
    let resource_group = loose.managed.then(|| ResourceGroupId::parse("rg-1").unwrap());
    let id = loose.managed.then_some(1_679_259_531_804_325);
    let product = if loose.kind == 1 { value } else { String::new() };
    let service = OwnerService { id, product };
    Labels { tags, resource_group, service, deletion_protection: loose.kind == 0 }
}

fn add_groups(parts: &mut ScenarioDraft, groups: &[LooseGroup]) {
    let id = |number: usize| SecurityGroupId::parse(&format!("sg-{number}")).unwrap();
    let vpc = |loose: &LooseGroup| vpc_id(loose.vpc.index(parts.vpcs.len()));
    let mut built = Vec::new();
    for (number, loose) in groups.iter().enumerate() {
        let peers: Vec<SecurityGroupId> = (0..groups.len())
            .filter(|&other| other != number && loose.kind < 2 && groups[other].kind < 2)
            .filter(|&other| vpc(&groups[other]) == vpc(loose))
            .map(id)
            .collect();
        let lists: Vec<PrefixListId> = parts.prefix_lists.keys().cloned().collect();
        let rules = loose.rules.iter().enumerate().map(|(place, drawn)| {
            let mut rule = drawn.rule.clone();
            rule.id = RuleId::parse(&format!("sgr-{number}-{place}")).unwrap();
            match drawn.kind % 3 {
                1 if !peers.is_empty() => {
                    rule.spec.peer = Peer::Group(drawn.peer.get(&peers).clone())
                }
                2 if !lists.is_empty() => {
                    rule.spec.peer = Peer::PrefixList(drawn.peer.get(&lists).clone());
                }
                _ => {}
            }
            one_family(parts, &mut rule);
            Arc::new(rule)
        });
        let group = SecurityGroup {
            id: id(number),
            name: loose.name.to_owned(),
            description: loose.name.to_owned(),
            vpc: vpc(loose),
            group_type: group_type(loose.kind),
            service_managed: loose.managed,
            labels: labels(loose),
            rules: rules.collect(),
            created: Timestamp::from_unix_seconds(loose.created),
            owner: None,
            unread: Unread::default(),
        };
        built.push(group);
    }
    parts.groups.extend(built.into_iter().map(|group| (group.id.clone(), Arc::new(group))));
}

/// Removes what would mix address families in a rule.
fn one_family(parts: &ScenarioDraft, rule: &mut Rule) {
    let family = match &rule.spec.peer {
        Peer::Cidr(block) => Some(AddressFamily::of_block(block)),
        Peer::PrefixList(id) => parts.prefix_lists[id].blocks.first().map(AddressFamily::of_block),
        Peer::Group(_) => None,
    };
    let fits =
        |other: Option<AddressFamily>| other.is_none() || family.is_none() || other == family;
    if !fits(rule.spec.protocol.family()) {
        rule.spec.protocol = ProtocolFilter::All;
    }
    let family = family.or(rule.spec.protocol.family());
    rule.spec.local_cidr = rule
        .spec
        .local_cidr
        .filter(|block| family.is_none_or(|family| family == AddressFamily::of_block(block)));
}

fn add_instances(parts: &mut ScenarioDraft, instances: &[LooseInstance]) {
    let groups: Vec<Arc<SecurityGroup>> = parts.groups.values().cloned().collect();
    let mut host = 10_u8;
    for (number, loose) in instances.iter().enumerate() {
        let mut own = Vec::new();
        for (place, (first, more, count, ipv6, public)) in loose.interfaces.iter().enumerate() {
            let first = first.get(&groups);
            let more = more.iter().map(|index| index.get(&groups)).filter(|group| {
                group.vpc == first.vpc && group.group_type.mixes_with(first.group_type)
            });
            let bound: IndexSet<SecurityGroupId> =
                std::iter::once(first).chain(more).map(|group| group.id.clone()).collect();
            let network: u8 = first.vpc.as_str().trim_start_matches("vpc-").parse().unwrap();
            let mut addresses: Vec<IpAddr> = Vec::new();
            for _ in 0..*count {
                addresses.push(IpAddr::from([10, network, 0, host]));
                host += 1;
            }
            if *ipv6 {
                addresses.push(format!("2001:db8:{network}::{host:x}").parse().unwrap());
            }
            let id = NetworkInterfaceId::parse(&format!("eni-{number}-{place}")).unwrap();
            let public_address = public.then(|| IpAddr::from([203, 0, 113, host]));
            host += 1;
            let interface = NetworkInterface {
                id: id.clone(),
                vpc: first.vpc.clone(),
                groups: bound,
                addresses,
                public_address,
                holder: None,
                vswitch: None,
                more: MoreAddresses::default(),
            };
            parts.interfaces.insert(id.clone(), Arc::new(interface));
            own.push(id);
        }
        let id = InstanceId::parse(&format!("i-{number}")).unwrap();
        let instance = Instance { id: id.clone(), name: loose.name.to_owned(), interfaces: own };
        parts.instances.insert(id, Arc::new(instance));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back_the_same(scenario in scenario()) {
        let text = write(&scenario);
        let again = load(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&again, &scenario);
        let order = |scenario: &Scenario| {
            let parts = scenario.parts();
            (parts.groups.keys().cloned().collect::<Vec<_>>(), parts.instances.keys().cloned().collect::<Vec<_>>())
        };
        prop_assert_eq!(order(&again), order(&scenario));
        prop_assert_eq!(write(&again), text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_fits_the_schema(scenario in scenario()) {
        let value = serde_json::to_value(Document::from(&scenario)).unwrap();
        prop_assert_eq!(schema::violations(&value, &the_schema()), Vec::<String>::new());
    }

    #[test]
    fn a_document_without_rule_ids_gets_the_same_ones_every_time(scenario in scenario()) {
        let mut value = serde_json::to_value(Document::from(&scenario)).unwrap();
        for group in value["securityGroups"].as_array_mut().unwrap() {
            let rules = group.get_mut("rules").and_then(Value::as_array_mut);
            for rule in rules.into_iter().flatten() {
                rule.as_object_mut().unwrap().remove("securityGroupRuleId");
            }
        }
        let first = load(&value.to_string()).unwrap();
        let second = load(&value.to_string()).unwrap();
        prop_assert_eq!(&second, &first);
        let rules = |scenario: &Scenario| -> usize { scenario.groups().map(|g| g.rules.len()).sum() };
        prop_assert_eq!(rules(&first), rules(&scenario));
    }
}

//! Replies as the vendor's own models write them, every field filled (`tests/sdk/import_replies.py`
//! makes them): whole responses, bodies, small letters, XML, what Python prints, lists and lines.

use std::collections::BTreeMap;
use std::fs;

use sg_core::import::{Assumption, Reading, decode, read};
use sg_core::model::*;

use super::{folder, text};

const SHAPES: [&str; 7] =
    ["sdk_response", "sdk_body", "sdk_camel", "sdk_xml", "sdk_printed", "sdk_array", "sdk_lines"];

fn reading(shape: &str) -> Reading {
    let mut files: Vec<_> =
        fs::read_dir(folder().join(shape)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts = files.iter().map(|path| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        text(&name, &decode(fs::read(path).unwrap()).unwrap())
    });
    read(texts.collect())
}

fn scenario(shape: &str) -> std::sync::Arc<Scenario> {
    reading(shape).scenario.expect(shape)
}

#[test]
fn every_shape_imports_fully_and_gives_the_same_scene() {
    let first = scenario("sdk_response");
    for shape in SHAPES {
        let reading = reading(shape);
        assert!(reading.unread.is_empty(), "{shape}: {:?}", reading.unread);
        let assumed: Vec<_> = reading.assumed.iter().map(|assumed| assumed.which).collect();
        // No reply speaks of the outside, and this one of VPCs not of their IPv6 blocks.
        assert_eq!(
            assumed,
            [Assumption::VpcBlocks, Assumption::Internet],
            "{shape}: {:?}",
            reading.assumed
        );
        assert_eq!(reading.scenario.unwrap().parts(), first.parts(), "{shape}");
        let sum = |count: fn(&sg_core::import::Understood) -> usize| {
            reading.understood.iter().map(count).sum::<usize>()
        };
        // Each group stands in two replies, and each interface: once with its instance.
        assert_eq!(sum(|it| it.groups), 6, "{shape}");
        assert_eq!(sum(|it| it.rules), 6, "{shape}");
        assert_eq!(sum(|it| it.instances), 3, "{shape}");
        assert_eq!(sum(|it| it.interfaces), 8, "{shape}");
        assert_eq!((sum(|it| it.prefix_lists), sum(|it| it.vpcs)), (1, 1), "{shape}");
        assert_eq!(sum(|it| it.documents), 8, "{shape}");
    }
}

#[test]
fn every_field_that_counts_arrives() {
    let scenario = scenario("sdk_body");
    assert_eq!(scenario.region().as_str(), "cn-hangzhou");
    let vpc = scenario.parts().vpcs.values().next().unwrap();
    assert_eq!((vpc.id.as_str(), vpc.name.as_str()), ("vpc-bp1opxu1zkhn00gzv0001", "main"));
    assert_eq!(vpc.blocks, ["10.0.0.0/16".parse().unwrap(), "2001:db8:1::/64".parse().unwrap()]);
    let list = scenario.parts().prefix_lists.values().next().unwrap();
    assert_eq!((list.id.as_str(), list.name.as_str()), ("pl-bp1office00000000001", "office"));
    assert_eq!(list.blocks, ["192.0.2.0/24", "198.51.100.128/25"].map(|it| it.parse().unwrap()));
    assert_eq!(list.max_entries, 5);

    let group = |name: &str| {
        let found = scenario.groups().find(|group| group.name == name);
        std::sync::Arc::clone(found.expect(name))
    };
    let (web, db, advanced) = (group("web"), group("db"), group("advanced"));
    assert_eq!(web.id.as_str(), "sg-bp1web00000000000001");
    assert_eq!(web.description, "the group web");
    assert_eq!(web.vpc, vpc.id);
    assert_eq!(web.group_type, GroupType::Basic(InnerAccessPolicy::Accept));
    assert_eq!(db.group_type, GroupType::Basic(InnerAccessPolicy::Drop));
    assert_eq!(advanced.group_type, GroupType::Advanced);
    assert_eq!([&web, &db, &advanced].map(|it| it.service_managed), [false, false, true]);
    let tags: Vec<_> = web.labels.tags.iter().collect();
    let tags: Vec<_> = tags.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(tags, [("env", "prod"), ("team", "")]);
    let resource_group = web.labels.resource_group.as_ref().unwrap();
    assert_eq!(resource_group.as_str(), "rg-bp67acfmxazb4p01");
    assert_eq!(web.created, Timestamp::parse("2025-08-31T03:12:29Z").unwrap());

    let rules = |group: &SecurityGroup| {
        let line = |rule: &std::sync::Arc<Rule>| format!("{} {rule}", rule.id);
        group.rules.iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(
        rules(&web),
        [
            "sgr-bp1web1 in accept tcp 80/80 from 0.0.0.0/0 prio 1",
            "sgr-bp1web2 in accept tcp 22/22 from pl-bp1office00000000001 prio 2",
            "sgr-bp1web3 in accept icmpv6 from 2001:db8::/32 prio 1",
            "sgr-bp1web4 out drop udp 53/53 sport 1024/65535 to 203.0.113.0/24 from 10.0.1.10/32 prio 100",
        ]
    );
    assert_eq!(
        rules(&db),
        [
            "sgr-bp1db01 in accept tcp 5432/5432 from sg-bp1web00000000000001 prio 1",
            "sgr-bp1db02 out drop all to sg-bp1web00000000000001 prio 3",
        ]
    );
    assert_eq!(web.rules[0].description, "everybody");
    assert_eq!(web.rules[0].created, Timestamp::parse("2025-12-12T07:28:38Z").unwrap());
}

#[test]
fn every_interface_arrives_with_its_groups_and_addresses() {
    let scenario = scenario("sdk_camel");
    let instances: BTreeMap<_, _> = scenario
        .instances()
        .map(|it| {
            let cards = it.interfaces.iter().map(NetworkInterfaceId::as_str).collect::<Vec<_>>();
            (it.id.as_str(), (it.name.as_str(), cards))
        })
        .collect();
    assert_eq!(instances["i-bp1web1"], ("web1", vec!["eni-bp1web1"]));
    assert_eq!(instances["i-bp1db1"], ("db1", vec!["eni-bp1db1", "eni-bp1db1b"]));
    assert_eq!(instances["i-bp1adv1"], ("adv1", vec!["eni-bp1adv1"]));
    let card = |id: &str| scenario.interface(&NetworkInterfaceId::parse(id).unwrap()).unwrap();
    let web = card("eni-bp1web1");
    let addresses: Vec<String> = web.addresses.iter().map(ToString::to_string).collect();
    assert_eq!(addresses, ["10.0.1.10", "10.0.1.11", "2001:db8:1::10"]);
    assert_eq!(web.public_address, Some("198.51.100.20".parse().unwrap()));
    assert_eq!(card("eni-bp1db1").public_address, Some("198.51.100.21".parse().unwrap()));
    let both = &card("eni-bp1db1b").groups;
    let both: Vec<&str> = both.iter().map(SecurityGroupId::as_str).collect();
    assert_eq!(both, ["sg-bp1web00000000000001", "sg-bp1db000000000000002"]);
}

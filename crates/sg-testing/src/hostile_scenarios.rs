//! Scenarios and logs with a value in every field that takes text.

use std::sync::Arc;

use sg_core::emulator::{Action, Call, Env, PermissionForm};
use sg_core::history::{Edit, History, TopologyEdit};
use sg_core::model::*;

/// How many values one scenario takes: every value gets into every kind of field.
pub const AT_ONCE: usize = 20;

/// A scenario whose names, descriptions and tags are these values, each value in each field once.
pub fn hostile(values: &[String]) -> Scenario {
    assert!(values.len() <= AT_ONCE);
    let mut draft = ScenarioDraft::empty(RegionId::parse("cn-hangzhou").unwrap());
    let value = |place: usize| values[place % values.len()].clone();
    for place in 0..values.len() {
        let vpc = VpcId::parse(&format!("vpc-{place}")).unwrap();
        let blocks = vec![format!("10.{place}.0.0/16").parse().unwrap()];
        draft.vpcs.insert(
            vpc.clone(),
            Arc::new(Vpc { id: vpc.clone(), name: value(place), blocks, snat: None }),
        );
        let list = PrefixListId::parse(&format!("pl-{place}")).unwrap();
        let blocks = vec!["198.51.100.0/24".parse().unwrap()];
        let named = PrefixList {
            id: list.clone(),
            name: value(place + 1),
            blocks,
            max_entries: 2,
            unread_entries: false,
        };
        draft.prefix_lists.insert(list.clone(), Arc::new(named));
        let block = format!("203.0.113.{place}/32").parse().unwrap();
        // The name of an outside address is its own.
        draft.outside.push(OutsideAddress { name: value(place), block });
        let group = group(place, &vpc, &list, &value);
        let interface = NetworkInterfaceId::parse(&format!("eni-{place}")).unwrap();
        let vswitch = VSwitch {
            id: VSwitchId::parse(&format!("vsw-{place}")).unwrap(),
            name: value(place + 3),
            vpc: vpc.clone(),
            block: format!("10.{place}.0.0/24").parse().unwrap(),
            zone: ZoneId::parse("cn-hangzhou-h").ok(),
        };
        let own = NetworkInterface {
            id: interface.clone(),
            vpc,
            groups: [group.id.clone()].into(),
            addresses: vec![format!("10.{place}.0.1").parse().unwrap()],
            public_address: Some(format!("192.0.2.{}", place + 1).parse().unwrap()),
            holder: None,
            vswitch: Some(vswitch.id.clone()),
            more: MoreAddresses::default(),
        };
        let id = InstanceId::parse(&format!("i-{place}")).unwrap();
        let interfaces = vec![interface.clone()];
        draft
            .instances
            .insert(id.clone(), Arc::new(Instance { id, name: value(place + 2), interfaces }));
        draft.interfaces.insert(interface, Arc::new(own));
        draft.vswitches.insert(vswitch.id.clone(), Arc::new(vswitch));
        draft.groups.insert(group.id.clone(), Arc::new(group));
    }
    Scenario::new(draft).unwrap()
}

fn group(
    place: usize,
    vpc: &VpcId,
    list: &PrefixListId,
    value: &impl Fn(usize) -> String,
) -> SecurityGroup {
    // The service takes few names and nearly every description: a hostile name stands with no
    // description, and a hostile description with a plain name.
    let (name, description) = match place % 2 {
        0 => ("web".to_owned(), value(place)),
        _ => (value(place), String::new()),
    };
    let mut tags = Labels::default().tags;
    if place.is_multiple_of(3) {
        let short = |text: String| text.chars().take(Labels::MOST_CHARACTERS).collect::<String>();
        tags.insert(short(value(place + 3)), short(value(place + 4)));
    }
    let rule = |number: usize, direction, peer, text: String| {
        Arc::new(Rule {
            id: RuleId::parse(&format!("sgr-{place}-{number}")).unwrap(),
            spec: RuleSpec {
                direction,
                policy: RulePolicy::Accept,
                priority: Priority::parse("1").unwrap(),
                protocol: ProtocolFilter::Tcp(PortFilter::to(PortRange::parse("80/80").unwrap())),
                peer,
                local_cidr: None,
                port_list: None,
            },
            description: text.chars().take(512).collect(),
            created: Timestamp::from_unix_seconds(0),
        })
    };
    SecurityGroup {
        id: SecurityGroupId::parse(&format!("sg-{place}")).unwrap(),
        name,
        description,
        vpc: vpc.clone(),
        group_type: GroupType::Basic(InnerAccessPolicy::Drop),
        service_managed: place % 5 == 4,
        labels: Labels { tags, ..Labels::default() },
        rules: vec![
            rule(1, Direction::Ingress, Peer::PrefixList(list.clone()), value(place)),
            rule(2, Direction::Egress, Peer::PrefixList(list.clone()), value(place + 1)),
        ],
        created: Timestamp::from_unix_seconds(0),
        owner: None,
        unread: Unread::default(),
    }
}

/// A log in which each value is part of a call that is answered, of one that is refused, and of an
/// edit that is no call.
pub fn log(values: &[String]) -> History {
    let mut draft = ScenarioDraft::empty(RegionId::parse("cn-hangzhou").unwrap());
    let vpc = VpcId::parse("vpc-1").unwrap();
    let blocks = vec!["10.0.0.0/8".parse().unwrap()];
    draft.vpcs.insert(
        vpc.clone(),
        Arc::new(Vpc { id: vpc.clone(), name: String::new(), blocks, snat: None }),
    );
    let mut history = History::new(Arc::new(Scenario::new(draft).unwrap()));
    let mut number = 0;
    let mut edit = |edit: Edit| {
        number += 1;
        let now = Timestamp::from_unix_seconds(1_700_000_000);
        history = history.with(edit, Env { now, entropy: number });
        history.scenario().groups().next().map(|group| group.id.clone())
    };
    for value in values {
        let create = [
            ("RegionId", "cn-hangzhou"),
            ("VpcId", "vpc-1"),
            ("SecurityGroupName", "web"),
            ("Description", value.as_str()),
        ];
        let group = edit(Edit::Call(Call::new(Action::CreateSecurityGroup, create)));
        let refused = [("RegionId", "cn-hangzhou"), ("SecurityGroupId", value.as_str())];
        edit(Edit::Call(Call::new(Action::DeleteSecurityGroup, refused)));
        // A name that is none, too.
        let named = [("RegionId", "cn-hangzhou"), (value.as_str(), value.as_str())];
        edit(Edit::Call(Call::new(Action::DeleteSecurityGroup, named)));
        let (name, group_type) = (value.clone(), GroupType::Advanced);
        edit(Edit::Topology(TopologyEdit::CreateManagedGroup {
            name,
            vpc: vpc.clone(),
            group_type,
        }));
        let Some(group) = group else { continue };
        let region = RegionId::parse("cn-hangzhou").unwrap();
        let form = PermissionForm {
            protocol: "TCP",
            port_range: "22/22",
            peer: "10.0.0.0/8",
            policy: "Accept",
            priority: "1",
            description: value,
            ..Default::default()
        };
        edit(Edit::Call(Call::authorize(&region, &group, Direction::Ingress, &[form])));
        let modify = [
            ("RegionId", "cn-hangzhou"),
            ("SecurityGroupId", group.as_str()),
            ("Description", value.as_str()),
        ];
        edit(Edit::Call(Call::new(Action::ModifySecurityGroupAttribute, modify)));
    }
    history
}

//! Terraform configuration, parsed with an HCL parser and converted back to a scenario.

use std::collections::BTreeMap;
use std::sync::Arc;

use hcl_edit::expr::Expression;
use hcl_edit::structure::{Block, Body};
use proptest::prelude::*;
use sg_core::connectivity::{CheckedDirections, PacketChoice, matrix};
use sg_core::export::terraform;
use sg_core::language::Language;
use sg_core::lesson::Example;
use sg_core::model::*;

use sg_testing::hostile_values::VALUES;
use sg_testing::random_scenario::{config, scenario};
use sg_testing::vswitches::with_vswitches;

/// A string; interpolation is an error.
fn text(value: &Expression) -> String {
    match value {
        Expression::String(text) => text.value().clone(),
        Expression::StringTemplate(template) => template
            .iter()
            .map(|element| match element {
                hcl_edit::template::Element::Literal(text) => text.value().clone(),
                other => panic!("unexpected interpolation: {other:?}"),
            })
            .collect(),
        other => panic!("not a string: {other:?}"),
    }
}

/// The reference in an expression: `alicloud_vpc.vpc_1.id`.
fn name(value: &Expression) -> String {
    assert!(matches!(value, Expression::Traversal(_)), "{value:?}");
    value.to_string().trim().to_owned()
}

fn attribute<'a>(block: &'a Block, key: &str) -> Option<&'a Expression> {
    block.body.get_attribute(key).map(|attribute| &attribute.value)
}

fn given(block: &Block, key: &str) -> String {
    attribute(block, key).map(text).unwrap_or_default()
}

fn list(block: &Block, key: &str) -> Vec<Expression> {
    match attribute(block, key) {
        Some(Expression::Array(items)) => items.iter().cloned().collect(),
        None => Vec::new(),
        Some(other) => panic!("not a list: {other:?}"),
    }
}

/// The resources of a kind with their labels, in order.
fn resources<'a>(body: &'a Body, kind: &'a str) -> impl Iterator<Item = (String, &'a Block)> {
    body.blocks().filter(|block| block.ident.as_str() == "resource").filter_map(move |block| {
        let labels: Vec<&str> = block.labels.iter().map(|label| label.as_str()).collect();
        (labels[0] == kind).then(|| (format!("{kind}.{}.id", labels[1]), block))
    })
}

fn block(text: &str) -> IpNet {
    text.parse().unwrap()
}

/// The scenario that a configuration builds. What a configuration does not express (outside
/// addresses, routes, NAT gateways, the reading) is copied from the original; ids are generated here.
fn built(original: &Scenario, configuration: &str) -> Scenario {
    let body: Body = configuration.parse().unwrap_or_else(|e| panic!("{configuration}\n{e}"));
    let mut draft = ScenarioDraft::empty(original.region().clone());
    draft.options = original.options();
    draft.outside = original.outside().to_vec();
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    for (number, (label, own)) in resources(&body, "alicloud_vpc").enumerate() {
        let id = VpcId::parse(&format!("vpc-tf{number}")).unwrap();
        ids.insert(label, id.to_string());
        let blocks = attribute(own, "cidr_block").map(|value| block(&text(value)));
        let vpc = Vpc {
            id: id.clone(),
            name: given(own, "vpc_name"),
            blocks: blocks.into_iter().collect(),
            snat: original.parts().vpcs[number].snat,
        };
        draft.vpcs.insert(id, Arc::new(vpc));
    }
    for (_, own) in resources(&body, "alicloud_vpc_ipv4_cidr_block") {
        let id = VpcId::parse(&ids[&name(attribute(own, "vpc_id").unwrap())]).unwrap();
        let more = block(&given(own, "secondary_cidr_block"));
        Arc::make_mut(&mut draft.vpcs[&id]).blocks.push(more);
    }
    let vpcs: Vec<VpcId> = draft.vpcs.keys().cloned().collect();
    let place = |id: &VpcId| original.parts().vpcs.get_index_of(id).unwrap();
    for route in &original.parts().routes {
        draft
            .routes
            .push(Route { a: vpcs[place(&route.a)].clone(), b: vpcs[place(&route.b)].clone() });
    }
    for (number, (label, own)) in resources(&body, "alicloud_ecs_prefix_list").enumerate() {
        let id = PrefixListId::parse(&format!("pl-tf{number}")).unwrap();
        ids.insert(label, id.to_string());
        let entries = own.body.blocks().filter(|inner| inner.ident.as_str() == "entry");
        let blocks: Vec<IpNet> = entries.map(|entry| block(&given(entry, "cidr"))).collect();
        let max_entries = attribute(own, "max_entries").unwrap().to_string();
        let max_entries = max_entries.trim().parse().unwrap();
        let list = PrefixList {
            id: id.clone(),
            name: String::new(),
            blocks,
            max_entries,
            unread_entries: false,
        };
        draft.prefix_lists.insert(id, Arc::new(list));
    }
    for (number, (label, own)) in resources(&body, "alicloud_security_group").enumerate() {
        let id = SecurityGroupId::parse(&format!("sg-tf{number}")).unwrap();
        ids.insert(label, id.to_string());
        let vpc = &ids[&name(attribute(own, "vpc_id").unwrap())];
        let group_type = match given(own, "security_group_type").as_str() {
            "normal" => {
                let policy = given(own, "inner_access_policy");
                GroupType::Basic(InnerAccessPolicy::parse(&policy).unwrap())
            }
            "enterprise" => GroupType::Advanced,
            other => panic!("{other}"),
        };
        let group = SecurityGroup {
            id: id.clone(),
            name: given(own, "security_group_name"),
            description: given(own, "description"),
            vpc: VpcId::parse(vpc).unwrap(),
            group_type,
            service_managed: false,
            labels: Labels::default(),
            rules: Vec::new(),
            created: Timestamp::from_unix_seconds(0),
            owner: None,
            unread: Unread::default(),
        };
        draft.groups.insert(id, Arc::new(group));
    }
    for (number, (_, own)) in resources(&body, "alicloud_security_group_rule").enumerate() {
        let group = &ids[&name(attribute(own, "security_group_id").unwrap())];
        let group = SecurityGroupId::parse(group).unwrap();
        let rule = rule(own, number, &ids);
        Arc::make_mut(&mut draft.groups[&group]).rules.push(Arc::new(rule));
    }
    machines(&body, &ids, &mut draft);
    Scenario::new(draft).unwrap()
}

fn rule(own: &Block, number: usize, ids: &BTreeMap<String, String>) -> Rule {
    assert_eq!(given(own, "nic_type"), "intranet");
    let ports = given(own, "port_range");
    let ports = PortRange::parse(&ports).map(PortFilter::to);
    let protocol = match given(own, "ip_protocol").as_str() {
        "all" => ProtocolFilter::All,
        "tcp" => ProtocolFilter::Tcp(ports.unwrap()),
        "udp" => ProtocolFilter::Udp(ports.unwrap()),
        "icmp" => ProtocolFilter::Icmp,
        "icmpv6" => ProtocolFilter::Icmpv6,
        "gre" => ProtocolFilter::Gre,
        other => panic!("{other}"),
    };
    let named = |key| ids[&name(attribute(own, key).unwrap())].clone();
    let peers = ["cidr_ip", "ipv6_cidr_ip", "source_security_group_id", "prefix_list_id"];
    let said: Vec<&str> = peers.into_iter().filter(|key| attribute(own, key).is_some()).collect();
    let peer = match said[..] {
        [key @ ("cidr_ip" | "ipv6_cidr_ip")] => Peer::Cidr(block(&given(own, key))),
        ["source_security_group_id"] => {
            Peer::Group(SecurityGroupId::parse(&named("source_security_group_id")).unwrap())
        }
        ["prefix_list_id"] => {
            Peer::PrefixList(PrefixListId::parse(&named("prefix_list_id")).unwrap())
        }
        _ => panic!("one authorization object: {said:?}"),
    };
    let priority = attribute(own, "priority").unwrap().to_string();
    Rule {
        id: RuleId::parse(&format!("sgr-tf{number}")).unwrap(),
        created: Timestamp::from_unix_seconds(0),
        description: given(own, "description"),
        spec: RuleSpec {
            direction: match given(own, "type").as_str() {
                "ingress" => Direction::Ingress,
                "egress" => Direction::Egress,
                other => panic!("{other}"),
            },
            policy: match given(own, "policy").as_str() {
                "accept" => RulePolicy::Accept,
                "drop" => RulePolicy::Drop,
                other => panic!("{other}"),
            },
            priority: Priority::parse(priority.trim()).unwrap(),
            protocol,
            peer,
            local_cidr: None,
            port_list: None,
        },
    }
}

/// The instances and their interfaces. Each is in a vSwitch whose block contains its address.
fn machines(body: &Body, ids: &BTreeMap<String, String>, draft: &mut ScenarioDraft) {
    let switches: BTreeMap<String, (VpcId, IpNet)> = resources(body, "alicloud_vswitch")
        .map(|(label, own)| {
            let vpc = VpcId::parse(&ids[&name(attribute(own, "vpc_id").unwrap())]).unwrap();
            assert_eq!(name(attribute(own, "zone_id").unwrap()), "var.zone_id");
            (label, (vpc, block(&given(own, "cidr_block"))))
        })
        .collect();
    let interface = |own: &Block, id: NetworkInterfaceId, keys: [&str; 3]| {
        let (vpc, around) = &switches[&name(attribute(own, "vswitch_id").unwrap())];
        let first = given(own, keys[0]).parse().unwrap();
        assert!(around.contains(&first), "{first} is in {around}");
        let more =
            list(own, keys[1]).iter().map(|item| text(item).parse().unwrap()).collect::<Vec<_>>();
        let groups = list(own, keys[2]);
        let groups = groups.iter().map(|item| SecurityGroupId::parse(&ids[&name(item)]).unwrap());
        let groups = groups.collect();
        let addresses = std::iter::once(first).chain(more).collect();
        Arc::new(NetworkInterface {
            id,
            vpc: vpc.clone(),
            groups,
            addresses,
            public_address: None,
            holder: None,
            vswitch: None,
            more: MoreAddresses::default(),
        })
    };
    let mut instances: BTreeMap<String, InstanceId> = BTreeMap::new();
    for (number, (label, own)) in resources(body, "alicloud_instance").enumerate() {
        let (id, eni) = (format!("i-tf{number}"), format!("eni-tf{number}"));
        let (id, eni) = (InstanceId::parse(&id).unwrap(), NetworkInterfaceId::parse(&eni).unwrap());
        assert_eq!(name(attribute(own, "image_id").unwrap()), "var.image_id");
        let keys = ["private_ip", "secondary_private_ips", "security_groups"];
        draft.interfaces.insert(eni.clone(), interface(own, eni.clone(), keys));
        instances.insert(label, id.clone());
        let instance =
            Instance { id: id.clone(), name: given(own, "instance_name"), interfaces: vec![eni] };
        draft.instances.insert(id, Arc::new(instance));
    }
    let further: Vec<_> = resources(body, "alicloud_ecs_network_interface").collect();
    let mut attached: BTreeMap<String, InstanceId> =
        resources(body, "alicloud_ecs_network_interface_attachment")
            .map(|(_, own)| {
                let eni = name(attribute(own, "network_interface_id").unwrap());
                (eni, instances[&name(attribute(own, "instance_id").unwrap())].clone())
            })
            .collect();
    for (number, (label, own)) in further.into_iter().enumerate() {
        let eni = NetworkInterfaceId::parse(&format!("eni-tfmore{number}")).unwrap();
        let keys = ["primary_ip_address", "private_ip_addresses", "security_group_ids"];
        draft.interfaces.insert(eni.clone(), interface(own, eni.clone(), keys));
        let instance = attached.remove(&label).unwrap();
        Arc::make_mut(&mut draft.instances[&instance]).interfaces.push(eni);
    }
    assert!(attached.is_empty());
}

/// Whether the provider has attributes for a rule.
fn sayable(rule: &Rule) -> bool {
    let anywhere = rule.spec.protocol.ports().is_none_or(|ports| ports.source == PortRange::ALL);
    anywhere
        && rule.spec.priority.is_writable()
        && rule.spec.local_cidr.is_none()
        && !matches!(rule.spec.protocol, ProtocolFilter::Number(_))
}

/// The parts of a scenario that a configuration can express: no addresses assigned by the service.
fn sayable_part(scenario: &Scenario) -> Scenario {
    let edited = scenario.edited(|draft| {
        for vpc in draft.vpcs.values_mut() {
            Arc::make_mut(vpc).blocks.retain(|block| matches!(block, IpNet::V4(_)));
        }
        for interface in draft.interfaces.values_mut() {
            let interface = Arc::make_mut(interface);
            interface.addresses.retain(std::net::IpAddr::is_ipv4);
            interface.public_address = None;
        }
        for group in draft.groups.values_mut() {
            Arc::make_mut(group).rules.retain(|rule| sayable(rule));
        }
    });
    edited.unwrap()
}

fn assert_same_answers(expected: &Scenario, found: &Scenario) {
    let whole = |scenario| matrix(scenario, PacketChoice::All, CheckedDirections::Both);
    let (expected, found) = (whole(expected), whole(found));
    assert_eq!(expected.ends.len(), found.ends.len());
    for from in 0..expected.ends.len() {
        for to in 0..expected.ends.len() {
            let (a, b) = (expected.cell(from, to).unwrap(), found.cell(from, to).unwrap());
            assert_eq!(a.state, b.state, "{:?} {:?}", expected.ends[from], expected.ends[to]);
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_configuration_builds_what_it_was_made_from(scenario in scenario()) {
        let configuration = terraform(&scenario, Language::En).text;
        let rules = scenario.groups().flat_map(|group| &group.rules);
        let unsaid = rules.filter(|rule| !sayable(rule)).count();
        let remarks = ["# The provider has no attribute", "# A priority above 100"];
        let remarked: usize =
            remarks.iter().map(|remark| configuration.matches(remark).count()).sum();
        prop_assert_eq!(remarked, unsaid);
        assert_same_answers(&sayable_part(&scenario), &built(&scenario, &configuration));
    }
}

#[test]
fn every_example_is_built_by_its_configuration() {
    let mut count = 0;
    for example in Example::all() {
        let scenario = example.scenario().unwrap();
        // The service assigns IPv6 blocks, and managed groups are created elsewhere.
        let six = |vpc: &Arc<Vpc>| vpc.blocks.iter().any(|block| matches!(block, IpNet::V6(_)));
        if scenario.groups().any(|group| group.is_read_only())
            || scenario.interfaces().any(|interface| interface.holder.is_some())
            || scenario.parts().vpcs.values().any(six)
        {
            continue;
        }
        for language in Language::ALL {
            let configuration = terraform(&scenario, language).text;
            assert_same_answers(&sayable_part(&scenario), &built(&scenario, &configuration));
        }
        count += 1;
    }
    assert!(count > 30, "{count}");
}

#[test]
fn a_managed_group_is_a_variable() {
    let scenario = Example::find("managed-group").unwrap().scenario().unwrap();
    let configuration = terraform(&scenario, Language::Zh).text;
    let body: Body = configuration.parse().unwrap();
    let variables: Vec<&Block> =
        body.blocks().filter(|block| block.ident.as_str() == "variable").collect();
    let named = |block: &&&Block| block.labels[0].as_str().starts_with("managed_group_");
    let managed = variables.iter().find(named).unwrap();
    assert!(given(managed, "description").contains("云服务托管"));
}

#[test]
fn hostile_names_stay_what_they_are() {
    let base = Example::find("two-interfaces").unwrap().scenario().unwrap();
    for value in VALUES {
        let hostile = base.edited(|draft| {
            for group in draft.groups.values_mut() {
                let group = Arc::make_mut(group);
                group.name = (*value).to_owned();
                group.description = (*value).to_owned();
            }
            for instance in draft.instances.values_mut() {
                Arc::make_mut(instance).name = (*value).to_owned();
            }
            for vpc in draft.vpcs.values_mut() {
                Arc::make_mut(vpc).name = (*value).to_owned();
            }
        });
        let Ok(hostile) = hostile else { continue };
        let found = built(&hostile, &terraform(&hostile, Language::En).text);
        assert_same_answers(&sayable_part(&hostile), &found);
        for group in found.groups() {
            assert_eq!((group.name.as_str(), group.description.as_str()), (*value, *value));
        }
        for instance in found.instances() {
            assert_eq!(instance.name, *value);
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn vswitches_are_those_of_the_account_and_made_up_ones_stay_apart(scenario in scenario()) {
        let scenario = with_vswitches(&scenario);
        let configuration = terraform(&scenario, Language::En).text;
        let body: Body = configuration.parse().unwrap();
        let switches: BTreeMap<String, (String, IpNet, String)> =
            resources(&body, "alicloud_vswitch")
                .map(|(label, own)| {
                    let vpc = name(attribute(own, "vpc_id").unwrap());
                    let block = block(&given(own, "cidr_block"));
                    (label, (vpc, block, given(own, "vswitch_name")))
                })
                .collect();
        let all: Vec<_> = switches.values().collect();
        for (place, (vpc, one, _)) in all.iter().enumerate() {
            for (other_vpc, other, _) in all.iter().skip(place + 1) {
                let apart = vpc != other_vpc || !(one.contains(other) || other.contains(one));
                prop_assert!(apart, "{} and {}\n{}", one, other, configuration);
            }
        }
        let described = resources(&body, "alicloud_vswitch").take(scenario.parts().vswitches.len());
        for ((_, own), known) in described.zip(scenario.parts().vswitches.values()) {
            prop_assert_eq!(block(&given(own, "cidr_block")), known.block);
            prop_assert_eq!(given(own, "vswitch_name"), known.name.clone());
            match &known.zone {
                Some(zone) => prop_assert_eq!(given(own, "zone_id"), zone.as_str()),
                None => prop_assert_eq!(name(attribute(own, "zone_id").unwrap()), "var.zone_id"),
            }
        }
        // Each interface is in the vSwitch that it names.
        let mut of: BTreeMap<VSwitchId, String> = BTreeMap::new();
        let instances = resources(&body, "alicloud_instance");
        for ((_, own), instance) in instances.zip(scenario.instances()) {
            let interface = scenario.interface(instance.primary().unwrap()).unwrap();
            let Some(id) = interface.vswitch.clone() else { continue };
            let label = name(attribute(own, "vswitch_id").unwrap());
            let (_, block, _) = &switches[&label];
            prop_assert!(interface.addresses.iter().any(|address| block.contains(address)));
            prop_assert_eq!(of.entry(id).or_insert_with(|| label.clone()), &label);
        }
        let labels: std::collections::BTreeSet<&String> = of.values().collect();
        prop_assert_eq!(labels.len(), of.len());
    }
}

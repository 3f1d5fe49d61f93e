//! Properties of every import: responses about a scenario give that scenario back, and an
//! anonymised scenario gives the same answers.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Value, json};

use sg_core::connectivity::*;
use sg_core::emulator::{Action, Call, answer};
use sg_core::import::{Text, anonymise, read};
use sg_core::model::*;

use super::text;
use sg_testing::environment::env;
use sg_testing::random_scenario::{config, scenario};
use sg_testing::vswitches::with_vswitches;

/// A reply of the emulator, as JSON or as XML.
fn reply(scenario: &Scenario, action: Action, params: &[(&str, &str)], xml: bool) -> Text {
    let region = [("RegionId", "cn-hangzhou")];
    let call = Call::new(action, region.into_iter().chain(params.iter().copied()));
    let reply = answer(scenario, &call, &env(1)).unwrap().reply;
    text(action.as_str(), &if xml { reply.to_xml() } else { reply.to_json_pretty() })
}

/// All responses of the emulator about a scenario.
fn replies(scenario: &Scenario, xml: bool) -> Vec<Text> {
    let mut all = Vec::new();
    for group in scenario.groups() {
        let id = [("SecurityGroupId", group.id.as_str())];
        all.push(reply(scenario, Action::DescribeSecurityGroupAttribute, &id, xml));
    }
    let paged = [("MaxResults", "100")];
    all.push(reply(scenario, Action::DescribeSecurityGroups, &paged, xml));
    all.push(reply(scenario, Action::DescribeInstances, &paged, xml));
    all
}

/// What the emulator does not return: interfaces, prefix lists and VPCs, in the form of their
/// responses.
fn others(scenario: &Scenario) -> Text {
    let sets = scenario.interfaces().map(|it| {
        let owner = scenario.instance_of(&it.id).unwrap();
        let primary = owner.primary() == Some(&it.id);
        let (six, four): (Vec<std::net::IpAddr>, Vec<std::net::IpAddr>) =
            it.addresses.iter().partition(|ip| ip.is_ipv6());
        json!({
            "NetworkInterfaceId": it.id.as_str(),
            "InstanceId": owner.id.as_str(),
            "Type": if primary { "Primary" } else { "Secondary" },
            "VpcId": it.vpc.as_str(),
            "VSwitchId": it.vswitch.as_ref().map(VSwitchId::as_str),
            "PrivateIpAddress": four.first().map(ToString::to_string),
            "PrivateIpSets": { "PrivateIpSet": four.iter().enumerate().map(|(place, ip)| json!({
                "PrivateIpAddress": ip.to_string(), "Primary": place == 0 })).collect::<Vec<_>>() },
            "Ipv6Sets": { "Ipv6Set": six.iter().map(|ip| json!({ "Ipv6Address": ip.to_string() })).collect::<Vec<_>>() },
            "AssociatedPublicIp": { "PublicIpAddress": it.public_address.map(|ip| ip.to_string()) },
            "SecurityGroupIds": { "SecurityGroupId": it.groups.iter().map(ToString::to_string).collect::<Vec<_>>() },
        })
    });
    let sets: Vec<Value> = sets.collect();
    let mut all = vec![json!({ "NetworkInterfaceSets": { "NetworkInterfaceSet": sets } })];
    for list in scenario.parts().prefix_lists.values() {
        let entries: Vec<Value> =
            list.blocks.iter().map(|block| json!({ "Cidr": block.to_string() })).collect();
        all.push(json!({
            "PrefixListId": list.id.as_str(), "PrefixListName": list.name,
            "MaxEntries": list.max_entries, "Entries": { "Entry": entries },
        }));
    }
    for vpc in scenario.parts().vpcs.values() {
        let blocks: Vec<String> = vpc.blocks.iter().map(ToString::to_string).collect();
        all.push(json!({ "Vpcs": { "Vpc": [{
            "VpcId": vpc.id.as_str(), "VpcName": vpc.name, "CidrBlock": blocks[0],
            "Ipv6CidrBlock": blocks.get(1) }] } }));
    }
    for own in scenario.parts().vswitches.values() {
        all.push(json!({ "VSwitches": { "VSwitch": [{
            "VSwitchId": own.id.as_str(), "VSwitchName": own.name, "VpcId": own.vpc.as_str(),
            "CidrBlock": own.block.to_string(), "ZoneId": own.zone.as_ref().map(ZoneId::as_str) }] } }));
    }
    text("others", &Value::Array(all).to_string())
}

/// The parts of a scenario that responses contain: no routes, readings or outside addresses. The
/// emulator makes up vSwitches of primary interfaces that have none.
fn tellable(scenario: &Scenario) -> Scenario {
    let edited = scenario.edited(|draft| {
        draft.routes.clear();
        draft.options = Options::default();
        draft.outside.clear();
        for vpc in draft.vpcs.values_mut() {
            Arc::make_mut(vpc).snat = None;
        }
        let primary: Vec<_> = draft.instances.values().map(|it| it.interfaces[0].clone()).collect();
        for own in primary {
            let own = Arc::make_mut(draft.interfaces.get_mut(&own).unwrap());
            let id = VSwitchId::parse(&own.vpc.as_str().replacen("vpc-", "vsw-", 1)).unwrap();
            own.vswitch.get_or_insert(id);
        }
        // No response says whether VPCs are connected by anything but a peering connection.
        draft.unread_routes = draft.vpcs.len() > 1;
    });
    edited.unwrap()
}

/// A quarter of the usual number of cases, because each one evaluates every pair of ends.
fn quarter() -> ProptestConfig {
    let usual = config();
    ProptestConfig { cases: usual.cases.div_ceil(4), ..usual }
}

proptest! {
    #![proptest_config(quarter())]

    #[test]
    fn replies_about_a_scenario_give_the_scenario_back(
        scenario in scenario(), xml: bool, vswitches: bool,
    ) {
        let scenario = if vswitches { with_vswitches(&scenario) } else { scenario };
        let mut texts = replies(&scenario, xml);
        texts.push(others(&scenario));
        let reading = read(texts);
        prop_assert!(reading.unread.is_empty(), "{:?}", reading.unread);
        let back = reading.scenario.unwrap();
        let back = back.edited(|draft| draft.outside.clear()).unwrap();
        let expected = tellable(&scenario);
        prop_assert_eq!(expected.parts(), back.parts());
        let rules: usize = scenario.groups().map(|group| group.rules.len()).sum();
        prop_assert_eq!(reading.origins.len(), rules);
    }

    #[test]
    fn a_scenario_document_gives_the_scenario_back(
        scenario in scenario(), no_instances: bool, no_outside: bool,
    ) {
        let kept = scenario.edited(|draft| {
            if no_instances {
                draft.instances.clear();
                draft.interfaces.clear();
            }
            if no_outside {
                draft.outside.clear();
            }
        });
        let kept = with_vswitches(&kept.unwrap());
        let reading = read(vec![text("scenario", &sg_core::share::write(&kept))]);
        prop_assert!(reading.assumed.is_empty(), "{:?}", reading.assumed);
        let back = reading.scenario.unwrap();
        prop_assert_eq!(kept.parts(), back.parts());
    }

    #[test]
    fn what_is_assumed_changes_no_answer_between_instances(scenario in scenario(), xml: bool) {
        let mut texts = replies(&scenario, xml);
        // Without the entries of a prefix list, what its rules could decide would be unknown;
        // everything else is known.
        let lists = others(&scenario).content;
        let lists: Vec<Value> = serde_json::from_str(&lists).unwrap();
        let lists = lists.into_iter().filter(|it| it.get("Entries").is_some()).collect();
        texts.push(text("lists", &Value::Array(lists).to_string()));
        let reading = read(texts);
        let back = reading.scenario.unwrap();
        let expected = tellable(&scenario);
        let all = PacketChoice::All;
        for one in back.interfaces() {
            for other in back.interfaces() {
                let (from, to) = (End::Interface(one.id.clone()), End::Interface(other.id.clone()));
                let cell = |scenario: &Scenario| {
                    cell_between(scenario, &from, &to, all, CheckedDirections::Both).unwrap().state
                };
                prop_assert_eq!(cell(&expected), cell(&back), "{} {}", &one.id, &other.id);
            }
        }
    }

    #[test]
    fn another_name_changes_no_answer(scenario in scenario(), seed: u64) {
        let scenario = with_vswitches(&scenario);
        let other = anonymise(&scenario, seed).unwrap();
        prop_assert_eq!(&anonymise(&scenario, seed).unwrap(), &other);
        let renamed = |end: &End| match end {
            End::Interface(id) => End::Interface(other.names.interfaces[id].clone()),
            End::Outside(name) => End::Outside(other.names.outside[name].clone()),
        };
        // vSwitches keep what is in them, but neither their ids nor their names.
        let (old, new) = (scenario.parts(), other.scenario.parts());
        prop_assert_eq!(old.vswitches.len(), new.vswitches.len());
        for (before, after) in old.interfaces.values().zip(new.interfaces.values()) {
            let Some(id) = &before.vswitch else { continue };
            let named = after.vswitch.as_ref();
            prop_assert_eq!(named, Some(&other.names.vswitches[id]));
            prop_assert_ne!(named, Some(id));
            let Some(known) = old.vswitches.get(id) else { continue };
            let anonymous = &new.vswitches[&other.names.vswitches[id]];
            prop_assert_eq!(&anonymous.vpc, &after.vpc);
            prop_assert!(!anonymous.name.contains("it's"));
            for (own, other) in before.addresses.iter().zip(&after.addresses) {
                prop_assert_eq!(known.block.contains(own), anonymous.block.contains(other));
            }
        }
        let (before, after) = (Reach::new(&scenario), Reach::new(&other.scenario));
        let all = PacketChoice::All;
        for from in ends(&scenario) {
            for to in ends(&scenario) {
                let cell = |scenario: &Scenario, from: &End, to: &End| {
                    cell_between(scenario, from, to, all, CheckedDirections::Both).unwrap()
                };
                let (own, new) = (cell(&scenario, &from, &to), cell(&other.scenario, &renamed(&from), &renamed(&to)));
                prop_assert_eq!(&own.state, &new.state, "{:?} {:?}", &from, &to);
                // The same packets for the same number of outside addresses.
                prop_assert_eq!(sizes(&own), sizes(&new), "{:?} {:?}", &from, &to);
            }
        }
        // One address of each block at both ends, whichever address represents the block.
        for interface in scenario.interfaces() {
            for address in sg_testing::random_scenario::OUTSIDE {
                let inside = |address| Endpoint::Interface { id: interface.id.clone(), address };
                let own = Flow {
                    source: Endpoint::Outside { address: address.parse().unwrap() },
                    destination: inside(interface.addresses[0]),
                    packet: Packet::Tcp {
                        source_port: Port::new(50_000).unwrap(),
                        destination_port: Port::new(443).unwrap(),
                    },
                };
                let map = |address: &str| other.address(address.parse().unwrap());
                let new = Flow {
                    source: Endpoint::Outside { address: map(address) },
                    destination: Endpoint::Interface {
                        id: other.names.interfaces[&interface.id].clone(),
                        address: other.address(interface.addresses[0]),
                    },
                    packet: own.packet,
                };
                let verdict = |passes: &Decision| format!("{:?}", std::mem::discriminant(&passes.verdict));
                prop_assert_eq!(verdict(&before.decide(&own)), verdict(&after.decide(&new)), "{}", address);
            }
        }
    }

    #[test]
    fn another_address_keeps_every_relation(seed: u64, bits: u128, flip in 0..128u32, v6: bool) {
        let scenario = scenario_of_nothing();
        let other = anonymise(&scenario, seed).unwrap();
        let address = |bits: u128| match v6 {
            true => std::net::IpAddr::from(bits.to_be_bytes()),
            false => std::net::IpAddr::from(((bits >> 96) as u32).to_be_bytes()),
        };
        let width = if v6 { 128 } else { 32 };
        let neighbour = bits ^ (1 << (127 - flip % width));
        let as_bits = |address: std::net::IpAddr| match address {
            std::net::IpAddr::V4(ip) => u128::from(ip.to_bits()) << 96,
            std::net::IpAddr::V6(ip) => ip.to_bits(),
        };
        let (a, b) = (other.address(address(bits)), other.address(address(neighbour)));
        // Two addresses share exactly as many leading bits as before.
        prop_assert_eq!((as_bits(a) ^ as_bits(b)).leading_zeros(), flip % width);
        prop_assert_eq!(class(address(bits)), class(a));
    }
}

/// How many addresses get each answer.
fn sizes(cell: &Cell) -> BTreeMap<String, u128> {
    let mut sizes = BTreeMap::new();
    for piece in &cell.pieces {
        let number = |address: &std::net::IpAddr| match address {
            std::net::IpAddr::V4(ip) => u128::from(ip.to_bits()),
            std::net::IpAddr::V6(ip) => ip.to_bits(),
        };
        let count: u128 =
            piece.ranges.iter().map(|(first, last)| number(last) - number(first) + 1).sum();
        let passing = piece.space.regions.iter().map(|region| {
            format!("{:?} {:?}", region.packets, std::mem::discriminant(&region.verdict))
        });
        *sizes.entry(passing.collect::<Vec<_>>().join("|")).or_insert(0) += count;
    }
    sizes
}

/// The publicly known class of an address.
fn class(address: std::net::IpAddr) -> &'static str {
    let within = |block: &str| block.parse::<IpNet>().unwrap().contains(&address);
    let blocks = [
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "224.0.0.0/3",
        "0.0.0.0/8",
        "fc00::/7",
        "fe80::/10",
        "ff00::/8",
        "2000::/3",
        "::/3",
    ];
    blocks.into_iter().find(|block| within(block)).unwrap_or("else")
}

fn scenario_of_nothing() -> Scenario {
    Scenario::new(ScenarioDraft::empty(RegionId::parse("cn-hangzhou").unwrap())).unwrap()
}

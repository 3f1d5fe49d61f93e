//! Quotas of the dated table: a scenario at the limit is valid, and one more is rejected with its
//! path.

#![expect(clippy::unwrap_used, reason = "a test panics on the first error")]

use sg_testing::scenario_text;

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use serde_json::{Value, json};
use sg_core::model::*;
use sg_core::share::{Limits, read, write};
use sg_testing::scenario_text::scenario_of;

/// Two groups that share `lists` prefix lists of 200 entries each, and `single` more rules.
fn with_rules(lists: usize, single: usize) -> Result<Scenario, ScenarioError> {
    let mut text = "group G1 basic drop\ngroup G2 basic drop\n".to_owned();
    for number in 0..lists {
        text += &format!("list pl-{number} 198.51.100.0/24\n");
    }
    text += "instance ecs1 10.0.0.11 in G1 G2\n";
    let bare = scenario_of(&text);
    bare.edited(|draft| {
        let mut add = |number: usize, words: &str| {
            let words: Vec<&str> = words.split(' ').collect();
            let rule = scenario_text::rule(&format!("sgr-{number}"), &words).unwrap();
            let group = draft.groups.get_index_mut(number % 2).unwrap().1;
            Arc::make_mut(group).rules.push(Arc::new(rule));
        };
        for number in 0..lists {
            add(number, &format!("in accept all from pl-{number} prio 1"));
        }
        for number in lists..lists + single {
            add(number, &format!("out drop tcp {number}/{number} to 0.0.0.0/0 prio 2"));
        }
    })
}

fn refusal(scenario: Result<Scenario, ScenarioError>) -> String {
    scenario.unwrap_err().to_string()
}

#[test]
fn an_interface_carries_a_thousand_rules_over_all_its_groups() {
    assert!(with_rules(5, 0).is_ok());
    assert!(with_rules(4, 200).is_ok());
    let expected = "interfaces.eni-ecs1.groups: holds 1001, more than the 1000 allowed";
    assert_eq!(refusal(with_rules(4, 201)), expected);
    assert_eq!(refusal(with_rules(5, 1)), expected);
}

#[test]
fn rules_that_no_interface_carries_are_not_counted() {
    let scenario = with_rules(4, 200).unwrap();
    let more = scenario.edited(|draft| {
        let interface = Arc::make_mut(draft.interfaces.get_index_mut(0).unwrap().1);
        interface.groups.shift_remove_index(1);
    });
    // The interface now has room for more rules, and so does the group without members.
    let edited = more.unwrap().edited(|draft| {
        let group = Arc::make_mut(draft.groups.get_index_mut(1).unwrap().1);
        let old = group.rules.clone();
        for (number, rule) in old.iter().cycle().take(700).enumerate() {
            let id = RuleId::parse(&format!("sgr-more{number}")).unwrap();
            group.rules.push(Arc::new(Rule { id, ..rule.as_ref().clone() }));
        }
    });
    assert!(edited.is_ok());
}

/// A group of this kind whose only instance has `count` private addresses.
fn with_addresses(kind: &str, count: u32) -> Result<Scenario, ScenarioError> {
    let bare = scenario_of(&format!(
        "group G1 {kind}\ninstance ecs1 10.0.0.11 in G1\ninstance ecs2 10.0.0.12 in G1"
    ));
    bare.edited(|draft| {
        let interface = Arc::make_mut(draft.interfaces.get_index_mut(0).unwrap().1);
        let first = u32::from(Ipv4Addr::new(10, 1, 0, 0));
        let addresses = first..first + count;
        interface.addresses = addresses.map(|n| IpAddr::from(Ipv4Addr::from(n))).collect();
    })
}

#[test]
fn a_basic_group_holds_six_thousand_addresses() {
    assert!(with_addresses("basic accept", 5_999).is_ok());
    let expected = "groups.G1: holds 6001, more than the 6000 allowed";
    assert_eq!(refusal(with_addresses("basic accept", 6_000)), expected);
    // An advanced group counts interfaces, and there are two.
    assert!(with_addresses("advanced", 6_000).is_ok());
}

#[test]
fn an_advanced_group_holds_65536_interfaces() {
    let with = |count: usize| {
        scenario_of("group G1 advanced\ninstance ecs1 10.0.0.11 in G1").edited(|draft| {
            let pattern = draft.interfaces[0].as_ref().clone();
            let instance = Arc::make_mut(draft.instances.get_index_mut(0).unwrap().1);
            for number in 1..count {
                let id = NetworkInterfaceId::parse(&format!("eni-{number}")).unwrap();
                let address =
                    u32::from(Ipv4Addr::new(10, 1, 0, 0)) + u32::try_from(number).unwrap();
                let addresses = vec![IpAddr::from(Ipv4Addr::from(address))];
                instance.interfaces.push(id.clone());
                let interface = NetworkInterface { id: id.clone(), addresses, ..pattern.clone() };
                draft.interfaces.insert(id, Arc::new(interface));
            }
        })
    };
    assert!(with(65_536).is_ok());
    let expected = "groups.G1: holds 65537, more than the 65536 allowed";
    assert_eq!(refusal(with(65_537)), expected);
}

#[test]
fn a_document_that_holds_too_much_is_refused_at_its_place() {
    let document = |rules: usize, addresses: usize| -> Value {
        let rule = |port: usize| {
            json!({ "direction": "ingress", "ipProtocol": "TCP", "portRange": format!("{port}/{port}"),
                "sourceCidrIp": "0.0.0.0/0", "policy": "Accept", "priority": 1 })
        };
        let address = |n: usize| format!("10.0.{}.{}", n / 250, 1 + n % 250);
        json!({
            "version": 1,
            "vpcs": [{ "vpcId": "vpc-1", "cidrBlocks": ["10.0.0.0/16"] }],
            "securityGroups": [
                { "securityGroupId": "sg-0" },
                { "securityGroupId": "sg-1", "rules": (1..=rules).map(rule).collect::<Vec<_>>() },
            ],
            "instances": [{ "instanceId": "i-1", "networkInterfaces": [{
                "securityGroupIds": ["sg-0", "sg-1"],
                "privateIpAddresses": (0..addresses).map(address).collect::<Vec<_>>(),
            }] }],
        })
    };
    let refused = |rules, addresses| {
        let text = document(rules, addresses).to_string();
        read(&text, &Limits::FILE).map(|_| ()).map_err(|error| error.to_string())
    };
    assert_eq!(refused(1_000, 1), Ok(()));
    assert_eq!(
        refused(1_001, 1).unwrap_err(),
        "instances[0].networkInterfaces[0].securityGroupIds: holds 1001, more than the 1000 allowed"
    );
    assert_eq!(refused(0, 6_000), Ok(()));
    assert_eq!(
        refused(0, 6_001).unwrap_err(),
        "securityGroups[0]: holds 6001, more than the 6000 allowed"
    );
}

#[test]
fn a_raised_quota_holds_more_and_bounds_every_edit() {
    let limit = LimitId::GroupPeersPerBasicGroup;
    let mut text = "group G1 basic drop\ngroup G2 basic drop\n".to_owned();
    for port in 1..=20 {
        text += &format!("rule G1 in accept tcp {port}/{port} from G2 prio 1\n");
    }
    let usual = scenario_of(&text);
    let one_more = |scenario: &Scenario, raised: Option<usize>| {
        scenario.edited(|draft| {
            if let Some(raised) = raised {
                draft.quotas.raise(limit, raised).unwrap();
            }
            let group = Arc::make_mut(draft.groups.get_index_mut(0).unwrap().1);
            let number = group.rules.len() + 1;
            let words = format!("in accept udp {number}/{number} from G2 prio 1");
            let words: Vec<&str> = words.split(' ').collect();
            let rule = scenario_text::rule(&format!("sgr-more-{number}"), &words).unwrap();
            group.rules.push(Arc::new(rule));
        })
    };
    let expected = "groups.G1.rules: holds 21, more than the 20 allowed";
    assert_eq!(refusal(one_more(&usual, None)), expected);
    let raised = one_more(&usual, Some(22)).unwrap();
    assert_eq!(raised.quotas().get(limit), 22);
    let full = one_more(&raised, None).unwrap();
    let expected = "groups.G1.rules: holds 23, more than the 22 allowed";
    assert_eq!(refusal(one_more(&full, None)), expected);
    // It stays with the scenario in documents.
    assert_eq!(read(&write(&full), &Limits::FILE), Ok(full));
}

#[test]
fn a_document_raises_a_quota_above_the_table_only() {
    let with = |quotas: Value| {
        let text = json!({ "version": 1, "quotas": quotas }).to_string();
        read(&text, &Limits::FILE).map(|scenario| scenario.quotas().clone())
    };
    let refused = |quotas| with(quotas).unwrap_err().to_string();
    let most = json!({ "groupsPerRegion": 1_000, "groupsPerInterface": 100,
        "rulesPerInterface": 1_000_000, "groupPeersPerBasicGroup": 1_000_000,
        "addressesPerBasicGroup": 65_536 });
    let quotas = with(most).unwrap();
    for limit in LimitId::ALL {
        assert_eq!(quotas.get(limit), limit.most().unwrap_or(limit.value()), "{limit:?}");
    }
    assert_eq!(
        refused(json!({ "groupsPerRegion": 100 })),
        "quotas.groupsPerRegion: a raised quota is more than the 100 of every account"
    );
    assert_eq!(
        refused(json!({ "groupsPerInterface": 101 })),
        "quotas.groupsPerInterface: no more than 100 can be held here"
    );
}

//! Small inputs of kinds that accounts really have: each gives the verdict that the service gives,
//! for its reason.

use std::fs;

use sg_core::connectivity::*;
use sg_core::import::read;
use sg_core::lesson::end_named;
use sg_core::model::*;

use super::{folder, text};

/// The scenario of a case.
fn imported(name: &str) -> Scenario {
    let content = fs::read_to_string(folder().join(format!("{name}.case"))).unwrap();
    let mut texts = Vec::new();
    for part in content.split("=== ").skip(1) {
        let (name, body) = part.split_once('\n').unwrap();
        if name == "reading" {
            break;
        }
        texts.push(text(name, body));
    }
    read(texts).scenario.map(|scenario| (*scenario).clone()).unwrap()
}

fn packet(port: u16) -> Packet {
    Packet::tcp(Port::new(port).unwrap())
}

/// What is said of a TCP packet: the verdict, and what decides it in short.
fn said(scenario: &Scenario, source: &Endpoint, destination: &Endpoint, port: u16) -> String {
    let (source, destination) = (source.clone(), destination.clone());
    let flow = Flow { source, destination, packet: packet(port) };
    let evaluation = evaluate(scenario, &flow);
    let by = match &evaluation.decider {
        Decider::Policy { group } => format!("policy {group}"),
        Decider::Rule { rule, .. } => format!("rule {}", rule.spec),
        Decider::Implicit { direction, .. } => format!("default {}", direction.as_str()),
        Decider::Unknown(UnknownReason::Unread(part)) => format!("{part:?}"),
        Decider::Platform(_) | Decider::Route(_) | Decider::Itself | Decider::Unknown(_) => {
            format!("{:?}", evaluation.decider)
        }
    };
    format!("{:?}: {by}", evaluation.verdict)
}

fn outside(address: &str) -> Endpoint {
    Endpoint::Outside { address: address.parse().unwrap() }
}

fn interface(scenario: &Scenario, id: &str) -> Endpoint {
    let Some(End::Interface(id)) = end_named(scenario, id) else { panic!("{id}") };
    let address = scenario.interface(&id).unwrap().addresses[0];
    Endpoint::Interface { id, address }
}

#[test]
fn the_internet_reaches_every_port_of_an_old_default_group_but_the_denied_one() {
    let scenario = imported("default_group_priority_110");
    let member = scenario.interfaces().next().unwrap();
    let member = interface(&scenario, member.id.as_str());
    let from = outside("8.8.8.8");
    let all = "Pass: rule in accept all from 0.0.0.0/0 prio 110";
    assert_eq!(said(&scenario, &from, &member, 22), all);
    assert_eq!(said(&scenario, &from, &member, 65_535), all);
    let denied = "Blocked: rule in drop tcp 3389/3389 from 0.0.0.0/0 prio 100";
    assert_eq!(said(&scenario, &from, &member, 3389), denied);
}

#[test]
fn rules_that_share_an_id_are_all_tried() {
    let scenario = imported("rule_shares_id");
    let member = interface(&scenario, "eni-member-bp1fieldaaaaaaaaaaaa");
    let denied = "Blocked: rule in drop tcp 22/22 from 203.0.113.0/24 prio 1";
    assert_eq!(said(&scenario, &outside("203.0.113.7"), &member, 22), denied);
    let allowed = "Pass: rule in accept tcp 22/22 from 0.0.0.0/0 prio 100";
    assert_eq!(said(&scenario, &outside("198.51.100.7"), &member, 22), allowed);
}

#[test]
fn a_group_of_another_account_makes_a_path_unknown_and_not_closed() {
    let scenario = imported("other_account");
    let member = interface(&scenario, "eni-member-bp1fieldaaaaaaaaaaaa");
    let stranger = interface(&scenario, "eni-member-bp1fieldother");
    let unknown = "Unknown: MoreRules { group: sg-bp1fieldother }";
    assert_eq!(said(&scenario, &stranger, &member, 5432), unknown);
    assert_eq!(said(&scenario, &stranger, &member, 22), "Blocked: default ingress");
    let address = outside("192.168.7.7");
    assert!(said(&scenario, &address, &member, 5432).starts_with("Unknown: Peer"));
    assert_eq!(said(&scenario, &address, &member, 22), "Blocked: default ingress");
    // The members of a group are known by their private addresses, so nobody on the Internet is.
    assert_eq!(said(&scenario, &outside("8.8.8.8"), &member, 5432), "Blocked: default ingress");
}

#[test]
fn interfaces_of_services_are_ends_and_members() {
    let scenario = imported("service_interfaces");
    let server = interface(&scenario, "eni-bp1fieldecs");
    let alb = interface(&scenario, "eni-bp1fieldalb");
    let rds = interface(&scenario, "eni-bp1fieldrds");
    let allowed = "Pass: rule in accept tcp 8080/8080 from sg-bp1fieldalb prio 1";
    assert_eq!(said(&scenario, &alb, &server, 8080), allowed);
    assert_eq!(said(&scenario, &alb, &server, 80), "Blocked: default ingress");
    let shared = "Pass: policy sg-bp1fieldaaaaaaaaaaaa";
    assert_eq!(said(&scenario, &server, &rds, 3306), shared);
    let products: Vec<Option<Product>> = scenario.interfaces().map(|it| it.product()).collect();
    assert_eq!(products, [Some(Product::Alb), Some(Product::Rds), None]);
}

#[test]
fn open_to_the_world_is_open() {
    let scenario = imported("transcript_in_markdown");
    let member = scenario.interfaces().next().unwrap();
    let member = interface(&scenario, member.id.as_str());
    assert!(said(&scenario, &outside("8.8.8.8"), &member, 22).starts_with("Pass"));
}

#[test]
fn a_port_list_opens_each_of_its_ranges() {
    let scenario = imported("port_list");
    let member = interface(&scenario, "eni-member-bp1fieldaaaaaaaaaaaa");
    let inside = outside("10.1.2.3");
    let rule = "Pass: rule in accept tcp prl-bp1fieldaaaaaaaaaa from 10.0.0.0/8 prio 1";
    for port in [80, 443, 8000, 8999] {
        assert_eq!(said(&scenario, &inside, &member, port), rule);
    }
    for port in [81, 7999, 9000] {
        assert_eq!(said(&scenario, &inside, &member, port), "Blocked: default ingress");
    }
    assert_eq!(said(&scenario, &outside("8.8.8.8"), &member, 80), "Blocked: default ingress");
}

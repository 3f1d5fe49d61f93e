//! Goals and the matrix choose the same addresses for the same ends.

use std::net::IpAddr;

use sg_core::connectivity::{End, Endpoint, Packet, ends, flow_between};
use sg_core::explain::ends_with_labels;
use sg_core::goal::{Directory, Place};
use sg_core::language::Language;
use sg_core::model::{NetworkInterfaceId, Scenario};
use sg_core::share::{Limits, read};
use sg_testing::scenario_text::scenario_of;

/// Ranges with an end of their own, beside the Internet: what is private, shared or link-local, and
/// what is routed nowhere (0/8, 127/8, 224/3).
const BLOCKS: [&str; 11] = [
    "0.0.0.0/8",
    "10.0.0.0/9",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "224.0.0.0/3",
    "8.8.8.8/32",
    "203.0.113.0/24",
    "2400:3200::/32",
];

/// An interface with both families and a public address, one without it, and every block.
fn world() -> Scenario {
    let mut text = String::from(
        "vpc vpc-1 10.128.0.0/9 2001:db8::/32\n\
         group G1 basic drop\n\
         instance ecs1 10.128.0.1 2001:db8::1 public 198.51.100.1 in G1\n\
         instance ecs2 10.128.0.2 in G1\n",
    );
    for (number, block) in BLOCKS.iter().enumerate() {
        text += &format!("outside block-{number} {block}\n");
    }
    scenario_of(&text)
}

/// The place of an end at the address that the matrix chose for it: an interface leaves its own
/// open, a block is one lone address.
fn place(end: &End, chosen: &Endpoint) -> Place {
    match end {
        End::Interface(id) => Place::Interface(id.clone()),
        End::Outside(_) => Place::Address(chosen.address()),
    }
}

#[test]
fn a_goal_between_two_ends_uses_the_addresses_of_their_cell() {
    let world = world();
    let directory = Directory::new(&world);
    let ends = ends(&world);
    let mut compared = 0;
    for from in &ends {
        for to in &ends {
            let flow = flow_between(&world, from, to, Packet::Gre).unwrap();
            let places = (place(from, &flow.source), place(to, &flow.destination));
            let chosen = directory.endpoints(&places.0, &places.1, None).unwrap();
            assert_eq!(chosen, (flow.source, flow.destination), "{from:?} to {to:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, (2 + BLOCKS.len()).pow(2));
}

#[test]
fn only_a_sender_on_the_internet_writes_to_the_public_address() {
    let world = world();
    let directory = Directory::new(&world);
    let receiver = directory.find("ecs1").unwrap();
    let addressed = |sender: &str| -> IpAddr {
        let sender = directory.find(sender).unwrap();
        directory.endpoints(&sender, &receiver, None).unwrap().1.address()
    };
    let (private, public) = ("10.128.0.1", "198.51.100.1");
    for (sender, expected) in [
        ("8.8.8.8", public),
        ("203.0.113.9", public),
        ("0.0.0.1", private),
        ("0.255.255.255", private),
        ("1.0.0.0", public),
        ("10.0.0.1", private),
        ("100.64.0.1", private),
        ("126.255.255.255", public),
        ("127.0.0.1", private),
        ("128.0.0.0", public),
        ("169.254.1.1", private),
        ("172.16.0.1", private),
        ("192.168.0.1", private),
        ("223.255.255.255", public),
        ("224.0.0.1", private),
        ("255.255.255.255", private),
        ("2400:3200::1", "2001:db8::1"),
    ] {
        assert_eq!(addressed(sender).to_string(), expected, "{sender}");
    }
}

/// An interface of a load balancer, a member that stands for any, and an instance with two
/// interfaces.
const HELD: &str = r#"{
  "version": 1,
  "regionId": "cn-hangzhou",
  "vpcs": [{"vpcId": "vpc-1", "cidrBlocks": ["10.0.0.0/8"]}],
  "securityGroups": [
    {"securityGroupId": "sg-1", "securityGroupName": "web", "vpcId": "vpc-1", "innerAccessPolicy": "Drop"}
  ],
  "instances": [{
    "instanceId": "i-1", "instanceName": "app",
    "networkInterfaces": [
      {"networkInterfaceId": "eni-1", "securityGroupIds": ["sg-1"], "privateIpAddresses": ["10.0.0.1"]},
      {"networkInterfaceId": "eni-2", "securityGroupIds": ["sg-1"], "privateIpAddresses": ["10.0.0.2"]}
    ]
  }],
  "networkInterfaces": [
    {"networkInterfaceId": "eni-alb", "securityGroupIds": ["sg-1"], "privateIpAddresses": ["10.0.0.3"],
     "holder": {"product": "alb", "description": "alb-shop"}},
    {"networkInterfaceId": "eni-any", "securityGroupIds": ["sg-1"], "privateIpAddresses": ["10.0.0.4"],
     "holder": {}}
  ]
}"#;

#[test]
fn an_end_is_found_by_every_name_that_an_answer_gives_it() {
    let world = read(HELD, &Limits::FILE).unwrap();
    let directory = Directory::new(&world);
    for language in [Language::En, Language::Zh] {
        for (end, label) in ends_with_labels(&world, language) {
            let End::Interface(id) = end else { continue };
            assert_eq!(directory.find(&label), Ok(Place::Interface(id)), "{label}");
        }
    }
    let alb = NetworkInterfaceId::parse("eni-alb").unwrap();
    assert_eq!(directory.find("alb-shop"), Ok(Place::Interface(alb)));
    let (first, any) = (directory.find("app").unwrap(), directory.find("any member of web"));
    assert_eq!(first, directory.find("eni-1").unwrap());
    assert_eq!(any, directory.find("eni-any"));
}

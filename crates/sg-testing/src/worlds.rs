//! Random scenarios as text, so that a failing one can be read and kept as a test case.

use proptest::prelude::*;
use proptest::sample::select;

/// A few priorities, so that ties are common; 110 is that of a legacy rule.
const PRIORITIES: [u8; 4] = [1, 2, 3, 110];
const BLOCKS: [&str; 9] = [
    "0.0.0.0/0",
    "10.0.0.0/8",
    "10.0.0.11/32",
    "10.0.0.12/31",
    "203.0.113.0/24",
    "203.0.113.12/32",
    "198.51.100.0/24",
    "100.64.0.0/10",
    "pl-1",
];
const BLOCKS_V6: [&str; 3] = ["::/0", "2001:db8::/32", "2001:db8::11/128"];
const PROTOCOLS: [&str; 9] = [
    "all",
    "tcp 22/22",
    "tcp 1/65535",
    "tcp 80/443",
    "tcp 443/443 sport 1000/2000",
    "tcp 25/25",
    "udp 53/53",
    "50",
    "gre",
];

/// A scenario of three basic groups, an advanced one and one in a second VPC, with four instances
/// and up to `rules` rules. The prefix list has room for two entries: with the usual 200, five
/// rules that reference it would exceed the quota of an interface, and about one scenario in a
/// thousand would be rejected.
pub fn worlds(rules: usize) -> impl Strategy<Value = String> {
    let policies = prop::collection::vec(select(&["accept", "drop"][..]), 3);
    let members = prop::collection::vec(0..10u8, 4);
    let rules = prop::collection::vec(rule(), 0..=rules);
    let snat = prop::array::uniform2(select(&["yes", "yes", "no"][..]));
    (policies, members, any::<bool>(), prop::bool::weighted(0.25), snat, rules).prop_map(
        |(policies, members, routed, egress_first, snat, rules)| {
            let mut lines = vec![
                "vpc vpc-1 10.0.0.0/16 2001:db8::/32".to_owned(),
                "vpc vpc-2 172.16.0.0/16".to_owned(),
                "list pl-1 max 2 198.51.100.0/25 10.0.0.12/32".to_owned(),
                "outside internet 0.0.0.0/0".to_owned(),
                "outside office 198.51.100.7/32".to_owned(),
                "outside v6 2400:3200::/32".to_owned(),
            ];
            lines.extend((1..).zip(snat).map(|(vpc, snat)| format!("snat vpc-{vpc} {snat}")));
            lines.extend(routed.then(|| "route vpc-1 vpc-2".to_owned()));
            lines.extend(egress_first.then(|| "reading custom-egress-first".to_owned()));
            for (group, policy) in (1..).zip(policies) {
                lines.push(format!("group G{group} basic {policy}"));
            }
            lines.push("group A1 advanced".to_owned());
            lines.push("group B1 basic accept vpc vpc-2".to_owned());
            for (index, choice) in members.into_iter().enumerate() {
                lines.push(instance(index, choice));
            }
            lines.extend(rules);
            lines.join("\n")
        },
    )
}

/// Choices 1 to 7 are sets of basic groups; the others are the advanced group and the other VPC.
fn instance(index: usize, choice: u8) -> String {
    let host = index + 11;
    let basic = (1..=3).filter(|group| choice & (1 << (group - 1)) != 0);
    let groups: String = match choice {
        0 | 9 => " A1".to_owned(),
        8 => " B1".to_owned(),
        _ => basic.map(|group| format!(" G{group}")).collect(),
    };
    let private = match (choice, index) {
        (8, _) => format!("172.16.0.{host}"),
        (_, 1) => format!("10.0.0.{host} 10.0.0.111"),
        _ => format!("10.0.0.{host} 2001:db8::{host}"),
    };
    let public = if index < 2 { format!(" public 203.0.113.{host}") } else { String::new() };
    format!("instance ecs{} {private}{public} in{groups}", index + 1)
}

fn rule() -> impl Strategy<Value = String> {
    let group = select(&["G1", "G2", "G3", "A1", "B1"][..]);
    let action = (any::<bool>(), select(&["accept", "drop"][..]), select(&PRIORITIES[..]));
    let what = prop_oneof![
        5 => (select(&PROTOCOLS[..]), select(&BLOCKS[..])).prop_map(|(p, b)| (p, b, false)),
        1 => (select(&["icmp"][..]), select(&BLOCKS[..])).prop_map(|(p, b)| (p, b, false)),
        1 => (select(&["icmpv6", "all", "tcp 22/22"][..]), select(&BLOCKS_V6[..]))
            .prop_map(|(p, b)| (p, b, true)),
        2 => (select(&PROTOCOLS[..]), select(&["G1", "G2", "G3"][..]))
            .prop_map(|(p, b)| (p, b, false)),
    ];
    let own = prop::option::weighted(0.15, select(&["10.0.0.11/32", "10.0.0.12/31"][..]));
    (group, action, what, own).prop_map(|(group, (inbound, policy, priority), what, own)| {
        let (protocol, peer, v6) = what;
        // A rule that a scenario would reject is replaced by the closest valid one.
        let names_group = peer.starts_with('G');
        let refused = names_group && (peer == group || !group.starts_with('G'));
        let peer = if refused { "10.0.0.0/8" } else { peer };
        let (way, toward, away) =
            if inbound { ("in", "from", "to") } else { ("out", "to", "from") };
        let own = own.filter(|_| !v6).map_or(String::new(), |own| format!(" {away} {own}"));
        format!("rule {group} {way} {policy} {protocol} {toward} {peer}{own} prio {priority}")
    })
}

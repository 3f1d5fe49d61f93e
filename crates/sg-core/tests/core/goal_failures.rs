//! Goals about several ends: which ends a text stands for, and that a goal holds for every pair.

#![expect(clippy::unwrap_used, reason = "a test panics on the first error")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;

use sg_core::connectivity::{End, Verdict, flow_between};
use sg_core::goal::*;
use sg_core::language::Language;
use sg_core::model::*;
use sg_testing::naive;
use sg_testing::scenario_text::scenario_of;
use sg_testing::worlds::worlds;

const ACCOUNT: &str = "\
vpc vpc-1 10.0.0.0/16
group APP basic drop
group DB basic drop
group OPS basic drop
instance app-01 10.0.1.1 public 203.0.113.1 in APP
instance app-02 10.0.1.2 in APP
instance app-03 10.0.1.3 in APP
instance db-1 10.0.2.1 public 203.0.113.11 in DB
instance db-2 10.0.2.2 public 203.0.113.12 in DB
instance bastion 10.0.3.1 in OPS
outside office 198.51.100.0/24
rule DB in accept tcp 5432/5432 from APP prio 1
rule DB in accept tcp 22/22 from 10.0.3.1/32 prio 1
rule DB in accept tcp 5432/5432 from 198.51.100.7/32 prio 1
rule APP in accept tcp 443/443 from 0.0.0.0/0 prio 1";

/// The names of the ends that a text stands for.
fn ends_of(world: &Scenario, text: &str) -> Result<Vec<String>, String> {
    let world = with_named_blocks(world, [text]);
    let selection = Directory::new(&world).select(text)?;
    let name = |place: &Place| match place {
        Place::Interface(id) => id.to_string(),
        Place::InterfaceAt(id, address) => format!("{id}@{address}"),
        Place::Block(name) => name.clone(),
        Place::Address(address) => address.to_string(),
    };
    Ok(selection.places.iter().map(name).collect())
}

#[test]
fn ends_are_named_in_the_words_people_use() {
    let world = scenario_of(ACCOUNT);
    let named = |text: &str| ends_of(&world, text).unwrap().join(" ");
    let apps = "eni-app-01 eni-app-02 eni-app-03";
    let all = format!("{apps} eni-db-1 eni-db-2 eni-bastion office");
    assert_eq!(named("app-02"), "eni-app-02");
    for text in ["app-*", "APP", "group:APP", "app-0?", "10.0.1.0/24", "app-01, app-02 and app-03"]
    {
        assert_eq!(named(text), apps, "{text}");
    }
    assert_eq!(named("app-* and app-01, db-1"), format!("{apps} eni-db-1"));
    // Everyone is the Internet as well.
    assert_eq!(named("everyone"), format!("{all} internet"));
    assert_eq!(named("everyone except app-* and DB"), "eni-bastion office internet");
    assert_eq!(named("除 APP、db-* 外的所有人"), "eni-bastion office internet");
    assert_eq!(named("everyone except office"), format!("{} internet", all.replace(" office", "")));
    assert_eq!(named("internet"), "internet");
    // A block stands for who is in it, and for what lies outside every VPC.
    assert_eq!(named("192.0.2.0/24"), "192.0.2.0/24");
    assert_eq!(named("198.51.100.0/24"), "office");
    assert_eq!(named("203.0.113.0/29"), "203.0.113.0/29 eni-app-01@203.0.113.1");
    assert_eq!(named("10.0.0.0/15").split(' ').next(), Some("10.1.0.0/16"));
    assert_eq!(named("10.0.2.0/31"), "eni-db-1");
    for text in [
        "app-9*",
        "group:WEB",
        "nobody",
        "app-01, nobody",
        "tag:env=prod",
        "service:rds",
        "10.0.9.0/24",
        "everyone except nobody",
        "app-* , ",
    ] {
        assert!(ends_of(&world, text).is_err(), "{text}");
    }
}

#[test]
fn tags_are_those_of_groups_and_services_are_products() {
    let world = scenario_of(ACCOUNT).edited(|parts| {
        let group = parts.groups.get_mut(&SecurityGroupId::parse("DB").unwrap()).unwrap();
        let tags = &mut std::sync::Arc::make_mut(group).labels.tags;
        tags.insert("env".to_owned(), "prod".to_owned());
        let id = NetworkInterfaceId::parse("eni-rds").unwrap();
        let like = parts.interfaces.values().next().unwrap().as_ref().clone();
        let holder = Holder::Service { product: Product::Rds, name: "orders".to_owned() };
        let interface = NetworkInterface {
            id: id.clone(),
            addresses: vec!["10.0.4.1".parse().unwrap()],
            public_address: None,
            holder: Some(holder),
            ..like
        };
        parts.interfaces.insert(id, std::sync::Arc::new(interface));
    });
    let world = world.unwrap();
    let named = |text: &str| ends_of(&world, text).unwrap().join(" ");
    assert_eq!(named("tag:env=prod"), "eni-db-1 eni-db-2");
    assert_eq!(named("tag:env"), "eni-db-1 eni-db-2");
    assert!(ends_of(&world, "tag:env=test").is_err());
    for text in ["service:rds", "service:RDS", "service:*", "ord*"] {
        assert_eq!(named(text), "eni-rds", "{text}");
    }
    assert!(ends_of(&world, "service:alb").is_err());
}

/// One line for each group of failures.
fn failures(world: &Scenario, sentence: &str) -> Vec<String> {
    let goal = Traffic::parse(sentence).unwrap();
    let world = with_named_blocks(world, [&*goal.from, &goal.to]);
    let mut directory = Directory::new(&world);
    let failures = goal.failures(&world, &mut directory).unwrap();
    let line = |failure: &Failure| {
        let (from, to) =
            (failure.from_words(&world, Language::En), failure.to_words(&world, Language::En));
        let packet = match &failure.wrong {
            Wrong::Packet { flow, .. } => format!("{} from {}", flow.packet, flow.source.address()),
            wrong @ (Wrong::NoEnd { .. }
            | Wrong::NoWay
            | Wrong::NotFiltered
            | Wrong::NoSuchPacket(_)
            | Wrong::Unlisted) => format!("{wrong:?}"),
        };
        format!("{from} -> {to}, {} pairs: {packet}", failure.pairs)
    };
    failures.iter().map(line).collect()
}

#[test]
fn a_goal_about_all_of_a_kind_is_unknown_where_not_all_are_listed() {
    let world = scenario_of(
        "group web basic accept
        group db basic drop
        instance web-1 10.0.0.1 in web
        instance db-1 10.0.1.1 in db",
    );
    let partly = world.edited(|parts| parts.unread_members = true).unwrap();
    let said = |world: &Scenario, sentence: &str| failures(world, sentence).join("; ");
    for sentence in [
        "group:web cannot reach group:db",
        "web-* cannot reach db-1",
        "web-1 cannot reach everyone except internet",
    ] {
        assert_eq!(said(&world, sentence), "", "{sentence}");
        assert!(said(&partly, sentence).ends_with("Unlisted"), "{sentence}");
    }
    // These ends are named, so nobody else is meant.
    assert_eq!(said(&partly, "web-1 cannot reach db-1"), "");
    assert_eq!(said(&partly, "web-1 and web-1 cannot reach db-1"), "");
    // What is known to be wrong is said as ever.
    assert!(said(&partly, "group:web can reach group:db: tcp/22").contains("TCP 22"));
}

#[test]
fn pairs_that_fail_alike_are_one_failure() {
    let world = scenario_of(ACCOUNT);
    let none = Vec::<String>::new();
    assert_eq!(failures(&world, "app-* can reach db-*: tcp/5432"), none);
    assert_eq!(failures(&world, "app-* can reach DB only by tcp/5432"), none);
    assert_eq!(failures(&world, "DB cannot reach db-*"), none);
    assert_eq!(
        failures(&world, "app-* can reach db-*: tcp/5432, tcp/22"),
        ["app-01 … app-03 × 3 -> db-1, db-2 × 2, 6 pairs: TCP 22 from 10.0.1.1"]
    );
    // The bastion and the office are found, not the addresses that are excepted.
    assert_eq!(
        failures(&world, "everyone except app-* cannot reach db-*"),
        [
            "bastion -> db-1, db-2 × 2, 2 pairs: TCP 22 from 10.0.3.1",
            "office -> db-1, db-2 × 2, 2 pairs: TCP 5432 from 198.51.100.7",
            "internet -> db-1, db-2 × 2, 2 pairs: TCP 5432 from 198.51.100.7",
        ]
    );
    let rest = "everyone except app-*, bastion and 198.51.100.7 cannot reach db-*: tcp";
    assert_eq!(failures(&world, rest), none);
    let part = "198.51.100.0/29 can reach db-1: tcp/5432";
    assert_eq!(failures(&world, part).len(), 1);
}

#[test]
fn judging_ends_that_answer_alike_once_changes_nothing() {
    let mut text = String::from(
        "group APP basic drop\ngroup DB basic accept\ngroup ODD basic drop\n\
         rule DB in accept tcp 5432/5432 from APP prio 1\n\
         rule APP in accept tcp 80/80 from 10.0.1.7/32 prio 1\n\
         rule ODD in drop all from 0.0.0.0/0 prio 1\n",
    );
    for number in 1..=24 {
        text += &format!("instance app-{number:02} 10.0.1.{number} in APP\n");
    }
    for number in 1..=6 {
        text += &format!("instance db-{number} 10.0.2.{number} in DB\n");
    }
    text += "instance odd 10.0.3.1 in ODD\n";
    let world = with_named_blocks(&scenario_of(&text), ["everyone"]);
    for sentence in [
        "everyone can reach everyone: tcp/5432",
        "everyone cannot reach everyone",
        "everyone can reach everyone only by tcp/80",
    ] {
        let goal = Traffic::parse(sentence).unwrap();
        let mut directory = Directory::new(&world);
        let together: usize = goal
            .failures(&world, &mut directory)
            .unwrap()
            .iter()
            .map(|failure| failure.pairs)
            .sum();
        let ids: Vec<String> = ends_of(&world, "everyone").unwrap();
        let mut alone = 0;
        for from in &ids {
            for to in ids.iter().filter(|to| *to != from) {
                let pair = Traffic { from: from.clone(), to: to.clone(), ..goal.clone() };
                alone += usize::from(pair.wrong(&world, &mut directory).is_some());
            }
        }
        assert_eq!(together, alone, "{sentence}");
        assert!(together > 0, "{sentence}");
    }
}

const SIDES: [&str; 10] = [
    "everyone",
    "everyone except ecs1",
    "everyone except internet and v6",
    "everyone except 198.51.100.0/25",
    "G1, ecs2",
    "ecs*",
    "10.0.0.0/24",
    "internet and office",
    "everyone but ecs1, ecs2",
    "ecs3",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// A goal is met exactly if no packet violates it, packet by packet.
    #[test]
    fn a_goal_is_met_if_no_packet_violates_it(
        text in worlds(5),
        from in select(&SIDES[..]),
        to in select(&SIDES[..]),
        packets in select(&["tcp/22", "tcp/443", "udp/53"][..]),
        expect in select(&[Expect::Pass, Expect::Blocked][..]),
    ) {
        let world = with_named_blocks(&scenario_of(&text), [from, to]);
        let written = WrittenTraffic {
            from,
            to,
            packets: Some(&[packets.to_owned()]),
            source_ports: None,
            expect,
        };
        let goal = Traffic::read(&written).unwrap();
        let mut directory = Directory::new(&world);
        // A group may have no members here.
        let (Ok(senders), Ok(receivers)) = (directory.select(from), directory.select(to)) else {
            return Ok(());
        };
        let failures = goal.failures(&world, &mut directory).unwrap();
        let wanted = if expect == Expect::Pass { Verdict::Pass } else { Verdict::Blocked };
        let set = goal.packets.as_ref().unwrap()[0];
        // What it names violates it.
        for failure in &failures {
            let Wrong::Packet { flow, verdict, .. } = &failure.wrong else { continue };
            prop_assert!(set.contains(flow.packet), "{text}\n{flow:?}");
            prop_assert_ne!(naive::verdict(&world, flow), wanted, "{}\n{:?}", text, flow);
            prop_assert_eq!(naive::verdict(&world, flow), *verdict, "{}\n{:?}", text, flow);
            for (end, except) in [(&flow.source, &senders.except), (&flow.destination, &receivers.except)] {
                let inside = |block: &IpNet| block.contains(&end.address());
                prop_assert!(
                    end.interface().is_some() || !except.iter().any(inside),
                    "{text}\n{flow:?}"
                );
            }
        }
        // And nothing violates it that it does not name.
        let failed: BTreeSet<(&Place, &Place)> = failures
            .iter()
            .flat_map(|failure| {
                failure.from.iter().flat_map(|from| failure.to.iter().map(move |to| (from, to)))
            })
            .collect();
        for sender in &senders.places {
            for receiver in &receivers.places {
                let (Some(a), Some(b)) = (end(sender), end(receiver)) else { continue };
                let interfaces = matches!((&a, &b), (End::Interface(_), End::Interface(_)));
                if a == b || !interfaces || failed.contains(&(sender, receiver)) {
                    continue;
                }
                let Some(flow) = flow_between(&world, &a, &b, set.sample()) else { continue };
                prop_assert_eq!(naive::verdict(&world, &flow), wanted, "{}\n{:?}", text, flow);
            }
        }
    }
}

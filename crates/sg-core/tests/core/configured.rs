//! What two scenarios have configured differently: a case for each kind.

#![expect(clippy::indexing_slicing, reason = "a test panics on the first error")]

use std::sync::Arc;

use proptest::prelude::*;

use sg_core::compare::*;
use sg_core::language::Language;
use sg_core::model::*;
use sg_testing::gaps::gappy;
use sg_testing::random_edits::{done, edits};
use sg_testing::random_scenario::{config, scenario};
use sg_testing::scenario_text::scenario_of;

const START: &str = "vpc vpc-1 10.0.0.0/8\nvpc vpc-2 172.16.0.0/16\nlist pl-1 198.51.100.0/24\n\
    outside office 203.0.113.0/24\ngroup G1 basic accept\ngroup G2 basic drop\n\
    instance a 10.0.0.1 in G1\ninstance b 10.0.0.2 in G1 G2\n\
    rule G1 in accept tcp 22/22 from 10.0.0.0/8 prio 1\n\
    rule G1 in accept tcp 80/80 from 10.0.0.0/8 prio 1\n";

fn start() -> Scenario {
    scenario_of(START)
}

fn lines(before: &Scenario, after: &Scenario) -> Vec<String> {
    let words = DifferenceWords::new(before, after, Language::En);
    configured(before, after).iter().map(|difference| words.line(difference)).collect()
}

/// What an edit of the first scenario changes.
fn edited(edit: impl FnOnce(&mut ScenarioDraft)) -> Vec<String> {
    let before = start();
    lines(&before, &before.edited(edit).unwrap())
}

fn group(draft: &mut ScenarioDraft, id: &str) -> SecurityGroup {
    draft.groups[&SecurityGroupId::parse(id).unwrap()].as_ref().clone()
}

fn with_group(edit: impl FnOnce(&mut SecurityGroup)) -> Vec<String> {
    edited(|draft| {
        let mut changed = group(draft, "G1");
        edit(&mut changed);
        draft.groups.insert(changed.id.clone(), Arc::new(changed));
    })
}

fn with_rule(edit: impl FnOnce(&mut Rule)) -> Vec<String> {
    with_group(|group| edit(Arc::make_mut(&mut group.rules[0])))
}

#[test]
fn nothing_differs_from_itself() {
    assert_eq!(lines(&start(), &start()), [""; 0]);
}

#[test]
fn each_property_of_a_group_is_named() {
    let drop = GroupType::Basic(InnerAccessPolicy::Drop);
    assert_eq!(
        with_group(|group| group.group_type = drop),
        ["changed: security group G1: intra-group connectivity policy Accept → Drop"]
    );
    assert_eq!(
        with_group(|group| group.name = "web".to_owned()),
        ["changed: security group web (G1): name G1 → web"]
    );
    assert_eq!(
        with_group(|group| group.description = "new".to_owned()),
        ["changed: security group G1: description none → new"]
    );
    assert_eq!(
        with_group(|group| group.service_managed = true),
        ["changed: security group G1: managed by a service false → true"]
    );
    assert_eq!(
        with_group(|group| group.owner = Some("1234".to_owned())),
        ["changed: security group G1: owner account none → 1234"]
    );
    assert_eq!(
        with_group(|group| {
            group.labels.tags.insert("env".to_owned(), "prod".to_owned());
            group.labels.deletion_protection = true;
        }),
        ["changed: security group G1: tags none → env=prod, deletion protection false → true"]
    );
    assert_eq!(
        with_group(|group| group.unread.more_rules = true),
        ["changed: security group G1: not known none → Permissions"]
    );
    let before = scenario_of("group G basic accept");
    let after = scenario_of("group G advanced");
    assert_eq!(lines(&before, &after), ["changed: security group G: type normal → enterprise"]);
}

#[test]
fn groups_come_and_go_with_their_rules() {
    let before = start();
    let after = scenario_of(&format!(
        "{START}group G3 advanced\nrule G3 in accept icmp from 10.0.0.0/8 prio 5\n\
         rule G3 in drop icmp from 10.0.0.0/9 prio 4"
    ));
    assert_eq!(lines(&before, &after), ["added: security group G3 with 2 rules"]);
    assert_eq!(lines(&after, &before), ["removed: security group G3 with 2 rules"]);
    let About::Group { rules, .. } = &configured(&before, &after)[0].about else { panic!() };
    assert_eq!(rules.len(), 2);
}

#[test]
fn each_property_of_a_rule_is_named() {
    let rule = "inbound Allow TCP 22 from 10.0.0.0/8 (priority 1)";
    for (found, expected) in [
        (
            with_rule(|rule| rule.spec.policy = RulePolicy::Drop),
            "inbound Deny TCP 22 from 10.0.0.0/8 (priority 1) (sgr-1): action Accept → Drop",
        ),
        (
            with_rule(|rule| rule.spec.priority = Priority::new(50).unwrap()),
            "inbound Allow TCP 22 from 10.0.0.0/8 (priority 50) (sgr-1): priority 1 → 50",
        ),
        (
            with_rule(|rule| rule.spec.peer = Peer::Cidr("10.0.0.0/9".parse().unwrap())),
            "inbound Allow TCP 22 from 10.0.0.0/9 (priority 1) (sgr-1): \
             authorization object 10.0.0.0/8 → 10.0.0.0/9",
        ),
        (
            with_rule(|rule| rule.description = "ssh".to_owned()),
            &format!("{rule} (sgr-1, “ssh”): description none → ssh"),
        ),
        (
            with_rule(|rule| rule.spec.local_cidr = Some("10.0.0.1/32".parse().unwrap())),
            "inbound Allow TCP 22 from 10.0.0.0/8 to 10.0.0.1/32 (priority 1) (sgr-1): \
             local CIDR block none → 10.0.0.1/32",
        ),
        (
            with_rule(|rule| {
                let port = Port::new(23).unwrap();
                let ports = PortFilter::to(PortRange::single(port));
                rule.spec.protocol = ProtocolFilter::Tcp(ports);
            }),
            "inbound Allow TCP 23 from 10.0.0.0/8 (priority 1) (sgr-1): \
             protocol and ports TCP 22/22 → TCP 23/23",
        ),
    ] {
        assert_eq!(found, [format!("changed: rule of G1: {expected}")]);
    }
}

#[test]
fn rules_come_and_go_newest_first() {
    let early = Timestamp::parse("2026-11-01T20:00:00Z").unwrap();
    let late = Timestamp::parse("2026-11-01T21:00:00Z").unwrap();
    let found = with_group(|group| {
        let old = group.rules.remove(0);
        for (id, created, port) in [("sgr-8", early, 8), ("sgr-9", late, 9)] {
            let mut rule = old.as_ref().clone();
            rule.id = RuleId::parse(id).unwrap();
            rule.created = created;
            let ports = PortFilter::to(PortRange::single(Port::new(port).unwrap()));
            rule.spec.protocol = ProtocolFilter::Tcp(ports);
            group.rules.push(Arc::new(rule));
        }
    });
    assert_eq!(
        found,
        [
            "added: rule of G1: inbound Allow TCP 9 from 10.0.0.0/8 (priority 1) \
             (sgr-9, created 2026-11-01T21:00:00Z)",
            "added: rule of G1: inbound Allow TCP 8 from 10.0.0.0/8 (priority 1) \
             (sgr-8, created 2026-11-01T20:00:00Z)",
            "removed: rule of G1: inbound Allow TCP 22 from 10.0.0.0/8 (priority 1) (sgr-1)",
        ]
    );
}

/// An ID that the program made identifies nothing; what the rule says does.
#[test]
fn rules_without_ids_are_the_same_if_they_say_or_match_the_same() {
    let made_up = |draft: &mut ScenarioDraft, shift: usize| {
        let mut changed = group(draft, "G1");
        for (place, rule) in changed.rules.iter_mut().enumerate() {
            let id = format!("sgr-G1-{}", place + shift);
            Arc::make_mut(rule).id = RuleId::parse(&id).unwrap();
        }
        changed
    };
    let version = |shift: usize, edit: &dyn Fn(&mut SecurityGroup)| {
        let edited = start().edited(|draft| {
            let mut changed = made_up(draft, shift);
            edit(&mut changed);
            draft.groups.insert(changed.id.clone(), Arc::new(changed));
        });
        edited.unwrap()
    };
    let before = version(1, &|_| {});
    // The IDs have moved by one, so each is now that of another rule.
    assert_eq!(lines(&before, &version(2, &|group| group.rules.reverse())), [""; 0]);
    let stricter = version(2, &|group| {
        Arc::make_mut(&mut group.rules[1]).spec.policy = RulePolicy::Drop;
    });
    assert_eq!(
        lines(&before, &stricter),
        ["changed: rule of G1: inbound Deny TCP 80 from 10.0.0.0/8 (priority 1) (sgr-G1-3): \
          action Accept → Drop"]
    );
    // Another port is a change only if nothing else could have become it.
    let moved = |port: u16| {
        let ports = PortFilter::to(PortRange::single(Port::new(port).unwrap()));
        ProtocolFilter::Tcp(ports)
    };
    let other = version(2, &|group| {
        Arc::make_mut(&mut group.rules[1]).spec.protocol = moved(443);
    });
    assert_eq!(
        lines(&before, &other),
        ["changed: rule of G1: inbound Allow TCP 443 from 10.0.0.0/8 (priority 1) (sgr-G1-3): \
          protocol and ports TCP 80/80 → TCP 443/443"]
    );
    let both = version(2, &|group| {
        Arc::make_mut(&mut group.rules[0]).spec.protocol = moved(442);
        Arc::make_mut(&mut group.rules[1]).spec.protocol = moved(443);
    });
    assert_eq!(lines(&before, &both).len(), 4);
}

#[test]
fn what_is_around_the_groups_is_named() {
    let before = start();
    let mut text = START.replace("instance a 10.0.0.1 in G1", "instance a 10.0.0.9 in G1 G2");
    text = text.replace("10.0.0.2 in G1 G2", "10.0.0.2 public 203.0.114.1 in G1");
    text = text.replace("list pl-1 198.51.100.0/24", "list pl-1 198.51.100.0/25\nlist pl-2");
    text = text.replace("203.0.113.0/24", "203.0.113.0/25\noutside home 192.0.2.0/24");
    text = text.replace("172.16.0.0/16", "172.16.0.0/16 172.17.0.0/16\nroute vpc-1 vpc-2");
    text.push_str("instance c-1 10.0.0.3 in G2\ninstance c-2 10.0.0.4 in G2\n");
    text.push_str("interface eni-x of a 10.0.0.5 in G1\nreading custom-egress-first\n");
    let after = scenario_of(&text);
    assert_eq!(
        lines(&before, &after),
        [
            "added: members of G2: a (eni-a)",
            "removed: members of G2: b",
            "added: instances c-1, c-2 × 2 in G2",
            "changed: network interface a (eni-a) (10.0.0.9): private addresses 10.0.0.1 → 10.0.0.9",
            "changed: network interface b (10.0.0.2, 203.0.114.1): \
             public addresses none → 203.0.114.1",
            "added: network interface a (eni-x) (10.0.0.5)",
            "changed: prefix list pl-1: blocks 198.51.100.0/24 → 198.51.100.0/25",
            "added: prefix list pl-2",
            "changed: VPC vpc-2: blocks 172.16.0.0/16 → 172.16.0.0/16, 172.17.0.0/16",
            "added: connection between vpc-1 and vpc-2",
            "changed: outside address office (203.0.113.0/25): \
             blocks 203.0.113.0/24 → 203.0.113.0/25",
            "added: outside address home (192.0.2.0/24)",
            "changed: scenario: interpretation of the sources policy-wins → custom-egress-first",
        ]
    );
    let back = lines(&after, &before);
    assert_eq!(back.len(), 13, "{back:#?}");
    for gone in ["instances c-1, c-2 × 2 in G2", "prefix list pl-2", "network interface a (eni-x)"]
    {
        let gone = format!("removed: {gone}");
        assert!(back.iter().any(|line| line.starts_with(&gone)), "{gone}: {back:#?}");
    }
}

#[test]
fn what_became_known_is_named() {
    let snat = edited(|draft| {
        let vpc = draft.vpcs.get_mut(&VpcId::parse("vpc-1").unwrap()).unwrap();
        let own = Arc::make_mut(vpc);
        own.snat = Some(own.snat != Some(true));
    });
    assert_eq!(snat.len(), 1, "{snat:?}");
    assert!(snat[0].starts_with("changed: VPC vpc-1: SNAT "), "{snat:?}");
    assert_eq!(
        edited(|draft| draft.unread_members = true),
        ["changed: scenario: other members possible false → true"]
    );
}

proptest! {
    #![proptest_config(config())]

    /// Whatever an edit changes is named, except what only identifies or orders.
    #[test]
    fn scenarios_without_a_difference_are_the_same(
        start in prop_oneof![scenario(), gappy()],
        log in edits(4),
    ) {
        let end = done(start.clone(), log, 0).scenario().as_ref().clone();
        let found = configured(&start, &end);
        prop_assert_eq!(configured(&start, &start), vec![]);
        if found.is_empty() {
            let effect = effect(&start, &end);
            prop_assert_eq!(effect.lines, vec![]);
        } else {
            prop_assert_ne!(start, end);
        }
    }
}

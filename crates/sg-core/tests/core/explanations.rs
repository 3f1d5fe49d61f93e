//! Explanations word for word, in both languages, against files under `tests/snapshots`.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use sg_core::connectivity::*;
use sg_core::explain::{self, Outcome, Part, explain, explain_answer, explain_space, state_text};
use sg_core::language::Language;
use sg_core::model::*;
use sg_testing::golden::assert_golden;
use sg_testing::scenario_text::scenario_of;

fn check(name: &str, actual: &str) {
    assert_golden(&format!("tests/snapshots/{name}"), actual);
}

/// Groups of every kind, an instance with two interfaces, a Chinese name, outside addresses.
fn town() -> Scenario {
    let town = scenario_of(
        "
        vpc vpc-1 10.0.0.0/8
        vpc vpc-2 172.16.0.0/16
        vpc vpc-3 172.17.0.0/16
        snat vpc-1 yes
        snat vpc-3 no
        outside Internet 0.0.0.0/0
        outside metadata 100.100.100.200/32
        outside balancer 100.64.0.0/16
        outside v6 2400:3200::/32
        group G1 basic drop
        group G2 basic accept
        group G3 advanced
        group G4 basic accept vpc vpc-2
        instance ecs1 10.0.0.11 public 203.0.113.11 in G1 G2
        instance ecs2 10.0.0.12 public 203.0.113.12 in G1
        instance ecs3 10.0.0.13 in G2
        instance ecs4 10.0.0.14 in G3
        instance ecs5 10.0.0.15 in G1 G2
        interface eni-5b of ecs5 10.0.1.15 in G3
        instance ecs6 172.16.0.16 in G4
        group G5 basic accept vpc vpc-3
        group G6 basic accept vpc vpc-3
        instance ecs7 172.17.0.17 in G5
        service alb eni-alb 172.17.0.18 in G5
        example eni-any 172.17.0.19 in G6
        rule G1 in accept tcp 22/22 from 10.0.0.11/32 prio 1
        rule G1 in drop all from 0.0.0.0/0 prio 100
        rule G2 out drop tcp 3306/3306 to 10.0.0.0/8 prio 1
        rule G1 in accept tcp 443/443 from 203.0.113.0/24 prio 100
        rule G6 in accept tcp 443/443 from 0.0.0.0/0 prio 1
        ",
    );
    town.edited(|draft| {
        let id = InstanceId::parse("ecs3").unwrap();
        let ecs3 = std::sync::Arc::make_mut(draft.instances.get_mut(&id).unwrap());
        ecs3.name = "网站".to_owned();
    })
    .unwrap()
}

fn end(name: &str) -> End {
    if name.starts_with("ecs") {
        End::Interface(NetworkInterfaceId::parse(&format!("eni-{name}")).unwrap())
    } else if name.starts_with("eni-") {
        End::Interface(NetworkInterfaceId::parse(name).unwrap())
    } else {
        End::Outside(name.to_owned())
    }
}

fn tcp(number: u16) -> Packet {
    Packet::tcp(Port::new(number).unwrap())
}

/// The questions, one snapshot each.
fn questions() -> Vec<(&'static str, &'static str, &'static str, Packet)> {
    vec![
        ("policy", "ecs1", "ecs5", tcp(443)),
        ("policy_contested", "ecs1", "ecs3", tcp(3306)),
        ("rule_accepts", "ecs1", "ecs2", tcp(22)),
        ("rule_drops", "ecs1", "ecs2", tcp(443)),
        ("implicit_deny", "ecs2", "ecs3", tcp(443)),
        ("advanced_denies", "ecs4", "ecs2", tcp(443)),
        ("outbound_default", "ecs1", "Internet", tcp(443)),
        ("mail", "ecs1", "Internet", tcp(25)),
        ("metadata", "ecs4", "metadata", tcp(80)),
        ("balancer", "balancer", "ecs3", tcp(80)),
        ("separate_vpcs", "ecs1", "ecs6", tcp(80)),
        ("mixed_families", "v6", "ecs1", tcp(80)),
        ("second_interface", "ecs4", "eni-5b", Packet::Icmp),
        ("itself", "ecs1", "ecs1", tcp(80)),
        ("both_outside", "Internet", "v6", tcp(80)),
        ("not_public", "Internet", "ecs3", tcp(443)),
        ("snat_not_known", "ecs6", "Internet", tcp(443)),
        ("no_snat", "ecs7", "Internet", tcp(443)),
        ("service", "Internet", "eni-alb", tcp(443)),
        ("any_member", "Internet", "eni-any", tcp(443)),
        ("any_member_out", "eni-any", "Internet", tcp(443)),
        ("no_such_packet", "ecs1", "Internet", Packet::Icmpv6),
    ]
}

fn ask(scenario: &Scenario, from: &str, to: &str, packet: Packet) -> Evaluation {
    evaluate(scenario, &flow_between(scenario, &end(from), &end(to), packet).unwrap())
}

#[test]
fn single_packets_read_as_recorded() {
    let scenario = town();
    for language in Language::ALL {
        let mut all = String::new();
        for (name, from, to, packet) in questions() {
            let explanation = explain(&scenario, &ask(&scenario, from, to, packet), language);
            all += &format!("<!-- {name} -->\n{}\n", explanation.to_markdown());
        }
        let mut public = ask(&scenario, "ecs1", "ecs2", tcp(443)).flow;
        public.destination = Endpoint::Interface {
            id: NetworkInterfaceId::parse("eni-ecs2").unwrap(),
            address: "203.0.113.12".parse().unwrap(),
        };
        let explanation = explain(&scenario, &evaluate(&scenario, &public), language);
        all += &format!("<!-- public_path -->\n{}", explanation.to_markdown());
        check(&format!("packets.{}.md", language.tag()), &all);
    }
}

#[test]
fn packet_spaces_read_as_recorded() {
    let scenario = town();
    for language in Language::ALL {
        let mut all = String::new();
        for (from, to) in [
            ("ecs1", "ecs2"),
            ("ecs1", "ecs5"),
            ("ecs1", "ecs3"),
            ("ecs2", "ecs3"),
            ("ecs1", "Internet"),
            ("Internet", "ecs2"),
            ("balancer", "ecs3"),
            ("ecs4", "ecs1"),
            ("ecs1", "ecs6"),
        ] {
            let flow = flow_between(&scenario, &end(from), &end(to), Packet::Gre).unwrap();
            let space = packet_space(&scenario, &flow.source, &flow.destination);
            let explanation =
                explain_space(&scenario, &space, &flow.source, &flow.destination, language);
            all += &format!("{}\n", explanation.to_markdown());
        }
        check(&format!("spaces.{}.md", language.tag()), &all);
    }
}

#[test]
fn the_matrix_reads_as_recorded() {
    let scenario = town();
    let mut all = String::new();
    let port = Port::new(443).unwrap();
    for (choice, view) in [
        (PacketChoice::All, CheckedDirections::Both),
        (PacketChoice::All, CheckedDirections::Egress),
        (PacketChoice::One(AskedPacket::Tcp(port)), CheckedDirections::Ingress),
    ] {
        let matrix = matrix(&scenario, choice, view);
        for language in Language::ALL {
            all += &format!("{choice:?} {view:?} {}\n", language.tag());
            for (row, from) in matrix.ends.iter().enumerate() {
                all += &explain::end_label(&scenario, from, language);
                for column in 0..matrix.ends.len() {
                    let state = &matrix.cell(row, column).unwrap().state;
                    all += &format!(" | {}", state_text(state, language));
                }
                all += "\n";
            }
        }
    }
    check("matrix.txt", &all);
}

#[test]
fn a_cell_whose_addresses_fare_differently_reads_as_recorded() {
    let scenario = scenario_of(
        "
        outside Internet 0.0.0.0/0
        group G1 basic drop
        instance ecs1 10.0.0.11 public 192.0.2.11 in G1
        rule G1 in accept tcp 22/22 from 203.0.113.0/24 prio 1
        rule G1 in accept tcp 80/80 from 0.0.0.0/0 prio 1
        rule G1 out drop all to 198.51.100.7/32 prio 1
        ",
    );
    let matrix = matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
    let mut all = String::new();
    for language in Language::ALL {
        for (row, column) in [(1, 0), (0, 1)] {
            let cell = matrix.cell(row, column).unwrap();
            assert_eq!(cell.pieces.len(), 2);
            all += &format!("<!-- {} -->\n", state_text(&cell.state, language));
            let (from, to) = (&matrix.ends[row], &matrix.ends[column]);
            let answer = cell.answer(&scenario, from, to, matrix.choice).unwrap();
            all += &explain_answer(&scenario, &answer, language).to_markdown();
        }
    }
    check("cells.md", &all);
}

#[test]
fn json_carries_the_same_answer() {
    let scenario = town();
    let evaluation = ask(&scenario, "ecs1", "ecs2", tcp(443));
    let json = explain(&scenario, &evaluation, Language::En).to_json();
    check("rule_drops.json", &format!("{json:#}\n"));
    assert_eq!(json["verdict"], "blocked");
    assert_eq!(json["steps"][2]["outcome"], "fails");
}

#[test]
fn an_implicit_and_an_explicit_deny_differ() {
    let scenario = town();
    let outcomes = |from, to, packet| {
        let explanation = explain(&scenario, &ask(&scenario, from, to, packet), Language::En);
        let step = explanation.steps.into_iter().find(|step| step.decides).unwrap();
        (step.outcome, explanation.headline.iter().any(|part| matches!(part, Part::Rule { .. })))
    };
    assert_eq!(outcomes("ecs1", "ecs2", tcp(443)), (Outcome::Fails, true));
    assert_eq!(outcomes("ecs2", "ecs3", tcp(443)), (Outcome::FailsByDefault, false));
}

#[test]
fn exactly_one_layer_decides_a_known_verdict() {
    let scenario = town();
    for (name, from, to, packet) in questions() {
        let evaluation = ask(&scenario, from, to, packet);
        let explanation = explain(&scenario, &evaluation, Language::Zh);
        let deciding = explanation.steps.iter().filter(|step| step.decides).count();
        let expected = usize::from(evaluation.verdict != Verdict::Unknown);
        assert_eq!(deciding, expected, "{name}");
        let cited = explanation.citations();
        assert!(cited.contains(&evaluation.clause()), "{name}");
    }
}

#[test]
fn every_text_has_the_same_places_in_both_languages() {
    for (name, text) in explain::text::ALL.iter().chain(explain::unknown_text::ALL) {
        assert_eq!(text.places(Language::En), text.places(Language::Zh), "{name}");
        assert!(!text.en.is_empty() && !text.zh.is_empty(), "{name}");
    }
}

#[test]
fn names_cannot_become_markup() {
    let scenario = town().edited(|draft| {
        let id = SecurityGroupId::parse("G1").unwrap();
        let group = std::sync::Arc::make_mut(draft.groups.get_mut(&id).unwrap());
        group.name = "[x](http://e.test)<b>*".to_owned();
    });
    let scenario = scenario.unwrap();
    let evaluation = ask(&scenario, "ecs1", "ecs2", tcp(22));
    let markdown = explain(&scenario, &evaluation, Language::En).to_markdown();
    assert!(markdown.contains("`[x](http://e.test)<b>*`"), "{markdown}");
    let outside: String = markdown.split('`').step_by(2).collect();
    assert!(!outside.contains("[x]("), "{markdown}");
}

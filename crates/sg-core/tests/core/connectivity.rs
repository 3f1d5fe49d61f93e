//! Runs every case under `tests/cases/connectivity`: a scenario and the expected verdicts and
//! reasons.
//!
//! ```text
//! ecs1 -> ecs2 tcp 443: pass, policy G2, S-02
//! ecs1 -> ecs2@203.0.113.9 tcp 443 from 1000: blocked, implicit ingress basic, S-08
//! ecs1 -> ecs2 tcp 80: pass, policy G1, S-01, contested blocked S-19
//! ecs1 -> ecs2 tcp 80: ignores in drop all from 0.0.0.0/0 prio 1
//! ```
//! A contested verdict must be marked as such, and an uncontested one must not.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use std::collections::BTreeSet;
use std::fs;

use sg_core::connectivity::*;
use sg_core::model::*;
use sg_testing::scenario_text::{address, scenario_of};

fn cases() -> Vec<(String, String)> {
    let folder = sg_testing::root().join("tests/cases/connectivity");
    let mut cases: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "case"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    cases.sort();
    cases
}

/// Splits a case into its scenario and its expectations.
fn parts(text: &str) -> (Scenario, Vec<&str>) {
    let expectation = |line: &&str| line.contains(" -> ") && !line.trim_start().starts_with('#');
    let lines = text.lines().filter(|line| !expectation(line)).collect::<Vec<_>>().join("\n");
    (scenario_of(&lines), text.lines().filter(expectation).collect())
}

#[test]
fn every_case_gives_its_verdict_for_its_reason() {
    let cases = cases();
    assert!(cases.len() >= 25, "only {} cases were found", cases.len());
    let mut failures = Vec::new();
    for (name, text) in &cases {
        let (scenario, expectations) = parts(text);
        assert!(!expectations.is_empty(), "{name} expects nothing");
        for line in expectations {
            let (question, expected) = line.split_once(": ").expect(line);
            let flow = flow(&scenario, question);
            let evaluation = evaluate(&scenario, &flow);
            if let Some(rule) = expected.strip_prefix("ignores ") {
                let ignored: Vec<String> =
                    evaluation.irrelevant_rules().map(|trial| trial.rule.to_string()).collect();
                if !ignored.iter().any(|text| text == rule) {
                    failures.push(format!("{name}: {line}\n    ignored are {ignored:?}"));
                }
                continue;
            }
            let actual = describe(&evaluation);
            if actual != expected {
                failures.push(format!("{name}: {question}\n    {expected}\n    {actual}"));
            }
        }
    }
    assert!(failures.is_empty(), "{} differ:\n{}", failures.len(), failures.join("\n"));
}

fn describe(evaluation: &Evaluation) -> String {
    let verdict = |verdict| match verdict {
        Verdict::Pass => "pass",
        Verdict::Blocked => "blocked",
        Verdict::Unknown => "unknown",
    };
    let mut text = format!(
        "{}, {}, {}",
        verdict(evaluation.verdict),
        decider(&evaluation.decider),
        evaluation.clause()
    );
    if let Some(contested) = &evaluation.contested {
        text += &format!(", contested {} {}", verdict(contested.verdict), contested.clause);
    }
    text
}

fn decider(decider: &Decider) -> String {
    match decider {
        Decider::Policy { group } => format!("policy {group}"),
        Decider::Rule { group, rule, .. } => format!("rule {group} {rule}"),
        Decider::Implicit { direction, group_kind } => {
            format!("implicit {} {group_kind:?}", direction.as_str()).to_lowercase()
        }
        Decider::Platform(rule) => format!("platform {rule:?}"),
        Decider::Route(fault) => match fault {
            RouteFault::SeparateVpcs { source, destination } => {
                format!("no route {source} {destination}")
            }
            RouteFault::NoPublicAddress { interface } => format!("no public address {interface}"),
            RouteFault::NotPublic { interface } => format!("not public {interface}"),
            RouteFault::NoSnat { interface, vpc } => format!("no snat {interface} {vpc}"),
            RouteFault::MixedFamilies => "mixed families".to_owned(),
        },
        Decider::Itself => "itself".to_owned(),
        Decider::Unknown(reason) => match reason {
            UnknownReason::NoSuchInterface(id) => format!("no interface {id}"),
            UnknownReason::NotItsAddress { interface, address } => {
                format!("{address} is not of {interface}")
            }
            UnknownReason::NotOutside(address) => format!("{address} is not outside"),
            UnknownReason::NoInterfaceHas(address) => format!("no interface has {address}"),
            UnknownReason::BothOutside => "both outside".to_owned(),
            UnknownReason::NoSuchPacket => "no such packet".to_owned(),
            UnknownReason::UnreadRoutes { source, destination } => {
                format!("unread routes {source} {destination}")
            }
            UnknownReason::UnreadPublicAddress { interface } => {
                format!("unread public address {interface}")
            }
            UnknownReason::UnreadSnat { vpc } => format!("unread snat {vpc}"),
            UnknownReason::SnatAddress { vpc } => format!("address of snat {vpc}"),
            UnknownReason::Unread(part) => match part {
                UnreadPart::Peer { group, rule, .. } => format!("unread peer {group} {rule}"),
                UnreadPart::Rule { group, place, .. } => format!("unread rule {group} {place}"),
                UnreadPart::MoreRules { group } => format!("more rules {group}"),
                UnreadPart::Policy { group } => format!("unread policy {group}"),
            },
        },
    }
}

/// Parses `ecs1 -> ecs2 tcp 443`. An end may include an address (`ecs2@203.0.113.9`), be an
/// interface id, the name of an outside block or a bare address; `from 1000` may follow.
fn flow(scenario: &Scenario, question: &str) -> Flow {
    let words: Vec<&str> = question.split_whitespace().collect();
    let [from, "->", to, protocol, rest @ ..] = words.as_slice() else { panic!("`{question}`") };
    let port = |text: &str| Port::parse(text).unwrap_or_else(|| panic!("port in `{question}`"));
    let source_port = match rest {
        [_, "from", source] => port(source),
        _ => Packet::DYNAMIC_PORT,
    };
    let packet = match *protocol {
        "tcp" => Packet::Tcp { source_port, destination_port: port(rest[0]) },
        "udp" => Packet::Udp { source_port, destination_port: port(rest[0]) },
        "icmp" => Packet::Icmp,
        "icmpv6" => Packet::Icmpv6,
        "gre" => Packet::Gre,
        number => Packet::Other(number.parse().expect(question)),
    };
    let (from, to) = (end(scenario, from), end(scenario, to));
    match (&from, &to) {
        ((End::Interface(_) | End::Outside(_), None), (_, None))
            if known(scenario, &from.0) && known(scenario, &to.0) =>
        {
            flow_between(scenario, &from.0, &to.0, packet).unwrap()
        }
        _ => Flow { source: endpoint(scenario, from), destination: endpoint(scenario, to), packet },
    }
}

fn known(scenario: &Scenario, end: &End) -> bool {
    ends(scenario).contains(end)
}

fn end(scenario: &Scenario, text: &str) -> (End, Option<std::net::IpAddr>) {
    let (name, at) = match text.split_once('@') {
        Some((name, at)) => (name, Some(address(at).unwrap())),
        None => (text, None),
    };
    if scenario.outside().iter().any(|outside| outside.name == name) {
        return (End::Outside(name.to_owned()), at);
    }
    if let Ok(address) = address(name) {
        return (End::Outside(name.to_owned()), Some(address));
    }
    let instance = scenario.instance(&InstanceId::parse(name).unwrap());
    let id = instance.map_or_else(
        || NetworkInterfaceId::parse(name).unwrap(),
        |instance| instance.primary().unwrap().clone(),
    );
    (End::Interface(id), at)
}

fn endpoint(scenario: &Scenario, (end, at): (End, Option<std::net::IpAddr>)) -> Endpoint {
    match end {
        End::Interface(id) => {
            let first = scenario.interface(&id).map(|interface| interface.addresses[0]);
            let address = at.or(first).unwrap_or(std::net::Ipv4Addr::LOCALHOST.into());
            Endpoint::Interface { id, address }
        }
        End::Outside(name) => {
            let block = scenario.outside().iter().find(|outside| outside.name == name);
            Endpoint::Outside { address: at.unwrap_or_else(|| block.unwrap().block.network()) }
        }
    }
}

#[test]
fn the_matrix_and_the_packet_space_agree_with_every_case() {
    for (name, text) in &cases() {
        let (scenario, expectations) = parts(text);
        let all = matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
        for (row, from) in all.ends.iter().enumerate() {
            for (column, to) in all.ends.iter().enumerate() {
                let cell = all.cell(row, column).unwrap();
                let fresh = packet_space(&scenario, &cell.source, &cell.destination);
                assert_eq!(*cell.space, fresh, "{name}: {from:?} to {to:?}");
            }
        }
        for line in expectations {
            let flow = flow(&scenario, line.split_once(": ").unwrap().0);
            let evaluation = evaluate(&scenario, &flow);
            let space = packet_space(&scenario, &flow.source, &flow.destination);
            if let Some(region) = space.region_of(flow.packet) {
                let expected = (evaluation.verdict, &evaluation.decider);
                assert_eq!((region.verdict, &region.decider), expected, "{name}: {line}");
            } else {
                assert_eq!(evaluation.verdict, Verdict::Unknown, "{name}: {line}");
            }
        }
    }
}

#[test]
fn the_cases_reach_every_kind_of_decider_and_every_deciding_clause() {
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    let mut clauses: BTreeSet<ClauseId> = BTreeSet::new();
    for (_, text) in &cases() {
        let (scenario, expectations) = parts(text);
        for line in expectations {
            let flow = flow(&scenario, line.split_once(": ").unwrap().0);
            let evaluation = evaluate(&scenario, &flow);
            let kind = match &evaluation.decider {
                Decider::Rule { direction, rule, .. } => {
                    format!("rule {} {}", direction.as_str(), rule.spec.policy.as_str())
                }
                Decider::Policy { .. } => "policy".to_owned(),
                Decider::Route(fault) => {
                    format!("{fault:?}").split([' ', '{']).next().unwrap().to_owned()
                }
                Decider::Unknown(reason) => {
                    format!("{reason:?}").split([' ', '(', '{']).next().unwrap().to_owned()
                }
                Decider::Implicit { .. } | Decider::Platform(_) | Decider::Itself => {
                    decider(&evaluation.decider)
                }
            };
            kinds.insert(kind);
            clauses.insert(evaluation.clause());
            for side in [&evaluation.egress, &evaluation.ingress] {
                if let Side::Checked(side) = side {
                    clauses.insert(side.clause);
                }
            }
            clauses.extend(evaluation.contested.map(|contested| contested.clause));
        }
    }
    let expected = [
        "policy",
        "rule egress Accept",
        "rule egress Drop",
        "rule ingress Accept",
        "rule ingress Drop",
        "implicit egress basic",
        "implicit egress advanced",
        "implicit ingress basic",
        "implicit ingress advanced",
        "platform MetadataService",
        "platform OutboundMail",
        "SeparateVpcs",
        "NoPublicAddress",
        "NotPublic",
        "NoSnat",
        "MixedFamilies",
        "itself",
        "NoSuchInterface",
        "NotItsAddress",
        "NotOutside",
        "NoInterfaceHas",
        "BothOutside",
        "NoSuchPacket",
        "UnreadPublicAddress",
        "UnreadSnat",
        "SnatAddress",
    ];
    assert_eq!(kinds, expected.map(str::to_owned).into());
    let deciding: Vec<String> = clauses.iter().map(ToString::to_string).collect();
    assert_eq!(
        deciding.join(" "),
        "S-01 S-02 S-07 S-08 S-09 S-10 S-11 S-12 S-13 S-19 S-20 S-21 S-22 S-23 S-24 S-25 S-26 S-27 S-34 S-36 S-37"
    );
}

#[test]
fn every_clause_has_a_source_and_a_stable_number() {
    for (index, id) in ClauseId::ALL.iter().enumerate() {
        let clause = id.clause();
        assert_eq!(clause.id, *id);
        assert_eq!(id.to_string(), format!("S-{:02}", index + 1));
        assert!(!clause.sources.is_empty(), "{id} has no source");
        assert_eq!(
            clause.status == Status::SourcesDisagree,
            *id == ClauseId::PolicyAgainstEgressRules
        );
        assert!(clause.statement.en.ends_with('.') && clause.statement.zh.ends_with('。'), "{id}");
        for source in clause.sources {
            assert!(source.date.starts_with("20") && !source.title.en.is_empty(), "{id}");
        }
    }
    // Published numbers keep their meaning: changing one would break links and lessons.
    for (id, number) in [
        (ClauseId::AcceptConnects, "S-01"),
        (ClauseId::OneAcceptingGroupSuffices, "S-02"),
        (ClauseId::DropLeavesItToRules, "S-03"),
        (ClauseId::BasicEgressDefault, "S-07"),
        (ClauseId::BasicIngressDefault, "S-08"),
        (ClauseId::FirstMatchDecides, "S-11"),
        (ClauseId::DropBeforeAccept, "S-13"),
        (ClauseId::PolicyAgainstEgressRules, "S-19"),
        (ClauseId::OutsideHasOneSide, "S-30"),
    ] {
        assert_eq!(id.to_string(), number);
    }
}

#[test]
fn a_flow_uses_the_addresses_that_its_ends_would() {
    let scenario = scenario_of(
        "
        outside internet 0.0.0.0/0
        outside branch 192.168.0.0/16
        outside v6 2400:3200::/32
        group G1 basic accept
        instance ecs1 2001:db8::11 10.0.0.11 public 203.0.113.11 in G1
        instance ecs2 10.0.0.12 in G1
        ",
    );
    let between = |from: &str, to: &str| {
        let (from, to) = (end(&scenario, from).0, end(&scenario, to).0);
        let flow = flow_between(&scenario, &from, &to, Packet::Gre).unwrap();
        format!("{} {}", flow.source.address(), flow.destination.address())
    };
    // A family that both have; the public address only from the Internet and only as the
    // destination.
    assert_eq!(between("ecs1", "ecs2"), "10.0.0.11 10.0.0.12");
    assert_eq!(between("ecs1", "internet"), "10.0.0.11 1.0.0.1");
    assert_eq!(between("internet", "ecs1"), "1.0.0.1 203.0.113.11");
    assert_eq!(between("internet", "ecs2"), "1.0.0.1 10.0.0.12");
    assert_eq!(between("branch", "ecs1"), "192.168.0.1 10.0.0.11");
    assert_eq!(between("v6", "ecs1"), "2400:3200::1 2001:db8::11");
    let nobody = End::Outside("nobody".to_owned());
    assert_eq!(flow_between(&scenario, &nobody, &nobody, Packet::Gre), None);
}

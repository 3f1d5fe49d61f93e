//! Runs every case under `tests/cases/fix`: a scenario, a goal, and the expected fixes.
//!
//! ```text
//! reach ecs1 -> ecs2 tcp 443/443      # or `stop internet -> ecs1 all`
//! first G1: policy Accept, clean      # the best fix, with its side effects
//! also eni-ecs1: join G2, cells 2 regions 2
//! never G1: remove sgr-1
//! count 5                             # the number of fixes
//! depth 1                             # the maximum number of edits tried in a fix
//! holds                               # the goal is already met
//! obstacle S-21 TCP 25                # packets that no edit of a group can help, and why
//! ```

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use std::fs;

use sg_core::connectivity::*;
use sg_core::explain::packets_text;
use sg_core::language::Language;
use sg_core::model::*;
use sg_testing::scenario_text::scenario_of;

const WORDS: [&str; 9] =
    ["reach ", "stop ", "first ", "also ", "never ", "count ", "depth ", "holds", "obstacle "];

#[test]
fn every_case_finds_its_fixes() {
    let folder = sg_testing::root().join("tests/cases/fix");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 20, "only {} cases were found", paths.len());
    let mut failures = Vec::new();
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let told = |line: &&str| WORDS.iter().any(|word| line.starts_with(*word));
        let world: Vec<&str> = text.lines().filter(|line| !told(line)).collect();
        let world = scenario_of(&world.join("\n"));
        let lines: Vec<&str> = text.lines().filter(told).map(uncommented).collect();
        let goal = goal(&world, lines.iter().find(|line| asks(line)).unwrap());
        let fixes = fix(&world, &goal).unwrap();
        for line in lines.iter().filter(|line| !asks(line)) {
            if !told_so(line, &fixes) {
                failures.push(format!("{name}: {line}"));
            }
        }
        assert!(lines.len() > 1, "{name} expects nothing");
        if failures.iter().any(|failure| failure.starts_with(&name)) {
            failures.push(format!("  {name} gives:\n{}", report(&fixes)));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Whether a line is the goal.
fn asks(line: &str) -> bool {
    line.starts_with("reach ") || line.starts_with("stop ")
}

fn uncommented(line: &str) -> &str {
    line.split(" #").next().unwrap().trim()
}

fn told_so(line: &str, fixes: &Fixes) -> bool {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let all: Vec<String> = fixes.fixes.iter().map(describe).collect();
    match word {
        "first" => all.first().is_some_and(|first| first == rest),
        "also" => all.iter().any(|fix| fix == rest),
        "never" => !all.iter().any(|fix| fix.contains(rest)),
        "count" => all.len().to_string() == rest,
        "depth" => fixes.depth.to_string() == rest,
        "holds" => fixes.holds && fixes.obstacles.is_empty() && all.is_empty(),
        "obstacle" => {
            let clauses: Vec<String> = fixes.obstacles.iter().map(unfixable).collect();
            clauses.iter().any(|clause| clause == rest)
        }
        _ => panic!("`{line}`"),
    }
}

/// What no edit can change: `S-21 TCP 25`.
fn unfixable(obstacle: &Obstacle) -> String {
    let packets: Vec<String> =
        obstacle.packets.iter().map(|set| packets_text(set, Language::En)).collect();
    let clause = obstacle.decider.clause();
    format!("{clause} {}", packets.join(", ")).trim_end().to_owned()
}

fn describe(fix: &Fix) -> String {
    let edits: Vec<String> = fix.edits.iter().map(ToString::to_string).collect();
    let price = match (fix.cells(), fix.regions()) {
        (0, 0) => "clean".to_owned(),
        (cells, regions) => format!("cells {cells} regions {regions}"),
    };
    let contested = if fix.contested { ", contested" } else { "" };
    format!("{}, {price}{contested}", edits.join(" + "))
}

fn report(fixes: &Fixes) -> String {
    let mut lines = vec![format!("holds {} depth {}", fixes.holds, fixes.depth)];
    lines.extend(fixes.obstacles.iter().map(|o| format!("obstacle {} {o:?}", unfixable(o))));
    lines.extend(fixes.fixes.iter().map(describe));
    lines.push(format!("count {}", fixes.fixes.len()));
    lines.join("\n")
}

/// Parses `reach ecs1 -> ecs2 tcp 443/443`.
fn goal(world: &Scenario, line: &str) -> Goal {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [intent, from, "->", to, protocol, rest @ ..] = words.as_slice() else {
        panic!("`{line}`")
    };
    let ports = || PortFilter::to(PortRange::parse(rest[0]).unwrap());
    let end = |name: &str| match world.instance(&InstanceId::parse(name).unwrap()) {
        Some(instance) => End::Interface(instance.interfaces[0].clone()),
        None => End::Outside(name.to_owned()),
    };
    Goal {
        from: end(from),
        to: end(to),
        packets: match *protocol {
            "all" => ProtocolFilter::All,
            "tcp" => ProtocolFilter::Tcp(ports()),
            "udp" => ProtocolFilter::Udp(ports()),
            "icmp" => ProtocolFilter::Icmp,
            "icmpv6" => ProtocolFilter::Icmpv6,
            "gre" => ProtocolFilter::Gre,
            other => ProtocolFilter::Number(other.parse().unwrap()),
        },
        intent: if *intent == "reach" { Intent::Allow } else { Intent::Block },
    }
}

#[test]
fn an_end_that_does_not_exist_has_no_fixes() {
    let world = scenario_of("group G1 basic drop\ninstance ecs1 10.0.0.11 in G1");
    let goal = goal(&world, "reach ecs1 -> nowhere all");
    assert_eq!(fix(&world, &goal), None);
}

#[test]
fn what_the_api_would_refuse_is_refused_for_its_reason() {
    let world = scenario_of(
        "group G1 basic drop
         group G2 basic accept
         group A1 advanced
         instance ecs1 10.0.0.11 in G1
         instance ecs2 10.0.0.12 in A1
         rule G1 in accept all from G2 prio 1",
    );
    let managed = world.edited(|draft| {
        std::sync::Arc::make_mut(&mut draft.groups[1]).service_managed = true;
    });
    let group = |id: &str| SecurityGroupId::parse(id).unwrap();
    let ecs1 = || NetworkInterfaceId::parse("eni-ecs1").unwrap();
    let rule = world.group(&group("G1")).unwrap().rules[0].spec.clone();
    let policy = |id, policy| Edit::SetPolicy { group: group(id), policy };
    let refusal = |edit: &Edit, world: &Scenario| edit.apply(world).unwrap_err();
    let accept = InnerAccessPolicy::Accept;

    let edit = policy("G2", InnerAccessPolicy::Drop);
    assert_eq!(refusal(&edit, &managed.unwrap()), Refused::Managed(group("G2")));
    assert_eq!(refusal(&policy("A1", accept), &world), Refused::Advanced(group("A1")));
    assert_eq!(refusal(&policy("G2", accept), &world), Refused::NoChange);
    assert_eq!(refusal(&policy("G9", accept), &world), Refused::Unknown("G9".to_owned()));
    let edit = Edit::Leave { interface: ecs1(), group: group("G1") };
    assert_eq!(refusal(&edit, &world), Refused::LastGroup(ecs1()));
    let edit = Edit::Leave { interface: ecs1(), group: group("G2") };
    assert_eq!(refusal(&edit, &world), Refused::NoChange);
    let edit = Edit::Join { interface: ecs1(), group: group("G1") };
    assert_eq!(refusal(&edit, &world), Refused::NoChange);
    let edit = Edit::Join { interface: ecs1(), group: group("A1") };
    assert!(matches!(refusal(&edit, &world), Refused::Invalid(_)));
    let edit = Edit::AddRule { group: group("G1"), rule: rule.clone() };
    assert_eq!(refusal(&edit, &world), Refused::NoChange);
    let edit = Edit::AddRule { group: group("G2"), rule };
    assert!(matches!(refusal(&edit, &world), Refused::Invalid(_)));
    let gone = RuleId::parse("sgr-9").unwrap();
    let edit = Edit::RemoveRule { group: group("G1"), rule: gone };
    assert_eq!(refusal(&edit, &world), Refused::Unknown("sgr-9".to_owned()));
}

#[test]
fn a_rule_too_many_is_refused_and_a_prefix_list_counts_in_full() {
    // Five lists of 200 entries use up the quota of 1,000 rules.
    let mut text = "group G1 basic drop\ngroup G2 basic drop\n".to_owned();
    for number in 1..=5 {
        text += &format!("list pl-{number} 198.51.100.0/24\n");
        let group = if number == 5 { "G2" } else { "G1" };
        text += &format!("rule {group} in accept all from pl-{number} prio 1\n");
    }
    text += "instance ecs1 10.0.0.11 in G1 G2\ninstance ecs2 10.0.0.12 in G1";
    let world = scenario_of(&text);
    let rule = RuleSpec {
        direction: Direction::Ingress,
        policy: RulePolicy::Accept,
        priority: Priority::STRONGEST,
        protocol: ProtocolFilter::All,
        peer: Peer::Cidr("0.0.0.0/0".parse().unwrap()),
        local_cidr: None,
        port_list: None,
    };
    let edit = Edit::AddRule { group: SecurityGroupId::parse("G2").unwrap(), rule: rule.clone() };
    assert_eq!(edit.apply(&world), Err(Refused::Quota(LimitId::RulesPerInterface)));
    // ecs2 has 800 and therefore room, until it joins the other group too.
    let interface = NetworkInterfaceId::parse("eni-ecs2").unwrap();
    let join = Edit::Join { interface, group: edit.group().clone() };
    let joined = join.apply(&world).unwrap();
    assert_eq!(edit.apply(&joined), Err(Refused::Quota(LimitId::RulesPerInterface)));
    let third = Edit::AddRule { group: SecurityGroupId::parse("G1").unwrap(), rule };
    let leave = Edit::Leave {
        interface: NetworkInterfaceId::parse("eni-ecs1").unwrap(),
        group: edit.group().clone(),
    };
    assert!(third.apply(&leave.apply(&world).unwrap()).is_ok());
}

//! Runs every case under `tests/cases/lint`: a scenario and all its findings.
//!
//! ```text
//! found shadowed-rule G1 sgr-2 by sgr-1        # id, place, evidence
//! fix G1: remove sgr-2                         # the first fix of the finding above
//! ```
//! Findings that a case does not list must not occur.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use std::collections::BTreeSet;
use std::fs;
use std::net::IpAddr;
use std::sync::Arc;

use sg_core::connectivity::*;
use sg_core::language::Language;
use sg_core::model::*;
use sg_testing::scenario_text::scenario_of;

#[test]
fn every_case_finds_what_is_odd_and_nothing_else() {
    let folder = sg_testing::root().join("tests/cases/lint");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 20, "only {} cases were found", paths.len());
    let mut failures = Vec::new();
    let mut kinds: BTreeSet<LintId> = BTreeSet::new();
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let told = |line: &&str| line.starts_with("found ") || line.starts_with("fix ");
        let world: Vec<&str> = text.lines().filter(|line| !told(line)).collect();
        let world = scenario_of(&world.join("\n"));
        let findings = lint(&world);
        kinds.extend(findings.iter().map(|finding| finding.id));
        let expected: Vec<&str> = text.lines().filter(told).collect();
        let actual: Vec<String> = findings.iter().flat_map(describe).collect();
        if actual != expected {
            failures.push(format!("{name}:\n{}", actual.join("\n")));
        }
        for finding in &findings {
            prove(&name, &world, finding);
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    // The scenarios of the quota tests below are too large for a case file.
    let elsewhere = [LintId::QuotaNear, LintId::QuotaExceeded];
    let missing = LintId::ALL.iter().filter(|id| !kinds.contains(id) && !elsewhere.contains(id));
    assert_eq!(missing.collect::<Vec<_>>(), Vec::<&LintId>::new());
}

fn describe(finding: &Finding) -> Vec<String> {
    let place = match &finding.place {
        Place::Scenario => "scenario".to_owned(),
        Place::Group(group) => group.to_string(),
        Place::Rule { group, rule } => format!("{group} {rule}"),
        Place::Interface(interface) => interface.to_string(),
    };
    let end = |end: &Endpoint| {
        end.interface().map_or_else(|| end.address().to_string(), ToString::to_string)
    };
    let ends = |flow: &Flow| {
        let (source, destination) = (end(&flow.source), end(&flow.destination));
        format!("{source} -> {destination} {}", flow.packet)
    };
    let ids = |ids: &[RuleId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let ports = |services: &[SensitivePort]| {
        let ports: Vec<String> = services.iter().map(|s| s.port.to_string()).collect();
        if ports.len() > 3 { "many".to_owned() } else { ports.join(" ") }
    };
    let evidence = match &finding.evidence {
        Evidence::None | Evidence::NeverMatches => String::new(),
        Evidence::CoveredBy(rules) => format!(" by {}", ids(rules)),
        Evidence::OverruledBy(rules) => format!(" by {}", ids(rules)),
        Evidence::TiedWith(rules) => format!(" with {}", ids(rules)),
        Evidence::TiedInPart { with, flow } => format!(" with {}: {}", ids(with), ends(flow)),
        Evidence::NamesPublicAddress { public, owner, flow } => {
            format!(" {public} of {owner}: {}", ends(flow))
        }
        Evidence::Isolated { flow, passing } => {
            let passing = if passing.is_empty() { "" } else { " but not for all" };
            format!(" {}{passing}", ends(flow))
        }
        Evidence::UnlikeItsRole { role, alike, all, missing, extra } => {
            let groups = |sign: &str, ids: &[SecurityGroupId]| -> String {
                ids.iter().map(|id| format!(" {sign}{id}")).collect()
            };
            let (missing, extra) = (groups("+", missing), groups("-", extra));
            format!(" {role} {alike}/{all}{missing}{extra}")
        }
        Evidence::SameWithout(rules) => format!(" beside {}", ids(rules)).trim_end().to_owned(),
        Evidence::EmptyList(list) => format!(" empty {list}"),
        Evidence::EmptyPortList(list) => format!(" empty {list}"),
        Evidence::Unroutable(blocks) => {
            let blocks: Vec<String> = blocks.iter().map(ToString::to_string).collect();
            format!(" unroutable {}", blocks.join(" "))
        }
        Evidence::PeerWithoutMembers(peer) => format!(" nobody in {peer}"),
        Evidence::WouldOpen { services, source, packet } => {
            format!(" {}: {source} -> any member {packet}", ports(services))
        }
        Evidence::Ignored { accepting, flow } => format!(" {accepting} {}", ends(flow)),
        Evidence::Open { services, flow } => {
            format!(" {}: {}", ports(services), ends(flow))
        }
        Evidence::OpenWithoutPublicAddress { services, flow } => {
            format!(" {} without public address: {}", ports(services), ends(flow))
        }
        Evidence::ClosedOverIpv6 { flow } => format!(" {}", ends(flow)),
        Evidence::Member(interface) => format!(" {interface}"),
        Evidence::Usage { limit, used } => format!(" {limit:?} {used}"),
    };
    let mut lines = vec![format!("found {} {place}{evidence}", finding.id)];
    lines.extend(finding.fixes.iter().map(|edits| {
        let edits: Vec<String> = edits.iter().map(ToString::to_string).collect();
        format!("fix {}", edits.join("; "))
    }));
    lines
}

/// Evaluates the packets in a finding and applies its fixes.
fn prove(name: &str, world: &Scenario, finding: &Finding) {
    let passes = |flow: &Flow| evaluate(world, flow).verdict == Verdict::Pass;
    match &finding.evidence {
        Evidence::Ignored { flow, .. } => {
            let evaluation = evaluate(world, flow);
            assert_eq!(evaluation.verdict, Verdict::Pass, "{name}: {finding:?}");
            let Place::Rule { rule, .. } = &finding.place else { unreachable!() };
            let mut ignored = evaluation.irrelevant_rules();
            assert!(ignored.any(|trial| trial.rule.id == *rule), "{name}: {finding:?}");
        }
        Evidence::Open { flow, .. } => assert!(passes(flow), "{name}: {finding:?}"),
        Evidence::ClosedOverIpv6 { flow } | Evidence::Isolated { flow, .. } => {
            assert_eq!(evaluate(world, flow).verdict, Verdict::Blocked, "{name}: {finding:?}");
        }
        Evidence::TiedInPart { with, flow } => {
            let evaluation = evaluate(world, flow);
            let sides = [&evaluation.egress, &evaluation.ingress];
            let mut trials = sides.into_iter().flat_map(Side::trials);
            let decides = |trial: &Trial| trial.result == TrialResult::Decides;
            assert!(
                trials.any(|trial| decides(trial) && with.contains(&trial.rule.id)),
                "{name}: {finding:?}"
            );
        }
        Evidence::NamesPublicAddress { public, owner, flow } => {
            let Place::Rule { rule, .. } = &finding.place else { unreachable!() };
            let rules = || world.groups().flat_map(|group| &group.rules);
            let rule = rules().find(|other| other.id == *rule).unwrap();
            if rule.spec.policy == RulePolicy::Accept {
                assert_eq!(evaluate(world, flow).verdict, Verdict::Blocked, "{name}: {finding:?}");
            }
            let held = world.interface(owner).unwrap();
            assert!(held.public_addresses().any(|own| own == *public), "{name}: {finding:?}");
        }
        Evidence::OpenWithoutPublicAddress { flow, .. } => {
            assert!(!passes(flow), "{name}: {finding:?}");
            let published = published(world, flow);
            assert_eq!(evaluate(&published, flow).verdict, Verdict::Pass, "{name}: {finding:?}");
        }
        Evidence::WouldOpen { source, packet, .. } => {
            let Place::Rule { group, .. } = &finding.place else { unreachable!() };
            let flow = to_a_member(world, group, *source, *packet);
            assert!(
                flow.iter().all(|(world, flow)| { evaluate(world, flow).verdict == Verdict::Pass }),
                "{name}: {finding:?}"
            );
        }
        Evidence::None
        | Evidence::CoveredBy(_)
        | Evidence::OverruledBy(_)
        | Evidence::UnlikeItsRole { .. }
        | Evidence::TiedWith(_)
        | Evidence::SameWithout(_)
        | Evidence::NeverMatches
        | Evidence::EmptyList(_)
        | Evidence::EmptyPortList(_)
        | Evidence::Unroutable(_)
        | Evidence::PeerWithoutMembers(_)
        | Evidence::Member(_)
        | Evidence::Usage { .. } => {}
    }
    for fix in &finding.fixes {
        let after = applied(world, fix);
        let again = lint(&after).into_iter();
        let same: Vec<Finding> =
            again.filter(|f| f.id == finding.id && f.place == finding.place).collect();
        assert!(same.is_empty(), "{name}: {fix:?} leaves {same:?}");
    }
    for language in Language::ALL {
        let sentence = finding.sentence(world, language);
        assert!(!sentence.contains(['{', '}']), "{name}: {sentence}");
    }
}

/// The scenario after edits, all of which can be made.
fn applied(world: &Scenario, edits: &[Edit]) -> Scenario {
    edits.iter().fold(world.clone(), |world, edit| edit.apply(&world).unwrap())
}

/// The scenario with a member in the group, and a packet to it.
fn to_a_member(
    world: &Scenario,
    group: &SecurityGroupId,
    source: IpAddr,
    packet: Packet,
) -> Vec<(Scenario, Flow)> {
    let addresses = if source.is_ipv4() {
        ["10.0.0.9", "10.200.0.9"]
    } else {
        ["2001:db8::9", "2001:db8:9::9"]
    };
    let member = |text: &str| {
        let address: IpAddr = text.parse().unwrap();
        let id = NetworkInterfaceId::parse("eni-member").unwrap();
        let world = world.edited(|draft| {
            let interface = NetworkInterface {
                id: id.clone(),
                vpc: draft.groups[group].vpc.clone(),
                groups: std::iter::once(group.clone()).collect(),
                addresses: vec![address],
                public_address: source.is_ipv4().then(|| "192.0.2.254".parse().unwrap()),
                holder: None,
                vswitch: None,
                more: MoreAddresses::default(),
            };
            draft.interfaces.insert(id.clone(), Arc::new(interface));
            let instance = InstanceId::parse("i-member").unwrap();
            let interfaces = vec![id.clone()];
            let member = Instance { id: instance.clone(), name: String::new(), interfaces };
            draft.instances.insert(instance, Arc::new(member));
        });
        let destination = Endpoint::Interface { id, address };
        (
            world.unwrap(),
            Flow { source: Endpoint::Outside { address: source }, destination, packet },
        )
    };
    addresses.into_iter().map(member).collect()
}

/// The same scenario where the destination address of a packet has a public one.
pub(super) fn published(world: &Scenario, flow: &Flow) -> Scenario {
    let id = flow.destination.interface().unwrap();
    let private = flow.destination.address();
    let edited = world.edited(|draft| {
        let interface = Arc::make_mut(draft.interfaces.get_mut(id).unwrap());
        let public = "192.0.2.254".parse().unwrap();
        interface.more.public.push(NatAddress { public, private });
    });
    edited.unwrap()
}

#[test]
fn ids_are_kebab_case_each_once_and_stay_as_they_were_published() {
    let ids: Vec<&str> = LintId::ALL.iter().map(|id| id.as_str()).collect();
    let expected = [
        "open-to-the-world",
        "quota-exceeded",
        "drop-ignored-by-accept",
        "unmatchable-rule",
        "priority-tie",
        "wrong-priority",
        "shadowed-rule",
        "own-public-address",
        "advanced-group-sends-nothing",
        "quota-near",
        "wrong-group",
        "isolated-members",
        "tie-in-part",
        "redundant-rule",
        "ipv4-only-opening",
        "group-without-members",
    ];
    assert_eq!(ids, expected);
    let titles: BTreeSet<&str> = LintId::ALL.iter().map(|id| id.title().en).collect();
    assert_eq!(titles.len(), ids.len());
}

#[test]
fn sentences_name_what_they_speak_of_in_both_languages() {
    let world = scenario_of(
        "group G1 basic accept
         outside internet 0.0.0.0/0
         instance ecs1 10.0.0.11 public 203.0.113.11 in G1
         instance ecs2 10.0.0.12 in G1
         rule G1 in drop tcp 22/22 from 10.0.0.0/8 prio 1
         rule G1 in accept tcp 22/22 from 0.0.0.0/0 prio 2",
    );
    let sentences = |language| -> Vec<String> {
        lint(&world).iter().map(|finding| finding.sentence(&world, language)).collect()
    };
    assert_eq!(
        sentences(Language::En),
        [
            "Any Internet address can reach SSH (TCP 22) because of this rule: inbound Allow TCP 22 \
             from 0.0.0.0/0 (priority 2). Example: TCP 22 from 1.0.0.0 to ecs1.",
            "This rule looks as if it blocked TCP 22 from ecs2 to ecs1: inbound Deny TCP 22 from \
             10.0.0.0/8 (priority 1). But both are members of G1, whose intra-group connectivity \
             policy is Accept, so custom rules between them are ignored.",
        ]
    );
    assert_eq!(
        sentences(Language::Zh),
        [
            "此规则允许任意公网 IP 地址访问 SSH（TCP 22）：入方向｜允许｜TCP 22｜授权对象 0.0.0.0/0｜优先级 2。例如从 1.0.0.0 到 ecs1 的 TCP 22。",
            "此规则看似会阻断从 ecs2 到 ecs1 的 TCP 22：入方向｜拒绝｜TCP 22｜授权对象 10.0.0.0/8｜优先级 1。但双方同属 G1，其组内连通策略为 Accept，双方之间的自定义规则不起作用。",
        ]
    );
}

/// The quota findings of a scenario, as text.
fn quotas(world: &Scenario) -> Vec<String> {
    let findings = lint(world).into_iter();
    findings
        .filter(|finding| matches!(finding.evidence, Evidence::Usage { .. }))
        .flat_map(|finding| describe(&finding))
        .collect()
}

#[test]
fn quotas_warn_at_four_fifths_and_not_before() {
    let with = |peers: usize, lists: usize, groups: usize| {
        let mut text = String::new();
        for number in 0..groups {
            text += &format!("group G{number} basic drop\n");
        }
        text += "group P basic drop\n";
        for number in 0..lists {
            text += &format!("list pl-{number} 198.51.100.0/24\n");
            text += &format!("rule G0 in accept all from pl-{number} prio 1\n");
        }
        for number in 1..=peers {
            text += &format!("rule G1 in accept tcp {number}/{number} from P prio 1\n");
        }
        let names: Vec<String> = (0..groups).map(|number| format!("G{number}")).collect();
        scenario_of(&format!("{text}instance ecs1 10.0.0.11 in {}", names.join(" ")))
    };
    assert_eq!(quotas(&with(15, 3, 7)), Vec::<String>::new());
    assert_eq!(quotas(&with(16, 3, 7)), ["found quota-near G1 GroupPeersPerBasicGroup 16"]);
    assert_eq!(quotas(&with(1, 3, 8)), ["found quota-near eni-ecs1 GroupsPerInterface 8"]);
    assert_eq!(quotas(&with(0, 4, 2)), ["found quota-near eni-ecs1 RulesPerInterface 800"]);
    assert_eq!(quotas(&with(0, 5, 2)), ["found quota-near eni-ecs1 RulesPerInterface 1000"]);
}

#[test]
fn a_group_without_members_can_have_more_rules_than_any_interface_may() {
    let with = |lists: usize| {
        let mut text = "group G1 basic drop\n".to_owned();
        for number in 1..=lists {
            text += &format!("list pl-{number} 198.51.100.0/24\n");
            text += &format!("rule G1 in drop all from pl-{number} prio 1\n");
        }
        scenario_of(&text)
    };
    assert_eq!(quotas(&with(3)), Vec::<String>::new());
    assert_eq!(quotas(&with(5)), ["found quota-near G1 RulesPerInterface 1000"]);
    assert_eq!(quotas(&with(6)), ["found quota-exceeded G1 RulesPerInterface 1200"]);
    // A quota that was raised counts as it is.
    let raised =
        with(6).edited(|draft| draft.quotas.raise(LimitId::RulesPerInterface, 2_000).unwrap());
    assert_eq!(quotas(&raised.unwrap()), Vec::<String>::new());
    let world = with(6);
    let finding = lint(&world).into_iter().find(|finding| finding.id == LintId::QuotaExceeded);
    let finding = finding.unwrap();
    assert_eq!(finding.id.severity(), Severity::Risk);
    assert_eq!(
        finding.sentence(&world, Language::En),
        "G1: 1200 rules in all groups of one network interface, more than the 1000 allowed \
         (Security group rules, 2026-01)."
    );
}

#[test]
fn what_is_said_of_any_member_begins_with_none_being_known() {
    let world = scenario_of(
        "group G1 basic drop
         rule G1 in accept tcp 22/22 from 0.0.0.0/0 prio 1
         rule G1 in accept tcp 22/22 from 8.8.8.8/32 prio 2",
    );
    let said: Vec<String> =
        lint(&world).iter().map(|finding| finding.sentence(&world, Language::En)).collect();
    assert_eq!(said.len(), 3);
    for sentence in said {
        assert!(sentence.starts_with("No member of G1 is known. "), "{sentence}");
        assert!(sentence.contains("any member") || sentence.contains("Any member"), "{sentence}");
    }
}

#[test]
fn many_groups_are_a_finding_of_the_scenario() {
    let text: String = (0..80).map(|number| format!("group G{number} basic drop\n")).collect();
    assert_eq!(quotas(&scenario_of(&text)), ["found quota-near scenario GroupsPerRegion 80"]);
    let world = scenario_of(&text);
    let less = world.edited(|draft| {
        draft.groups.shift_remove_index(0);
    });
    assert_eq!(quotas(&less.unwrap()), Vec::<String>::new());
}

#[test]
fn addresses_of_a_group_are_counted_one_by_one() {
    let world = scenario_of("group G1 basic drop\ninstance ecs1 10.0.0.11 in G1");
    let with = |count: u32| {
        world
            .edited(|draft| {
                let interface = Arc::make_mut(&mut draft.interfaces[0]);
                let first = u32::from(std::net::Ipv4Addr::new(10, 1, 0, 0));
                interface.addresses =
                    (first..first + count).map(|n| std::net::Ipv4Addr::from(n).into()).collect();
            })
            .unwrap()
    };
    assert_eq!(quotas(&with(4_799)), Vec::<String>::new());
    assert_eq!(quotas(&with(4_800)), ["found quota-near G1 AddressesPerBasicGroup 4800"]);
    assert_eq!(quotas(&with(6_000)), ["found quota-near G1 AddressesPerBasicGroup 6000"]);
}

#[test]
fn the_internet_writes_to_the_public_address() {
    let to = |interface: &str| {
        let world = scenario_of(&format!(
            "group G1 basic drop
             instance ecs1 {interface} in G1
             rule G1 in accept tcp 22/22 from 0.0.0.0/0 prio 1"
        ));
        let open = lint(&world).into_iter().find(|found| found.id == LintId::OpenToTheWorld);
        match open.map(|found| found.evidence) {
            Some(Evidence::Open { flow, .. } | Evidence::OpenWithoutPublicAddress { flow, .. }) => {
                flow.destination.address().to_string()
            }
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(to("10.0.0.11 public 203.0.113.11"), "203.0.113.11");
    assert_eq!(to("10.0.0.11 10.0.0.12 public 203.0.113.11"), "203.0.113.11");
    assert_eq!(to("10.0.0.11"), "10.0.0.11");
}

/// What could be read of `scenario_of(text)`, after `change` took something away from G1.
fn partly_read(text: &str, change: impl Fn(&mut SecurityGroup)) -> Vec<String> {
    let world = scenario_of(text).edited(|draft| {
        let id = SecurityGroupId::parse("G1").unwrap();
        change(Arc::make_mut(&mut draft.groups[&id]));
    });
    lint(&world.unwrap()).iter().flat_map(describe).collect()
}

#[test]
fn nothing_is_called_superfluous_where_something_is_not_known() {
    let redundant = "group G1 basic drop
         instance ecs1 10.0.0.11 in G1
         rule G1 in accept tcp 443/443 from 10.0.0.0/8 prio 2
         rule G1 in accept tcp 443/443 from 10.0.0.0/9 prio 1";
    assert_eq!(partly_read(redundant, |_| {}).len(), 2);
    let nothing = Vec::<String>::new();
    assert_eq!(partly_read(redundant, |group| group.unread.more_rules = true), nothing);
    let unread = UnreadRule { policy: Some(RulePolicy::Drop), ..UnreadRule::default() };
    let unread = |group: &mut SecurityGroup| group.unread.rules.push(Arc::new(unread.clone()));
    assert_eq!(partly_read(redundant, unread), nothing);
    // What is shadowed stays so, whatever else there is.
    let shadowed =
        redundant.replace("accept tcp 443/443 from 10.0.0.0/9", "drop tcp 1/65535 from 10.0.0.0/8");
    let found = [
        "found wrong-priority G1 sgr-1 by sgr-2",
        "fix G1: set sgr-2 to prio 3",
        "fix G1: remove sgr-1",
    ];
    assert_eq!(partly_read(&shadowed, unread), found);
    let silent = "group G1 advanced\ninstance ecs1 10.0.0.11 in G1";
    assert_eq!(partly_read(silent, |_| {}).len(), 2);
    assert_eq!(partly_read(silent, |group| group.unread.more_rules = true), nothing);
}

#[test]
fn a_list_or_a_group_that_only_its_owner_sees_is_no_reason_to_remove_a_rule() {
    let world = scenario_of(
        "group G1 basic drop
         group WEB basic drop
         list pl-1
         instance ecs1 10.0.0.11 in G1
         rule G1 in accept tcp 443/443 from WEB prio 1
         rule G1 in drop tcp 80/80 from WEB prio 1
         rule G1 in accept tcp 80/80 from 10.0.0.0/8 prio 2
         rule G1 in accept tcp 22/22 from pl-1 prio 1",
    );
    let unread = world.edited(|draft| {
        let id = SecurityGroupId::parse("WEB").unwrap();
        Arc::make_mut(&mut draft.groups[&id]).owner = Some("1000000000000009".to_owned());
        Arc::make_mut(&mut draft.prefix_lists[0]).unread_entries = true;
    });
    let rules = |world: &Scenario| {
        let findings = lint(world).into_iter();
        findings.filter(|finding| matches!(finding.place, Place::Rule { .. })).count()
    };
    assert_eq!((rules(&world), rules(&unread.unwrap())), (3, 0));
}

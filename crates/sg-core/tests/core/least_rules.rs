//! The fewest edits that meet goals: cases by name, and small worlds in which a search that knows
//! nothing of ours tries every smaller set of edits, judged by the naive evaluator.
//!
//! `SGP_LEAST_WORLDS=500` compares more worlds.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test panics on the first error"
)]

use sg_core::connectivity::*;
use sg_core::goal::{Directory, Expect, Traffic, WrittenTraffic, with_named_blocks};
use sg_core::least_rules::{LeastRules, Unmet, least_rules, least_rules_anew};
use sg_core::model::*;
use sg_testing::naive;
use sg_testing::scenario_text::scenario_of;
use sg_testing::workload::Random;

fn goal(from: &str, to: &str, packets: &[&str], expect: Expect) -> Traffic {
    let packets: Vec<String> = packets.iter().map(|text| (*text).to_owned()).collect();
    let packets = (!packets.is_empty()).then_some(packets.as_slice());
    Traffic::read(&WrittenTraffic { from, to, packets, source_ports: None, expect }).unwrap()
}

fn world(text: &str, goals: &[Traffic]) -> Scenario {
    let texts = goals.iter().flat_map(|goal| [&*goal.from, &goal.to]);
    with_named_blocks(&scenario_of(text), texts)
}

fn meets(world: &Scenario, goals: &[Traffic]) -> bool {
    let mut directory = Directory::new(world);
    goals.iter().all(|goal| goal.failures(world, &mut directory).unwrap().is_empty())
}

/// The edits found, each on a line, after a check that they meet the goals.
fn found(text: &str, goals: &[Traffic]) -> String {
    let world = world(text, goals);
    let LeastRules { edits, after, least, .. } = least_rules(&world, goals).unwrap();
    assert!(least && meets(&after, goals));
    let edits: Vec<String> = edits.iter().map(ToString::to_string).collect();
    edits.join("\n")
}

const SHOP: &str = "outside office 198.51.100.0/24
group lb basic drop
group web basic drop
group db basic drop
snat vpc-1 yes
instance lb-1 10.0.0.1 public 192.0.2.1 in lb
instance web-1 10.0.0.11 in web
instance web-2 10.0.0.12 in web
instance db-1 10.0.0.21 in db
";

#[test]
fn a_rule_for_the_group_serves_all_of_its_members() {
    let goals = [goal("group:web", "db-1", &["tcp/5432"], Expect::Pass)];
    assert_eq!(found(SHOP, &goals), "db: add in accept tcp 5432/5432 from web prio 100");
}

#[test]
fn goals_that_one_rule_meets_cost_one_rule() {
    let goals = [
        goal("web-1", "db-1", &["tcp/5432"], Expect::Pass),
        goal("web-2", "db-1", &["tcp/5433"], Expect::Pass),
        goal("lb-1", "db-1", &[], Expect::Blocked),
    ];
    assert_eq!(found(SHOP, &goals), "db: add in accept tcp 5432/5433 from web prio 100");
}

#[test]
fn nothing_is_opened_that_a_goal_forbids() {
    let goals = [
        goal("web-1", "db-1", &["tcp/5432"], Expect::PassOnly),
        goal("web-2", "db-1", &[], Expect::Blocked),
    ];
    assert_eq!(found(SHOP, &goals), "db: add in accept tcp 5432/5432 from 10.0.0.11/32 prio 100");
}

#[test]
fn goals_that_are_met_need_nothing() {
    let goals = [goal("web-1", "db-1", &[], Expect::Blocked)];
    assert_eq!(found(SHOP, &goals), "");
}

#[test]
fn members_that_reach_each_other_are_isolated_first() {
    let text = "group app basic accept\ninstance a 10.0.0.1 in app\ninstance b 10.0.0.2 in app\n";
    let goals = [goal("a", "b", &["tcp/22"], Expect::PassOnly)];
    let edits = found(text, &goals);
    assert!(edits.contains("app: policy Drop"), "{edits}");
    assert!(edits.contains("in accept tcp 22/22 from 10.0.0.1/32"), "{edits}");
    assert_eq!(edits.lines().count(), 2, "{edits}");
}

#[test]
fn a_deny_in_the_way_is_removed_or_preceded_by_one_edit() {
    let text = format!("{SHOP}rule db in drop all from 0.0.0.0/0 prio 10\n");
    let goals = [goal("group:web", "db-1", &["tcp/5432"], Expect::Pass)];
    assert_eq!(found(&text, &goals), "db: add in accept tcp 5432/5432 from web prio 9");
}

#[test]
fn the_outside_is_opened_as_the_goal_names_it() {
    let goals = [
        goal("internet", "lb-1", &["tcp/443"], Expect::Pass),
        goal("office", "lb-1", &["tcp/22"], Expect::Pass),
    ];
    let edits = found(SHOP, &goals);
    assert!(edits.contains("lb: add in accept tcp 443/443 from 0.0.0.0/0 prio 100"), "{edits}");
    assert!(edits.contains("lb: add in accept tcp 22/22 from 198.51.100.0/24 prio 100"), "{edits}");
    assert_eq!(edits.lines().count(), 2, "{edits}");
}

#[test]
fn two_goals_that_contradict_each_other_are_named_with_a_packet() {
    let goals = [
        goal("lb-1", "web-1", &["tcp/80"], Expect::Pass),
        goal("group:web", "db-1", &["tcp/5432"], Expect::PassOnly),
        goal("web-2", "db-1", &["tcp/22-90"], Expect::Pass),
    ];
    let world = world(SHOP, &goals);
    let unmet = least_rules(&world, &goals).unwrap_err();
    let Unmet::Contradiction { passes: 2, blocked: 1, flow } = unmet else { panic!("{unmet:?}") };
    let packet = format!("{:?}", flow.packet);
    assert!(goals[2].packets.as_ref().unwrap()[0].contains(flow.packet), "{packet}");
}

#[test]
fn a_goal_that_the_platform_forbids_is_named() {
    let goals = [
        goal("lb-1", "web-1", &["tcp/80"], Expect::Pass),
        goal("internet", "db-1", &["tcp/5432"], Expect::Pass),
    ];
    let world = world(SHOP, &goals);
    let unmet = least_rules(&world, &goals).unwrap_err();
    assert!(matches!(unmet, Unmet::Impossible { goal: 1, .. }), "{unmet:?}");
}

#[test]
fn rules_in_place_of_others_keep_what_is_needed_and_remove_the_rest() {
    let text = format!(
        "{SHOP}rule db in accept all from 0.0.0.0/0 prio 1\n\
         rule db in accept tcp 5432/5432 from web prio 100\n\
         rule web in accept tcp 80/80 from lb prio 100\n"
    );
    let goals = [
        goal("group:web", "db-1", &["tcp/5432"], Expect::PassOnly),
        goal("group:lb", "group:web", &["tcp/443"], Expect::Pass),
    ];
    let world = world(&text, &goals);
    let found = least_rules_anew(&world, &goals).unwrap();
    assert!(found.least && meets(&found.after, &goals));
    assert_eq!(found.edits.len(), 3, "{:#?}", found.edits);
    assert_eq!(found.edits[0].to_string(), "web: add in accept tcp 443/443 from lb prio 100");
    let groups = found.after.groups();
    let kept: Vec<String> = groups
        .flat_map(|group| group.rules.iter().map(move |rule| format!("{}: {rule}", group.id)))
        .collect();
    assert_eq!(
        kept,
        [
            "web: in accept tcp 443/443 from lb prio 100",
            "db: in accept tcp 5432/5432 from web prio 100"
        ]
    );
}

#[test]
fn groups_of_a_service_are_not_touched() {
    let goals = [goal("lb-1", "db-1", &["tcp/5432"], Expect::Pass)];
    let world = world(SHOP, &goals);
    let managed = world.edited(|draft| {
        std::sync::Arc::make_mut(&mut draft.groups[2]).service_managed = true;
    });
    let unmet = least_rules(&managed.unwrap(), &goals).unwrap_err();
    assert!(matches!(unmet, Unmet::Impossible { goal: 0, .. }), "{unmet:?}");
}

#[test]
fn a_quota_in_the_way_is_not_taken_for_an_impossibility() {
    // 1,000 rules on an interface, each for a port of its own: no other rule fits.
    let rules: String = (1..=1_000)
        .map(|port| format!("rule db in accept tcp {port}/{port} from 10.0.0.1/32 prio 1\n"))
        .collect();
    let goals = [goal("group:web", "db-1", &["tcp/5432"], Expect::Pass)];
    let world = world(&format!("{SHOP}{rules}"), &goals);
    let unmet = least_rules(&world, &goals).unwrap_err();
    assert!(matches!(unmet, Unmet::NotFound { .. }), "{unmet:?}");
}

const ENDS: [&str; 4] = ["i0", "i1", "i2", "partner"];

/// Two groups, three instances, up to three rules.
fn small_world(random: &mut Random) -> String {
    let pick = |random: &mut Random, words: &[&'static str]| words[random.below(words.len())];
    let mut text = "outside partner 198.51.100.0/24\nsnat vpc-1 yes\n".to_owned();
    for group in ["G1", "G2"] {
        text.push_str(&format!("group {group} basic {}\n", pick(random, &["accept", "drop"])));
    }
    for place in 0..3 {
        let groups = pick(random, &["G1", "G2", "G1 G2"]);
        text.push_str(&format!(
            "instance i{place} 10.0.0.{} public 192.0.2.{} in {groups}\n",
            place + 1,
            place + 1
        ));
    }
    for _ in 0..random.below(4) {
        let group = pick(random, &["G1", "G2"]);
        let other = if group == "G1" { "G2" } else { "G1" };
        let (way, toward) = if random.percent(60) { ("in", "from") } else { ("out", "to") };
        let action = pick(random, &["accept", "drop"]);
        let packets = pick(random, &["all", "tcp 80/80", "tcp 22/22"]);
        let peers = ["0.0.0.0/0", "10.0.0.1/32", "10.0.0.2/32", "198.51.100.0/24", other];
        let peer = peers[random.below(peers.len())];
        let priority = pick(random, &["1", "50", "50", "100"]);
        text.push_str(&format!(
            "rule {group} {way} {action} {packets} {toward} {peer} prio {priority}\n"
        ));
    }
    text
}

fn small_goals(random: &mut Random) -> Vec<Traffic> {
    let count = 1 + random.below(3);
    let mut goals = Vec::new();
    while goals.len() < count {
        let (from, to) = (random.below(4), random.below(4));
        if from == to {
            continue;
        }
        let packets: &[&str] =
            [&["tcp/80"][..], &["tcp/22"], &["tcp/80", "tcp/22"], &[]][random.below(4)];
        let expect = [Expect::Pass, Expect::Blocked, Expect::PassOnly][random.below(3)];
        goals.push(goal(ENDS[from], ENDS[to], packets, expect));
    }
    goals
}

fn endpoint(world: &Scenario, name: &str) -> Endpoint {
    let instance = world.instances().find(|instance| instance.name == name);
    match instance.and_then(|instance| world.interface(instance.primary()?)) {
        Some(own) => Endpoint::Interface { id: own.id.clone(), address: own.addresses[0] },
        None => Endpoint::Outside { address: "198.51.100.7".parse().unwrap() },
    }
}

/// What goals demand of the packets that rules of these worlds can tell apart.
fn demands(world: &Scenario, goals: &[Traffic]) -> Vec<(Flow, Verdict)> {
    let tcp = |port| Packet::tcp(Port::new(port).unwrap());
    let packets = [tcp(80), tcp(22), tcp(25), Packet::udp(Port::MAX), Packet::Icmp, Packet::Gre];
    let mut demands = Vec::new();
    for goal in goals {
        let ends = [&goal.from, &goal.to].map(|name| endpoint(world, name));
        for packet in packets {
            let named = goal.packets.as_ref();
            let named = named.is_none_or(|sets| sets.iter().any(|set| set.contains(packet)));
            let wanted = match (goal.expect, named) {
                (Expect::Pass | Expect::PassOnly, true) => Verdict::Pass,
                (Expect::Blocked, true) | (Expect::PassOnly, false) => Verdict::Blocked,
                (Expect::Pass | Expect::Blocked, false) => continue,
            };
            let [source, destination] = ends.clone();
            demands.push((Flow { source, destination, packet }, wanted));
        }
    }
    demands
}

fn all_met(world: &Scenario, demands: &[(Flow, Verdict)]) -> bool {
    demands.iter().all(|(flow, wanted)| naive::verdict(world, flow) == *wanted)
}

/// Every edit of the documented kinds: rules for any end or the other group, for the packets of any
/// goal, at priorities before, between and behind those of the world, which has 1, 50 and 100.
fn every_edit(world: &Scenario, goals: &[Traffic]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let tcp = |port: &str| ProtocolFilter::Tcp(PortFilter::to(PortRange::parse(port).unwrap()));
    let named = |fits: fn(Expect) -> bool| {
        let goals = goals.iter().filter(|goal| fits(goal.expect));
        let mut filters: Vec<ProtocolFilter> = Vec::new();
        for goal in goals {
            let Some(sets) = &goal.packets else {
                filters.push(ProtocolFilter::All);
                continue;
            };
            for (port, filter) in [(80, "80/80"), (22, "22/22")] {
                let packet = Packet::tcp(Port::new(port).unwrap());
                if sets.iter().any(|set| set.contains(packet)) {
                    filters.push(tcp(filter));
                }
            }
        }
        filters
    };
    let allow = named(|expect| expect != Expect::Blocked);
    let mut deny = named(|expect| expect == Expect::Blocked);
    if goals.iter().any(|goal| goal.expect == Expect::PassOnly) {
        deny.push(ProtocolFilter::All);
    }
    let hosts: Vec<IpNet> = world.interfaces().map(|own| IpNet::from(own.addresses[0])).collect();
    for group in world.groups() {
        let blocks = hosts.iter().copied().chain([world.outside()[0].block]).map(Peer::Cidr);
        let others = world.groups().filter(|other| other.id != group.id);
        let peers: Vec<Peer> =
            blocks.chain(others.map(|own| Peer::Group(own.id.clone()))).collect();
        let members = world.members(&group.id).map(|own| Some(IpNet::from(own.addresses[0])));
        let locals: Vec<Option<IpNet>> = members.chain([None]).collect();
        for direction in [Direction::Egress, Direction::Ingress] {
            for (policy, filters) in [(RulePolicy::Accept, &allow), (RulePolicy::Drop, &deny)] {
                for (protocol, peer) in
                    filters.iter().flat_map(|own| peers.iter().map(move |peer| (own, peer)))
                {
                    for local_cidr in &locals {
                        edits.extend([1, 40, 60, 100].map(|priority| Edit::AddRule {
                            group: group.id.clone(),
                            rule: RuleSpec {
                                direction,
                                policy,
                                priority: Priority::new(priority).unwrap(),
                                protocol: *protocol,
                                peer: peer.clone(),
                                local_cidr: *local_cidr,
                                port_list: None,
                            },
                        }));
                    }
                }
            }
        }
        for rule in &group.rules {
            edits.push(Edit::RemoveRule { group: group.id.clone(), rule: rule.id.clone() });
        }
        let policy = |policy| Edit::SetPolicy { group: group.id.clone(), policy };
        edits.extend([InnerAccessPolicy::Accept, InnerAccessPolicy::Drop].map(policy));
    }
    edits
}

/// A set of at most two edits that meets every demand.
fn smaller(
    world: &Scenario,
    goals: &[Traffic],
    demands: &[(Flow, Verdict)],
    most: usize,
) -> Option<Vec<Edit>> {
    if all_met(world, demands) {
        return Some(Vec::new());
    }
    if most == 0 {
        return None;
    }
    let first: Vec<(Edit, Scenario)> = every_edit(world, goals)
        .into_iter()
        .filter_map(|edit| edit.apply(world).ok().map(|after| (edit, after)))
        .collect();
    if let Some((edit, _)) = first.iter().find(|(_, after)| all_met(after, demands)) {
        return Some(vec![edit.clone()]);
    }
    if most == 1 {
        return None;
    }
    // An edit that changes no demanded packet can only help together with one that does.
    let verdicts = |world: &Scenario| -> Vec<Verdict> {
        demands.iter().map(|(flow, _)| naive::verdict(world, flow)).collect()
    };
    let before = verdicts(world);
    for (edit, after) in first.iter().filter(|(_, after)| verdicts(after) != before) {
        for (second, _) in &first {
            let both = second.apply(after);
            if both.is_ok_and(|both| all_met(&both, demands)) {
                return Some(vec![edit.clone(), second.clone()]);
            }
        }
    }
    None
}

#[test]
fn no_smaller_set_meets_the_goals_of_a_small_world() {
    let worlds = std::env::var("SGP_LEAST_WORLDS").ok();
    let worlds = worlds.map_or(16, |count| count.parse().unwrap());
    let (mut sizes, mut unmet, mut tried) = ([0_usize; 8], 0_usize, 0_usize);
    for seed in 0..worlds {
        tried += 1;
        let random = &mut Random::new(seed);
        let text = small_world(random);
        let goals = small_goals(random);
        let world = world(&text, &goals);
        let demands = demands(&world, &goals);
        let context = || format!("{seed}\n{text}\n{goals:#?}");
        match least_rules(&world, &goals) {
            Ok(found) => {
                assert!(
                    all_met(&found.after, &demands) && meets(&found.after, &goals),
                    "{}",
                    context()
                );
                let most = found.edits.len().saturating_sub(1).min(2);
                assert!(found.least || found.edits.len() > 3, "{}", context());
                let less = smaller(&world, &goals, &demands, most);
                let less = less.filter(|less| less.len() < found.edits.len());
                assert_eq!(less, None, "{:?} {}", found.edits, context());
                sizes[found.edits.len().min(7)] += 1;
            }
            Err(fault) => {
                assert_eq!(smaller(&world, &goals, &demands, 2), None, "{fault:?} {}", context());
                unmet += 1;
            }
        }
    }
    // Neither all trivial nor all impossible.
    assert!(sizes[1] > 0 && sizes[2] > 0 && unmet > 0 && unmet < tried / 2, "{sizes:?} {unmet}");
}

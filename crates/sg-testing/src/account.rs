//! Generated accounts such as an engineer on call meets: six groups, about fifty rules, thirty-five
//! instances with the names that people give them, some cloud services, and one or more planted
//! problems. The same seed gives the same account on every machine.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use sg_core::model::*;

use crate::workload::Random;

pub mod planted;

pub use planted::{Planted, Problem};

/// A role: its group, its subnet, and how many instances have it.
#[derive(Debug, Clone, Copy)]
struct Role {
    name: &'static str,
    group: &'static str,
    subnet: u8,
    count: usize,
    advanced: bool,
}

const ROLES: [Role; 7] = [
    Role { name: "web", group: "web", subnet: 1, count: 6, advanced: false },
    Role { name: "app", group: "app", subnet: 2, count: 12, advanced: false },
    Role { name: "job", group: "app", subnet: 2, count: 3, advanced: false },
    Role { name: "db", group: "db", subnet: 3, count: 4, advanced: false },
    Role { name: "cache", group: "cache", subnet: 4, count: 3, advanced: false },
    Role { name: "bastion", group: "bastion", subnet: 9, count: 2, advanced: false },
    Role { name: "pay", group: "pay", subnet: 5, count: 5, advanced: true },
];

/// When the account was made, in seconds since the Unix epoch.
const MADE: i64 = 1_767_225_600;
/// 20:00 of the evening, from which on things were changed.
pub const EVENING: i64 = 1_795_982_400;

/// An account with what was planted in it.
#[derive(Debug, Clone)]
pub struct Account {
    /// As it is at night.
    pub scenario: Scenario,
    /// As it was before anything was planted.
    pub before: Scenario,
    /// What was planted, with how it shows.
    pub planted: Vec<Planted>,
}

impl Account {
    /// The account of a seed with these problems, each at most once.
    pub fn new(seed: u64, problems: &[Problem]) -> Self {
        let mut random = Random::new(seed);
        let mut draft = base(&mut random);
        let before = Scenario::new(draft.clone()).unwrap();
        let planted =
            problems.iter().map(|problem| problem.plant(&mut draft, &mut random)).collect();
        Self { scenario: Scenario::new(draft).unwrap(), before, planted }
    }
}

/// An ID as the service makes them: twenty letters and digits after the prefix.
fn id(random: &mut Random, prefix: &str) -> String {
    const SIGNS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let signs = (0..17).map(|_| char::from(*SIGNS.get(random.below(SIGNS.len())).unwrap()));
    format!("{prefix}-bp1{}", signs.collect::<String>())
}

fn vpc() -> VpcId {
    VpcId::parse("vpc-bp1m7prod4x2k9q0w8e").unwrap()
}

/// The block of a role's subnet.
fn subnet(third: u8) -> IpNet {
    Ipv4Net::new(Ipv4Addr::new(10, 20, third, 0), 24).unwrap().into()
}

fn base(random: &mut Random) -> ScenarioDraft {
    let mut draft = ScenarioDraft::empty(RegionId::parse("cn-hangzhou").unwrap());
    let blocks = vec!["10.20.0.0/16".parse().unwrap()];
    let snat = Some(true);
    draft.vpcs.insert(vpc(), Arc::new(Vpc { id: vpc(), name: "prod".to_owned(), blocks, snat }));
    for role in ROLES.iter().filter(|role| role.name != "job") {
        let id = SecurityGroupId::parse(&id(random, "sg")).unwrap();
        let group_type = match role.advanced {
            true => GroupType::Advanced,
            false => GroupType::Basic(InnerAccessPolicy::Accept),
        };
        let tags = [("env", "prod"), ("team", "platform")];
        let tags = tags.map(|(key, value)| (key.to_owned(), value.to_owned())).into_iter();
        let group = SecurityGroup {
            id: id.clone(),
            name: format!("{}-prod", role.group),
            description: format!("{} servers of the shop", role.group),
            vpc: vpc(),
            group_type,
            service_managed: false,
            labels: Labels { tags: tags.collect(), ..Labels::default() },
            rules: Vec::new(),
            created: Timestamp::from_unix_seconds(MADE),
            owner: None,
            unread: Unread::default(),
        };
        draft.groups.insert(id, Arc::new(group));
    }
    let mut public = (11..=240_u8).collect::<Vec<u8>>();
    for role in ROLES {
        for number in 1..=role.count {
            let has_public = matches!(role.name, "web" | "bastion");
            let last = has_public.then(|| public.remove(random.below(public.len())));
            let public = last.map(|last| IpAddr::from([203, 0, 113, last]));
            instance(&mut draft, random, role, number, public);
        }
    }
    services(&mut draft, random);
    let internet = "0.0.0.0/0".parse().unwrap();
    for (name, block) in [("internet", internet), ("office", "198.51.100.0/24".parse().unwrap())] {
        draft.outside.push(OutsideAddress { name: name.to_owned(), block });
    }
    rules(&mut draft, random);
    draft
}

fn instance(
    draft: &mut ScenarioDraft,
    random: &mut Random,
    role: Role,
    number: usize,
    public_address: Option<IpAddr>,
) {
    let card = NetworkInterfaceId::parse(&id(random, "eni")).unwrap();
    let offset = if role.name == "job" { 100 } else { 10 };
    let last = u8::try_from(offset + number).unwrap();
    let interface = NetworkInterface {
        id: card.clone(),
        vpc: vpc(),
        groups: [group_named(draft, role.group)].into_iter().collect(),
        addresses: vec![IpAddr::from([10, 20, role.subnet, last])],
        public_address,
        holder: None,
        vswitch: None,
        more: MoreAddresses::default(),
    };
    draft.interfaces.insert(card.clone(), Arc::new(interface));
    let own = InstanceId::parse(&id(random, "i")).unwrap();
    let name = format!("{}-{number:02}", role.name);
    let instance = Instance { id: own.clone(), name, interfaces: vec![card] };
    draft.instances.insert(own, Arc::new(instance));
}

/// The interfaces that cloud services have in the account.
fn services(draft: &mut ScenarioDraft, random: &mut Random) {
    let all = [(Product::Alb, "web", "alb-shop", 1), (Product::Rds, "db", "rm-orders", 3)];
    for (product, group, name, third) in all {
        let card = NetworkInterfaceId::parse(&id(random, "eni")).unwrap();
        let interface = NetworkInterface {
            id: card.clone(),
            vpc: vpc(),
            groups: [group_named(draft, group)].into_iter().collect(),
            addresses: vec![IpAddr::from([10, 20, third, 200])],
            public_address: None,
            holder: Some(Holder::Service { product, name: name.to_owned() }),
            vswitch: None,
            more: MoreAddresses::default(),
        };
        draft.interfaces.insert(card, Arc::new(interface));
    }
}

/// The group of a role.
fn group_named(draft: &ScenarioDraft, role: &str) -> SecurityGroupId {
    let name = format!("{role}-prod");
    draft.groups.values().find(|group| group.name == name).unwrap().id.clone()
}

/// What a rule says, in the order of the console.
struct Line<'a> {
    group: &'a str,
    direction: Direction,
    policy: RulePolicy,
    priority: u8,
    protocol: ProtocolFilter,
    peer: Peer,
    description: &'a str,
}

fn tcp(first: u16, last: u16) -> ProtocolFilter {
    let port = |number| Port::new(number).unwrap();
    ProtocolFilter::Tcp(PortFilter::to(PortRange::new(port(first), port(last)).unwrap()))
}

fn block(text: &str) -> Peer {
    Peer::Cidr(text.parse().unwrap())
}

/// Adds a rule and returns its ID.
fn add(draft: &mut ScenarioDraft, random: &mut Random, line: Line<'_>, created: i64) -> RuleId {
    let rule_id = RuleId::parse(&id(random, "sgr")).unwrap();
    let group = group_named(draft, line.group);
    let rule = Rule {
        id: rule_id.clone(),
        created: Timestamp::from_unix_seconds(created),
        description: line.description.to_owned(),
        spec: RuleSpec {
            direction: line.direction,
            policy: line.policy,
            priority: Priority::new(line.priority).unwrap(),
            protocol: line.protocol,
            peer: line.peer,
            local_cidr: None,
            port_list: None,
        },
    };
    let group = Arc::make_mut(draft.groups.get_mut(&group).unwrap());
    group.rules.push(Arc::new(rule));
    rule_id
}

/// The rules that the account has had for months. What the symptoms of the problems need is among
/// them.
fn rules(draft: &mut ScenarioDraft, random: &mut Random) {
    let into = |group, priority, protocol, peer, description| Line {
        group,
        direction: Direction::Ingress,
        policy: RulePolicy::Accept,
        priority,
        protocol,
        peer,
        description,
    };
    let from = |draft: &ScenarioDraft, role| Peer::Group(group_named(draft, role));
    let (web, app) = (from(draft, "web"), from(draft, "app"));
    let bastion = from(draft, "bastion");
    let mut lines = vec![
        into("web", 10, tcp(443, 443), block("0.0.0.0/0"), "HTTPS from anywhere"),
        into("web", 10, tcp(80, 80), block("0.0.0.0/0"), "HTTP, redirected"),
        into("web", 20, tcp(80, 80), block("100.64.0.0/10"), "health checks"),
        into("app", 10, tcp(8080, 8081), web, "web tier"),
        into("db", 10, tcp(5432, 5432), app.clone(), "app servers"),
        into("db", 10, tcp(5432, 5432), Peer::Cidr(subnet(5)), "payments"),
        into("cache", 10, tcp(6379, 6379), app.clone(), "app servers"),
        into("cache", 10, tcp(11_211, 11_211), app, "sessions"),
        into("bastion", 10, tcp(22, 22), block("198.51.100.0/24"), "office"),
        into("pay", 10, tcp(8443, 8443), Peer::Cidr(subnet(2)), "app servers"),
        into("pay", 20, tcp(22, 22), Peer::Cidr(subnet(9)), "bastion"),
    ];
    for role in ["web", "app", "db", "cache"] {
        lines.push(into(role, 20, tcp(22, 22), bastion.clone(), "bastion"));
        lines.push(into(role, 30, ProtocolFilter::Icmp, block("10.20.0.0/16"), "ping inside"));
        lines.push(into(role, 30, tcp(9100, 9100), Peer::Cidr(subnet(9)), "node exporter"));
    }
    for (first, last, third, about) in
        [(443, 443, None, "payment provider"), (5432, 5432, Some(3), "orders database")]
    {
        let peer = third.map_or_else(|| block("0.0.0.0/0"), |third| Peer::Cidr(subnet(third)));
        let line = into("pay", 10, tcp(first, last), peer, about);
        lines.push(Line { direction: Direction::Egress, ..line });
    }
    for line in lines {
        let created = MADE + 60 * i64::try_from(random.below(200_000)).unwrap();
        add(draft, random, line, created);
    }
    // Partners and monitoring: every one at an address and ports of its own, so that none of them
    // covers another.
    let mut number = 0_u16;
    while draft.groups.values().map(|group| group.rules.len()).sum::<usize>() < 51 {
        let group = ["web", "app", "db", "cache", "bastion"][random.below(5)];
        let host = format!("192.0.2.{}/32", 1 + number);
        let port = 20_000 + 10 * number;
        let about = ["partner feed", "metrics", "backup agent", "audit"][random.below(4)];
        let priority = u8::try_from(40 + random.below(50)).unwrap();
        let line = into(group, priority, tcp(port, port), block(&host), about);
        let created = MADE + 60 * i64::try_from(random.below(200_000)).unwrap();
        add(draft, random, line, created);
        number += 1;
    }
}

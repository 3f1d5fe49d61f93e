//! Generated scenarios of realistic sizes, identical on every machine for the same seed.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use sg_core::connectivity::{Endpoint, Flow, Packet};
use sg_core::model::*;

/// A pseudo-random number generator with reproducible output (splitmix64).
pub struct Random(u64);

impl Random {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but not including `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    /// Returns `true` with a probability of `share` percent.
    pub fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }
}

/// The size and structure of a scenario.
#[derive(Debug, Clone, Copy)]
pub struct Workload {
    pub name: &'static str,
    pub instances: usize,
    pub groups: usize,
    pub rules_per_group: usize,
    /// The longest prefix of a rule's address block.
    pub finest: u8,
    /// The number of group sets that the instances share; `None` if each instance draws its own.
    pub templates: Option<usize>,
    /// Whether the Internet is one of the ends, as on the page.
    pub internet: bool,
}

impl Workload {
    /// All instances are different.
    pub const A: Self = Self {
        name: "A",
        instances: 1_000,
        groups: 100,
        rules_per_group: 50,
        finest: 32,
        templates: None,
        internet: false,
    };
    /// The same size, but many instances are alike.
    pub const G: Self = Self { name: "G", finest: 22, templates: Some(100), ..Self::A };
    /// The size of a lesson.
    pub const S: Self =
        Self { name: "S", instances: 5, groups: 3, rules_per_group: 4, internet: true, ..Self::A };
    /// The size of a team's setup.
    pub const M: Self = Self {
        name: "M",
        instances: 100,
        groups: 20,
        rules_per_group: 10,
        internet: true,
        ..Self::A
    };
    pub const A_500: Self = Self { name: "A, 500 instances", instances: 500, ..Self::A };
    pub const A_2000: Self = Self { name: "A, 2,000 instances", instances: 2_000, ..Self::A };
    pub const A_RULES: Self =
        Self { name: "A, 100 rules per group", rules_per_group: 100, ..Self::A };
    /// A region holds 100 groups, so doubling them starts from 50.
    pub const A_50_GROUPS: Self = Self { name: "A, 50 groups", groups: 50, ..Self::A };

    /// The scenario for a seed.
    pub fn scenario(&self, seed: u64) -> Scenario {
        let mut random = Random::new(seed);
        let mut draft = ScenarioDraft::empty(RegionId::parse("cn-hangzhou").unwrap());
        let id = VpcId::parse("vpc-1").unwrap();
        let blocks = vec!["10.0.0.0/16".parse().unwrap()];
        draft.vpcs.insert(
            id.clone(),
            Arc::new(Vpc { id, name: String::new(), blocks, snat: Some(true) }),
        );
        let addresses = addresses(&mut random, self.instances);
        for index in 0..self.groups {
            let rules = (0..self.rules_per_group)
                .map(|rule| {
                    // A single group has no other group to reference.
                    let peer_groups = if self.groups > 1 { self.groups } else { 0 };
                    let id = format!("sgr-{index}-{rule}");
                    let numbers = (index, peer_groups);
                    Arc::new(rule_between(&mut random, &id, numbers, self.finest, &addresses))
                })
                .collect();
            let policy =
                if index % 2 == 0 { InnerAccessPolicy::Drop } else { InnerAccessPolicy::Accept };
            let group = SecurityGroup {
                id: group_id(index),
                name: format!("group {index}"),
                description: String::new(),
                vpc: VpcId::parse("vpc-1").unwrap(),
                group_type: GroupType::Basic(policy),
                service_managed: false,
                labels: Labels::default(),
                rules,
                created: Timestamp::from_unix_seconds(0),
                owner: None,
                unread: Unread::default(),
            };
            draft.groups.insert(group_id(index), Arc::new(group));
        }
        let templates: Vec<Vec<usize>> = (0..self.templates.unwrap_or(self.instances))
            .map(|_| group_set(&mut random, self.groups))
            .collect();
        for (index, address) in addresses.iter().enumerate() {
            let chosen = match self.templates {
                Some(count) => random.below(count),
                None => index,
            };
            add_instance(&mut draft, index, *address, templates.get(chosen).unwrap());
        }
        if self.internet {
            let block = "0.0.0.0/0".parse().unwrap();
            draft.outside.push(OutsideAddress { name: "internet".to_owned(), block });
        }
        Scenario::new(draft).unwrap()
    }
}

fn addresses(random: &mut Random, count: usize) -> Vec<Ipv4Addr> {
    let mut taken = BTreeSet::new();
    let mut addresses = Vec::new();
    while addresses.len() < count {
        let low = u32::try_from(random.below(65_534) + 1).unwrap();
        let address = Ipv4Addr::from((10 << 24) | low);
        if taken.insert(address) {
            addresses.push(address);
        }
    }
    addresses
}

fn group_set(random: &mut Random, groups: usize) -> Vec<usize> {
    let count = (1 + random.below(3)).min(groups);
    let mut set = Vec::new();
    while set.len() < count {
        let group = random.below(groups);
        if !set.contains(&group) {
            set.push(group);
        }
    }
    set
}

fn add_instance(draft: &mut ScenarioDraft, index: usize, address: Ipv4Addr, groups: &[usize]) {
    let id = NetworkInterfaceId::parse(&format!("eni-{index}")).unwrap();
    let interface = NetworkInterface {
        id: id.clone(),
        vpc: VpcId::parse("vpc-1").unwrap(),
        groups: groups.iter().map(|group| group_id(*group)).collect(),
        addresses: vec![address.into()],
        public_address: None,
        holder: None,
        vswitch: None,
        more: MoreAddresses::default(),
    };
    draft.interfaces.insert(id.clone(), Arc::new(interface));
    let instance = InstanceId::parse(&format!("i-{index}")).unwrap();
    let instance = Instance { id: instance, name: format!("ecs{index}"), interfaces: vec![id] };
    draft.instances.insert(instance.id.clone(), Arc::new(instance));
}

pub fn group_id(index: usize) -> SecurityGroupId {
    SecurityGroupId::parse(&format!("sg-{index}")).unwrap()
}

/// A rule of a group. Peers are chosen from `groups` groups; 0 means no group peers.
fn rule_between(
    random: &mut Random,
    id: &str,
    (group, groups): (usize, usize),
    finest: u8,
    addresses: &[Ipv4Addr],
) -> Rule {
    let ports = PortFilter::to(ports(random));
    let protocol = match random.below(100) {
        0..65 => ProtocolFilter::Tcp(ports),
        65..88 => ProtocolFilter::Udp(ports),
        88..94 => ProtocolFilter::Icmp,
        94..96 => ProtocolFilter::Gre,
        _ => ProtocolFilter::All,
    };
    let other = (group + 1 + random.below(groups.max(2) - 1)) % groups.max(1);
    let peer = match random.below(100) {
        0..8 if groups > 1 => Peer::Group(group_id(other)),
        8..16 => Peer::Cidr("0.0.0.0/0".parse().unwrap()),
        _ => {
            let around = addresses.get(random.below(addresses.len())).unwrap();
            let length = 16 + u8::try_from(random.below(usize::from(finest - 16) + 1)).unwrap();
            Peer::Cidr(Ipv4Net::new(*around, length).unwrap().trunc().into())
        }
    };
    Rule {
        id: RuleId::parse(id).unwrap(),
        created: Timestamp::from_unix_seconds(0),
        description: String::new(),
        spec: RuleSpec {
            direction: if random.percent(50) { Direction::Ingress } else { Direction::Egress },
            policy: if random.percent(60) { RulePolicy::Accept } else { RulePolicy::Drop },
            priority: Priority::new(u8::try_from(1 + random.below(100)).unwrap()).unwrap(),
            protocol,
            peer,
            local_cidr: None,
            port_list: None,
        },
    }
}

/// Half of the ranges are single ports; the others end at a random port above their start.
fn ports(random: &mut Random) -> PortRange {
    let first = u16::try_from(1 + random.below(65_535)).unwrap();
    let room = usize::from(u16::MAX - first);
    let last = if random.percent(50) {
        first
    } else {
        first + u16::try_from(random.below(room + 1)).unwrap()
    };
    PortRange::new(Port::new(first).unwrap(), Port::new(last).unwrap()).unwrap()
}

/// A kind of single-step edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    Toggle,
    AddRule,
    RemoveRule,
    Join,
    Leave,
}

impl Edit {
    pub const ALL: [Self; 5] =
        [Self::Toggle, Self::AddRule, Self::RemoveRule, Self::Join, Self::Leave];

    /// The scenario after an edit of this kind at a random place; `None` if there is no such place.
    pub fn apply(self, scenario: &Scenario, random: &mut Random) -> Option<Scenario> {
        let group = random.below(scenario.groups().len());
        let interface = random.below(scenario.interfaces().len());
        let place = random.next();
        let numbers = (group, scenario.groups().len());
        let id = format!("sgr-new-{place:016x}");
        let known: Vec<Ipv4Addr> = scenario
            .interfaces()
            .flat_map(|interface| &interface.addresses)
            .filter_map(|address| match address {
                IpAddr::V4(v4) => Some(*v4),
                IpAddr::V6(_) => None,
            })
            .collect();
        let rule = rule_between(random, &id, numbers, 32, &known);
        let edited = scenario.edited(|draft| {
            let group_id = group_id(group);
            let group = Arc::make_mut(draft.groups.get_mut(&group_id).unwrap());
            let interface = draft.interfaces.get_index_mut(interface).unwrap().1;
            match self {
                Self::Toggle => {
                    if let GroupType::Basic(policy) = group.group_type {
                        group.group_type = GroupType::Basic(policy.flipped());
                    }
                }
                Self::AddRule => group.rules.push(Arc::new(rule)),
                Self::RemoveRule => {
                    if !group.rules.is_empty() {
                        let count = u64::try_from(group.rules.len()).unwrap();
                        group.rules.remove(usize::try_from(place % count).unwrap());
                    }
                }
                Self::Join => {
                    Arc::make_mut(interface).groups.insert(group_id);
                }
                Self::Leave => {
                    let groups = &mut Arc::make_mut(interface).groups;
                    let count = u64::try_from(groups.len()).unwrap();
                    groups.shift_remove_index(usize::try_from(place % count).unwrap());
                }
            }
        });
        edited.ok().filter(|edited| edited != scenario)
    }
}

/// Random flows, each one packet between two interfaces.
pub fn questions(scenario: &Scenario, random: &mut Random, count: usize) -> Vec<Flow> {
    let interfaces: Vec<&Arc<NetworkInterface>> = scenario.interfaces().collect();
    let end = |random: &mut Random| {
        let interface = interfaces.get(random.below(interfaces.len())).unwrap();
        let address = *interface.addresses.first().unwrap();
        Endpoint::Interface { id: interface.id.clone(), address }
    };
    (0..count)
        .map(|_| {
            let destination = Port::new(u16::try_from(1 + random.below(65_535)).unwrap()).unwrap();
            let packet = match random.below(10) {
                0..6 => Packet::tcp(destination),
                6..9 => Packet::udp(destination),
                _ => Packet::Icmp,
            };
            Flow { source: end(random), destination: end(random), packet }
        })
        .collect()
}

//! Random scenarios: three basic groups, an advanced one, a second VPC, both address families,
//! several interfaces and addresses, prefix lists, outside blocks, five-tuple rules.

use std::net::IpAddr;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};

use sg_core::connectivity::*;
use sg_core::model::*;

/// The number of cases per property: 256, or the value of `SGP_CASES`.
pub fn config() -> ProptestConfig {
    let cases = std::env::var("SGP_CASES").ok();
    let cases: u32 = cases.map_or(256, |text| text.parse().unwrap());
    // Some properties skip most scenarios, so a long run rejects more of them.
    let max_global_rejects = cases.saturating_mul(4);
    let usual = ProptestConfig::default();
    ProptestConfig { cases, max_global_rejects, failure_persistence: None, ..usual }
}

pub const PORTS: [u16; 12] = [1, 21, 22, 25, 80, 443, 444, 1000, 2000, 2001, 49_152, 65_535];
/// A few priorities, so that ties are common; 110 is that of a legacy rule.
const PRIORITIES: [u8; 4] = [1, 2, 3, 110];
const RANGES: [(u16, u16); 7] =
    [(1, 65_535), (22, 22), (25, 25), (80, 443), (443, 65_535), (1, 22), (444, 2000)];
const BLOCKS: [&str; 12] = [
    "0.0.0.0/0",
    "::/0",
    "10.0.0.0/8",
    "10.0.0.11/32",
    "10.0.0.12/31",
    "203.0.113.0/24",
    "203.0.113.11/32",
    "198.51.100.0/24",
    "100.64.0.0/10",
    "2001:db8::/32",
    "2001:db8::11/128",
    "172.16.0.0/12",
];
pub const OUTSIDE: [&str; 8] = [
    "8.8.8.8",
    "203.0.113.5",
    "198.51.100.7",
    "100.100.100.200",
    "100.64.1.1",
    "192.168.1.1",
    "2400:3200::1",
    "10.0.0.200",
];

pub fn port(number: u16) -> Port {
    Port::new(number).unwrap()
}

fn range((first, last): (u16, u16)) -> PortRange {
    PortRange::new(port(first), port(last)).unwrap()
}

/// A rule that may not fit, with the position of its group.
pub type Loose = (usize, Rule);

pub fn rules(count: usize) -> impl Strategy<Value = Vec<Loose>> {
    prop::collection::vec(loose_rule(), 0..count)
}

pub fn loose_rule() -> impl Strategy<Value = Loose> {
    let protocol = (0..9usize, select(&RANGES[..]), select(&RANGES[..]), prop::bool::weighted(0.8));
    let protocol = protocol.prop_map(|(kind, destination, source, any_source)| {
        let source = if any_source { PortRange::ALL } else { range(source) };
        let ports = PortFilter { destination: range(destination), source };
        match kind {
            0..=1 => ProtocolFilter::All,
            2..=3 => ProtocolFilter::Tcp(ports),
            4 => ProtocolFilter::Udp(ports),
            5 => ProtocolFilter::Icmp,
            6 => ProtocolFilter::Icmpv6,
            7 => ProtocolFilter::Gre,
            _ => ProtocolFilter::Number(50),
        }
    });
    let peer = prop_oneof![
        4 => select(&BLOCKS[..3]).prop_map(|block| Peer::Cidr(block.parse().unwrap())),
        4 => select(&BLOCKS[..]).prop_map(|block| Peer::Cidr(block.parse().unwrap())),
        2 => (0..3usize).prop_map(|group| Peer::Group(group_id(group))),
        1 => Just(Peer::PrefixList(PrefixListId::parse("pl-1").unwrap())),
    ];
    let local_cidr = prop::option::weighted(0.1, select(&BLOCKS[..]));
    let group = prop_oneof![5 => 0..3usize, 1 => 3..5usize];
    let flags = (group, any::<bool>(), any::<bool>(), select(&PRIORITIES[..]));
    (flags, protocol, peer, local_cidr).prop_map(
        |((group, ingress, accept, priority), protocol, peer, local_cidr)| {
            let rule = Rule {
                id: RuleId::parse("sgr-0").unwrap(),
                created: Timestamp::from_unix_seconds(0),
                description: String::new(),
                spec: RuleSpec {
                    direction: if ingress { Direction::Ingress } else { Direction::Egress },
                    policy: if accept { RulePolicy::Accept } else { RulePolicy::Drop },
                    priority: Priority::existing(priority).unwrap(),
                    protocol,
                    peer,
                    local_cidr: local_cidr.map(|block| block.parse().unwrap()),
                    port_list: None,
                },
            };
            (group, rule)
        },
    )
}

pub fn group_id(index: usize) -> SecurityGroupId {
    SecurityGroupId::parse(&format!("sg-{index}")).unwrap()
}

/// The scenario without rules: groups 0 to 2 are basic, 3 is advanced, 4 is basic in a second VPC.
fn bare(
    policies: [bool; 4],
    members: &[u8],
    (routed, egress_first): (bool, bool),
    snat: [bool; 2],
) -> Scenario {
    let mut draft = ScenarioDraft::empty(RegionId::parse("cn-hangzhou").unwrap());
    let vpcs = [("vpc-1", vec!["10.0.0.0/16", "2001:db8::/32"]), ("vpc-2", vec!["172.16.0.0/16"])];
    for ((id, blocks), snat) in vpcs.into_iter().zip(snat) {
        let id = VpcId::parse(id).unwrap();
        let blocks = blocks.into_iter().map(|block| block.parse().unwrap()).collect();
        let vpc = Vpc { id: id.clone(), name: String::new(), blocks, snat: Some(snat) };
        draft.vpcs.insert(id, Arc::new(vpc));
    }
    let vpc = |second: bool| VpcId::parse(if second { "vpc-2" } else { "vpc-1" }).unwrap();
    if routed {
        draft.routes.push(Route { a: vpc(true), b: vpc(false) });
    }
    let list = PrefixList {
        id: PrefixListId::parse("pl-1").unwrap(),
        name: String::new(),
        blocks: vec!["198.51.100.0/25".parse().unwrap(), "10.0.0.12/32".parse().unwrap()],
        max_entries: 10,
        unread_entries: false,
    };
    draft.prefix_lists.insert(list.id.clone(), Arc::new(list));
    for index in 0..5usize {
        let accept = policies.get(index).copied().unwrap_or(true);
        let policy = if accept { InnerAccessPolicy::Accept } else { InnerAccessPolicy::Drop };
        let group_type = if index == 3 { GroupType::Advanced } else { GroupType::Basic(policy) };
        let group = SecurityGroup {
            id: group_id(index),
            name: String::new(),
            description: String::new(),
            vpc: vpc(index == 4),
            group_type,
            service_managed: false,
            labels: Labels::default(),
            rules: Vec::new(),
            created: Timestamp::from_unix_seconds(0),
            owner: None,
            unread: Unread::default(),
        };
        draft.groups.insert(group_id(index), Arc::new(group));
    }
    for (index, bits) in members.iter().enumerate() {
        // Values 1 to 7 are sets of basic groups; 0 is the advanced group, 8 the second VPC.
        let groups: Vec<usize> = match bits {
            0 => vec![3],
            8 => vec![4],
            bits => (0..3).filter(|group| bits & (1 << group) != 0).collect(),
        };
        let host = 11 + index;
        let addresses: Vec<String> = if *bits == 8 {
            vec![format!("172.16.0.{host}")]
        } else if index == 1 {
            vec![format!("10.0.0.{host}"), "10.0.0.111".to_owned()]
        } else {
            vec![format!("10.0.0.{host}"), format!("2001:db8::{host}")]
        };
        let id = NetworkInterfaceId::parse(&format!("eni-{index}")).unwrap();
        let interface = NetworkInterface {
            id: id.clone(),
            vpc: vpc(*bits == 8),
            groups: groups.into_iter().map(group_id).collect(),
            addresses: addresses.iter().map(|address| address.parse().unwrap()).collect(),
            public_address: (index % 2 == 0).then(|| format!("203.0.113.{host}").parse().unwrap()),
            holder: None,
            vswitch: None,
            more: MoreAddresses::default(),
        };
        draft.interfaces.insert(id.clone(), Arc::new(interface));
        // The last interface is the secondary one of the previous instance.
        if index == 3 {
            Arc::make_mut(draft.instances.last_mut().unwrap().1).interfaces.push(id);
            continue;
        }
        let instance = InstanceId::parse(&format!("i-{index}")).unwrap();
        let instance = Instance { id: instance, name: format!("ecs{index}"), interfaces: vec![id] };
        draft.instances.insert(instance.id.clone(), Arc::new(instance));
    }
    for (name, block) in
        [("internet", "0.0.0.0/0"), ("v6", "2400:3200::/32"), ("services", "100.64.0.0/10")]
    {
        let block = block.parse().unwrap();
        draft.outside.push(OutsideAddress { name: name.to_owned(), block });
    }
    draft.options.intra_group_precedence = if egress_first {
        IntraGroupPrecedence::CustomEgressFirst
    } else {
        IntraGroupPrecedence::PolicyWins
    };
    Scenario::new(draft).unwrap()
}

/// The scenario with one more rule, or unchanged if the rule does not fit.
pub fn with_rule(scenario: &Scenario, (group, rule): &Loose) -> Scenario {
    let count: usize = scenario.groups().map(|group| group.rules.len()).sum();
    let mut rule = rule.clone();
    rule.id = RuleId::parse(&format!("sgr-{}", count + 1)).unwrap();
    let edited = scenario.edited(|draft| {
        let group = draft.groups.get_mut(&group_id(*group)).unwrap();
        Arc::make_mut(group).rules.push(Arc::new(rule));
    });
    edited.unwrap_or_else(|_| scenario.clone())
}

pub fn scenario() -> impl Strategy<Value = Scenario> {
    let members = prop::collection::vec(0..9u8, 4);
    let accepts = prop::array::uniform4(prop::bool::weighted(0.3));
    let flags = (any::<bool>(), prop::bool::weighted(0.3));
    let snat = prop::array::uniform2(prop::bool::weighted(0.7));
    let flags = (accepts, members, flags, snat);
    (flags, rules(40)).prop_map(|((policies, members, flags, snat), rules)| {
        let empty = bare(policies, &members, flags, snat);
        rules.iter().fold(empty, |scenario, rule| with_rule(&scenario, rule))
    })
}

pub fn packet() -> impl Strategy<Value = Packet> {
    (0..10u8, select(&PORTS[..]), select(&PORTS[..])).prop_map(|(kind, source, destination)| {
        let (source_port, destination_port) = (port(source), port(destination));
        match kind {
            0..=4 => Packet::Tcp { source_port, destination_port },
            5 => Packet::Udp { source_port, destination_port },
            6 => Packet::Icmp,
            7 => Packet::Icmpv6,
            8 => Packet::Gre,
            _ => Packet::Other(if source > 100 { 50 } else { 51 }),
        }
    })
}

/// An end by position: an interface with any of its addresses, a known outside address, or an
/// unknown end.
pub fn endpoint(scenario: &Scenario, index: &Index) -> Endpoint {
    let mut all: Vec<Endpoint> = Vec::new();
    for interface in scenario.interfaces() {
        let at =
            |address: &IpAddr| Endpoint::Interface { id: interface.id.clone(), address: *address };
        // The primary address several times, so that most pairs can actually communicate.
        let primary = interface.addresses.first().map(at);
        all.extend(std::iter::repeat_n(primary, 4).flatten());
        all.extend(interface.addresses.iter().chain(&interface.public_address).map(at));
        all.extend(interface.more.public.iter().map(|more| at(&more.public)));
        let hosts = interface.more.prefixes.iter().filter_map(|block| block.hosts().nth(2));
        all.extend(hosts.map(|address| at(&address)));
    }
    all.extend(OUTSIDE.map(|address| Endpoint::Outside { address: address.parse().unwrap() }));
    let nobody = NetworkInterfaceId::parse("eni-nobody").unwrap();
    all.push(Endpoint::Interface { id: nobody, address: IpAddr::from([10, 0, 0, 99]) });
    index.get(&all).clone()
}

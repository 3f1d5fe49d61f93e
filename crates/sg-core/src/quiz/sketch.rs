//! A small scenario with a question, in a compact form that is easy to draw and to shrink.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use indexmap::IndexSet;

use crate::connectivity::{Endpoint, Flow, Packet};
use crate::model::{
    Direction, GroupType, Instance, InstanceId, IpNet, Labels, MoreAddresses, NetworkInterface,
    NetworkInterfaceId, OutsideAddress, Peer, Priority, ProtocolFilter, RegionId, Rule, RuleId,
    RulePolicy, RuleSpec, Scenario, ScenarioDraft, SecurityGroup, SecurityGroupId, Timestamp,
    Unread, Vpc, VpcId,
};

/// A scenario and a packet in it. The first interface is the source, or the destination of a packet
/// from outside; the second is the other end, if that is an interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sketch {
    pub(crate) path: Path,
    pub(crate) packet: Packet,
    pub(crate) groups: Vec<Group>,
    pub(crate) cards: Vec<Card>,
    pub(crate) names: [&'static str; 3],
}

/// The path of the packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Path {
    /// Between private addresses.
    Internal,
    /// To the public address of the second interface.
    Public,
    /// To an address on the Internet.
    Outbound,
    /// From an address on the Internet.
    Inbound,
}

/// A group; `key` identifies it within the sketch only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) key: u8,
    pub(crate) group_type: GroupType,
    pub(crate) rules: Vec<Line>,
}

/// A rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) direction: Direction,
    pub(crate) policy: RulePolicy,
    pub(crate) priority: Priority,
    pub(crate) protocol: ProtocolFilter,
    pub(crate) object: Object,
}

/// The authorization object of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Object {
    /// `0.0.0.0/0`.
    Anyone,
    /// The block of the VPC.
    Vpc,
    /// The address of one end of the packet as rules see it: 0 for the first interface, or else 1.
    End(usize),
    /// The members of a group, by key.
    Group(u8),
}

/// A network interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Card {
    /// The index of its instance, out of three.
    pub(crate) instance: usize,
    /// Its groups, by key.
    pub(crate) groups: Vec<u8>,
}

/// 2026-01-01, so that the scenario is reproducible.
const CREATED: Timestamp = Timestamp::from_unix_seconds(1_767_225_600);

/// TEST-NET-2, which no real host uses, represents the Internet.
const INTERNET: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7));

/// Why a sketch cannot be built: an invalid id or an inconsistent part. Then another sketch is
/// tried.
type Unfit = Box<dyn std::error::Error>;

impl Sketch {
    /// How many interfaces are ends of the packet.
    pub(crate) const fn ends(&self) -> usize {
        match self.path {
            Path::Internal | Path::Public => 2,
            Path::Outbound | Path::Inbound => 1,
        }
    }

    /// The size of the sketch: groups, rules, interfaces and memberships.
    pub(crate) fn size(&self) -> usize {
        let rules: usize = self.groups.iter().map(|group| group.rules.len()).sum();
        let memberships: usize = self.cards.iter().map(|card| card.groups.len()).sum();
        self.groups.len() + rules + self.cards.len() + memberships
    }

    /// Every sketch with one thing removed: a group with everything that depends on it, an
    /// interface, a rule or a membership.
    pub(crate) fn smaller(&self) -> Vec<Self> {
        let mut smaller = Vec::new();
        for group in &self.groups {
            let mut less = self.clone();
            less.groups.retain(|other| other.key != group.key);
            for other in &mut less.groups {
                other.rules.retain(|line| line.object != Object::Group(group.key));
            }
            less.cards.iter_mut().for_each(|card| card.groups.retain(|key| *key != group.key));
            smaller.push(less);
        }
        for place in self.ends()..self.cards.len() {
            let mut less = self.clone();
            less.cards.remove(place);
            smaller.push(less);
        }
        for (place, group) in self.groups.iter().enumerate() {
            for rule in 0..group.rules.len() {
                let mut less = self.clone();
                if let Some(group) = less.groups.get_mut(place) {
                    group.rules.remove(rule);
                }
                smaller.push(less);
            }
        }
        for (place, card) in self.cards.iter().enumerate() {
            for key in card.groups.iter().filter(|_| card.groups.len() > 1) {
                let mut less = self.clone();
                if let Some(card) = less.cards.get_mut(place) {
                    card.groups.retain(|other| other != key);
                }
                smaller.push(less);
            }
        }
        smaller
    }

    /// The scenario and the packet; `None` if the sketch cannot be built.
    pub(crate) fn build(&self) -> Option<(Scenario, Flow)> {
        self.scenario().and_then(|scenario| Ok((scenario, self.flow()?))).ok()
    }

    fn scenario(&self) -> Result<Scenario, Unfit> {
        let vpc = VpcId::parse("vpc-bp1main")?;
        let mut parts = ScenarioDraft::empty(RegionId::parse("cn-hangzhou")?);
        let (name, blocks) = ("main".to_owned(), vec![block("10.0.0.0/16")?]);
        let main = Vpc { id: vpc.clone(), name, blocks, snat: Some(true) };
        parts.vpcs.insert(vpc.clone(), Arc::new(main));
        let mut rules = 0;
        for group in &self.groups {
            let name = format!("G{}", self.number(group.key).ok_or("no such group")?);
            let mut built = Vec::new();
            for line in &group.rules {
                rules += 1;
                built.push(Arc::new(self.rule(*line, rules)?));
            }
            let group = SecurityGroup {
                id: self.group_id(group.key)?,
                name,
                description: String::new(),
                vpc: vpc.clone(),
                group_type: group.group_type,
                service_managed: false,
                labels: Labels::default(),
                rules: built,
                created: CREATED,
                owner: None,
                unread: Unread::default(),
            };
            parts.groups.insert(group.id.clone(), Arc::new(group));
        }
        for (number, name) in (0..).zip(self.names) {
            let cards = (0..self.cards.len()).filter(|place| self.instance(*place) == Some(number));
            let mut interfaces = Vec::new();
            for place in cards {
                let card = self.card(place, &vpc)?;
                interfaces.push(card.id.clone());
                parts.interfaces.insert(card.id.clone(), Arc::new(card));
            }
            if interfaces.is_empty() {
                continue;
            }
            let id = InstanceId::parse(&format!("i-bp1{name}"))?;
            let instance = Instance { id: id.clone(), name: name.to_owned(), interfaces };
            parts.instances.insert(id, Arc::new(instance));
        }
        if self.ends() == 1 {
            let block = IpNet::from(INTERNET);
            parts.outside.push(OutsideAddress { name: "internet".to_owned(), block });
        }
        Ok(Scenario::new(parts)?)
    }

    fn flow(&self) -> Result<Flow, Unfit> {
        let interface = |place, address| -> Result<Endpoint, Unfit> {
            Ok(Endpoint::Interface { id: self.card_id(place)?, address })
        };
        let outside = Endpoint::Outside { address: INTERNET };
        let first = interface(0, private(0))?;
        let (source, destination) = match self.path {
            Path::Internal => (first, interface(1, private(1))?),
            Path::Public => (first, interface(1, public(1))?),
            Path::Outbound => (first, outside),
            Path::Inbound => (outside, interface(0, public(0))?),
        };
        Ok(Flow { source, destination, packet: self.packet })
    }

    fn rule(&self, line: Line, number: usize) -> Result<Rule, Unfit> {
        let single = |place| match (self.path, place) {
            (Path::Internal, _) | (Path::Outbound | Path::Inbound, 0) => private(place),
            (Path::Public, _) => public(place),
            (Path::Outbound | Path::Inbound, _) => INTERNET,
        };
        let peer = match line.object {
            Object::Anyone => Peer::Cidr(block("0.0.0.0/0")?),
            Object::Vpc => Peer::Cidr(block("10.0.0.0/16")?),
            Object::End(place) => Peer::Cidr(IpNet::from(single(place))),
            Object::Group(key) => Peer::Group(self.group_id(key)?),
        };
        let spec = RuleSpec {
            direction: line.direction,
            policy: line.policy,
            priority: line.priority,
            protocol: line.protocol,
            peer,
            local_cidr: None,
            port_list: None,
        };
        let id = RuleId::parse(&format!("sgr-bp1r{number}"))?;
        Ok(Rule { id, created: CREATED, description: String::new(), spec })
    }

    fn card(&self, place: usize, vpc: &VpcId) -> Result<NetworkInterface, Unfit> {
        let card = self.cards.get(place).ok_or("no such interface")?;
        let groups = card.groups.iter().map(|key| self.group_id(*key));
        let groups: IndexSet<_> = groups.collect::<Result<_, _>>()?;
        // Only interfaces that need a public address get one; packets out go through SNAT.
        let reachable = matches!(self.path, Path::Public | Path::Inbound) && place < self.ends();
        Ok(NetworkInterface {
            id: self.card_id(place)?,
            vpc: vpc.clone(),
            groups,
            addresses: vec![private(place)],
            public_address: reachable.then(|| public(place)),
            holder: None,
            vswitch: None,
            more: MoreAddresses::default(),
        })
    }

    fn instance(&self, place: usize) -> Option<usize> {
        self.cards.get(place).map(|card| card.instance)
    }

    /// Groups are numbered in the order in which they remain.
    fn number(&self, key: u8) -> Option<usize> {
        self.groups.iter().position(|group| group.key == key).map(|place| place + 1)
    }

    fn group_id(&self, key: u8) -> Result<SecurityGroupId, Unfit> {
        let number = self.number(key).ok_or("no such group")?;
        Ok(SecurityGroupId::parse(&format!("sg-bp1g{number}"))?)
    }

    /// `eni-bp1ecs1`, and `eni-bp1ecs1b` for the second interface of the same instance.
    fn card_id(&self, place: usize) -> Result<NetworkInterfaceId, Unfit> {
        let instance = self.instance(place).ok_or("no such interface")?;
        let name = self.names.get(instance).ok_or("no such instance")?;
        let before = self.cards.iter().take(place).filter(|card| card.instance == instance).count();
        let suffix = ["", "b", "c"].get(before).ok_or("too many interfaces")?;
        Ok(NetworkInterfaceId::parse(&format!("eni-bp1{name}{suffix}"))?)
    }
}

fn block(text: &str) -> Result<IpNet, Unfit> {
    Ok(text.parse()?)
}

/// The private address of the interface at an index.
fn private(place: usize) -> IpAddr {
    IpAddr::from([10, 0, 0, host(place)])
}

/// The public address of the interface at an index (TEST-NET-3).
fn public(place: usize) -> IpAddr {
    IpAddr::from([203, 0, 113, host(place)])
}

fn host(place: usize) -> u8 {
    u8::try_from(place + 11).unwrap_or(u8::MAX)
}

//! Mutants of the engine: the result expected by someone who has misconceptions and is otherwise
//! right.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::connectivity::{Flow, Packet};
use crate::model::{
    Direction, GroupType, InnerAccessPolicy, NetworkInterface, Peer, PortFilter, ProtocolFilter,
    Rule, RulePolicy, Scenario, SecurityGroup, SecurityGroupId,
};

use super::Misconception;

/// Whether someone with these misconceptions, who is right about everything else, expects a
/// connection to work.
///
/// Without misconceptions, this equals the verdict of [`evaluate`](crate::connectivity::evaluate)
/// wherever [`settled`](super::settled) holds; elsewhere the result is meaningless. The code is
/// deliberately simple and shares nothing with the engine, which alone determines the truth.
pub fn passes(scenario: &Scenario, flow: &Flow, misconceptions: &[Misconception]) -> bool {
    let first = Connection::new(scenario, flow, misconceptions);
    first.passes() && (!first.holds(Misconception::RepliesNeedRules) || first.back().passes())
}

/// One packet, under some misconceptions.
struct Connection<'a> {
    scenario: &'a Scenario,
    misconceptions: &'a [Misconception],
    from: End<'a>,
    to: End<'a>,
    /// Whether both ends use private addresses.
    internal: bool,
    packet: Packet,
}

/// One end: the interface, if any, its private address, and the address that the other end sees.
#[derive(Clone, Copy)]
struct End<'a> {
    interface: Option<&'a NetworkInterface>,
    own: IpAddr,
    seen: IpAddr,
}

impl<'a> Connection<'a> {
    fn new(scenario: &'a Scenario, flow: &Flow, misconceptions: &'a [Misconception]) -> Self {
        let interface = |end: &crate::connectivity::Endpoint| {
            scenario.interface(end.interface()?).map(AsRef::as_ref)
        };
        let (from, to) = (interface(&flow.source), interface(&flow.destination));
        let (sends, receives) = (flow.source.address(), flow.destination.address());
        let private = to.is_some_and(|to| to.addresses.contains(&receives));
        let internal = from.is_some() && private;
        // Over the Internet the receiver sees the sender's public address, and the packet is
        // addressed to the receiver's private address by the time it arrives.
        let public =
            from.filter(|_| to.is_some() && !internal).and_then(|from| from.public_address);
        let behind = to.and_then(|to| to.addresses.iter().find(|own| own.is_ipv4()));
        let own = if private { receives } else { behind.copied().unwrap_or(receives) };
        Self {
            scenario,
            misconceptions,
            from: End { interface: from, own: sends, seen: public.unwrap_or(sends) },
            to: End { interface: to, own, seen: receives },
            internal,
            packet: flow.packet,
        }
    }

    /// The reply packet.
    fn back(&self) -> Self {
        let packet = match self.packet {
            Packet::Tcp { source_port: a, destination_port: b } => {
                Packet::Tcp { source_port: b, destination_port: a }
            }
            Packet::Udp { source_port: a, destination_port: b } => {
                Packet::Udp { source_port: b, destination_port: a }
            }
            other @ (Packet::Icmp | Packet::Icmpv6 | Packet::Gre | Packet::Other(_)) => other,
        };
        Self { from: self.to, to: self.from, packet, ..*self }
    }

    fn holds(&self, misconception: Misconception) -> bool {
        self.misconceptions.contains(&misconception)
    }

    fn passes(&self) -> bool {
        let member = self.membership();
        match member {
            Some(true) if !self.holds(Misconception::DropBeatsMembership) => return true,
            Some(false) => return false,
            Some(true) | None => {}
        }
        let member = member == Some(true);
        let out = self.from.interface.is_none_or(|sender| {
            let default = member || self.lets_out(sender);
            self.rules(sender, Direction::Egress, self.from.own, self.to).unwrap_or(default)
        });
        let into = self.to.interface.is_none_or(|receiver| {
            self.rules(receiver, Direction::Ingress, self.to.own, self.from).unwrap_or(member)
        });
        out && into
    }

    /// The effect of shared groups: `Some(true)` connects, `Some(false)` isolates, `None` has no
    /// effect.
    fn membership(&self) -> Option<bool> {
        let (from, to) = (self.from.interface?, self.to.interface?);
        if !self.internal {
            return None;
        }
        let (mine, theirs) = (self.groups(from), self.groups(to));
        let shared: Vec<_> = mine.into_iter().filter(|group| theirs.contains(group)).collect();
        let isolates = |group: &&SecurityGroup| {
            group.group_type.inner_access_policy() == InnerAccessPolicy::Drop
        };
        if self.holds(Misconception::IsolationDenies) && shared.iter().any(isolates) {
            return Some(false);
        }
        let connected = shared.iter().any(|group| connects(group))
            || (self.holds(Misconception::Transitive) && self.chained(from, to));
        connected.then_some(true)
    }

    /// Whether a chain of connecting groups leads from one interface to the other.
    fn chained(&self, from: &NetworkInterface, to: &NetworkInterface) -> bool {
        let mut reached = BTreeSet::from([&from.id]);
        loop {
            let before = reached.len();
            for group in self.scenario.groups().filter(|group| connects(group)) {
                let members: Vec<_> = self.scenario.members(&group.id).map(|m| &m.id).collect();
                if members.iter().any(|member| reached.contains(member)) {
                    reached.extend(members);
                }
            }
            if reached.len() == before {
                return reached.contains(&to.id);
            }
        }
    }

    /// The groups that apply to an interface.
    fn groups(&self, interface: &'a NetworkInterface) -> Vec<&'a SecurityGroup> {
        let mut ids: Vec<&SecurityGroupId> = interface.groups.iter().collect();
        if self.holds(Misconception::PerInstance) {
            let instance = self.scenario.instance_of(&interface.id);
            let cards = instance.into_iter().flat_map(|instance| &instance.interfaces);
            ids.extend(cards.filter_map(|id| self.scenario.interface(id)).flat_map(|c| &c.groups));
        }
        let mut seen = BTreeSet::new();
        ids.retain(|id| seen.insert(*id));
        ids.into_iter().filter_map(|id| self.scenario.group(id)).map(AsRef::as_ref).collect()
    }

    /// Whether outbound traffic that no rule matches is allowed.
    fn lets_out(&self, interface: &NetworkInterface) -> bool {
        let first = interface.groups.first().and_then(|id| self.scenario.group(id));
        let advanced = first.is_some_and(|group| group.group_type == GroupType::Advanced);
        !advanced || self.holds(Misconception::AdvancedLetsOut)
    }

    /// The action of the first matching rule; `None` if no rule matches.
    fn rules(
        &self,
        guarded: &'a NetworkInterface,
        direction: Direction,
        own: IpAddr,
        remote: End<'_>,
    ) -> Option<bool> {
        let groups = self.groups(guarded);
        let mut rules: Vec<(&Rule, Peer)> = groups
            .iter()
            .flat_map(|group| group.rules_of(direction))
            .map(|rule| (rule.as_ref(), rule.spec.peer.clone()))
            .collect();
        if self.holds(Misconception::OpensBothWays) {
            rules.extend(self.mirrored(&groups, direction));
        }
        if self.holds(Misconception::NoDropRules) {
            rules.retain(|(rule, _)| rule.spec.policy == RulePolicy::Accept);
        }
        if self.holds(Misconception::DropAlwaysWins) {
            rules.sort_by_key(|(rule, _)| rule.spec.policy);
        } else if self.holds(Misconception::LargerWins) {
            rules.sort_by_key(|(rule, _)| (Reverse(rule.spec.priority), rule.spec.policy));
        } else if !self.holds(Misconception::TopToBottom) {
            rules.sort_by_key(|(rule, _)| (rule.spec.priority, rule.spec.policy));
        }
        let decisive = rules.into_iter().find(|(rule, peer)| self.matches(rule, peer, own, remote));
        decisive.map(|(rule, _)| rule.spec.policy == RulePolicy::Accept)
    }

    /// The rules of other groups that let in one of these groups, with the direction reversed.
    fn mirrored(
        &self,
        groups: &[&'a SecurityGroup],
        direction: Direction,
    ) -> impl Iterator<Item = (&'a Rule, Peer)> {
        self.scenario.groups().flat_map(move |other| {
            let naming = other.rules_of(direction).filter(|rule| {
                let names =
                    |group: &&SecurityGroup| rule.spec.peer == Peer::Group(group.id.clone());
                rule.spec.policy == RulePolicy::Accept && groups.iter().any(names)
            });
            naming.map(|rule| (rule.as_ref(), Peer::Group(other.id.clone())))
        })
    }

    fn matches(&self, rule: &Rule, peer: &Peer, own: IpAddr, remote: End<'_>) -> bool {
        let internal = self.internal || self.holds(Misconception::GroupsMeanPublic);
        let member = |group| remote.interface.is_some_and(|card| card.groups.contains(group));
        let holds =
            |blocks: &[crate::model::IpNet]| blocks.iter().any(|b| b.contains(&remote.seen));
        let peer = match peer {
            Peer::Cidr(block) => holds(&[*block]),
            Peer::Group(group) => internal && member(group),
            Peer::PrefixList(list) => {
                self.scenario.prefix_list(list).is_some_and(|list| holds(&list.blocks))
            }
        };
        peer && rule.spec.filters().any(|filter| speaks_of(filter, self.packet))
            && rule.spec.local_cidr.is_none_or(|block| block.contains(&own))
    }
}

fn connects(group: &SecurityGroup) -> bool {
    group.group_type == GroupType::Basic(InnerAccessPolicy::Accept)
}

fn speaks_of(filter: ProtocolFilter, packet: Packet) -> bool {
    let within = |ports: PortFilter| {
        packet.ports().is_some_and(|(source, destination)| {
            ports.source.contains(source) && ports.destination.contains(destination)
        })
    };
    match (filter, packet) {
        (ProtocolFilter::All, _)
        | (ProtocolFilter::Icmp, Packet::Icmp)
        | (ProtocolFilter::Icmpv6, Packet::Icmpv6)
        | (ProtocolFilter::Gre, Packet::Gre) => true,
        (ProtocolFilter::Tcp(ports), Packet::Tcp { .. })
        | (ProtocolFilter::Udp(ports), Packet::Udp { .. }) => within(ports),
        (ProtocolFilter::Number(number), Packet::Other(other)) => number == other,
        _ => false,
    }
}

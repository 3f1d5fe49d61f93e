//! Judges records with the prepared engine: what the groups of the interface that captured one say
//! of its first packet.

use std::sync::Arc;

use foldhash::fast::FixedState;
use indexmap::IndexMap;

use crate::connectivity::{
    ClauseId, Decider, GroupKind, InterfaceDecision, InterfacePacket, Packet, PlatformRule, Reach,
    UnknownReason, Verdict,
};
use crate::model::{
    Direction, IpProtocol, NetworkInterface, NetworkInterfaceId, Port, PortRange, Rule,
    SecurityGroupId,
};

use super::captured::{Captured, LogPlace};
use super::flow_key::FlowKey;
use super::record::FlowRecord;

pub(super) type Map<K, V> = IndexMap<K, V, FixedState>;

/// A scenario prepared to judge records.
#[derive(Debug)]
pub struct Judge<'a> {
    reach: &'a Reach,
    interfaces: Map<&'a str, u32>,
    /// Every rule with its group.
    rules: Vec<(&'a SecurityGroupId, &'a Arc<Rule>)>,
    /// The position of each rule in that list, by its address in memory.
    rule_at: Map<usize, u32>,
    /// Whether some rule tells source ports apart.
    source_ports_matter: bool,
}

/// What decided a record, in little space.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Named {
    /// Rules of one rank, by their positions among all rules: the deciding one first.
    Rules(Box<[u32]>),
    /// The intra-group policy of the group at this position.
    Policy(usize),
    Default(Direction, GroupKind),
    Platform(PlatformRule),
    Itself,
    Unknown(Unknown),
}

/// Why a record can be compared with nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unknown {
    /// The address at the interface is none of its addresses in the scenario.
    NotItsAddress,
    /// The other address is one of a VPC, but of no interface in the scenario.
    NobodyHas,
    /// Something in the scenario that is not known could decide.
    Unread,
    /// The platform decides, which is neither a security group nor a network ACL.
    Platform,
    /// TCP or UDP without ports, such as the later fragments of a packet.
    NoPorts,
    /// The protocol does not exist between such addresses.
    NoSuchPacket,
}

/// What the groups say of a flow at an interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FlowVerdict {
    pub(super) verdict: Verdict,
    /// Whether sources disagree, so that another verdict would be right too.
    pub(super) contested: Option<ClauseId>,
    /// Whether the scenario has a way by which the packet could have arrived.
    pub(super) has_way: bool,
    pub(super) peer: Option<u32>,
}

impl FlowVerdict {
    /// Of a reply, which passes whatever the rules say.
    pub(super) const REPLY: Self =
        Self { verdict: Verdict::Pass, contested: None, has_way: true, peer: None };
}

impl<'a> Judge<'a> {
    /// Prepares a scenario.
    pub fn new(reach: &'a Reach) -> Self {
        let scenario = reach.scenario();
        let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        let names = scenario.interfaces().enumerate();
        let interfaces = names.map(|(index, own): (usize, &'a Arc<NetworkInterface>)| {
            (own.id.as_str(), number(index))
        });
        let rules: Vec<(&SecurityGroupId, &Arc<Rule>)> = scenario
            .groups()
            .flat_map(|group| group.rules.iter().map(move |rule| (&group.id, rule)))
            .collect();
        let rule_at = rules.iter().enumerate();
        let rule_at = rule_at.map(|(index, (_, rule))| (address(rule), number(index))).collect();
        let by_source = |rule: &Rule| {
            rule.spec.protocol.ports().is_some_and(|ports| ports.source != PortRange::ALL)
        };
        let unread_rules = scenario.groups().any(|group| !group.unread.rules.is_empty());
        let source_ports_matter = unread_rules || rules.iter().any(|(_, rule)| by_source(rule));
        Self { reach, interfaces: interfaces.collect(), rules, rule_at, source_ports_matter }
    }

    /// The prepared scenario.
    pub const fn reach(&self) -> &'a Reach {
        self.reach
    }

    /// Every rule with its group, in the order in which positions count.
    pub(super) fn rules(&self) -> &[(&'a SecurityGroupId, &'a Arc<Rule>)] {
        &self.rules
    }

    pub(super) const fn source_ports_matter(&self) -> bool {
        self.source_ports_matter
    }

    /// The interface at a position.
    pub(super) fn interface(&self, index: u32) -> Option<&'a Arc<NetworkInterface>> {
        let index = usize::try_from(index).ok()?;
        self.reach.scenario().parts().interfaces.get_index(index).map(|(_, own)| own)
    }

    /// The interface at the other end of a flow, if the scenario has one.
    pub(super) fn peer(&self, key: &FlowKey) -> Option<NetworkInterfaceId> {
        let scenario = self.reach.scenario();
        let own = self.interface(key.interface)?;
        let near = |other: &&Arc<NetworkInterface>| {
            other.holds(key.remote) && scenario.routed(&other.vpc, &own.vpc)
        };
        scenario.interfaces().find(near).map(|other| other.id.clone())
    }

    /// A record as its interface sees it; `None` if the scenario has no such interface.
    pub(super) fn captured(&self, record: &FlowRecord<'_>, place: LogPlace) -> Option<Captured> {
        let interface = self.interfaces.get(record.interface.as_ref())?;
        Some(Captured::new(*interface, record, place))
    }

    /// The question behind a key; `None` for a flow without ports whose protocol has ports.
    pub(super) fn question(&self, key: &FlowKey) -> Option<InterfacePacket> {
        let packet = packet(key.protocol, key.source_port, key.port)?;
        let interface = self.interface(key.interface)?.id.clone();
        let FlowKey { direction, local, remote, .. } = *key;
        Some(InterfacePacket { interface, direction, local, remote, packet })
    }

    /// What the groups say of a flow, and what decided.
    pub(super) fn say(&self, key: &FlowKey) -> (FlowVerdict, Named) {
        let Some(asked) = self.question(key) else {
            let said = FlowVerdict {
                verdict: Verdict::Unknown,
                contested: None,
                has_way: true,
                peer: None,
            };
            return (said, Named::Unknown(Unknown::NoPorts));
        };
        let decision = self.reach.decide_at(&asked);
        let named = self.named(&decision);
        let compares = !matches!(named, Named::Unknown(_));
        let verdict = if compares { decision.verdict } else { Verdict::Unknown };
        let peer = decision.peer.as_ref().and_then(|id| self.interfaces.get(id.as_str())).copied();
        let contested = decision.contested.as_ref().map(|contested| contested.clause);
        (FlowVerdict { verdict, contested, has_way: decision.no_way.is_none(), peer }, named)
    }

    fn named(&self, decision: &InterfaceDecision) -> Named {
        let groups = &self.reach.scenario().parts().groups;
        match &decision.decider {
            Decider::Rule { .. } => {
                let rules = decision.rules.iter();
                let at = |(_, rule): &(SecurityGroupId, Arc<Rule>)| {
                    self.rule_at.get(&address(rule)).copied()
                };
                Named::Rules(rules.filter_map(at).collect())
            }
            Decider::Policy { group } => {
                Named::Policy(groups.get_index_of(group).unwrap_or_default())
            }
            Decider::Implicit { direction, group_kind } => Named::Default(*direction, *group_kind),
            // Closed somewhere between the interface and the Internet, not by its groups.
            Decider::Platform(PlatformRule::OutboundMail) => Named::Unknown(Unknown::Platform),
            Decider::Platform(rule) => Named::Platform(*rule),
            Decider::Itself => Named::Itself,
            Decider::Unknown(reason) => Named::Unknown(match reason {
                UnknownReason::NotItsAddress { .. } => Unknown::NotItsAddress,
                UnknownReason::NoInterfaceHas(_) => Unknown::NobodyHas,
                UnknownReason::NoSuchPacket => Unknown::NoSuchPacket,
                UnknownReason::Unread(_)
                | UnknownReason::NoSuchInterface(_)
                | UnknownReason::NotOutside(_)
                | UnknownReason::BothOutside
                | UnknownReason::UnreadRoutes { .. }
                | UnknownReason::UnreadPublicAddress { .. }
                | UnknownReason::UnreadSnat { .. }
                | UnknownReason::SnatAddress { .. } => Unknown::Unread,
            }),
            Decider::Route(_) => Named::Unknown(Unknown::Unread),
        }
    }
}

/// What tells a rule from every other one while the scenario lives.
fn address(rule: &Arc<Rule>) -> usize {
    Arc::as_ptr(rule).addr()
}

/// The packet of a flow; `None` for TCP and UDP without ports.
pub(super) fn packet(protocol: u8, source_port: u16, port: u16) -> Option<Packet> {
    let (source, destination) = (Port::new(source_port), Port::new(port));
    match IpProtocol::from_number(protocol) {
        IpProtocol::Tcp => {
            Some(Packet::Tcp { source_port: source?, destination_port: destination? })
        }
        IpProtocol::Udp => {
            Some(Packet::Udp { source_port: source?, destination_port: destination? })
        }
        IpProtocol::Icmp => Some(Packet::Icmp),
        IpProtocol::Icmpv6 => Some(Packet::Icmpv6),
        IpProtocol::Gre => Some(Packet::Gre),
        IpProtocol::Number(number) => Some(Packet::Other(number)),
        IpProtocol::All => None,
    }
}

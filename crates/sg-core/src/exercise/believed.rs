//! What somebody with a misconception does to meet goals.

use std::collections::BTreeSet;

use crate::connectivity::{Edit, Endpoint, Flow, Packet, Path, evaluate};
use crate::model::{
    Direction, GroupType, IpNet, NetworkInterface, Peer, PortFilter, PortRange, Priority,
    ProtocolFilter, RulePolicy, RuleSpec, Scenario, SecurityGroup,
};
use crate::quiz::Misconception;

use super::aim::{Aim, are_believed, believes};

/// The fewest edits after which somebody with a misconception believes every goal to be met: none or
/// one. `None` if they would need more.
///
/// Of several single edits they make the first of these: they add a rule rather than remove one, and
/// remove one rather than set a policy; they look at the receiver before the sender; they name a group
/// rather than an address, and give a rule the weakest priority that they believe to work.
pub(super) fn believed(
    scenario: &Scenario,
    aims: &[Aim],
    topic: Misconception,
) -> Option<Vec<Edit>> {
    let open = aims.iter().find(|aim| believes(scenario, &aim.flow, topic) != aim.passes);
    let Some(open) = open else { return Some(Vec::new()) };
    let is_enough = |edit: &Edit| {
        let after = edit.apply(scenario);
        after.is_ok_and(|after| are_believed(aims, &after, topic))
    };
    edits(scenario, open).into_iter().find(is_enough).map(|edit| vec![edit])
}

/// The single edits that may help, in the order in which they come to mind.
fn edits(scenario: &Scenario, aim: &Aim) -> Vec<Edit> {
    let flow = &aim.flow;
    let ends = [(&flow.destination, Direction::Ingress), (&flow.source, Direction::Egress)];
    let sides: Vec<Side<'_>> = ends
        .into_iter()
        .filter_map(|(end, direction)| Side::new(scenario, end, direction))
        .collect();
    let mut edits = Vec::new();
    for side in &sides {
        for group in &side.groups {
            for peer in side.peers(scenario, flow, group) {
                edits.extend(side.priorities().map(|priority| Edit::AddRule {
                    group: group.id.clone(),
                    rule: RuleSpec {
                        direction: side.direction,
                        policy: if aim.passes { RulePolicy::Accept } else { RulePolicy::Drop },
                        priority,
                        protocol: protocol(flow.packet),
                        peer: peer.clone(),
                        local_cidr: None,
                        port_list: None,
                    },
                }));
            }
        }
    }
    let groups = || sides.iter().flat_map(|side| side.groups.iter().map(move |own| (side, own)));
    edits.extend(groups().flat_map(|(side, group)| {
        group
            .rules_of(side.direction)
            .map(|rule| Edit::RemoveRule { group: group.id.clone(), rule: rule.id.clone() })
    }));
    edits.extend(groups().filter_map(|(_, group)| match group.group_type {
        GroupType::Basic(policy) => {
            Some(Edit::SetPolicy { group: group.id.clone(), policy: policy.flipped() })
        }
        GroupType::Advanced => None,
    }));
    edits
}

/// One end of a packet, with the rules that are to let it out or in.
struct Side<'a> {
    direction: Direction,
    groups: Vec<&'a SecurityGroup>,
}

impl<'a> Side<'a> {
    fn new(scenario: &'a Scenario, end: &Endpoint, direction: Direction) -> Option<Self> {
        let interface = scenario.interface(end.interface()?)?;
        let groups = groups_of(scenario, interface);
        Some(Self { direction, groups })
    }

    /// The authorization objects that match the other end: its groups, then its address.
    fn peers(&self, scenario: &Scenario, flow: &Flow, group: &SecurityGroup) -> Vec<Peer> {
        let (remote, is_source) = match self.direction {
            Direction::Egress => (&flow.destination, false),
            Direction::Ingress => (&flow.source, true),
        };
        let address = match (evaluate(scenario, flow).path, is_source) {
            (Path::Public { source, .. }, true) => source,
            (Path::Public { destination, .. }, false) => destination,
            _ => remote.address(),
        };
        let basic = |group: &SecurityGroup| matches!(group.group_type, GroupType::Basic(_));
        let interface = remote.interface().and_then(|id| scenario.interface(id));
        let groups = interface.map(|own| groups_of(scenario, own)).unwrap_or_default();
        let named = groups.into_iter().filter(|peer| peer.id != group.id);
        let named = named.filter(|peer| basic(peer) && basic(group));
        let mut peers: Vec<Peer> = named.map(|peer| Peer::Group(peer.id.clone())).collect();
        peers.push(Peer::Cidr(IpNet::from(address)));
        peers
    }

    /// The weakest priority, then those just before each rule of the end, the weakest first.
    fn priorities(&self) -> impl Iterator<Item = Priority> {
        const STEPS: u8 = 2;
        let rules = self.groups.iter().flat_map(|group| group.rules_of(self.direction));
        let taken = rules.map(|rule| rule.spec.priority.get());
        let levels = taken.chain([Priority::WEAKEST_WRITABLE.get()]);
        let steps: BTreeSet<u8> = levels
            .flat_map(|level| (0..=STEPS).map(move |step| level.saturating_sub(step)))
            .collect();
        steps.into_iter().rev().filter_map(|priority| Priority::new(priority).ok())
    }
}

fn groups_of<'a>(scenario: &'a Scenario, interface: &NetworkInterface) -> Vec<&'a SecurityGroup> {
    interface.groups.iter().filter_map(|id| scenario.group(id)).map(AsRef::as_ref).collect()
}

/// Exactly the packet, from any source port.
fn protocol(packet: Packet) -> ProtocolFilter {
    let to = |port| PortFilter::to(PortRange::single(port));
    match packet {
        Packet::Tcp { destination_port, .. } => ProtocolFilter::Tcp(to(destination_port)),
        Packet::Udp { destination_port, .. } => ProtocolFilter::Udp(to(destination_port)),
        Packet::Icmp => ProtocolFilter::Icmp,
        Packet::Icmpv6 => ProtocolFilter::Icmpv6,
        Packet::Gre => ProtocolFilter::Gre,
        Packet::Other(number) => ProtocolFilter::Number(number),
    }
}

//! One end of a path and how it sees the other end, as far as edits are concerned.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use crate::model::{
    AddressFamily, Direction, GroupType, IpNet, NetworkInterface, NetworkInterfaceId, Peer,
    Priority, ProtocolFilter, Rule, RulePolicy, RuleSpec, Scenario, SecurityGroup, SecurityGroupId,
};

use super::path::Path;
use crate::connectivity::flow::Endpoint;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::route;

/// What stays the same in every edited scenario.
pub(super) struct Facts {
    pub(super) path: Path,
    pub(super) packets: ProtocolFilter,
    /// The first members of each group, enough to say whether an end is the only one.
    members: BTreeMap<SecurityGroupId, Vec<NetworkInterfaceId>>,
    /// The groups that an end may join.
    pub(super) joinable: Vec<SecurityGroupId>,
    /// Every priority that rules of a direction have.
    priorities: [BTreeSet<u8>; 2],
}

impl Facts {
    pub(super) fn new(scenario: &Scenario, path: &Path, packets: ProtocolFilter) -> Self {
        let mut members: BTreeMap<SecurityGroupId, Vec<NetworkInterfaceId>> = BTreeMap::new();
        for interface in scenario.interfaces() {
            for group in &interface.groups {
                let known = members.entry(group.clone()).or_default();
                if known.len() < 2 {
                    known.push(interface.id.clone());
                }
            }
        }
        let priorities = [Direction::Egress, Direction::Ingress].map(|direction| {
            let rules = scenario.groups().flat_map(|group| group.rules_of(direction));
            rules.map(|rule| rule.spec.priority.get()).collect()
        });
        Self { path: path.clone(), packets, members, joinable: Vec::new(), priorities }
    }

    pub(super) const fn priorities(&self, direction: Direction) -> &BTreeSet<u8> {
        let [egress, ingress] = &self.priorities;
        match direction {
            Direction::Egress => egress,
            Direction::Ingress => ingress,
        }
    }

    /// Whether a group has a member besides an interface.
    fn has_others(&self, group: &SecurityGroupId, own: &NetworkInterfaceId) -> bool {
        self.members.get(group).is_some_and(|members| members.iter().any(|member| member != own))
    }
}

/// One interface on the path and its view of the other end.
pub(super) struct Side<'a> {
    pub(super) direction: Direction,
    pub(super) own: &'a NetworkInterface,
    own_address: IpAddr,
    remote: Option<&'a NetworkInterface>,
    remote_block: IpNet,
    packets: ProtocolFilter,
}

/// The ends of a path that groups filter, the sender first.
pub(super) fn sides<'a>(scenario: &'a Scenario, facts: &Facts) -> Vec<Side<'a>> {
    let path = &facts.path;
    let packets = facts.packets;
    let found = |end: &Endpoint| end.interface().and_then(|id| scenario.interface(id));
    let (source, destination) = (found(&path.source), found(&path.destination));
    let sides = [
        source.map(|own| Side {
            direction: Direction::Egress,
            own: own.as_ref(),
            own_address: path.source.address(),
            remote: destination.map(AsRef::as_ref),
            remote_block: block(path, &path.destination),
            packets,
        }),
        destination.map(|own| Side {
            direction: Direction::Ingress,
            own: own.as_ref(),
            own_address: private(own, path.destination.address()),
            remote: source.map(AsRef::as_ref),
            remote_block: block(path, &path.source),
            packets,
        }),
    ];
    sides.into_iter().flatten().collect()
}

fn block(path: &Path, end: &Endpoint) -> IpNet {
    let address = IpNet::from(end.address());
    match end {
        Endpoint::Interface { .. } => address,
        Endpoint::Outside { .. } => path.block.unwrap_or(address),
    }
}

/// A public address is translated at the gateway; security groups see the private one.
fn private(interface: &NetworkInterface, address: IpAddr) -> IpAddr {
    if interface.addresses.contains(&address) {
        return address;
    }
    route::primary(interface, AddressFamily::of(address)).unwrap_or(address)
}

impl<'a> Side<'a> {
    pub(super) fn groups(
        &self,
        scenario: &'a Scenario,
    ) -> impl Iterator<Item = &'a SecurityGroup> + use<'a> {
        self.own.groups.iter().filter_map(|id| scenario.group(id)).map(AsRef::as_ref)
    }

    /// The rules with one action on this side that may match some packet of the goal.
    pub(super) fn rules(
        &self,
        scenario: &'a Scenario,
        policy: RulePolicy,
    ) -> impl Iterator<Item = (&'a SecurityGroup, &'a Rule)> + use<'a> {
        let (direction, packets) = (self.direction, self.packets);
        self.groups(scenario)
            .flat_map(move |group| {
                group.rules_of(direction).map(move |rule| (group, rule.as_ref()))
            })
            .filter(move |(_, rule)| rule.spec.policy == policy && overlap(&rule.spec, packets))
    }

    /// The priorities of rules with one action, or an unknown one, that are not known completely.
    pub(super) fn unread_priorities(
        &self,
        scenario: &'a Scenario,
        policy: RulePolicy,
    ) -> impl Iterator<Item = Priority> + use<'a> {
        let direction = self.direction;
        let rules = self.groups(scenario).flat_map(|group| &group.unread.rules);
        let applies = rules.filter(move |rule| {
            rule.policy.is_none_or(|own| own == policy)
                && rule.direction.is_none_or(|own| own == direction)
        });
        applies.filter_map(|rule| rule.priority)
    }

    /// Whether a rule of a group that this end is in or could join may match some packet of the
    /// goal.
    pub(super) fn may_match(&self, scenario: &Scenario, rule: &Rule) -> bool {
        let remote = |block: &IpNet| match self.remote {
            Some(remote) => {
                let addresses = remote.addresses.iter().chain(&remote.public_address);
                addresses.into_iter().any(|address| block.contains(address))
            }
            None => block.contains(&self.remote_block) || self.remote_block.contains(block),
        };
        let peer = match &rule.spec.peer {
            Peer::Cidr(block) => remote(block),
            Peer::PrefixList(id) => scenario
                .prefix_list(id)
                .is_none_or(|list| list.unread_entries || list.blocks.iter().any(remote)),
            Peer::Group(id) => {
                let foreign = scenario.group(id).is_none_or(|group| group.owner.is_some());
                self.remote.is_some() || foreign
            }
        };
        let here = |block: IpNet| self.own.addresses.iter().any(|own| block.contains(own));
        rule.spec.direction == self.direction
            && overlap(&rule.spec, self.packets)
            && peer
            && rule.spec.local_cidr.is_none_or(here)
    }

    /// The peers and local CIDRs that make a rule in a group match: the remote addresses or a group
    /// of the remote end and, if the group has other members, the same limited to this member.
    pub(super) fn places(
        &self,
        scenario: &Scenario,
        group: &SecurityGroup,
        facts: &Facts,
    ) -> Vec<(Peer, Option<IpNet>)> {
        let basic = |group: &SecurityGroup| matches!(group.group_type, GroupType::Basic(_));
        let mut peers = vec![Peer::Cidr(self.remote_block)];
        let remote = self.remote.iter().flat_map(|remote| &remote.groups);
        let named = remote.filter_map(|id| scenario.group(id)).filter(|peer| {
            peer.id != group.id && peer.vpc == group.vpc && basic(peer) && basic(group)
        });
        peers.extend(named.map(|peer| Peer::Group(peer.id.clone())));
        let mut local_cidrs = vec![None];
        if facts.has_others(&group.id, &self.own.id) {
            local_cidrs.push(Some(IpNet::from(self.own_address)));
        }
        let mut places = Vec::new();
        for peer in peers {
            places.extend(local_cidrs.iter().map(|local_cidr| (peer.clone(), *local_cidr)));
        }
        places
    }

    pub(super) fn leaves(&self) -> Vec<super::Edit> {
        let leave = |group: &SecurityGroupId| super::Edit::Leave {
            interface: self.own.id.clone(),
            group: group.clone(),
        };
        self.own.groups.iter().map(leave).collect()
    }
}

fn overlap(rule: &RuleSpec, packets: ProtocolFilter) -> bool {
    match (PacketSet::all_of(rule), PacketSet::of(packets)) {
        (Some(sets), Some(other)) => sets.iter().any(|set| set.intersection(&other).is_some()),
        (Some(sets), None) => !sets.is_empty(),
        (None, _) => true,
    }
}

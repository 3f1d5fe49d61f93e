//! The edits that might allow or block traffic between two ends.

use crate::model::{
    AddressFamily, Direction, GroupType, InnerAccessPolicy, IpNet, NetworkInterface, Peer,
    Priority, ProtocolFilter, Rule, RulePolicy, RuleSpec, Scenario, SecurityGroup,
};

use super::edit::Edit;
use super::goal::{Goal, Intent};
use super::path::Path;
use crate::connectivity::flow::Endpoint;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::route;

/// Every edit of the supported kinds that can affect the goal, kind by kind. Of rules that differ
/// only in priority, the weakest comes first because it has the fewest side effects.
pub(super) fn candidates(scenario: &Scenario, path: &Path, goal: &Goal) -> Vec<Edit> {
    let found = |end: &Endpoint| end.interface().and_then(|id| scenario.interface(id));
    let (source, destination) = (found(&path.source), found(&path.destination));
    let sides: Vec<Side<'_>> = [
        source.map(|own| Side {
            direction: Direction::Egress,
            own,
            own_address: path.source.address(),
            remote: destination.map(AsRef::as_ref),
            remote_block: block(path, &path.destination),
        }),
        destination.map(|own| Side {
            direction: Direction::Ingress,
            own,
            own_address: private(own, path.destination.address()),
            remote: source.map(AsRef::as_ref),
            remote_block: block(path, &path.source),
        }),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut edits = Vec::new();
    edits.extend(sides.iter().flat_map(|side| side.rules_to_add(scenario, goal)));
    edits.extend(sides.iter().flat_map(|side| side.rules_to_remove(scenario, goal)));
    edits.extend(sides.iter().flat_map(|side| side.rules_to_move(scenario, goal)));
    edits.extend(policies(scenario, &sides, goal.intent));
    edits.extend(sides.iter().flat_map(|side| side.groups_to_join(scenario)));
    edits.extend(sides.iter().flat_map(Side::groups_to_leave));
    edits
}

/// One interface on the path and its view of the other end.
struct Side<'a> {
    direction: Direction,
    own: &'a NetworkInterface,
    own_address: std::net::IpAddr,
    remote: Option<&'a NetworkInterface>,
    remote_block: IpNet,
}

fn block(path: &Path, end: &Endpoint) -> IpNet {
    let address = IpNet::from(end.address());
    match end {
        Endpoint::Interface { .. } => address,
        Endpoint::Outside { .. } => path.block.unwrap_or(address),
    }
}

/// A public address is translated at the gateway; security groups see the private one.
fn private(interface: &NetworkInterface, address: std::net::IpAddr) -> std::net::IpAddr {
    if interface.addresses.contains(&address) {
        return address;
    }
    route::primary(interface, AddressFamily::of(address)).unwrap_or(address)
}

impl<'a> Side<'a> {
    fn groups<'b>(&'b self, scenario: &'b Scenario) -> impl Iterator<Item = &'b SecurityGroup> {
        self.own.groups.iter().filter_map(|id| scenario.group(id)).map(AsRef::as_ref)
    }

    /// The rules with one action on this side that match some packet of the goal.
    fn rules<'b>(
        &'b self,
        scenario: &'b Scenario,
        goal: &'b Goal,
        policy: RulePolicy,
    ) -> impl Iterator<Item = (&'b SecurityGroup, &'b Rule)> {
        self.groups(scenario)
            .flat_map(|group| {
                group.rules_of(self.direction).map(move |rule| (group, rule.as_ref()))
            })
            .filter(move |(_, rule)| {
                rule.spec.policy == policy && overlap(rule.spec.protocol, goal.packets)
            })
    }

    /// The distinct priorities of the rules with one action, strongest first.
    fn priorities(&self, scenario: &Scenario, goal: &Goal, policy: RulePolicy) -> Vec<u8> {
        let rules = self.rules(scenario, goal, policy);
        let mut priorities: Vec<u8> = rules.map(|(_, rule)| rule.spec.priority.get()).collect();
        priorities.sort_unstable();
        priorities.dedup();
        priorities
    }

    fn rules_to_add(&self, scenario: &Scenario, goal: &Goal) -> Vec<Edit> {
        let policy = goal.intent.rule_policy();
        // At equal priority, Drop takes precedence; an Accept rule needs a stronger priority.
        let against = self.priorities(scenario, goal, goal.intent.opposed_policy());
        let against = against.iter().rev().map(|priority| match policy {
            RulePolicy::Drop => *priority,
            RulePolicy::Accept => priority - 1,
        });
        let mut priorities: Vec<u8> = std::iter::once(WEAKEST).chain(against).collect();
        priorities.dedup();
        let mut edits = Vec::new();
        for group in self.groups(scenario) {
            for (peer, local_cidr) in self.places(scenario, group) {
                for priority in priorities.iter().filter_map(|p| Priority::new(*p).ok()) {
                    let rule = RuleSpec {
                        direction: self.direction,
                        policy,
                        priority,
                        protocol: goal.packets,
                        peer: peer.clone(),
                        local_cidr,
                    };
                    edits.push(Edit::AddRule { group: group.id.clone(), rule });
                }
            }
        }
        edits
    }

    /// The peers and local CIDRs that make a rule in a group match: the remote addresses or a group
    /// of the remote end and, if the group has several members, the same limited to this member.
    fn places(&self, scenario: &Scenario, group: &SecurityGroup) -> Vec<(Peer, Option<IpNet>)> {
        let basic = |group: &SecurityGroup| matches!(group.group_type, GroupType::Basic(_));
        let mut peers = vec![Peer::Cidr(self.remote_block)];
        let remote = self.remote.iter().flat_map(|remote| &remote.groups);
        let named = remote.filter_map(|id| scenario.group(id)).filter(|peer| {
            peer.id != group.id && peer.vpc == group.vpc && basic(peer) && basic(group)
        });
        peers.extend(named.map(|peer| Peer::Group(peer.id.clone())));
        let mut local_cidrs = vec![None];
        if scenario.members(&group.id).nth(1).is_some() {
            local_cidrs.push(Some(IpNet::from(self.own_address)));
        }
        let pairs = peers.into_iter().flat_map(|peer| {
            local_cidrs
                .iter()
                .map(move |local_cidr| (peer.clone(), *local_cidr))
                .collect::<Vec<_>>()
        });
        pairs.collect()
    }

    fn rules_to_remove(&self, scenario: &Scenario, goal: &Goal) -> Vec<Edit> {
        let remove = |(group, rule): (&SecurityGroup, &Rule)| Edit::RemoveRule {
            group: group.id.clone(),
            rule: rule.id.clone(),
        };
        self.rules(scenario, goal, goal.intent.opposed_policy()).map(remove).collect()
    }

    /// Strengthens rules with the desired action and weakens rules with the opposite one, each by
    /// the smallest step that can matter.
    fn rules_to_move(&self, scenario: &Scenario, goal: &Goal) -> Vec<Edit> {
        let (wished, opposed) = (goal.intent.rule_policy(), goal.intent.opposed_policy());
        let mut edits = Vec::new();
        let mut push = |group: &SecurityGroup, rule: &Rule, priority| {
            let (group, rule) = (group.id.clone(), rule.id.clone());
            edits.extend(Priority::new(priority).ok().map(|priority| Edit::Reprioritise {
                group,
                rule,
                priority,
            }));
        };
        let against = self.priorities(scenario, goal, opposed);
        for (group, rule) in self.rules(scenario, goal, wished) {
            let stronger = against.iter().rev().map(|priority| match wished {
                RulePolicy::Drop => *priority,
                RulePolicy::Accept => priority - 1,
            });
            stronger.filter(|p| *p < rule.spec.priority.get()).for_each(|p| push(group, rule, p));
        }
        let with = self.priorities(scenario, goal, wished);
        for (group, rule) in self.rules(scenario, goal, opposed) {
            let weaker = with.iter().map(|priority| match wished {
                RulePolicy::Drop => *priority,
                RulePolicy::Accept => priority + 1,
            });
            weaker.filter(|p| *p > rule.spec.priority.get()).for_each(|p| push(group, rule, p));
        }
        edits
    }

    /// Groups that can affect the result: those that have rules, have members at the other end, or
    /// are referenced by a rule there.
    fn groups_to_join(&self, scenario: &Scenario) -> Vec<Edit> {
        let named = |group: &SecurityGroup| {
            let groups = self.remote.iter().flat_map(|remote| &remote.groups);
            let mut rules = groups.filter_map(|id| scenario.group(id)).flat_map(|g| &g.rules);
            let peer = Peer::Group(group.id.clone());
            rules.any(|rule| rule.spec.peer == peer)
        };
        let matters = |group: &&std::sync::Arc<SecurityGroup>| {
            let shared = self.remote.is_some_and(|remote| remote.groups.contains(&group.id));
            let joined = self.own.groups.contains(&group.id);
            !joined && (shared || group.rules_of(self.direction).next().is_some() || named(group))
        };
        let join = |group: &std::sync::Arc<SecurityGroup>| Edit::Join {
            interface: self.own.id.clone(),
            group: group.id.clone(),
        };
        scenario.groups().filter(matters).map(join).collect()
    }

    fn groups_to_leave(&self) -> impl Iterator<Item = Edit> + 'a {
        let interface = self.own.id.clone();
        let groups = self.own.groups.iter().cloned();
        groups.map(move |group| Edit::Leave { interface: interface.clone(), group })
    }
}

fn policies(scenario: &Scenario, sides: &[Side<'_>], intent: Intent) -> Vec<Edit> {
    let [source, destination] = sides else { return Vec::new() };
    let policy = match intent {
        Intent::Allow => InnerAccessPolicy::Accept,
        Intent::Block => InnerAccessPolicy::Drop,
    };
    let shared = source.own.groups.intersection(&destination.own.groups);
    let other = GroupType::Basic(policy.flipped());
    let flips = shared
        .filter(|id| scenario.group(id).is_some_and(|group| group.group_type == other))
        .map(|group| Edit::SetPolicy { group: group.clone(), policy });
    flips.collect()
}

/// The weakest priority of a rule.
const WEAKEST: u8 = 100;

fn overlap(a: ProtocolFilter, b: ProtocolFilter) -> bool {
    match (PacketSet::of(a), PacketSet::of(b)) {
        (Some(a), Some(b)) => a.intersection(&b).is_some(),
        _ => true,
    }
}

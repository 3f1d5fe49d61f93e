//! The edits that bring one packet nearer to the verdict that is wanted.

use std::collections::BTreeSet;

use crate::connectivity::{
    Decider, Edit, Endpoint, Evaluation, Path, Refused, Side, SideDecider, Verdict, evaluate,
};
use crate::model::{
    Direction, GroupType, InnerAccessPolicy, IpNet, NetworkInterface, Peer, Priority, RulePolicy,
    RuleSpec, Scenario, SecurityGroup,
};

use super::demand::Demand;
use super::vocabulary::Vocabulary;

/// Edits that may help a packet.
pub(super) struct Candidates {
    /// Each edit and the scenario with it.
    pub(super) edits: Vec<(Edit, Scenario)>,
    /// Whether a quota refused others.
    pub(super) full: bool,
}

/// Every edit of the kinds that are searched that helps a packet: afterwards the side of the rule
/// gives it the verdict that is wanted, or something else decides.
///
/// A set of edits that gets the packet its verdict contains one of these, if it has no others than
/// the kinds that are searched.
pub(super) fn candidates(
    scenario: &Scenario,
    vocabulary: &Vocabulary,
    demand: &Demand,
) -> Candidates {
    let before = evaluate(scenario, &demand.flow);
    let edits = match demand.wanted {
        Verdict::Pass => opening(scenario, vocabulary, &before),
        Verdict::Blocked => closing(scenario, vocabulary, &before),
        Verdict::Unknown => Vec::new(),
    };
    let mut candidates = Candidates { edits: Vec::new(), full: false };
    for edit in edits {
        match edit.apply(scenario) {
            Ok(after) => {
                let now = evaluate(&after, &demand.flow);
                if helps(&edit, &before, &now, demand.wanted) {
                    candidates.edits.push((edit, after));
                }
            }
            Err(refused) => candidates.full |= matches!(refused, Refused::Quota(_)),
        }
    }
    candidates
}

fn helps(edit: &Edit, before: &Evaluation, now: &Evaluation, wanted: Verdict) -> bool {
    match edit.added_rule() {
        Some(rule) => side(now, rule.direction).verdict() == Some(wanted),
        None => {
            let by = |side: &Side| match side {
                Side::Checked(checked) => Some(checked.by.clone()),
                Side::NotChecked(_) => None,
            };
            now.verdict == wanted
                || now.decider != before.decider
                || by(&now.egress) != by(&before.egress)
                || by(&now.ingress) != by(&before.ingress)
        }
    }
}

const fn side(of: &Evaluation, direction: Direction) -> &Side {
    match direction {
        Direction::Egress => &of.egress,
        Direction::Ingress => &of.ingress,
    }
}

/// The first side that does not let the packet through has to change, or a shared group has to let
/// its members reach each other.
fn opening(scenario: &Scenario, vocabulary: &Vocabulary, now: &Evaluation) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let blocks = |direction: &Direction| {
        side(now, *direction).verdict().is_some_and(|verdict| verdict != Verdict::Pass)
    };
    let direction = [Direction::Egress, Direction::Ingress].into_iter().find(blocks);
    if let Some(direction) = direction {
        edits.extend(removal(now, direction, RulePolicy::Drop));
        edits.extend(added(scenario, vocabulary, now, direction, RulePolicy::Accept));
    }
    let isolated = |group_type| matches!(group_type, GroupType::Basic(InnerAccessPolicy::Drop));
    let shared = now.intra_group.shared.iter().filter(|group| isolated(group.group_type));
    edits.extend(shared.map(|group| Edit::SetPolicy {
        group: group.id.clone(),
        policy: InnerAccessPolicy::Accept,
    }));
    edits
}

/// A shared group that lets its members reach each other has to stop that; without one, one of the
/// sides has to change.
fn closing(scenario: &Scenario, vocabulary: &Vocabulary, now: &Evaluation) -> Vec<Edit> {
    if let Decider::Policy { group } = &now.decider {
        let (group, policy) = (group.clone(), InnerAccessPolicy::Drop);
        return vec![Edit::SetPolicy { group, policy }];
    }
    let mut edits = Vec::new();
    for direction in [Direction::Egress, Direction::Ingress] {
        edits.extend(removal(now, direction, RulePolicy::Accept));
        edits.extend(added(scenario, vocabulary, now, direction, RulePolicy::Drop));
    }
    edits
}

/// Removes the rule that decides a side, if it has this action.
fn removal(now: &Evaluation, direction: Direction, policy: RulePolicy) -> Option<Edit> {
    let Side::Checked(checked) = side(now, direction) else { return None };
    match &checked.by {
        SideDecider::Rule { group, rule } if rule.spec.policy == policy => {
            Some(Edit::RemoveRule { group: group.clone(), rule: rule.id.clone() })
        }
        SideDecider::Rule { .. }
        | SideDecider::Policy { .. }
        | SideDecider::Implicit { .. }
        | SideDecider::Platform(_)
        | SideDecider::Unread(_) => None,
    }
}

/// Rules that could be added on a side, those for groups first, the weakest of their kind first.
fn added(
    scenario: &Scenario,
    vocabulary: &Vocabulary,
    now: &Evaluation,
    direction: Direction,
    policy: RulePolicy,
) -> Vec<Edit> {
    let flow = &now.flow;
    let (own, remote) = match direction {
        Direction::Egress => (&flow.source, &flow.destination),
        Direction::Ingress => (&flow.destination, &flow.source),
    };
    let Some(interface) = own.interface().and_then(|id| scenario.interface(id)) else {
        return Vec::new();
    };
    let filters: Vec<_> = match policy {
        RulePolicy::Accept => vocabulary.allow(flow.packet).collect(),
        RulePolicy::Drop => vocabulary.deny(flow.packet).collect(),
    };
    let mut edits = Vec::new();
    for group in interface.groups.iter().filter_map(|id| scenario.group(id)) {
        let priorities = priorities(scenario, interface, direction);
        for peer in peers(scenario, vocabulary, now, group, remote) {
            for local_cidr in locals(scenario, group, interface, own) {
                for protocol in &filters {
                    edits.extend(priorities.iter().map(|priority| Edit::AddRule {
                        group: group.id.clone(),
                        rule: RuleSpec {
                            direction,
                            policy,
                            priority: *priority,
                            protocol: *protocol,
                            peer: peer.clone(),
                            local_cidr,
                            port_list: None,
                        },
                    }));
                }
            }
        }
    }
    edits
}

/// The authorization objects that match the remote end: its groups, then its address or the blocks
/// that goals name for it.
fn peers(
    scenario: &Scenario,
    vocabulary: &Vocabulary,
    now: &Evaluation,
    group: &SecurityGroup,
    remote: &Endpoint,
) -> Vec<Peer> {
    let address = match (&now.path, remote == &now.flow.source) {
        (Path::Public { source, .. }, true) => *source,
        (Path::Public { destination, .. }, false) => *destination,
        _ => remote.address(),
    };
    let basic = |group: &SecurityGroup| matches!(group.group_type, GroupType::Basic(_));
    let interface = remote.interface().and_then(|id| scenario.interface(id));
    let groups = interface.iter().flat_map(|own| &own.groups).filter_map(|id| scenario.group(id));
    let named = groups
        .filter(|peer| peer.id != group.id && peer.vpc == group.vpc && basic(peer) && basic(group));
    let mut peers: Vec<Peer> = named.map(|peer| Peer::Group(peer.id.clone())).collect();
    let holding = vocabulary.blocks.iter().filter(|block| block.contains(&address));
    match interface {
        None if holding.clone().next().is_some() => {
            peers.extend(holding.map(|block| Peer::Cidr(*block)));
        }
        Some(_) | None => peers.push(Peer::Cidr(IpNet::from(address))),
    }
    peers
}

/// For the whole group or, if it has other members, also for this member alone.
fn locals(
    scenario: &Scenario,
    group: &SecurityGroup,
    interface: &NetworkInterface,
    own: &Endpoint,
) -> Vec<Option<IpNet>> {
    let mut locals = vec![None];
    let address = own.address();
    let here = interface.addresses.iter();
    // Groups see the private address.
    let private = here.clone().find(|known| **known == address);
    let private = private.or_else(|| here.clone().find(|own| own.is_ipv4() == address.is_ipv4()));
    if scenario.members(&group.id).any(|member| member.id != interface.id) {
        locals.extend(private.map(|address| Some(IpNet::from(*address))));
    }
    locals
}

/// The weakest priority, and those at which a rule goes before a rule of the interface, or before
/// one that goes before it, the weakest first.
fn priorities(
    scenario: &Scenario,
    interface: &NetworkInterface,
    direction: Direction,
) -> Vec<Priority> {
    const STEPS: u8 = 2;
    let weakest = Priority::WEAKEST_WRITABLE.get();
    let groups = interface.groups.iter().filter_map(|id| scenario.group(id));
    let taken = groups.flat_map(|group| group.rules_of(direction));
    let taken: BTreeSet<u8> = taken.map(|rule| rule.spec.priority.get()).collect();
    let levels = taken.into_iter().chain([weakest]);
    let steps: BTreeSet<u8> =
        levels.flat_map(|level| (0..=STEPS).map(move |step| level.saturating_sub(step))).collect();
    steps.into_iter().rev().filter_map(|priority| Priority::new(priority).ok()).collect()
}

//! An independent, deliberately simple decision procedure, used only by the checker.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use crate::connectivity::UnreadPart;
use crate::connectivity::{CheckedDirections, Decider, Endpoint, GroupKind, Packet, Verdict};
use crate::connectivity::{PlatformRule as Platform, UnknownReason as Reason};
use crate::model::*;

mod doubt;
mod path;

use doubt::{Doubt, Rank};
pub use path::Judgement;
use path::{Eni, behind, ends, holds, internet, names, obstacle, service, shown_as};

const METADATA: IpAddr = IpAddr::V4(Ipv4Addr::new(100, 100, 100, 200));

/// The check at one end, as far as it does not depend on the packet.
pub(super) struct Side<'a> {
    direction: Direction,
    kind: GroupKind,
    pub(super) rules: Vec<(&'a SecurityGroupId, &'a Arc<Rule>)>,
    /// What may match, as far as it is known.
    pub(super) doubts: Vec<Doubt>,
    accepting: Vec<&'a SecurityGroupId>,
    /// Shared groups whose policy is not known, if no other one accepts.
    unread_policies: Vec<&'a SecurityGroupId>,
    rules_first: bool,
    platform: Option<Platform>,
    /// Whether a load balancer may be the sender, whose traffic no group filters.
    balancer: bool,
    /// Why a packet that this side lets through may still not arrive.
    doubt: Option<Decider>,
}

/// The checks between two ends, or the judgement for all packets if no group is checked.
pub(super) fn sides<'a>(
    world: &'a Scenario,
    from: &Endpoint,
    to: &Endpoint,
    view: CheckedDirections,
) -> Result<Vec<Side<'a>>, Judgement> {
    let (src, dst) = ends(world, from, to)?;
    let (a, b) = (from.address(), to.address());
    let internal = src.is_some() && dst.is_some_and(|eni| holds(eni, b));
    let doubt = obstacle(world, (a, b), src, dst, internal)?;
    let shared = internal.then(|| policies(world, src, dst));
    let [accepting, unread_policies] = shared.unwrap_or_default();
    let side = |me: Eni<'a>, direction, own: IpAddr, remote: IpAddr, peer: Option<Eni<'a>>| {
        let kind = kind(world, me);
        let tries = kind != GroupKind::LoadBalancer || direction == Direction::Ingress;
        let groups = me.groups.iter().filter_map(|id| world.group(id)).filter(|_| tries);
        let groups: Vec<_> = groups.collect();
        let rules = groups.iter().flat_map(|group| group.rules.iter().map(|r| (&group.id, r)));
        let mine = |rule: &Rule| {
            rule.spec.direction == direction
                && rule.spec.local_cidr.is_none_or(|block| block.contains(&own))
        };
        let outward = direction == Direction::Egress && !internal;
        let mail = dst.is_some() || internet(remote);
        let metadata = (remote == METADATA).then_some(Platform::MetadataService);
        let reading = world.options().intra_group_precedence;
        Side {
            direction,
            kind,
            rules: rules
                .filter(|(_, rule)| mine(rule))
                .filter(|(_, rule)| names(world, &rule.spec.peer, remote, peer) == Some(true))
                .collect(),
            doubts: groups
                .iter()
                .flat_map(|group| {
                    doubt::doubts(group, direction, own, &|named| names(world, named, remote, peer))
                })
                .collect(),
            accepting: accepting.clone(),
            unread_policies: unread_policies.clone(),
            rules_first: reading == IntraGroupPrecedence::CustomEgressFirst,
            platform: metadata.or(mail.then_some(Platform::OutboundMail)).filter(|_| outward),
            balancer: src.is_none() && service(remote),
            doubt: doubt.clone(),
        }
    };
    // The gateway translates public addresses; a group sees its local CIDR's private one.
    let own = dst.filter(|eni| !holds(eni, b)).and_then(|eni| behind(eni, b)).unwrap_or(b);
    let shown = src.filter(|_| dst.is_some() && !internal).and_then(|eni| shown_as(eni, a));
    let (near, far) = (src.filter(|_| internal), dst.filter(|_| internal));
    let out = src
        .filter(|_| view != CheckedDirections::Ingress)
        .map(|eni| side(eni, Direction::Egress, a, b, far));
    // What the receiver of a packet through SNAT sees is not known.
    let seen = internal || src.is_none() || shown.is_some();
    let into = dst.filter(|_| view != CheckedDirections::Egress && seen);
    let into = into.map(|eni| side(eni, Direction::Ingress, own, shown.unwrap_or(a), near));
    Ok(out.into_iter().chain(into).collect())
}

/// The shared groups that connect the ends for certain, and if there are none, those that may.
fn policies<'a>(
    world: &Scenario,
    src: Option<Eni<'a>>,
    dst: Option<Eni<'a>>,
) -> [Vec<&'a SecurityGroupId>; 2] {
    let is = |id: &SecurityGroupId, unread: bool| {
        let accept = GroupType::Basic(InnerAccessPolicy::Accept);
        world.group(id).is_some_and(|group| match unread {
            true => group.unread.policy && group.group_type != GroupType::Advanced,
            false => !group.unread.policy && group.group_type == accept,
        })
    };
    let shared = || src.zip(dst).into_iter().flat_map(|(s, d)| s.groups.intersection(&d.groups));
    let certain: Vec<_> = shared().filter(|id| is(id, false)).collect();
    let possible = shared().filter(|id| certain.is_empty() && is(id, true)).collect();
    [certain, possible]
}

/// How an interface reads its groups.
fn kind(world: &Scenario, me: Eni<'_>) -> GroupKind {
    let group = me.groups.iter().find_map(|id| world.group(id));
    match group.map(|group| group.group_type) {
        _ if me.product().is_some_and(Product::balances) => GroupKind::LoadBalancer,
        Some(GroupType::Basic(_)) => GroupKind::Basic,
        Some(GroupType::Advanced) | None => GroupKind::Advanced,
    }
}

/// The correct answer for a packet, and the verdict of the other reading if it differs.
pub(super) fn judge(sides: &[Side<'_>], packet: Packet) -> (Option<Judgement>, Option<Verdict>) {
    let right = under(sides, packet, false);
    let now = right.as_ref().map(|(verdict, _)| *verdict);
    let other = if sides.iter().any(|side| side.balancer) {
        (now == Some(Verdict::Blocked)).then_some(Verdict::Pass)
    } else {
        let policy = sides.iter().any(|side| !side.accepting.is_empty());
        policy.then(|| under(sides, packet, true)).flatten().map(|(verdict, _)| verdict)
    };
    (right, other.filter(|_| other != now))
}

/// The answer under one reading, if a policy that is not known connects the ends and if it does not.
fn under(sides: &[Side<'_>], packet: Packet, other_reading: bool) -> Option<Judgement> {
    let apart = both(sides, packet, other_reading, false)?;
    let unread: Vec<_> = sides.iter().flat_map(|side| &side.unread_policies).collect();
    if unread.is_empty() || apart.0 == Verdict::Unknown {
        return Some(apart);
    }
    let connected = both(sides, packet, other_reading, true)?;
    if connected.0 == apart.0 {
        return Some(apart);
    }
    let reason = |group: &&SecurityGroupId| {
        Decider::Unknown(Reason::Unread(UnreadPart::Policy { group: (*group).clone() }))
    };
    Some((Verdict::Unknown, unread.into_iter().map(reason).collect()))
}

/// Every side must pass: the reason is the first that does not, or the first of which that is not
/// known, or else the last one.
fn both(sides: &[Side<'_>], packet: Packet, other: bool, connected: bool) -> Option<Judgement> {
    let judged: Vec<Judgement> =
        sides.iter().map(|side| side.judge(packet, other, connected)).collect();
    let first = |wanted| judged.iter().find(|(verdict, _)| *verdict == wanted);
    let known = first(Verdict::Blocked).or(first(Verdict::Unknown));
    let doubt = sides.iter().find_map(|side| side.doubt.clone());
    let doubt = doubt.map(|doubt| (Verdict::Unknown, vec![doubt]));
    known.cloned().or(doubt).or(judged.last().cloned())
}

impl Side<'_> {
    fn judge(&self, packet: Packet, other_reading: bool, connected: bool) -> Judgement {
        let verdict = |passes| if passes { Verdict::Pass } else { Verdict::Blocked };
        let mail =
            matches!(packet, Packet::Tcp { destination_port, .. } if destination_port.get() == 25);
        if let Some(platform) = self.platform.filter(|p| *p == Platform::MetadataService || mail) {
            let passes = platform == Platform::MetadataService;
            return (verdict(passes), vec![Decider::Platform(platform)]);
        }
        let (direction, group_kind) = (self.direction, self.kind);
        let unread = self.unread_policies.iter().filter(|_| connected);
        let policy: Vec<_> = (self.accepting.iter().chain(unread))
            .map(|id| Decider::Policy { group: (*id).clone() })
            .collect();
        let rules_first = direction == Direction::Egress && self.rules_first != other_reading;
        if !policy.is_empty() && !rules_first {
            return (Verdict::Pass, policy);
        }
        let matches = |rule: &Rule| rule.spec.filters().any(|filter| speaks(filter, packet));
        let matching = self.rules.iter().filter(|(_, rule)| matches(rule));
        let best = matching.clone().map(|(_, rule)| rank(rule)).min();
        let known = match best {
            Some(best) => {
                let first = matching.filter(|(_, rule)| rank(rule) == best);
                let reason = |(group, rule): &(&SecurityGroupId, &Arc<Rule>)| Decider::Rule {
                    direction,
                    group: (*group).clone(),
                    rule: Arc::clone(rule),
                };
                (verdict(best.1), first.map(reason).collect())
            }
            None if !policy.is_empty() => (Verdict::Pass, policy),
            None => {
                let passes = match self.kind {
                    GroupKind::Basic => direction == Direction::Egress,
                    GroupKind::Advanced => false,
                    GroupKind::LoadBalancer => true,
                };
                (verdict(passes), vec![Decider::Implicit { direction, group_kind }])
            }
        };
        let before = |doubt: &&Doubt| best.is_none_or(|best| doubt.rank < best);
        let doubts: Vec<&Doubt> =
            self.doubts.iter().filter(before).filter(|d| speaks(d.protocol, packet)).collect();
        // The same action as without it makes no difference.
        match doubts.iter().any(|doubt| verdict(doubt.rank.1) != known.0) {
            true => (Verdict::Unknown, doubts.into_iter().map(Doubt::reason).collect()),
            false => known,
        }
    }
}

/// The place of a rule in the order; an Allow rule comes after a Deny rule.
fn rank(rule: &Rule) -> Rank {
    (rule.spec.priority, rule.spec.policy == RulePolicy::Accept)
}

fn speaks(filter: ProtocolFilter, packet: Packet) -> bool {
    match (filter, packet) {
        (ProtocolFilter::All, _)
        | (ProtocolFilter::Icmp, Packet::Icmp)
        | (ProtocolFilter::Icmpv6, Packet::Icmpv6)
        | (ProtocolFilter::Gre, Packet::Gre) => true,
        (ProtocolFilter::Number(a), Packet::Other(b)) => a == b,
        (ProtocolFilter::Tcp(filter), Packet::Tcp { source_port, destination_port })
        | (ProtocolFilter::Udp(filter), Packet::Udp { source_port, destination_port }) => {
            filter.source.contains(source_port) && filter.destination.contains(destination_port)
        }
        _ => false,
    }
}

//! An independent, deliberately simple decision procedure, used only by the checker.

use std::{net::IpAddr, sync::Arc};

use crate::connectivity::{CheckedDirections, Decider, Endpoint, Packet, Verdict};
use crate::connectivity::{PlatformRule as Platform, RouteFault as Fault, UnknownReason as Reason};
use crate::model::*;

/// A verdict and every reason that can be named for it: rules of one rank are equally good reasons.
pub type Judgement = (Verdict, Vec<Decider>);

type Eni<'a> = &'a NetworkInterface;

/// The check at one end, as far as it does not depend on the packet.
pub(super) struct Side<'a> {
    direction: Direction,
    kind: GroupType,
    pub(super) rules: Vec<(&'a SecurityGroupId, &'a Arc<Rule>)>,
    accepting: Vec<&'a SecurityGroupId>,
    rules_first: bool,
    platform: Option<Platform>,
    /// Whether a load balancer may be the sender, whose traffic no group filters.
    balancer: bool,
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
    let internal = src.is_some() && dst.is_some_and(|eni| eni.addresses.contains(&b));
    obstacle(world, src, dst, internal, a.is_ipv4() == b.is_ipv4())?;
    let accepts = |id: &SecurityGroupId| {
        let accept = GroupType::Basic(InnerAccessPolicy::Accept);
        world.group(id).is_some_and(|group| group.group_type == accept)
    };
    let shared = src.zip(dst).into_iter().flat_map(|(s, d)| s.groups.intersection(&d.groups));
    let accepting: Vec<_> = shared.filter(|id| internal && accepts(id)).collect();
    let side = |me: Eni<'a>, direction, own: IpAddr, remote: IpAddr, peer: Option<Eni<'a>>| {
        let groups: Vec<_> = me.groups.iter().filter_map(|id| world.group(id)).collect();
        let rules = groups.iter().flat_map(|group| group.rules.iter().map(|r| (&group.id, r)));
        let mine = |rule: &Rule| {
            rule.spec.direction == direction
                && rule.spec.local_cidr.is_none_or(|block| block.contains(&own))
        };
        let outward = direction == Direction::Egress && !internal;
        let metadata = remote == IpAddr::from([100, 100, 100, 200]);
        let mail = dst.is_some() || internet(remote);
        let platform = metadata.then_some(Platform::MetadataService);
        let reading = world.options().intra_group_precedence;
        Side {
            direction,
            kind: groups.first().map_or(GroupType::Advanced, |group| group.group_type),
            rules: rules
                .filter(|(_, rule)| mine(rule) && names(world, rule, remote, peer))
                .collect(),
            accepting: accepting.clone(),
            rules_first: reading == IntraGroupPrecedence::CustomEgressFirst,
            platform: platform.or(mail.then_some(Platform::OutboundMail)).filter(|_| outward),
            balancer: src.is_none() && service(remote),
        }
    };
    // The gateway translates public addresses; a group sees its local CIDR's private one.
    let own = dst.filter(|eni| !eni.addresses.contains(&b));
    let own = own.and_then(|eni| eni.addresses.iter().copied().find(IpAddr::is_ipv4)).unwrap_or(b);
    let shown = src.filter(|_| dst.is_some() && !internal).and_then(|eni| eni.public_address);
    let (near, far) = (src.filter(|_| internal), dst.filter(|_| internal));
    let out = src.filter(|_| view != CheckedDirections::Ingress);
    let out = out.map(|eni| side(eni, Direction::Egress, a, b, far));
    let into = dst.filter(|_| view != CheckedDirections::Egress);
    let into = into.map(|eni| side(eni, Direction::Ingress, own, shown.unwrap_or(a), near));
    Ok(out.into_iter().chain(into).collect())
}

/// The interfaces at both ends, none outside.
fn ends<'a>(
    world: &'a Scenario,
    from: &Endpoint,
    to: &Endpoint,
) -> Result<(Option<Eni<'a>>, Option<Eni<'a>>), Judgement> {
    let (src, dst) = (eni(world, from, false), eni(world, to, true));
    let mut unknown: Vec<_> = [&src, &dst].into_iter().filter_map(|e| e.clone().err()).collect();
    if from.interface().is_none() && to.interface().is_none() {
        unknown.push(Reason::BothOutside);
    }
    match (src, dst) {
        (Ok(src), Ok(dst)) if unknown.is_empty() => Ok((src, dst)),
        _ => Err((Verdict::Unknown, unknown.into_iter().map(Decider::Unknown).collect())),
    }
}

fn eni<'a>(world: &'a Scenario, end: &Endpoint, receives: bool) -> Result<Option<Eni<'a>>, Reason> {
    let address = end.address();
    let Some(id) = end.interface() else {
        let ours = world.interfaces().any(|eni| eni.public_address == Some(address));
        let inside = ours || world.is_private(address);
        return if inside { Err(Reason::NotOutside(address)) } else { Ok(None) };
    };
    let eni = world.interface(id).ok_or_else(|| Reason::NoSuchInterface(id.clone()))?;
    let public = receives && eni.public_address == Some(address);
    let has =
        eni.addresses.contains(&address) || public && eni.addresses.iter().any(IpAddr::is_ipv4);
    let not_its = Reason::NotItsAddress { interface: id.clone(), address };
    if has { Ok(Some(eni)) } else { Err(not_its) }
}

/// What decides all packets before any group is checked.
fn obstacle(
    world: &Scenario,
    src: Option<Eni<'_>>,
    dst: Option<Eni<'_>>,
    internal: bool,
    one_family: bool,
) -> Result<(), Judgement> {
    let fault = match (src, dst) {
        (Some(s), Some(d)) if s.id == d.id => return Err((Verdict::Pass, vec![Decider::Itself])),
        _ if !one_family => Fault::MixedFamilies,
        (Some(s), Some(d)) if internal && !world.routed(&s.vpc, &d.vpc) => {
            Fault::SeparateVpcs { source: s.vpc.clone(), destination: d.vpc.clone() }
        }
        (Some(s), Some(_)) if !internal && s.public_address.is_none() => {
            Fault::NoPublicAddress { interface: s.id.clone() }
        }
        _ => return Ok(()),
    };
    Err((Verdict::Blocked, vec![Decider::Route(fault)]))
}

/// Whether a rule's peer is the remote end; a group stands for private addresses only.
fn names(world: &Scenario, rule: &Rule, remote: IpAddr, peer: Option<Eni<'_>>) -> bool {
    match &rule.spec.peer {
        Peer::Cidr(block) => block.contains(&remote),
        Peer::Group(id) => peer.is_some_and(|eni| eni.groups.contains(id)),
        Peer::PrefixList(id) => {
            let list = world.prefix_list(id);
            list.is_some_and(|list| list.blocks.iter().any(|block| block.contains(&remote)))
        }
    }
}

/// The correct answer for a packet, and the verdict of the other reading if it differs.
pub(super) fn judge(sides: &[Side<'_>], packet: Packet) -> (Option<Judgement>, Option<Verdict>) {
    // Every side must pass: the first that does not is the reason, or else the last one.
    let under = |other_reading: bool| {
        let judged = sides.iter().map(|side| side.judge(packet, other_reading));
        let judged: Vec<Judgement> = judged.collect();
        let blocked = judged.iter().find(|(verdict, _)| *verdict == Verdict::Blocked);
        blocked.or(judged.last()).cloned()
    };
    let right = under(false);
    let now = right.as_ref().map(|(verdict, _)| *verdict);
    let other = if sides.iter().any(|side| side.balancer) {
        (now == Some(Verdict::Blocked)).then_some(Verdict::Pass)
    } else {
        let policy = sides.iter().any(|side| !side.accepting.is_empty());
        policy.then(|| under(true)).flatten().map(|(verdict, _)| verdict)
    };
    (right, other.filter(|_| other != now))
}

impl Side<'_> {
    fn judge(&self, packet: Packet, other_reading: bool) -> Judgement {
        let verdict = |passes| if passes { Verdict::Pass } else { Verdict::Blocked };
        let mail =
            matches!(packet, Packet::Tcp { destination_port, .. } if destination_port.get() == 25);
        if let Some(platform) = self.platform.filter(|p| *p == Platform::MetadataService || mail) {
            let passes = platform == Platform::MetadataService;
            return (verdict(passes), vec![Decider::Platform(platform)]);
        }
        let (direction, group_kind) = (self.direction, self.kind.into());
        let policy: Vec<_> =
            self.accepting.iter().map(|id| Decider::Policy { group: (*id).clone() }).collect();
        let rules_first = direction == Direction::Egress && self.rules_first != other_reading;
        let matching = self.rules.iter().filter(|(_, r)| speaks(r.spec.protocol, packet));
        let rank = |rule: &Rule| (rule.spec.priority, rule.spec.policy == RulePolicy::Accept);
        let best = matching.clone().map(|(_, rule)| rank(rule)).min();
        match best.filter(|_| policy.is_empty() || rules_first) {
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
                let passes = direction == Direction::Egress && self.kind != GroupType::Advanced;
                (verdict(passes), vec![Decider::Implicit { direction, group_kind }])
            }
        }
    }
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

/// Whether an address is public, and not in a range that is private, shared or special.
fn internet(address: IpAddr) -> bool {
    match address {
        IpAddr::V6(v6) => v6.segments().first().is_some_and(|first| first >> 13 == 1),
        IpAddr::V4(v4) => {
            let special = v4.is_private() || v4.is_link_local() || v4.is_loopback();
            let first = v4.octets()[0];
            !special && (1..224).contains(&first) && !service(address)
        }
    }
}

/// Whether an address is in the shared range 100.64.0.0/10, which load balancers send from.
fn service(address: IpAddr) -> bool {
    matches!(address, IpAddr::V4(v4) if v4.octets()[0] == 100 && v4.octets()[1] >> 6 == 1)
}

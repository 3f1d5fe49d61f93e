//! The decision procedure once more, in the plainest words, for the checker alone.

use std::{net::IpAddr, sync::Arc};

use super::super::{Decider, Endpoint, Packet, Verdict};
use super::super::{PlatformRule as Platform, RouteFault as Fault, UnknownReason as Reason};
use super::Judgement;
use crate::model::*;

/// One end's check of the packets between the two: what of it does not depend on the packet.
pub(super) struct Side<'a> {
    direction: Direction,
    kind: GroupType,
    pub(super) rules: Vec<(&'a SecurityGroupId, &'a Arc<Rule>)>,
    accepting: Vec<&'a SecurityGroupId>,
    rules_first: bool,
    platform: Option<Platform>,
}

/// The checks between two ends, or the judgement about all packets where no group is asked.
pub(super) fn sides<'a>(
    world: &'a Scenario,
    from: &Endpoint,
    to: &Endpoint,
) -> Result<Vec<Side<'a>>, Judgement> {
    let (src, dst) = (eni(world, from, false), eni(world, to, true));
    let mut unknown: Vec<_> = [&src, &dst].into_iter().filter_map(|e| e.clone().err()).collect();
    let (src, dst) = (src.ok().flatten(), dst.ok().flatten());
    if from.interface().is_none() && to.interface().is_none() {
        unknown.push(Reason::BothOutside);
    }
    if !unknown.is_empty() {
        return Err((Verdict::Unknown, unknown.into_iter().map(Decider::Unknown).collect()));
    }
    let (a, b) = (from.address(), to.address());
    let internal = src.is_some() && dst.is_some_and(|eni| eni.addresses.contains(&b));
    let fault = match (src, dst) {
        (Some(s), Some(d)) if s.id == d.id => return Err((Verdict::Pass, vec![Decider::Itself])),
        _ if a.is_ipv4() != b.is_ipv4() => Some(Fault::MixedFamilies),
        (Some(s), Some(d)) if internal && !world.routed(&s.vpc, &d.vpc) => {
            Some(Fault::SeparateVpcs { source: s.vpc.clone(), destination: d.vpc.clone() })
        }
        (Some(s), Some(_)) if !internal && s.public_address.is_none() => {
            Some(Fault::NoPublicAddress { interface: s.id.clone() })
        }
        _ => None,
    };
    if let Some(fault) = fault {
        return Err((Verdict::Blocked, vec![Decider::Route(fault)]));
    }
    let accepts = |id: &SecurityGroupId| {
        let accept = GroupType::Basic(InnerAccessPolicy::Accept);
        world.group(id).is_some_and(|group| group.group_type == accept)
    };
    let shared = src.zip(dst).into_iter().flat_map(|(s, d)| s.groups.intersection(&d.groups));
    let accepting: Vec<_> = shared.filter(|id| internal && accepts(id)).collect();
    let side = |me: &'a NetworkInterface, direction, own, remote, peer: Option<_>| {
        let reaches = |rule: &&Arc<Rule>| {
            let remote = match &rule.peer {
                Peer::Cidr(block) => block.contains(&remote),
                Peer::Group(id) => {
                    peer.is_some_and(|eni: &NetworkInterface| eni.groups.contains(id))
                }
                Peer::PrefixList(id) => world
                    .prefix_list(id)
                    .is_some_and(|list| list.blocks.iter().any(|block| block.contains(&remote))),
            };
            remote && rule.direction == direction && rule.own_side.is_none_or(|o| o.contains(&own))
        };
        let groups: Vec<_> = me.groups.iter().filter_map(|id| world.group(id)).collect();
        let rules =
            groups.iter().flat_map(|group| group.rules.iter().map(|rule| (&group.id, rule)));
        let outward = direction == Direction::Egress && !internal;
        let metadata = remote == IpAddr::from([100, 100, 100, 200]);
        let mail = dst.is_some() || internet(remote);
        let platform = metadata.then_some(Platform::MetadataService);
        let platform = platform.or(mail.then_some(Platform::OutboundMail)).filter(|_| outward);
        let reading = world.options().intra_group_precedence;
        Side {
            direction,
            kind: groups.first().map_or(GroupType::Advanced, |group| group.group_type),
            rules: rules.filter(|(_, rule)| reaches(rule)).collect(),
            accepting: accepting.clone(),
            rules_first: direction == Direction::Egress
                && reading == IntraGroupPrecedence::CustomEgressFirst,
            platform,
        }
    };
    // The gateway translates public addresses; a group sees its own side's private one.
    let own = dst.filter(|eni| !eni.addresses.contains(&b));
    let own = own.and_then(|eni| eni.addresses.iter().copied().find(IpAddr::is_ipv4)).unwrap_or(b);
    let shown = src.filter(|_| dst.is_some() && !internal).and_then(|eni| eni.public_address);
    let out = src.map(|eni| side(eni, Direction::Egress, a, b, dst.filter(|_| internal)));
    let peer = src.filter(|_| internal);
    let into = dst.map(|eni| side(eni, Direction::Ingress, own, shown.unwrap_or(a), peer));
    Ok(out.into_iter().chain(into).collect())
}

/// The interface at an end; none outside.
fn eni<'a>(
    world: &'a Scenario,
    end: &Endpoint,
    receives: bool,
) -> Result<Option<&'a NetworkInterface>, Reason> {
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

/// Every side must pass: the first that does not is the reason, or else the last one.
pub(super) fn judge(sides: &[Side<'_>], packet: Packet) -> Judgement {
    let judged: Vec<_> = sides.iter().map(|side| side.judge(packet)).collect();
    let blocked = judged.iter().find(|(verdict, _)| *verdict == Verdict::Blocked);
    blocked.or(judged.last()).cloned().unwrap_or((Verdict::Unknown, Vec::new()))
}

impl Side<'_> {
    fn judge(&self, packet: Packet) -> Judgement {
        let verdict = |passes| if passes { Verdict::Pass } else { Verdict::Blocked };
        let mail =
            matches!(packet, Packet::Tcp { destination_port, .. } if destination_port.get() == 25);
        if let Some(platform) = self.platform.filter(|p| *p == Platform::MetadataService || mail) {
            return (
                verdict(!mail || platform == Platform::MetadataService),
                vec![Decider::Platform(platform)],
            );
        }
        let policy: Vec<_> =
            self.accepting.iter().map(|id| Decider::Policy { group: (*id).clone() }).collect();
        let matching = self.rules.iter().filter(|(_, rule)| speaks(rule.protocol, packet));
        let rank = |rule: &Rule| (rule.priority, rule.policy == RulePolicy::Accept);
        let best = matching.clone().map(|(_, rule)| rank(rule)).min();
        match best.filter(|_| policy.is_empty() || self.rules_first) {
            Some(best) => {
                let first = matching.filter(|(_, rule)| rank(rule) == best);
                let direction = self.direction;
                let reason = |(group, rule): &(&SecurityGroupId, &Arc<Rule>)| Decider::Rule {
                    direction,
                    group: (*group).clone(),
                    rule: Arc::clone(rule),
                };
                (verdict(best.1), first.map(reason).collect())
            }
            None if !policy.is_empty() => (Verdict::Pass, policy),
            None => {
                let passes =
                    self.direction == Direction::Egress && self.kind != GroupType::Advanced;
                let (direction, group_kind) = (self.direction, self.kind.into());
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
            let [a, b, ..] = v4.octets();
            !(v4.is_private() || v4.is_link_local() || v4.is_loopback())
                && !(a == 0 || a >= 224 || a == 100 && b >> 6 == 1)
        }
    }
}

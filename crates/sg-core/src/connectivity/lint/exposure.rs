//! Rules that open too much, and openings that cover only IPv4.

use std::sync::Arc;

use crate::model::{
    AddressFamily, Direction, IpNet, Ipv4Net, Ipv6Net, Peer, Priority, ProtocolFilter, RulePolicy,
    RuleSpec, Scenario, SecurityGroup, UnreadRule,
};

use super::affected;
use super::finding::{Evidence, Finding, LintId, Place};
use super::peer::blocks;
use super::sensitive_port::{SENSITIVE_PORTS, SensitivePort};
use super::sight::{Line, Sight};
use crate::connectivity::fix::Edit;
use crate::connectivity::flow::Packet;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::partition::partition;

/// Inbound rules that let in the whole Internet: to sensitive ports, or over IPv4 only.
pub(super) fn findings(scenario: &Scenario, sights: &[Sight<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for group in scenario.groups() {
        for rule in group.rules_of(Direction::Ingress) {
            let line = Line { group: &group.id, rule };
            let whole = |block: &IpNet| block.prefix_len() == 0;
            if rule.spec.policy == RulePolicy::Accept && blocks(scenario, rule).iter().any(whole) {
                findings.extend(open_to_the_world(scenario, line, sights));
                findings.extend(ipv4_only(scenario, line, sights));
            }
        }
    }
    findings
}

/// The views in which a rule lets in the Internet.
fn letting_in<'a, 'b>(
    line: Line<'b>,
    sights: &'b [Sight<'a>],
) -> impl Iterator<Item = &'b Sight<'a>> {
    sights.iter().filter(move |sight| {
        sight.direction == Direction::Ingress
            && sight.sees_internet
            && sight.lines.iter().any(|other| other.rule.id == line.rule.id)
    })
}

fn decides(line: Line<'_>, sight: &Sight<'_>, packet: Packet) -> bool {
    let first = sight.first(packet, &[]).and_then(|index| sight.lines.get(index));
    sight.can_carry(packet) && first.is_some_and(|first| first.rule.id == line.rule.id)
}

fn open_to_the_world(scenario: &Scenario, line: Line<'_>, sights: &[Sight<'_>]) -> Option<Finding> {
    let mut services: Vec<SensitivePort> = Vec::new();
    let mut proof: Option<(&Sight<'_>, Packet)> = None;
    // What the Internet reaches comes first; what it would reach counts if there is nothing else.
    for public in [true, false] {
        let open = |sight: &&Sight<'_>| !sight.known || sight.is_public() == public;
        for service in SENSITIVE_PORTS {
            let Some(packet) = service.packet() else { continue };
            let mut sights = letting_in(line, sights).filter(open);
            if let Some(sight) = sights.find(|sight| decides(line, sight, packet)) {
                services.push(*service);
                proof.get_or_insert((sight, packet));
            }
        }
        if proof.is_some() {
            break;
        }
    }
    let (sight, packet) = proof?;
    let evidence = if !sight.known {
        Evidence::WouldOpen { services, source: sight.remote.0, packet }
    } else if sight.is_public() {
        Evidence::Open { services, flow: sight.flow(packet) }
    } else {
        Evidence::OpenWithoutPublicAddress { services, flow: sight.flow(packet) }
    };
    let fix = Edit::RemoveRule { group: line.group.clone(), rule: line.rule.id.clone() };
    let affected = if let Evidence::Open { flow, .. } = &evidence {
        affected::reached_by(scenario, line, flow)
    } else {
        Vec::new()
    };
    let (id, place) = (LintId::OpenToTheWorld, place(line));
    Some(Finding { id, place, evidence, fixes: vec![vec![fix]], affected })
}

/// An opening to all of IPv4 for a member that also has an IPv6 address, where the same packets
/// from the IPv6 Internet are blocked.
fn ipv4_only(scenario: &Scenario, line: Line<'_>, sights: &[Sight<'_>]) -> Option<Finding> {
    if line.rule.spec.local_cidr.is_some() {
        return None;
    }
    // Whether a member that is not known has an IPv6 address is not known either.
    let four = |sight: &&Sight<'_>| {
        sight.known && !sight.uncertain && AddressFamily::of(sight.own) == AddressFamily::V4
    };
    for open in letting_in(line, sights).filter(four) {
        let closed = sights.iter().filter(|sight| {
            sight.direction == Direction::Ingress
                && sight.sees_internet
                && sight.interface.groups == open.interface.groups
                && AddressFamily::of(sight.own) == AddressFamily::V6
        });
        for sight in closed {
            let lines = open.lines.iter().chain(&sight.lines);
            let cuts: Vec<PacketSet> =
                lines.filter_map(|line| PacketSet::all_of(&line.rule.spec)).flatten().collect();
            let half = |packet| {
                let other = over_ipv6(packet);
                let half = decides(line, open, packet) && !sight.passes(other, &[]);
                half.then_some(())
            };
            if let Some((packets, ())) = partition(&cuts, half).first() {
                let flow = sight.flow(over_ipv6(packets.sample()));
                let rule = twin(line);
                let fix = Edit::AddRule { group: line.group.clone(), rule };
                let evidence = Evidence::ClosedOverIpv6 { flow };
                let id = LintId::Ipv4OnlyOpening;
                let (place, affected) = (place(line), affected::members(scenario, line.group));
                return Some(Finding { id, place, evidence, fixes: vec![vec![fix]], affected });
            }
        }
    }
    None
}

const fn over_ipv6(packet: Packet) -> Packet {
    if matches!(packet, Packet::Icmp) { Packet::Icmpv6 } else { packet }
}

/// The same rule for all of IPv6, with a priority that can be written.
fn twin(line: Line<'_>) -> RuleSpec {
    let ping = line.rule.spec.protocol == ProtocolFilter::Icmp;
    let protocol = if ping { ProtocolFilter::Icmpv6 } else { line.rule.spec.protocol };
    let peer = Peer::Cidr(IpNet::V6(Ipv6Net::default()));
    let priority = line.rule.spec.priority.min(Priority::WEAKEST_WRITABLE);
    RuleSpec { priority, protocol, peer, ..line.rule.spec.clone() }
}

/// Advanced groups whose members cannot start sessions; they can only reply.
pub(super) fn silent_groups(scenario: &Scenario) -> Vec<Finding> {
    let advanced =
        scenario.groups().filter(|group| group.group_type == crate::model::GroupType::Advanced);
    advanced
        .filter_map(|group| {
            let members = scenario.members(&group.id);
            let silent = members.filter(|interface| {
                let groups = interface.groups.iter().filter_map(|id| scenario.group(id));
                if interface.holder.is_some() || groups.clone().any(may_send) {
                    return false;
                }
                let mut rules = groups.flat_map(|group| group.rules_of(Direction::Egress));
                !rules.any(|rule| rule.spec.policy == RulePolicy::Accept)
            });
            let affected: Vec<_> = silent.map(|interface| interface.id.clone()).collect();
            let rule = RuleSpec {
                direction: Direction::Egress,
                policy: RulePolicy::Accept,
                priority: Priority::STRONGEST,
                protocol: ProtocolFilter::All,
                peer: Peer::Cidr(IpNet::V4(Ipv4Net::default())),
                local_cidr: None,
                port_list: None,
            };
            Some(Finding {
                id: LintId::AdvancedGroupSendsNothing,
                place: Place::Group(group.id.clone()),
                evidence: Evidence::Member(affected.first()?.clone()),
                fixes: vec![vec![Edit::AddRule { group: group.id.clone(), rule }]],
                affected,
            })
        })
        .collect()
}

/// Whether a group may have an outbound Allow rule that is not known completely.
fn may_send(group: &Arc<SecurityGroup>) -> bool {
    let sends = |rule: &Arc<UnreadRule>| {
        rule.policy != Some(RulePolicy::Drop) && rule.direction != Some(Direction::Ingress)
    };
    group.unread.more_rules || group.unread.rules.iter().any(sends)
}

fn place(line: Line<'_>) -> Place {
    Place::Rule { group: line.group.clone(), rule: line.rule.id.clone() }
}

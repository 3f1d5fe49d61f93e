//! Groups that isolate members which no rule is made for.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use crate::model::{
    Direction, GroupType, InnerAccessPolicy, NetworkInterface, NetworkInterfaceId, Peer, Rule,
    RulePolicy, Scenario, SecurityGroup, SecurityGroupId,
};

use super::any_member::is_known;
use super::finding::{Evidence, Finding, LintId, Place};
use super::peer::{blocks, is_uncertain};
use crate::connectivity::end::End;
use crate::connectivity::fix::Edit;
use crate::connectivity::flow::{Flow, Packet};
use crate::connectivity::matrix::flow_between;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::partition::union;
use crate::connectivity::precedence;
use crate::connectivity::space::{PacketSpace, packet_space};
use crate::connectivity::verdict::{Decider, Verdict};

/// A finding for every basic group with the policy Drop that isolates at least two members, if no
/// Accept rule of these is made for members of the group.
///
/// A member is isolated if it shares no other group that connects it with another member. A rule is
/// made for members if everything known that it names is a member.
pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let drop = GroupType::Basic(InnerAccessPolicy::Drop);
    let groups = scenario.groups().filter(|group| {
        group.group_type == drop && group.owner.is_none() && group.unread.is_nothing()
    });
    groups.filter_map(|group| finding(scenario, group)).collect()
}

fn finding(scenario: &Scenario, group: &SecurityGroup) -> Option<Finding> {
    let members: Vec<&NetworkInterface> = scenario
        .members(&group.id)
        .filter(|interface| is_known(interface) && interface.holder.is_none())
        .map(AsRef::as_ref)
        .collect();
    let isolated = isolated(scenario, &members);
    let ids: BTreeSet<&NetworkInterfaceId> = members.iter().map(|member| &member.id).collect();
    if isolated.len() < 2 || has_rule_for(scenario, &isolated, &ids) {
        return None;
    }
    let (flow, passing) = between(scenario, &isolated)?;
    let policy = Edit::SetPolicy { group: group.id.clone(), policy: InnerAccessPolicy::Accept };
    let fixes = if policy.apply(scenario).is_ok() { vec![vec![policy]] } else { Vec::new() };
    Some(Finding {
        id: LintId::IsolatedMembers,
        place: Place::Group(group.id.clone()),
        evidence: Evidence::Isolated { flow, passing },
        fixes,
        affected: isolated.iter().map(|member| member.id.clone()).collect(),
    })
}

/// The members that share no group with another member which connects them, or may.
fn isolated<'a>(
    scenario: &Scenario,
    members: &[&'a NetworkInterface],
) -> Vec<&'a NetworkInterface> {
    let mut counts: BTreeMap<&SecurityGroupId, usize> = BTreeMap::new();
    for id in members.iter().flat_map(|member| &member.groups) {
        *counts.entry(id).or_default() += 1;
    }
    let connects = |id: &SecurityGroupId| {
        counts.get(id).is_some_and(|count| *count > 1)
            && scenario.group(id).is_some_and(|group| precedence::connects(group) != Some(false))
    };
    let alone = members.iter().filter(|member| !member.groups.iter().any(connects));
    alone.copied().collect()
}

/// Whether an inbound Accept rule of a group of the isolated members is made for members.
fn has_rule_for(
    scenario: &Scenario,
    isolated: &[&NetworkInterface],
    members: &BTreeSet<&NetworkInterfaceId>,
) -> bool {
    let own: BTreeSet<&SecurityGroupId> =
        isolated.iter().flat_map(|member| &member.groups).collect();
    let groups = own.into_iter().filter_map(|id| scenario.group(id));
    let mut rules = groups.flat_map(|group| group.rules_of(Direction::Ingress));
    rules.any(|rule| {
        let accepts = rule.spec.policy == RulePolicy::Accept;
        accepts && !is_uncertain(scenario, rule) && is_for(scenario, rule, members)
    })
}

/// Whether a rule names members, and nobody else that is known.
fn is_for(scenario: &Scenario, rule: &Rule, members: &BTreeSet<&NetworkInterfaceId>) -> bool {
    let blocks = blocks(scenario, rule);
    let named = |interface: &NetworkInterface| match &rule.spec.peer {
        Peer::Group(id) => interface.groups.contains(id),
        Peer::Cidr(_) | Peer::PrefixList(_) => {
            let inside = |own: &IpAddr| blocks.iter().any(|block| block.contains(own));
            interface.addresses.iter().any(inside)
        }
    };
    let known = scenario.interfaces().filter(|interface| is_known(interface));
    let mut named = known.filter(|interface| named(interface)).peekable();
    named.peek().is_some() && named.all(|interface| members.contains(&interface.id))
}

/// The most kinds of members between which packets are tried.
const MOST_KINDS: usize = 6;

/// A packet between two isolated members that only the default blocks, and what passes between some
/// of them. `None` if everything passes, if a rule blocks the rest, or if something is not known.
fn between(scenario: &Scenario, isolated: &[&NetworkInterface]) -> Option<(Flow, Vec<PacketSet>)> {
    let mut kinds: BTreeMap<Vec<&SecurityGroupId>, Vec<End>> = BTreeMap::new();
    for member in isolated {
        let kind = kinds.entry(member.groups.iter().collect()).or_default();
        if kind.len() < 2 {
            kind.push(End::Interface(member.id.clone()));
        }
    }
    let ends: Vec<End> = kinds.into_values().take(MOST_KINDS).flatten().collect();
    let (mut blocked, mut passing) = (None, Vec::new());
    for from in &ends {
        for to in ends.iter().filter(|to| *to != from) {
            let Some(way) = flow_between(scenario, from, to, Packet::Gre) else { continue };
            let space = packet_space(scenario, &way.source, &way.destination);
            if !space.packets(Verdict::Unknown, None).is_empty() {
                return None;
            }
            passing.extend(space.packets(Verdict::Pass, None));
            blocked = blocked.or_else(|| {
                let packet = by_default(&space)?.sample();
                Some(Flow { packet, ..way })
            });
        }
    }
    blocked.map(|flow| (flow, union(&passing)))
}

/// Packets that no rule matches and the default blocks, those of TCP first.
fn by_default(space: &PacketSpace) -> Option<PacketSet> {
    let regions = space.regions.iter().filter(|region| {
        region.verdict == Verdict::Blocked && matches!(region.decider, Decider::Implicit { .. })
    });
    let sets = regions.map(|region| region.packets);
    sets.min_by_key(|set| !matches!(set, PacketSet::Tcp { .. }))
}

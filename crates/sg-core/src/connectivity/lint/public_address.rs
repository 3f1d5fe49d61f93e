//! Rules that name a public address of this account, while the packets have private ones.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::model::{
    Direction, IpNet, NetworkInterface, Peer, Rule, RulePolicy, RuleSpec, Scenario, SecurityGroup,
};

use super::any_member::is_known;
use super::finding::{Evidence, Finding, LintId, Place};
use super::peer::{blocks, is_uncertain};
use crate::connectivity::choice::CheckedDirections;
use crate::connectivity::fix::Edit;
use crate::connectivity::flow::{Endpoint, Flow, Packet};
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::pair::Pair;
use crate::connectivity::route::primary;
use crate::connectivity::verdict::Verdict;
use crate::model::{AddressFamily, GroupType};

/// An interface of the scenario by one of its public addresses.
type Owners<'a> = BTreeMap<IpAddr, &'a NetworkInterface>;

/// A finding for every rule that names public addresses of interfaces of the scenario, if packets
/// between the private addresses of one of these and of a member of its group get another answer
/// than the rule gives.
///
/// A rule names public addresses if at least half of a block that it names are such.
pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let mut owners = Owners::new();
    for interface in scenario.interfaces().filter(|interface| is_known(interface)) {
        owners.extend(interface.public_addresses().map(|public| (public, interface.as_ref())));
    }
    if owners.is_empty() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for group in scenario.groups() {
        for rule in &group.rules {
            findings.extend(finding(scenario, group, rule, &owners));
        }
    }
    findings
}

fn finding(
    scenario: &Scenario,
    group: &SecurityGroup,
    rule: &Rule,
    owners: &Owners<'_>,
) -> Option<Finding> {
    if is_uncertain(scenario, rule) {
        return None;
    }
    let named = named(scenario, rule, owners);
    let missed = |(public, owner): &(IpAddr, &NetworkInterface)| {
        let flow = unlike(scenario, group, rule, owner)?;
        Some((*public, owner.id.clone(), flow))
    };
    let (public, owner, flow) = named.iter().find_map(missed)?;
    let mut affected: Vec<_> = named.iter().map(|(_, owner)| owner.id.clone()).collect();
    for member in super::affected::members(scenario, &group.id) {
        if !affected.contains(&member) {
            affected.push(member);
        }
    }
    let fixes = fixes(scenario, group, rule, &named);
    Some(Finding {
        id: LintId::OwnPublicAddress,
        place: Place::Rule { group: group.id.clone(), rule: rule.id.clone() },
        evidence: Evidence::NamesPublicAddress { public, owner, flow },
        fixes,
        affected,
    })
}

/// The public addresses that a rule names, with their interfaces.
fn named<'a>(
    scenario: &Scenario,
    rule: &Rule,
    owners: &Owners<'a>,
) -> Vec<(IpAddr, &'a NetworkInterface)> {
    let mut named = Vec::new();
    for block in blocks(scenario, rule) {
        let held: Vec<_> = owners
            .range(block.network()..=block.broadcast())
            .map(|(public, owner)| (*public, *owner))
            .collect();
        let bits = block.max_prefix_len().saturating_sub(block.prefix_len());
        let most = 2_usize.saturating_mul(held.len());
        if 1_usize.checked_shl(u32::from(bits)).is_some_and(|size| size <= most) {
            named.extend(held);
        }
    }
    named
}

/// How many members of a group with the same groups are tried.
const MOST_MEMBERS: usize = 2;

/// A packet between the private addresses of an interface and of a member of the rule's group that
/// gets another answer than the rule gives on its side.
fn unlike(
    scenario: &Scenario,
    group: &SecurityGroup,
    rule: &Rule,
    owner: &NetworkInterface,
) -> Option<Flow> {
    let mut kinds: BTreeMap<Vec<_>, usize> = BTreeMap::new();
    let members = scenario.members(&group.id).filter(|member| {
        let kind = kinds.entry(member.groups.iter().collect()).or_default();
        *kind += 1;
        let local = rule.spec.local_cidr;
        let chosen = local.is_none_or(|own| member.addresses.iter().any(|at| own.contains(at)));
        is_known(member) && member.id != owner.id && *kind <= MOST_MEMBERS && chosen
    });
    let members = members.filter(|member| scenario.routed(&owner.vpc, &member.vpc));
    let packet = match PacketSet::all_of(&rule.spec) {
        Some(sets) => sets.first()?.sample(),
        None => Packet::Icmp,
    };
    let end = |interface: &NetworkInterface| {
        let address = primary(interface, AddressFamily::V4)?;
        Some(Endpoint::Interface { id: interface.id.clone(), address })
    };
    for member in members {
        let (Some(own), Some(other)) = (end(member), end(owner)) else { continue };
        let (source, destination, view) = match rule.spec.direction {
            Direction::Ingress => (other, own, CheckedDirections::Ingress),
            Direction::Egress => (own, other, CheckedDirections::Egress),
        };
        let pair = Pair::new(scenario, &source, &destination).viewed(view);
        let verdict = pair.verdict(pair.choose(packet));
        if verdict == answer_against(rule.spec.policy) {
            return Some(Flow { source, destination, packet });
        }
    }
    None
}

const fn answer_against(policy: RulePolicy) -> Verdict {
    match policy {
        RulePolicy::Accept => Verdict::Blocked,
        RulePolicy::Drop => Verdict::Pass,
    }
}

/// The same rule for the group of the only interface that is named, then for its private address:
/// those of them that end the finding.
fn fixes(
    scenario: &Scenario,
    group: &SecurityGroup,
    rule: &Rule,
    named: &[(IpAddr, &NetworkInterface)],
) -> Vec<Vec<Edit>> {
    let [(_, owner)] = named else { return Vec::new() };
    let basic = |group: &SecurityGroup| matches!(group.group_type, GroupType::Basic(_));
    let peers =
        owner.groups.iter().filter_map(|id| scenario.group(id)).filter(|peer| {
            peer.id != group.id && peer.vpc == group.vpc && basic(peer) && basic(group)
        });
    let groups = peers.map(|peer| Peer::Group(peer.id.clone()));
    let own = primary(owner, AddressFamily::V4).map(|own| Peer::Cidr(IpNet::from(own)));
    let edit = |peer| {
        let priority = rule.spec.priority.min(crate::model::Priority::WEAKEST_WRITABLE);
        let rule = RuleSpec { peer, priority, ..rule.spec.clone() };
        Edit::AddRule { group: group.id.clone(), rule }
    };
    let ends = |edit: &Edit| {
        let after = edit.apply(scenario).ok()?;
        let owner = after.interface(&owner.id)?;
        let group = after.group(&group.id)?;
        unlike(&after, group, rule, owner).is_none().then_some(())
    };
    let edits = groups.chain(own).map(edit).filter(|edit| ends(edit).is_some());
    edits.map(|edit| vec![edit]).collect()
}

//! Instances in other groups than most instances with names like theirs.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Instance, NetworkInterface, NetworkInterfaceId, Scenario, SecurityGroupId, VpcId, role_of,
};

use super::finding::{Evidence, Finding, LintId, Place};
use crate::connectivity::fix::Edit;

/// How many instances with like names must have the same groups before they say anything about
/// another one.
const FEWEST_ALIKE: usize = 3;

/// The groups of an interface.
type Groups<'a> = BTreeSet<&'a SecurityGroupId>;

/// A finding for every instance whose primary interface has other groups than at least three
/// quarters of the instances of its role in its VPC.
pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let mut roles: BTreeMap<(String, &VpcId), Vec<&NetworkInterface>> = BTreeMap::new();
    for instance in scenario.instances() {
        let primary = primary(scenario, instance);
        if let (Some(role), Some(interface)) = (role_of(&instance.name), primary) {
            roles.entry((role, &interface.vpc)).or_default().push(interface);
        }
    }
    let mut findings = Vec::new();
    for ((role, _), members) in roles {
        let Some((usual, alike)) = usual(&members) else { continue };
        for member in &members {
            if groups(member) != usual {
                findings.push(finding(scenario, member, &usual, (&role, alike, members.len())));
            }
        }
    }
    findings
}

fn primary<'a>(scenario: &'a Scenario, instance: &Instance) -> Option<&'a NetworkInterface> {
    let interface = scenario.interface(instance.primary()?)?;
    interface.holder.is_none().then_some(interface.as_ref())
}

fn groups(interface: &NetworkInterface) -> Groups<'_> {
    interface.groups.iter().collect()
}

/// The groups that at least three quarters of the interfaces have, and how many have them.
fn usual<'a>(members: &[&'a NetworkInterface]) -> Option<(Groups<'a>, usize)> {
    let mut counts: BTreeMap<Groups<'a>, usize> = BTreeMap::new();
    for member in members {
        *counts.entry(groups(member)).or_default() += 1;
    }
    let (usual, alike) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (alike >= FEWEST_ALIKE && 4 * alike >= 3 * members.len()).then_some((usual, alike))
}

fn finding(
    scenario: &Scenario,
    member: &NetworkInterface,
    usual: &Groups<'_>,
    (role, alike, all): (&str, usize, usize),
) -> Finding {
    let own = groups(member);
    let missing: Vec<SecurityGroupId> = usual.difference(&own).copied().cloned().collect();
    let extra: Vec<SecurityGroupId> = own.difference(usual).copied().cloned().collect();
    let fix = regroup(&member.id, &missing, &extra);
    // What cannot be applied, such as a change between basic and advanced groups, is not offered.
    let applied = Edit::apply_all(&fix, scenario);
    Finding {
        id: LintId::WrongGroup,
        place: Place::Interface(member.id.clone()),
        evidence: Evidence::UnlikeItsRole { role: role.to_owned(), alike, all, missing, extra },
        fixes: applied.ok().map(|_| fix).into_iter().collect(),
        affected: vec![member.id.clone()],
    }
}

/// The edits that give an interface the usual groups. It joins before it leaves, so that it is never
/// without a group.
fn regroup(
    interface: &NetworkInterfaceId,
    missing: &[SecurityGroupId],
    extra: &[SecurityGroupId],
) -> Vec<Edit> {
    let join =
        |group: &SecurityGroupId| Edit::Join { interface: interface.clone(), group: group.clone() };
    let leave = |group: &SecurityGroupId| Edit::Leave {
        interface: interface.clone(),
        group: group.clone(),
    };
    missing.iter().map(join).chain(extra.iter().map(leave)).collect()
}

//! Quotas that are nearly or fully used (a scenario cannot exceed them), and groups without
//! members.

use crate::model::{GroupType, LimitId, Peer, Scenario, quota};

use super::finding::{Evidence, Finding, LintId, Place};

/// The usage, in percent of a quota, from which it is reported.
pub(super) const NEAR_PERCENT: usize = 80;

/// A finding for every quota that is nearly exhausted.
pub(super) fn quotas(scenario: &Scenario) -> Vec<Finding> {
    let mut uses = vec![(Place::Scenario, LimitId::GroupsPerRegion, scenario.groups().len())];
    for group in scenario.groups() {
        let place = || Place::Group(group.id.clone());
        let (limit, used) = quota::members_of(scenario, group);
        uses.push((place(), limit, used));
        if let GroupType::Basic(_) = group.group_type {
            let named = group.rules.iter().filter(|rule| matches!(rule.spec.peer, Peer::Group(_)));
            uses.push((place(), LimitId::GroupPeersPerBasicGroup, named.count()));
        }
    }
    for interface in scenario.interfaces() {
        let place = || Place::Interface(interface.id.clone());
        let rules = quota::rules_on(scenario, interface);
        uses.push((place(), LimitId::RulesPerInterface, rules));
        uses.push((place(), LimitId::GroupsPerInterface, interface.groups.len()));
    }
    let near = uses.into_iter().filter(|(_, limit, used)| {
        used.saturating_mul(100) >= limit.value().saturating_mul(NEAR_PERCENT)
    });
    near.map(|(place, limit, used)| Finding {
        id: LintId::QuotaNear,
        place,
        evidence: Evidence::Usage { limit, used },
        fixes: Vec::new(),
    })
    .collect()
}

/// Groups without members.
pub(super) fn empty_groups(scenario: &Scenario) -> Vec<Finding> {
    let empty = scenario.groups().filter(|group| scenario.members(&group.id).next().is_none());
    empty
        .map(|group| Finding {
            id: LintId::GroupWithoutMembers,
            place: Place::Group(group.id.clone()),
            evidence: Evidence::None,
            fixes: Vec::new(),
        })
        .collect()
}

//! Quotas that are exceeded, or nearly or fully used, and groups without known members.

use crate::model::{GroupType, LimitId, Scenario, quota};

use super::affected::members;
use super::any_member;
use super::finding::{Evidence, Finding, LintId, Place};

/// The usage, in percent of a quota, from which it is reported.
pub(super) const NEAR_PERCENT: usize = 80;

/// A finding for every quota that is exceeded or nearly exhausted.
///
/// The quota of rules is one of an interface; a group without known members is held to it alone,
/// because no member could have it.
pub(super) fn quotas(scenario: &Scenario) -> Vec<Finding> {
    let mut uses = vec![(Place::Scenario, LimitId::GroupsPerRegion, scenario.groups().len())];
    for group in scenario.groups() {
        let place = || Place::Group(group.id.clone());
        let (limit, used) = quota::members_of(scenario, group);
        uses.push((place(), limit, used));
        if any_member::has_none(scenario, &group.id) {
            uses.push((place(), LimitId::RulesPerInterface, quota::rules_of(scenario, group)));
        }
        if let GroupType::Basic(_) = group.group_type {
            uses.push((place(), LimitId::GroupPeersPerBasicGroup, quota::group_peers(group)));
        }
    }
    for interface in scenario.interfaces() {
        let place = || Place::Interface(interface.id.clone());
        let rules = quota::rules_on(scenario, interface);
        uses.push((place(), LimitId::RulesPerInterface, rules));
        uses.push((place(), LimitId::GroupsPerInterface, interface.groups.len()));
    }
    let near = uses.into_iter().filter(|(_, limit, used)| {
        let most = scenario.quotas().get(*limit);
        // An import raises a quota to what the account uses: how far it goes is not known.
        let may_go_on = scenario.quotas().raised(*limit) == Some(*used);
        !may_go_on && used.saturating_mul(100) >= most.saturating_mul(NEAR_PERCENT)
    });
    near.map(|(place, limit, used)| Finding {
        id: if used > scenario.quotas().get(limit) {
            LintId::QuotaExceeded
        } else {
            LintId::QuotaNear
        },
        affected: match &place {
            Place::Interface(id) => vec![id.clone()],
            Place::Group(group) => members(scenario, group),
            Place::Rule { .. } | Place::Scenario => Vec::new(),
        },
        place,
        evidence: Evidence::Usage { limit, used },
        fixes: Vec::new(),
    })
    .collect()
}

/// Groups of this account of which no member is known.
pub(super) fn empty_groups(scenario: &Scenario) -> Vec<Finding> {
    let own = scenario.groups().filter(|group| group.owner.is_none());
    own.filter(|group| any_member::has_none(scenario, &group.id))
        .map(|group| Finding {
            id: LintId::GroupWithoutMembers,
            place: Place::Group(group.id.clone()),
            evidence: Evidence::None,
            fixes: Vec::new(),
            affected: Vec::new(),
        })
        .collect()
}

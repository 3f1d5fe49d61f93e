//! The part of a scenario that a search for fixes needs: the two ends, the groups that they have or
//! could join, and the rules that may match a packet of the goal. Edits of it are quick to make and
//! to judge, however large the scenario is; what is found is verified in the whole scenario.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{NetworkInterface, Peer, Rule, Scenario, SecurityGroup, SecurityGroupId};

use super::side::{Facts, Side, sides};

/// Part of a scenario.
pub(super) struct Slice {
    pub(super) scenario: Scenario,
    /// Groups that are alike for the goal: only the first of each list is in the slice.
    pub(super) alike: Vec<Vec<SecurityGroupId>>,
}

impl Slice {
    /// Cuts the slice out, and notes which groups can be joined in it.
    pub(super) fn new(scenario: &Scenario, facts: &mut Facts) -> Self {
        let sides = sides(scenario, facts);
        let relevant = relevant(scenario, &sides);
        let mut alike: Vec<Vec<SecurityGroupId>> = Vec::new();
        for group in scenario.groups().filter(|group| can_be_joined(scenario, &sides, group)) {
            if relevant.contains(&group.id) {
                facts.joinable.push(group.id.clone());
                continue;
            }
            let same = |ids: &&mut Vec<SecurityGroupId>| {
                let first = ids.first().and_then(|id| scenario.group(id));
                first.is_some_and(|first| {
                    first.group_type == group.group_type && first.vpc == group.vpc
                })
            };
            match alike.iter_mut().find(same) {
                Some(ids) => ids.push(group.id.clone()),
                None => alike.push(vec![group.id.clone()]),
            }
        }
        facts.joinable.extend(alike.iter().filter_map(|ids| ids.first().cloned()));
        // What the checks of a scenario accept of the whole they accept of this part; if not, the
        // whole will do.
        let scenario = cut(scenario, facts, &sides, &relevant).unwrap_or_else(|| scenario.clone());
        Self { scenario, alike }
    }
}

fn may_match(sides: &[Side<'_>], scenario: &Scenario, rule: &Rule) -> bool {
    sides.iter().any(|side| side.may_match(scenario, rule))
}

fn can_be_joined(scenario: &Scenario, sides: &[Side<'_>], group: &SecurityGroup) -> bool {
    let fits = |side: &Side<'_>| {
        let mut own = side.groups(scenario);
        group.vpc == side.own.vpc
            && !side.own.groups.contains(&group.id)
            && own.all(|own| own.group_type.mixes_with(group.group_type))
    };
    !group.service_managed && group.owner.is_none() && sides.iter().any(fits)
}

/// The groups of the ends, those with a rule that may match, and those that such rules name.
fn relevant(scenario: &Scenario, sides: &[Side<'_>]) -> BTreeSet<SecurityGroupId> {
    let own: BTreeSet<&SecurityGroupId> = sides.iter().flat_map(|side| &side.own.groups).collect();
    let mut relevant = BTreeSet::new();
    for group in scenario.groups() {
        let mut rules =
            group.rules.iter().filter(|rule| may_match(sides, scenario, rule)).peekable();
        let known = group.unread.is_nothing();
        if own.contains(&group.id) || rules.peek().is_some() || !known {
            relevant.insert(group.id.clone());
        }
        relevant.extend(rules.filter_map(|rule| match &rule.spec.peer {
            Peer::Group(peer) => Some(peer.clone()),
            Peer::Cidr(_) | Peer::PrefixList(_) => None,
        }));
    }
    relevant
}

fn cut(
    scenario: &Scenario,
    facts: &Facts,
    sides: &[Side<'_>],
    relevant: &BTreeSet<SecurityGroupId>,
) -> Option<Scenario> {
    let ends: Vec<_> = sides.iter().map(|side| &side.own.id).collect();
    // Public addresses of the scenario are no outside addresses, so they count there.
    let counts = |interface: &NetworkInterface| {
        let public = interface.public_address;
        ends.contains(&&interface.id)
            || facts.path.block.zip(public).is_some_and(|(block, public)| block.contains(&public))
    };
    let interfaces: BTreeSet<_> = scenario
        .interfaces()
        .filter(|interface| counts(interface))
        .map(|interface| interface.id.clone())
        .collect();
    let carried = scenario.interfaces().filter(|interface| interfaces.contains(&interface.id));
    let groups: BTreeSet<SecurityGroupId> = carried
        .flat_map(|interface| &interface.groups)
        .chain(&facts.joinable)
        .chain(relevant)
        .cloned()
        .collect();
    let matching = |rule: &Rule| may_match(sides, scenario, rule);
    let cut = scenario.edited(|draft| {
        draft.interfaces.retain(|id, _| interfaces.contains(id));
        draft.instances.retain(|_, instance| {
            let kept = instance.interfaces.iter().any(|id| interfaces.contains(id));
            if kept {
                Arc::make_mut(instance).interfaces.retain(|id| interfaces.contains(id));
            }
            kept
        });
        draft.groups.retain(|id, group| {
            let kept = groups.contains(id);
            if kept && !group.rules.iter().all(|rule| matching(rule)) {
                Arc::make_mut(group).rules.retain(|rule| matching(rule));
            }
            kept
        });
    });
    cut.ok()
}

//! The order in which rules are tried.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::model::{
    Direction, GroupType, InnerAccessPolicy, Peer, PortRange, Priority, ProtocolFilter, Rule,
    RulePolicy, Scenario, SecurityGroup, UnreadRule,
};

use super::trace::Outranking;

/// A rule as it is tried: with the place in the order that it takes.
///
/// A rule whose action is not known is tried as both, and one whose priority is not known as the
/// strongest, so that nothing it might decide is overlooked.
#[derive(Debug, Clone)]
pub(super) struct Tried {
    pub(super) policy: RulePolicy,
    pub(super) priority: Priority,
    pub(super) rule: TriedRule,
}

/// What is tried.
#[derive(Debug, Clone)]
pub(super) enum TriedRule {
    /// A rule that is known completely.
    Known(Arc<Rule>),
    /// A rule of which only some parts are known.
    Unread(Arc<UnreadRule>),
    /// Any rule that the group may have besides those known.
    More,
}

impl Tried {
    /// The rule, if it is known.
    pub(super) const fn known(&self) -> Option<&Arc<Rule>> {
        match &self.rule {
            TriedRule::Known(rule) => Some(rule),
            TriedRule::Unread(_) | TriedRule::More => None,
        }
    }

    /// Its peer; any if it is not known.
    pub(super) fn peer(&self) -> Option<&Peer> {
        match &self.rule {
            TriedRule::Known(rule) => Some(&rule.spec.peer),
            TriedRule::Unread(rule) => rule.peer.as_ref(),
            TriedRule::More => None,
        }
    }

    /// Its protocol and ports; all if they are not known.
    pub(super) fn protocol(&self) -> ProtocolFilter {
        match &self.rule {
            TriedRule::Known(rule) => rule.spec.protocol,
            TriedRule::Unread(rule) => rule.protocol.unwrap_or(ProtocolFilter::All),
            TriedRule::More => ProtocolFilter::All,
        }
    }

    /// The filters of which any matches; all traffic if they are not known.
    pub(super) fn filters(&self) -> Vec<ProtocolFilter> {
        match self.known() {
            Some(rule) => rule.spec.filters().collect(),
            None => vec![self.protocol()],
        }
    }

    /// The ranges of its port list, if it has one.
    pub(super) fn listed(&self) -> Option<&[PortRange]> {
        self.known().and_then(|rule| rule.spec.listed())
    }

    /// Whether it may match packets of which the scenario cannot say so.
    pub(super) fn is_uncertain(&self, scenario: &Scenario) -> bool {
        let TriedRule::Known(rule) = &self.rule else { return true };
        match &rule.spec.peer {
            Peer::Cidr(_) => false,
            Peer::Group(id) => scenario.group(id).is_none_or(|group| group.owner.is_some()),
            Peer::PrefixList(id) => scenario.prefix_list(id).is_none_or(|list| list.unread_entries),
        }
    }
}

/// Highest precedence first: the smaller priority number (S-12), then Drop before Accept (S-13).
/// The order of rules that are equal in both never affects a verdict; callers keep them in the
/// order of groups and rules.
pub(super) fn order(a: &Rule, b: &Rule) -> Ordering {
    a.spec.priority.cmp(&b.spec.priority).then(a.spec.policy.cmp(&b.spec.policy))
}

/// The same order for rules that may not be known completely.
pub(super) const fn rank(tried: &Tried) -> (Priority, RulePolicy) {
    (tried.priority, tried.policy)
}

/// Everything that is tried of a group in one direction, in order.
pub(super) fn tried(group: &SecurityGroup, direction: Direction) -> Vec<Tried> {
    let known = group.rules_of(direction).map(|rule| Tried {
        policy: rule.spec.policy,
        priority: rule.spec.priority,
        rule: TriedRule::Known(Arc::clone(rule)),
    });
    let mut all: Vec<Tried> = known.collect();
    let both = [RulePolicy::Drop, RulePolicy::Accept];
    for unread in &group.unread.rules {
        if unread.direction.is_some_and(|own| own != direction) {
            continue;
        }
        let policies = both.into_iter().filter(|policy| unread.policy.is_none_or(|p| p == *policy));
        all.extend(policies.map(|policy| Tried {
            policy,
            priority: unread.priority.unwrap_or(Priority::STRONGEST),
            rule: TriedRule::Unread(Arc::clone(unread)),
        }));
    }
    if group.unread.more_rules {
        all.extend(both.map(|policy| Tried {
            policy,
            priority: Priority::STRONGEST,
            rule: TriedRule::More,
        }));
    }
    all.sort_by_key(rank);
    all
}

/// The rules of one direction of a group in the order in which they are tried. Rules that are equal
/// in that stay in the order in which they were added.
pub fn rules_as_tried(group: &SecurityGroup, direction: Direction) -> Vec<Arc<Rule>> {
    let mut rules: Vec<Arc<Rule>> = group.rules_of(direction).cloned().collect();
    rules.sort_by(|a, b| order(a, b));
    rules
}

/// Why an earlier rule takes precedence over a later one.
pub(super) fn outranking(stronger: &Tried, weaker: &Tried) -> Outranking {
    if stronger.priority != weaker.priority {
        Outranking::Priority
    } else if stronger.policy != weaker.policy {
        Outranking::DropBeforeAccept
    } else {
        Outranking::SameRank
    }
}

/// How much of what is not known is taken to apply. Every verdict lies between the two: what passes
/// in the worst case passes, and what is blocked in the best case is blocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Assume {
    /// What is not known blocks whatever it can and allows nothing.
    Worst,
    /// What is not known allows whatever it can and blocks nothing.
    Best,
}

impl Assume {
    /// Whether a rule is taken to match what it only may match.
    pub(super) const fn extends(self, policy: RulePolicy) -> bool {
        matches!((self, policy), (Self::Worst, RulePolicy::Drop) | (Self::Best, RulePolicy::Accept))
    }
}

/// Whether the intra-group policy of a group connects its members, as far as it is known.
pub(super) fn connects(group: &SecurityGroup) -> Option<bool> {
    match group.group_type {
        GroupType::Advanced => Some(false),
        GroupType::Basic(_) if group.unread.policy => None,
        GroupType::Basic(policy) => Some(policy == InnerAccessPolicy::Accept),
    }
}

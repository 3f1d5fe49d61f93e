//! Ties: an Allow rule that loses to a Deny rule of the same priority.

use crate::model::{Rule, RuleId, RulePolicy, Scenario};

use super::edit::Edit;
use super::side::Side;

/// An Allow rule that loses to a Deny rule only because both have the same priority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The Allow rule.
    pub allow: RuleId,
    /// The Deny rule, which comes first at equal priority.
    pub deny: RuleId,
}

/// The tie that edits end by changing the priority of one of its rules.
pub(super) fn tie(scenario: &Scenario, sides: &[Side<'_>], edits: &[Edit]) -> Option<Tie> {
    edits.iter().find_map(|edit| {
        let Edit::Reprioritise { rule: id, .. } = edit else { return None };
        sides.iter().find_map(|side| {
            let rules = |policy| side.rules(scenario, policy).map(|(_, rule)| rule);
            let applies = |policy| rules(policy).filter(|rule| side.may_match(scenario, rule));
            applies(RulePolicy::Accept).find_map(|allow| {
                let equal = |deny: &&Rule| deny.spec.priority == allow.spec.priority;
                let moved = |deny: &&Rule| allow.id == *id || deny.id == *id;
                let deny = applies(RulePolicy::Drop).filter(equal).find(moved)?;
                Some(Tie { allow: allow.id.clone(), deny: deny.id.clone() })
            })
        })
    })
}

//! The order in which rules are tried.

use std::cmp::Ordering;

use crate::model::Rule;

use super::trace::Outranking;

/// Highest precedence first: the smaller priority number (S-12), then Drop before Accept (S-13).
/// The order of rules that are equal in both never affects a verdict; callers keep them in the
/// order of groups and rules.
pub(super) fn order(a: &Rule, b: &Rule) -> Ordering {
    a.spec.priority.cmp(&b.spec.priority).then(a.spec.policy.cmp(&b.spec.policy))
}

/// Why an earlier rule takes precedence over a later one.
pub(super) fn outranking(stronger: &Rule, weaker: &Rule) -> Outranking {
    if stronger.spec.priority != weaker.spec.priority {
        Outranking::Priority
    } else if stronger.spec.policy != weaker.spec.policy {
        Outranking::DropBeforeAccept
    } else {
        Outranking::SameRank
    }
}

//! The order in which rules are tried.

use std::cmp::Ordering;

use crate::model::Rule;

use super::trace::Outranking;

/// Stronger first: the smaller priority number (S-12), then Drop before Accept (S-13). Rules equal
/// in both never change a verdict; callers keep them in the order of the groups and the rules.
pub(super) fn order(a: &Rule, b: &Rule) -> Ordering {
    a.priority.cmp(&b.priority).then(a.policy.cmp(&b.policy))
}

/// In what a rule that was tried earlier is stronger than a later one.
pub(super) fn outranking(stronger: &Rule, weaker: &Rule) -> Outranking {
    if stronger.priority != weaker.priority {
        Outranking::Priority
    } else if stronger.policy != weaker.policy {
        Outranking::DropBeforeAccept
    } else {
        Outranking::SameRank
    }
}

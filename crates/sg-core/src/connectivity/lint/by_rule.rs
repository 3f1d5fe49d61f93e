//! The views of members, by the rules that match in them.

use std::collections::BTreeMap;

use super::sight::Sight;
use crate::model::RuleId;

/// The views of members in which each rule matches by address, in order.
pub(super) type ByRule<'a> = BTreeMap<&'a RuleId, Vec<&'a Sight<'a>>>;

/// Finds these views.
pub(super) fn by_rule<'a>(sights: &'a [Sight<'a>]) -> ByRule<'a> {
    let mut by_rule = ByRule::new();
    for sight in sights {
        for line in &sight.lines {
            by_rule.entry(&line.rule.id).or_default().push(sight);
        }
    }
    by_rule
}

//! The calls that add rules.

use std::sync::Arc;

use crate::emulator::Call;
use crate::model::{Direction, RegionId, Rule, SecurityGroupId};

/// The maximum number of rules per call (AuthorizeSecurityGroup, 2026-09).
pub(super) const MOST: usize = 100;

/// The calls that add rules to a group, with up to `at_once` rules each.
pub(super) fn authorize_calls(
    region: &RegionId,
    group: &SecurityGroupId,
    direction: Direction,
    rules: &[&Arc<Rule>],
    at_once: usize,
) -> Vec<Call> {
    let calls = rules.chunks(at_once).map(|rules| {
        let rules: Vec<_> =
            rules.iter().map(|rule| (&rule.spec, rule.description.as_str())).collect();
        Call::authorize_rules(region, group, direction, &rules)
    });
    calls.collect()
}

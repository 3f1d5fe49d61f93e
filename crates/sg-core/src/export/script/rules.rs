//! The call that adds rules.

use std::sync::Arc;

use crate::emulator::Call;
use crate::model::{Direction, RegionId, Rule, SecurityGroupId};

/// The maximum number of rules per call (AuthorizeSecurityGroup, 2026-09).
pub(super) const MOST: usize = 100;

/// The call that adds rules to a group, with or without their descriptions.
pub(super) fn authorize_call(
    region: &RegionId,
    group: &SecurityGroupId,
    direction: Direction,
    rules: &[&Arc<Rule>],
    described: bool,
) -> Call {
    let words = |rule: &Rule| if described { rule.description.clone() } else { String::new() };
    let words: Vec<String> = rules.iter().map(|rule| words(rule)).collect();
    let rules: Vec<_> =
        rules.iter().zip(&words).map(|(rule, words)| (&rule.spec, words.as_str())).collect();
    Call::authorize_rules(region, group, direction, &rules)
}

//! The calls that add rules.

use std::sync::Arc;

use crate::emulator::{Call, PermissionForm};
use crate::model::{Direction, PortRange, RegionId, Rule, SecurityGroupId};

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
        let words: Vec<Words> = rules.iter().map(|rule| Words::of(rule)).collect();
        let forms: Vec<PermissionForm<'_>> =
            words.iter().zip(rules).map(|(words, rule)| words.form(rule)).collect();
        Call::authorize(region, group, direction, &forms)
    });
    calls.collect()
}

/// The fields of a rule as owned text, for a form that borrows them.
struct Words {
    protocol: String,
    port_range: String,
    source_port_range: String,
    peer: String,
    own_side: String,
    priority: String,
}

impl Words {
    fn of(rule: &Rule) -> Self {
        let source = rule.protocol.ports().map(|ports| ports.source);
        let source = source.filter(|source| *source != PortRange::ALL);
        Self {
            protocol: rule.protocol.name().to_string(),
            port_range: rule.protocol.port_range_text(),
            source_port_range: source.map(|source| source.to_string()).unwrap_or_default(),
            peer: rule.peer.to_string(),
            own_side: rule.own_side.map(|block| block.to_string()).unwrap_or_default(),
            priority: rule.priority.to_string(),
        }
    }

    fn form<'a>(&'a self, rule: &'a Rule) -> PermissionForm<'a> {
        PermissionForm {
            protocol: &self.protocol,
            port_range: &self.port_range,
            source_port_range: &self.source_port_range,
            peer: &self.peer,
            peer_owner: "",
            own_side: &self.own_side,
            policy: rule.policy.as_str(),
            priority: &self.priority,
            description: &rule.description,
        }
    }
}

//! The API calls that make an edit.

use crate::connectivity::{Edit, RuleFields};
use crate::emulator::{Call, PermissionForm};
use crate::model::{Direction, Rule, RuleId, Scenario, SecurityGroupId};

/// The calls of an edit, in the order in which they are to be made.
pub(super) fn calls(scenario: &Scenario, edit: &Edit) -> Vec<Call> {
    let region = scenario.region();
    match edit {
        Edit::AddRule { group, rule } => vec![authorize(scenario, group, rule, "")],
        Edit::RemoveRule { group, rule } => {
            let found = find(scenario, group, rule);
            found.map(|found| revoke(scenario, group, found)).into_iter().collect()
        }
        // The rule with its new priority comes before the old one goes, so that at no time
        // neither is there.
        Edit::Reprioritise { group, rule, priority } => match find(scenario, group, rule) {
            Some(found) => {
                let moved = RuleFields { priority: *priority, ..RuleFields::from(found) };
                let added = authorize(scenario, group, &moved, &found.description);
                vec![added, revoke(scenario, group, found)]
            }
            None => Vec::new(),
        },
        Edit::SetPolicy { group, policy } => {
            vec![Call::modify_security_group_policy(region, group, *policy)]
        }
        Edit::Join { interface, group } => vec![Call::join_interface(region, interface, group)],
        Edit::Leave { interface, group } => vec![Call::leave_interface(region, interface, group)],
    }
}

fn find<'a>(scenario: &'a Scenario, group: &SecurityGroupId, rule: &RuleId) -> Option<&'a Rule> {
    let group = scenario.group(group)?;
    group.rules.iter().find(|other| other.id == *rule).map(AsRef::as_ref)
}

fn revoke(scenario: &Scenario, group: &SecurityGroupId, rule: &Rule) -> Call {
    Call::revoke(scenario.region(), group, rule.direction, std::slice::from_ref(&rule.id))
}

fn authorize(
    scenario: &Scenario,
    group: &SecurityGroupId,
    rule: &RuleFields,
    description: &str,
) -> Call {
    let ports = rule.protocol.ports();
    let source = ports.map(|ports| ports.source);
    let source = source.filter(|source| *source != crate::model::PortRange::ALL);
    let form = PermissionForm {
        protocol: &rule.protocol.name().to_string(),
        port_range: &rule.protocol.port_range_text(),
        source_port_range: &source.map_or_else(String::new, |source| source.to_string()),
        peer: &rule.peer.to_string(),
        own_side: &rule.own_side.map_or_else(String::new, |block| block.to_string()),
        policy: match rule.policy {
            crate::model::RulePolicy::Accept => "accept",
            crate::model::RulePolicy::Drop => "drop",
        },
        priority: &rule.priority.to_string(),
        description,
    };
    let direction: Direction = rule.direction;
    Call::authorize(scenario.region(), group, direction, &[form])
}

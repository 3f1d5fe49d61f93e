//! Proposed edits as the API calls that make them.

use crate::connectivity::{Edit, Refused};
use crate::emulator::Call;
use crate::model::{NetworkInterfaceId, Rule, RuleId, RuleSpec, Scenario, SecurityGroupId};

/// The calls that make the edits, one after another, beginning at this scene. Every edit is one
/// call, save for a new priority: a rule is added again with it and the old one removed, in this
/// order where quotas allow, so that nothing opens or closes in between.
///
/// Where the region takes no protocol numbers, a rule that names one is refused when it is called.
///
/// # Errors
/// [`Refused`] when an edit does not fit the scene it meets.
pub fn as_calls(scenario: &Scenario, edits: &[Edit]) -> Result<Vec<Call>, Refused> {
    let mut calls = Vec::new();
    let mut scenario = scenario.clone();
    for edit in edits {
        let after = edit.apply(&scenario)?;
        calls.extend(calls_of(&scenario, edit));
        scenario = after;
    }
    Ok(calls)
}

fn calls_of(scenario: &Scenario, edit: &Edit) -> Vec<Call> {
    let region = scenario.region();
    match edit {
        Edit::AddRule { group, rule } => vec![authorize(scenario, group, rule, "")],
        Edit::RemoveRule { group, rule } => {
            revoke(scenario, group, rule).map_or_else(Vec::new, |(_, call)| vec![call])
        }
        Edit::Reprioritise { group, rule, priority } => {
            let Some((old, revoke)) = revoke(scenario, group, rule) else { return Vec::new() };
            let moved = RuleSpec { priority: *priority, ..old.spec.clone() };
            let add = authorize(scenario, group, &moved, &old.description);
            let room = Edit::AddRule { group: group.clone(), rule: moved }.apply(scenario).is_ok();
            if room { vec![add, revoke] } else { vec![revoke, add] }
        }
        Edit::SetPolicy { group, policy } => {
            vec![Call::modify_security_group_policy(region, group, *policy)]
        }
        Edit::Join { interface, group } => vec![join_call(scenario, interface, group)],
        Edit::Leave { interface, group } => vec![leave_call(scenario, interface, group)],
    }
}

/// JoinSecurityGroup for an interface, which goes by its instance where it is the primary one.
pub fn join_call(
    scenario: &Scenario,
    interface: &NetworkInterfaceId,
    group: &SecurityGroupId,
) -> Call {
    match primary_of(scenario, interface) {
        Some(instance) => Call::join_instance(scenario.region(), instance, group),
        None => Call::join_interface(scenario.region(), interface, group),
    }
}

/// LeaveSecurityGroup for an interface, which goes by its instance where it is the primary one.
pub fn leave_call(
    scenario: &Scenario,
    interface: &NetworkInterfaceId,
    group: &SecurityGroupId,
) -> Call {
    match primary_of(scenario, interface) {
        Some(instance) => Call::leave_instance(scenario.region(), instance, group),
        None => Call::leave_interface(scenario.region(), interface, group),
    }
}

/// The instance whose primary interface it is: memberships of that one go by the instance.
fn primary_of<'a>(
    scenario: &'a Scenario,
    interface: &NetworkInterfaceId,
) -> Option<&'a crate::model::InstanceId> {
    let instance = scenario.instance_of(interface)?;
    (instance.primary() == Some(interface)).then_some(&instance.id)
}

fn revoke<'a>(
    scenario: &'a Scenario,
    group: &SecurityGroupId,
    rule: &RuleId,
) -> Option<(&'a Rule, Call)> {
    let old = scenario.group(group)?.rules.iter().find(|other| other.id == *rule)?;
    let rules = std::slice::from_ref(rule);
    Some((old.as_ref(), Call::revoke(scenario.region(), group, old.spec.direction, rules)))
}

fn authorize(
    scenario: &Scenario,
    group: &SecurityGroupId,
    rule: &RuleSpec,
    description: &str,
) -> Call {
    Call::authorize_rules(scenario.region(), group, rule.direction, &[(rule, description)])
}

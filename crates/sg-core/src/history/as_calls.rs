//! Converts proposed edits to the API calls that make them.

use crate::connectivity::{Edit, Refused};
use crate::emulator::Call;
use crate::model::{NetworkInterfaceId, Rule, RuleId, RuleSpec, Scenario, SecurityGroupId};

/// The calls that make the edits in sequence, starting from this scenario. Every edit is one call,
/// except a change of priority: the rule is added again with the new priority and the old one is
/// removed, in this order if quotas allow, so that access does not change in between.
///
/// In a region that does not accept protocol numbers, a call with such a rule is refused.
///
/// # Errors
/// [`Refused`] if an edit does not fit the scenario it is applied to.
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

/// The JoinSecurityGroup call for an interface; a primary interface is identified by its instance.
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

/// The LeaveSecurityGroup call for an interface; a primary interface is identified by its instance.
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

/// The call that puts an interface into exactly these groups: ModifyInstanceAttribute for a primary
/// interface, ModifyNetworkInterfaceAttribute for any other.
pub fn set_groups_call<'a>(
    scenario: &Scenario,
    interface: &NetworkInterfaceId,
    groups: impl IntoIterator<Item = &'a SecurityGroupId>,
) -> Call {
    match primary_of(scenario, interface) {
        Some(instance) => Call::set_groups_of_instance(instance, groups),
        None => Call::set_groups_of_interface(scenario.region(), interface, groups),
    }
}

/// The instance whose primary interface this is. Calls for a primary interface name the instance.
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

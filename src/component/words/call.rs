//! Calls in words: the edit that they make, with its rule or its member.

use crate::hooks::Session;
use crate::text::{connectivity as text, groups};
use sg_core::connectivity::Edit as Proposed;
use sg_core::emulator::{Action as Operation, Call, new_rules};
use sg_core::explain::{edits_in_words, plain};
use sg_core::language::Language;
use sg_core::model::{
    InnerAccessPolicy, InstanceId, NetworkInterfaceId, Priority, RuleId, Scenario, SecurityGroupId,
};

/// A call in short form. `scenario` is the one before it, which still has what the call removes.
pub(crate) fn describe_call(session: &Session, scenario: &Scenario, call: &Call) -> String {
    if let Some(words) = describe_policy(session, scenario, call) {
        return words;
    }
    let group = group_of(scenario, call);
    if let Some(edit) = as_edit(scenario, call) {
        return plain(&edits_in_words(scenario, &[edit], session.language));
    }
    if let Some(words) = moved(session, scenario, call) {
        return words;
    }
    let name = call.params.get("SecurityGroupName").unwrap_or_default();
    let known = [
        (Operation::AuthorizeSecurityGroup, text::ADD_RULES, group),
        (Operation::AuthorizeSecurityGroupEgress, text::ADD_RULES, group),
        (Operation::RevokeSecurityGroup, text::REMOVE_RULES, group),
        (Operation::RevokeSecurityGroupEgress, text::REMOVE_RULES, group),
        (Operation::ModifySecurityGroupRule, text::CHANGE_RULE, group),
        (Operation::ModifySecurityGroupEgressRule, text::CHANGE_RULE, group),
        (Operation::CreateSecurityGroup, text::CREATE_GROUP, name),
        (Operation::DeleteSecurityGroup, text::DELETE_GROUP, group),
    ];
    match known.into_iter().find(|(action, ..)| *action == call.action) {
        Some((_, words, group)) => session.fill(words, &[("group", group)]).trim_end().to_owned(),
        None => {
            let named = ["PrefixListName", "PrefixListId", "NetworkInterfaceId", "InstanceId"];
            let subject = named.into_iter().find_map(|name| call.params.get(name));
            let subject = if group.is_empty() { subject.unwrap_or_default() } else { group };
            format!("{} {subject}", call.action.as_str()).trim_end().to_owned()
        }
    }
}

/// The same for a policy change alone.
pub(crate) fn describe_policy(
    session: &Session,
    scenario: &Scenario,
    call: &Call,
) -> Option<String> {
    let policy = call.params.get("InnerAccessPolicy")?;
    let values = [("group", group_of(scenario, call)), ("what", policy_word(session, policy))];
    Some(session.fill(text::SET_POLICY, &values))
}

/// The name of the group of a call.
fn group_of<'a>(scenario: &'a Scenario, call: &'a Call) -> &'a str {
    let id = call.params.get("SecurityGroupId").unwrap_or_default();
    scenario.groups().find(|group| group.id.as_str() == id).map_or(id, |group| group.label())
}

/// A call that replaces the groups of an instance or of an interface.
fn moved(session: &Session, scenario: &Scenario, call: &Call) -> Option<String> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "no other call replaces groups")]
    let (member, list) = match call.action {
        Operation::ModifyInstanceAttribute => ("InstanceId", "SecurityGroupIds"),
        Operation::ModifyNetworkInterfaceAttribute => ("NetworkInterfaceId", "SecurityGroupId"),
        _ => return None,
    };
    let label = |id: &str| {
        let group = scenario.groups().find(|group| group.id.as_str() == id);
        group.map_or(id, |group| group.label()).to_owned()
    };
    let groups: Vec<String> = call.params.list(list).into_values().map(label).collect();
    let id = call.params.get(member)?;
    let instance = scenario.instances().find(|instance| instance.id.as_str() == id);
    let member = instance.map_or(id, |instance| instance.label());
    let groups = groups.join(", ");
    let named = [("member", member), ("groups", groups.as_str())];
    (!groups.is_empty()).then(|| session.fill(text::MOVE_MEMBER, &named))
}

/// The edit that a call makes, if it is one that can be said with its rule or member.
fn as_edit(scenario: &Scenario, call: &Call) -> Option<Proposed> {
    let params = &call.params;
    let group = SecurityGroupId::parse(params.get("SecurityGroupId")?).ok()?;
    let rule = |name: &str| RuleId::parse(params.get(name)?).ok();
    #[expect(clippy::wildcard_enum_match_arm, reason = "any other call is said by its name")]
    match call.action {
        Operation::AuthorizeSecurityGroup | Operation::AuthorizeSecurityGroupEgress => {
            let [rule] = <[_; 1]>::try_from(new_rules(call)).ok()?;
            Some(Proposed::AddRule { group, rule })
        }
        Operation::RevokeSecurityGroup | Operation::RevokeSecurityGroupEgress => {
            let several = params.get("SecurityGroupRuleId.2").is_some();
            let rule = rule("SecurityGroupRuleId.1").filter(|_| !several)?;
            Some(Proposed::RemoveRule { group, rule })
        }
        Operation::ModifySecurityGroupRule | Operation::ModifySecurityGroupEgressRule => {
            // Region, group and rule ids, and the priority alone.
            let priority = params.get("Priority").filter(|_| params.iter().count() == 4)?;
            let priority = Priority::parse(priority).ok()?;
            Some(Proposed::Reprioritise { group, rule: rule("SecurityGroupRuleId")?, priority })
        }
        Operation::JoinSecurityGroup => {
            Some(Proposed::Join { interface: interface_of(scenario, call)?, group })
        }
        Operation::LeaveSecurityGroup => {
            Some(Proposed::Leave { interface: interface_of(scenario, call)?, group })
        }
        _ => None,
    }
}

/// The interface that a call names, itself or by its instance.
fn interface_of(scenario: &Scenario, call: &Call) -> Option<NetworkInterfaceId> {
    if let Some(id) = call.params.get("NetworkInterfaceId") {
        return NetworkInterfaceId::parse(id).ok();
    }
    let instance = InstanceId::parse(call.params.get("InstanceId")?).ok()?;
    scenario.instance(&instance)?.primary().cloned()
}

/// A policy by its value, with the console's term in Chinese; any other text unchanged.
fn policy_word<'a>(session: &Session, policy: &'a str) -> &'a str {
    let known = [InnerAccessPolicy::Accept, InnerAccessPolicy::Drop]
        .into_iter()
        .find(|known| known.as_str().eq_ignore_ascii_case(policy));
    match (session.language, known) {
        (Language::Zh, Some(InnerAccessPolicy::Accept)) => session.say(groups::ACCEPT_MEANS),
        (Language::Zh, Some(InnerAccessPolicy::Drop)) => session.say(groups::DROP_MEANS),
        (Language::En, _) | (Language::Zh, None) => policy,
    }
}

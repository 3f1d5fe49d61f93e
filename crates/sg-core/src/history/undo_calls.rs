//! The calls that take proposed edits back once they are made.

use crate::connectivity::{Edit, Refused};
use crate::emulator::{Action, Call, Env, answer};
use crate::model::{
    Direction, GroupType, Rule, RuleId, RuleSpec, Scenario, SecurityGroup, Timestamp,
};

use super::as_calls::{join_call, leave_call};

/// The calls that lead back to a scenario from the one after the edits, in order; rules that come
/// back have new ids. `None` if no call can, because the emulator refuses it (a priority that cannot
/// be written again, for example), or because a policy was not known.
///
/// A rule that was added is named by what it says, because its id is known only afterwards.
///
/// # Errors
/// [`Refused`] if an edit does not fit the scenario it is applied to.
pub fn undo_calls(scenario: &Scenario, edits: &[Edit]) -> Result<Option<Vec<Call>>, Refused> {
    let mut back = Some(Vec::new());
    let mut scenario = scenario.clone();
    for edit in edits {
        let after = edit.apply(&scenario)?;
        let group = scenario.group(edit.group()).map(AsRef::as_ref);
        let ways = group.and_then(|group| ways_back(&scenario, group, edit)).unwrap_or_default();
        let calls = ways.into_iter().find(|calls| are_accepted(&after, calls));
        back = back.zip(calls).map(|(later, mut calls): (Vec<Call>, Vec<Call>)| {
            calls.extend(later);
            calls
        });
        scenario = after;
    }
    Ok(back)
}

fn are_accepted(scenario: &Scenario, calls: &[Call]) -> bool {
    let env = |entropy| Env { now: Timestamp::from_unix_seconds(0), entropy };
    let mut numbered = (0_u64..).zip(calls);
    let all = numbered.try_fold(scenario.clone(), |scenario, (number, call)| {
        answer(&scenario, call, &env(number)).map(|answer| answer.scenario)
    });
    all.is_ok()
}

/// The lists of calls that each take an edit back, the first choice first.
fn ways_back(scenario: &Scenario, group: &SecurityGroup, edit: &Edit) -> Option<Vec<Vec<Call>>> {
    let region = scenario.region();
    Some(match edit {
        Edit::AddRule { rule, .. } => vec![vec![revoke_by_fields(scenario, group, rule)]],
        Edit::RemoveRule { rule, .. } => {
            vec![vec![add_again(scenario, group, rule_of(group, rule)?)]]
        }
        Edit::Reprioritise { rule, priority, .. } => {
            let old = rule_of(group, rule)?;
            let moved = RuleSpec { priority: *priority, ..old.spec.clone() };
            let (add, revoke) =
                (add_again(scenario, group, old), revoke_by_fields(scenario, group, &moved));
            // In the first order access does not change in between; a quota may not leave room.
            vec![vec![add.clone(), revoke.clone()], vec![revoke, add]]
        }
        Edit::SetPolicy { .. } => match group.group_type {
            GroupType::Basic(policy) if !group.unread.policy => {
                vec![vec![Call::modify_security_group_policy(region, &group.id, policy)]]
            }
            GroupType::Basic(_) | GroupType::Advanced => return None,
        },
        Edit::Join { interface, .. } => vec![vec![leave_call(scenario, interface, &group.id)]],
        Edit::Leave { interface, .. } => vec![vec![join_call(scenario, interface, &group.id)]],
    })
}

fn rule_of<'a>(group: &'a SecurityGroup, id: &RuleId) -> Option<&'a Rule> {
    group.rules.iter().find(|rule| rule.id == *id).map(AsRef::as_ref)
}

fn add_again(scenario: &Scenario, group: &SecurityGroup, rule: &Rule) -> Call {
    let rules = [(&rule.spec, rule.description.as_str())];
    Call::authorize_rules(scenario.region(), &group.id, rule.spec.direction, &rules)
}

fn revoke_by_fields(scenario: &Scenario, group: &SecurityGroup, rule: &RuleSpec) -> Call {
    let direction = rule.direction;
    let added = Call::authorize_rules(scenario.region(), &group.id, direction, &[(rule, "")]);
    let action = match direction {
        Direction::Ingress => Action::RevokeSecurityGroup,
        Direction::Egress => Action::RevokeSecurityGroupEgress,
    };
    Call { action, ..added }
}

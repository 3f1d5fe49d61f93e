//! What a solution of a lesson is like, as conditions under which a reason is true of other solutions.

use crate::emulator::Effect;
use crate::goal::Directory;
use crate::history::{Edit, History};
use crate::model::{Scenario, SecurityGroup};

use super::Lesson;
use super::course::wire::{CallWire, ClaimWire, GoalWire, GroupWire, MemberWire, PolicyWire};
use super::course::{Attempt, Claim, deciding};

/// The conditions that a solution meets: the policies, members and groups that it left otherwise, the
/// groups whose rules it changed, and the statement that decides about each goal.
///
/// `goals` are those of the lesson, as its file has them.
pub fn conditions(lesson: &Lesson, goals: &[GoalWire], history: &History) -> Vec<ClaimWire> {
    let attempt = Attempt::of(history);
    let (before, after) = (&*lesson.scenario, &**attempt.scenario());
    let mut found = Vec::new();
    groups(before, after, &mut found);
    members(before, after, &mut found);
    rules(before, after, &attempt, &mut found);
    let directory = &mut Directory::new(after);
    for (goal, wire) in lesson.goals.iter().zip(goals) {
        let (Claim::Traffic { ways, .. }, Some(traffic)) = (&goal.claim, &wire.claim.traffic)
        else {
            continue;
        };
        let mut clauses = Vec::new();
        for way in ways {
            clauses.extend(deciding(directory, way).unwrap_or_default());
        }
        clauses.dedup();
        if let [only] = clauses.as_slice() {
            let mut traffic = traffic.clone();
            traffic.clause = Some(only.to_string());
            found.push(ClaimWire { traffic: Some(traffic), ..ClaimWire::default() });
        }
    }
    found
}

/// The numbers of the statements that conditions name, each once.
pub fn statements(conditions: &[ClaimWire]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for clause in conditions.iter().filter_map(|own| own.traffic.as_ref()?.clause.as_ref()) {
        if !found.contains(clause) {
            found.push(clause.clone());
        }
    }
    found
}

/// Groups with another policy, new ones and those that are gone.
fn groups(before: &Scenario, after: &Scenario, found: &mut Vec<ClaimWire>) {
    for group in before.groups() {
        let Some(now) = after.group(&group.id) else {
            let gone = GroupWire { name: name_of(before, group), exists: false };
            found.push(ClaimWire { group: Some(gone), ..ClaimWire::default() });
            continue;
        };
        let is = now.group_type.inner_access_policy();
        if is != group.group_type.inner_access_policy() {
            let policy = PolicyWire { group: name_of(before, group), is: is.as_str().to_owned() };
            found.push(ClaimWire { policy: Some(policy), ..ClaimWire::default() });
        }
    }
    for group in after.groups().filter(|group| before.group(&group.id).is_none()) {
        let new = GroupWire { name: name_of(after, group), exists: true };
        found.push(ClaimWire { group: Some(new), ..ClaimWire::default() });
    }
}

/// Instances that joined or left groups with their primary interface.
fn members(before: &Scenario, after: &Scenario, found: &mut Vec<ClaimWire>) {
    for instance in before.instances() {
        let now = after.instances().find(|own| own.id == instance.id);
        let interface = |scenario: &Scenario| {
            let id = now.filter(|now| now.primary() == instance.primary())?.primary()?;
            scenario.interface(id).map(|interface| interface.groups.clone())
        };
        let Some((old, new)) = interface(before).zip(interface(after)) else { continue };
        let mut same = before.instances().filter(|own| own.name == instance.name);
        let named = !instance.name.is_empty() && same.nth(1).is_none();
        let name = if named { instance.name.clone() } else { instance.id.to_string() };
        let left = old.iter().filter(|id| !new.contains(*id)).map(|id| (before, id, false));
        let joined = new.iter().filter(|id| !old.contains(*id)).map(|id| (after, id, true));
        for (scenario, id, is) in left.chain(joined) {
            let Some(group) = scenario.group(id) else { continue };
            let group = name_of(scenario, group);
            let member = MemberWire { instance: name.clone(), group, is };
            found.push(ClaimWire { member: Some(member), ..ClaimWire::default() });
        }
    }
}

/// The calls that changed rules, each operation once for each group.
fn rules(before: &Scenario, after: &Scenario, attempt: &Attempt<'_>, found: &mut Vec<ClaimWire>) {
    for edit in attempt.changes() {
        let Edit::Call(call) = edit else { continue };
        let changes = call.action.effect() == Effect::ChangesRules;
        let Some(id) = call.params.get("SecurityGroupId").filter(|_| changes) else { continue };
        let rules = |scenario: &Scenario| {
            let group = scenario.groups().find(|group| group.id.as_str() == id);
            group.map(|group| group.rules.clone())
        };
        // A rule that was added and removed again is not part of the solution.
        if rules(before).is_none() || rules(before) == rules(after) {
            continue;
        }
        let call = CallWire {
            action: Some(call.action.as_str().to_owned()),
            with: [("SecurityGroupId".to_owned(), id.to_owned())].into(),
            fresh: false,
            answer: "200".to_owned(),
        };
        let claim = ClaimWire { call: Some(call), ..ClaimWire::default() };
        if !found.contains(&claim) {
            found.push(claim);
        }
    }
}

/// The name of a group or, if another one has it too, its id.
fn name_of(scenario: &Scenario, group: &SecurityGroup) -> String {
    let same = scenario.groups().filter(|own| own.name == group.name).count();
    match !group.name.is_empty() && same == 1 {
        true => group.name.clone(),
        false => group.id.to_string(),
    }
}

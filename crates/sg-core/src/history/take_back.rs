//! The calls that take the edits of a log back, tried on the emulator.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::compare::{Difference, configured};
use crate::emulator::{self, ApiError, Call, Env, GroupForm, Params, Value};
use crate::model::{Peer, RuleId, Scenario, SecurityGroup, SecurityGroupId};
use crate::request::snippet::cli::names_an_id;

use super::{History, join_call, leave_call};

mod rules;

/// The way back from the end of a log to its start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    /// The calls, in order. Where one creates a group or a rule again, those after it use the ID
    /// that the emulator gave it; the cloud gives another one.
    pub calls: Vec<Call>,
    /// The first call that the API would refuse; the calls end before it.
    pub refused: Option<(Call, ApiError)>,
    /// What still differs from the start after the calls, apart from generated IDs, creation times
    /// and the order of rules. Empty if the way back is complete.
    pub remaining: Vec<Difference>,
}

/// The calls that take back every step up to the current position, the last one first. Topology
/// edits, which no call makes, are left as they are. `env` is the time and entropy of the trial.
pub fn take_back(history: &History, env: &Env) -> TakenBack {
    let mut back = Trial {
        scenario: history.scenario().as_ref().clone(),
        first: history
            .scenario_at(0)
            .groups()
            .flat_map(|group| &group.rules)
            .map(|rule| rule.id.clone())
            .collect(),
        ids: BTreeMap::new(),
        calls: Vec::new(),
        env: *env,
    };
    let mut refused = None;
    for position in (0..history.position()).rev() {
        let (before, after) = (history.scenario_at(position), history.scenario_at(position + 1));
        if Arc::ptr_eq(before, after) {
            continue;
        }
        if let Err(fault) = back.step(before, after) {
            refused = Some(*fault);
            break;
        }
    }
    let remaining = configured(history.scenario_at(0), &back.with_first_ids());
    TakenBack { calls: back.calls, refused, remaining }
}

/// A call that the emulator refuses.
type Fault = Box<(Call, ApiError)>;

/// The scenario on the way back.
struct Trial {
    scenario: Scenario,
    /// The rules at the start of the log.
    first: BTreeSet<RuleId>,
    /// The IDs of groups and rules that were created again, by their first IDs.
    ids: BTreeMap<String, String>,
    calls: Vec<Call>,
    env: Env,
}

impl Trial {
    /// Takes back what one step changed.
    fn step(&mut self, before: &Scenario, after: &Scenario) -> Result<(), Fault> {
        for group in before.groups().filter(|group| after.group(&group.id).is_none()) {
            self.create(before, group)?;
        }
        for old in before.groups() {
            if let Some(new) = after.group(&old.id).filter(|new| !Arc::ptr_eq(new, old)) {
                self.group(before, old, new)?;
            }
        }
        self.members(before, after)?;
        for group in after.groups().filter(|group| before.group(&group.id).is_none()) {
            self.call(&Call::delete_security_group(after.region(), &group.id))?;
        }
        Ok(())
    }

    /// Makes a call, with the IDs as they are now.
    fn call(&mut self, call: &Call) -> Result<Option<String>, Fault> {
        let call = self.translated(call);
        let env = Env {
            entropy: self.env.entropy.wrapping_add(self.calls.len().try_into().unwrap_or(u64::MAX)),
            ..self.env
        };
        match emulator::answer(&self.scenario, &call, &env) {
            Ok(answer) => {
                let made = answer.reply.get("SecurityGroupId").and_then(Value::as_text);
                let made = made.map(str::to_owned);
                self.scenario = answer.scenario;
                self.calls.push(call);
                Ok(made)
            }
            Err(error) => Err(Box::new((call, error))),
        }
    }

    fn translated(&self, call: &Call) -> Call {
        let own = |(name, value): (&str, &str)| {
            let here = self.ids.get(value).filter(|_| names_an_id(name));
            (name.to_owned(), here.map_or(value, String::as_str).to_owned())
        };
        Call { action: call.action, params: call.params.iter().map(own).collect::<Params>() }
    }

    /// Creates a group again that a step deleted.
    fn create(&mut self, before: &Scenario, group: &SecurityGroup) -> Result<(), Fault> {
        let form = GroupForm {
            vpc: group.vpc.as_str(),
            group_type: group.group_type.as_str(),
            name: &group.name,
            description: &group.description,
            managed: false,
        };
        let mut call = Call::create_security_group(before.region(), &form);
        for (number, (key, value)) in (1_u32..).zip(&group.labels.tags) {
            call.params.set(format!("Tag.{number}.Key"), key.as_str());
            call.params.set(format!("Tag.{number}.Value"), value.as_str());
        }
        if let Some(resource_group) = &group.labels.resource_group {
            call.params.set("ResourceGroupId", resource_group.as_str());
        }
        if let Some(id) = self.call(&call)? {
            self.ids.insert(group.id.to_string(), id);
        }
        let made = self.here(&group.id).and_then(|id| self.scenario.group(&id)).cloned();
        if made.is_some_and(|made| made.group_type != group.group_type) {
            self.policy(before, group)?;
        }
        for rule in &group.rules {
            self.authorize(before, &group.id, rule)?;
        }
        Ok(())
    }

    /// The group that has this first ID now.
    fn here(&self, id: &SecurityGroupId) -> Option<SecurityGroupId> {
        match self.ids.get(id.as_str()) {
            Some(here) => SecurityGroupId::parse(here).ok(),
            None => Some(id.clone()),
        }
    }

    fn policy(&mut self, before: &Scenario, group: &SecurityGroup) -> Result<(), Fault> {
        let policy = group.group_type.inner_access_policy();
        let call = Call::modify_security_group_policy(before.region(), &group.id, policy);
        self.call(&call).map(drop)
    }

    /// Joins come first, because an interface is always in a group.
    fn members(&mut self, before: &Scenario, after: &Scenario) -> Result<(), Fault> {
        let moved: Vec<_> = before
            .interfaces()
            .filter_map(|old| Some((old, after.interface(&old.id)?)))
            .filter(|(old, new)| old.groups != new.groups)
            .collect();
        for (old, new) in &moved {
            for group in old.groups.difference(&new.groups) {
                self.call(&join_call(before, &old.id, group))?;
            }
        }
        for (old, new) in &moved {
            for group in new.groups.difference(&old.groups) {
                self.call(&leave_call(before, &old.id, group))?;
            }
        }
        Ok(())
    }

    /// The scenario with the first IDs of groups that were created again.
    fn with_first_ids(&self) -> Scenario {
        let first: BTreeMap<&str, &str> =
            self.ids.iter().map(|(first, here)| (here.as_str(), first.as_str())).collect();
        let own = |id: &SecurityGroupId| {
            let first = first.get(id.as_str()).and_then(|first| SecurityGroupId::parse(first).ok());
            first.unwrap_or_else(|| id.clone())
        };
        if !self.scenario.groups().any(|group| own(&group.id) != group.id) {
            return self.scenario.clone();
        }
        let renamed = self.scenario.edited(|draft| {
            let groups = std::mem::take(&mut draft.groups);
            for (id, mut group) in groups {
                let changed = Arc::make_mut(&mut group);
                changed.id = own(&id);
                for rule in &mut changed.rules {
                    if let Peer::Group(peer) = &mut Arc::make_mut(rule).spec.peer {
                        *peer = own(peer);
                    }
                }
                draft.groups.insert(changed.id.clone(), group);
            }
            for interface in draft.interfaces.values_mut() {
                let interface = Arc::make_mut(interface);
                interface.groups = interface.groups.iter().map(&own).collect();
            }
        });
        renamed.unwrap_or_else(|_| self.scenario.clone())
    }
}

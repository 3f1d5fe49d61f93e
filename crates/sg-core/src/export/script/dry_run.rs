//! A dry run of every call on the emulator, starting from the instances without the groups that the
//! script creates.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexSet;

use crate::emulator::{Call, Env, Params, Value, answer};
use crate::model::{
    GroupType, InnerAccessPolicy, Labels, LimitId, NetworkInterfaceId, Peer, Scenario,
    ScenarioDraft, SecurityGroup, SecurityGroupId, Timestamp, Unread, VpcId, quota,
};
use crate::request::snippet::cli::names_an_id;

/// A group that holds interfaces before the script runs, because an interface always has a group.
#[derive(Debug, Clone)]
pub(super) struct Start {
    pub(super) id: SecurityGroupId,
    pub(super) vpc: VpcId,
    pub(super) advanced: bool,
    members: Vec<NetworkInterfaceId>,
}

/// The scenario as it would be after the calls so far.
pub(super) struct DryRun {
    /// `None` if no such scenario is possible; then every call counts as accepted.
    scenario: Option<Scenario>,
    starts: Vec<Start>,
    /// The id that the emulator gave to each group, by its id in the original scenario.
    ids: BTreeMap<String, String>,
    /// The id of the group created last.
    last: Option<String>,
    calls: u64,
}

impl DryRun {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let starts = starts(scenario);
        let scenario = Scenario::new(before(scenario, &starts)).ok();
        Self { scenario, starts, ids: BTreeMap::new(), last: None, calls: 0 }
    }

    pub(super) fn starts(&self) -> &[Start] {
        &self.starts
    }

    /// The group an interface starts in; `None` if a managed group keeps the interface.
    pub(super) fn start_of(&self, interface: &NetworkInterfaceId) -> Option<SecurityGroupId> {
        let start = self.starts.iter().find(|start| start.members.contains(interface))?;
        Some(start.id.clone())
    }

    /// Whether the service would accept a call now.
    ///
    /// # Errors
    /// The error code of a rejected call.
    pub(super) fn would(&self, call: &Call) -> Result<(), &'static str> {
        let Some(scenario) = &self.scenario else { return Ok(()) };
        let tried = answer(scenario, &self.here(call), &self.env());
        tried.map(drop).map_err(|error| error.code())
    }

    /// Executes a call.
    ///
    /// # Errors
    /// The error code of a rejected call.
    pub(super) fn call(&mut self, call: &Call) -> Result<(), &'static str> {
        let Some(scenario) = &self.scenario else { return Ok(()) };
        let answer =
            answer(scenario, &self.here(call), &self.env()).map_err(|error| error.code())?;
        let made = answer.reply.get("SecurityGroupId").and_then(Value::as_text);
        self.last = made.map(str::to_owned);
        self.scenario = Some(answer.scenario);
        self.calls += 1;
        Ok(())
    }

    /// Records that the previous call created the group with this id in the original scenario.
    pub(super) fn made(&mut self, id: &str) {
        if let Some(here) = self.last.take() {
            self.ids.insert(id.to_owned(), here);
        }
    }

    fn env(&self) -> Env {
        Env { now: Timestamp::from_unix_seconds(0), entropy: self.calls }
    }

    /// A call with its ids translated to those of the dry run.
    fn here(&self, call: &Call) -> Call {
        let own = |(name, value): (&str, &str)| {
            let here = self.ids.get(value).filter(|_| names_an_id(name));
            (name.to_owned(), here.map_or(value, String::as_str).to_owned())
        };
        Call { action: call.action, params: call.params.iter().map(own).collect::<Params>() }
    }
}

/// One group for the interfaces of a VPC that join basic groups, and one for those that join
/// advanced groups. Interfaces in managed groups need none.
fn starts(scenario: &Scenario) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::new();
    for interface in scenario.interfaces() {
        let mut groups = interface.groups.iter().filter_map(|id| scenario.group(id));
        if interface.holder.is_some() || groups.clone().any(|group| group.is_read_only()) {
            continue;
        }
        let advanced = groups.any(|group| group.group_type == GroupType::Advanced);
        let same = |start: &&mut Start| start.vpc == interface.vpc && start.advanced == advanced;
        if let Some(start) = starts.iter_mut().find(same) {
            start.members.push(interface.id.clone());
            continue;
        }
        let name = format!("sg-start{}", starts.len() + 1);
        if let Some(id) = free_id(scenario, &name) {
            let (vpc, members) = (interface.vpc.clone(), vec![interface.id.clone()]);
            starts.push(Start { id, vpc, advanced, members });
        }
    }
    starts
}

fn free_id(scenario: &Scenario, name: &str) -> Option<SecurityGroupId> {
    let ids = (0..=scenario.groups().len()).filter_map(|more| {
        let id = SecurityGroupId::parse(&format!("{name}{}", "x".repeat(more))).ok()?;
        scenario.group(&id).is_none().then_some(id)
    });
    ids.into_iter().next()
}

/// The scenario before the script runs: everything it cannot create.
fn before(scenario: &Scenario, starts: &[Start]) -> ScenarioDraft {
    let mut draft = scenario.parts().clone();
    draft.groups.retain(|_, group| group.is_read_only());
    let kept: IndexSet<SecurityGroupId> = draft.groups.keys().cloned().collect();
    for group in draft.groups.values_mut() {
        // A managed group may reference a group that does not exist yet.
        let known = |peer: &Peer| match peer {
            Peer::Group(id) => kept.contains(id),
            Peer::Cidr(_) | Peer::PrefixList(_) => true,
        };
        if !group.rules.iter().all(|rule| known(&rule.spec.peer)) {
            Arc::make_mut(group).rules.retain(|rule| known(&rule.spec.peer));
        }
    }
    for start in starts {
        let group_type = match start.advanced {
            true => GroupType::Advanced,
            false => GroupType::Basic(InnerAccessPolicy::Accept),
        };
        let group = empty(start.id.clone(), start.vpc.clone(), group_type, Labels::default());
        draft.groups.insert(start.id.clone(), Arc::new(group));
    }
    stand_in(scenario, &mut draft);
    for interface in draft.interfaces.values_mut() {
        let start = starts.iter().find(|start| start.members.contains(&interface.id));
        let groups = match start {
            Some(start) => std::iter::once(start.id.clone()).collect(),
            None => interface.groups.iter().filter(|id| kept.contains(*id)).cloned().collect(),
        };
        Arc::make_mut(interface).groups = groups;
    }
    // A service creates its interfaces itself, in groups that are not there yet.
    draft.interfaces.retain(|_, own| own.holder.is_none() || !own.groups.is_empty());
    for (limit, used) in quota::exceeded(&draft) {
        if let Some(most) = limit.most() {
            // What no account can have was no scenario to begin with.
            let _ = draft.quotas.raise(limit, used.min(most));
        }
    }
    draft
}

/// The emulator knows the resource groups that its groups are in. Those of the scenario exist before
/// the script runs, so each has a group here that stands for it. Such groups and those that the
/// interfaces start in take no room from the groups of the script.
fn stand_in(scenario: &Scenario, draft: &mut ScenarioDraft) {
    for (number, group) in (1..).zip(scenario.groups()) {
        let Some(resource_group) = &group.labels.resource_group else { continue };
        let Some(id) = free_id(scenario, &format!("sg-resource-group{number}")) else { continue };
        let labels = Labels { resource_group: Some(resource_group.clone()), ..Labels::default() };
        let known =
            |own: &Arc<SecurityGroup>| own.labels.resource_group.as_ref() == Some(resource_group);
        if !draft.groups.values().any(known) {
            let group = empty(id.clone(), group.vpc.clone(), GroupType::Advanced, labels);
            draft.groups.insert(id, Arc::new(group));
        }
    }
    let needed = draft.groups.len() + scenario.groups().len();
    if needed > draft.quotas.get(LimitId::GroupsPerRegion)
        && let Some(most) = LimitId::GroupsPerRegion.most()
    {
        // Raising fails only for a number that is no raise.
        let _ = draft.quotas.raise(LimitId::GroupsPerRegion, needed.min(most));
    }
}

/// A group without rules.
fn empty(id: SecurityGroupId, vpc: VpcId, group_type: GroupType, labels: Labels) -> SecurityGroup {
    SecurityGroup {
        id,
        name: String::new(),
        description: String::new(),
        vpc,
        group_type,
        service_managed: false,
        labels,
        rules: Vec::new(),
        created: Timestamp::from_unix_seconds(0),
        owner: None,
        unread: Unread::default(),
    }
}

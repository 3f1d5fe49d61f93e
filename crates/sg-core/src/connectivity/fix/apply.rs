//! Applies an edit to a scenario, or says why it is refused.

use std::sync::Arc;

use crate::model::{
    GroupType, LimitId, NetworkInterfaceId, Priority, Rule, RuleId, RuleSpec, Scenario,
    ScenarioDraft, ScenarioError, SecurityGroup, SecurityGroupId, Timestamp, quota,
};

use super::Edit;

/// Why an edit is not possible.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing has this id.
    #[error("`{0}` does not exist")]
    Unknown(String),
    /// The group is managed by a cloud service; the account can only query it.
    #[error("`{0}` is managed by a cloud service")]
    Managed(SecurityGroupId),
    /// The group belongs to another account.
    #[error("`{0}` belongs to another account")]
    Foreign(SecurityGroupId),
    /// The interface belongs to no instance of the scenario: a cloud service has it, or it is only
    /// an example.
    #[error("`{0}` belongs to no instance")]
    NoInstance(NetworkInterfaceId),
    /// The policy of an advanced group is fixed.
    #[error("`{0}` is an advanced group, whose policy is fixed")]
    Advanced(SecurityGroupId),
    /// An interface must keep at least one group.
    #[error("it is the last group of `{0}`")]
    LastGroup(NetworkInterfaceId),
    /// The edit has no effect.
    #[error("nothing would change")]
    NoChange,
    /// A quota would be exceeded.
    #[error("more than the quota of {}", .0.value())]
    Quota(LimitId),
    /// The scenario would become inconsistent.
    #[error(transparent)]
    Invalid(#[from] ScenarioError),
}

impl Edit {
    /// The scenario after edits that are made one after another.
    ///
    /// # Errors
    /// [`Refused`] for the first one that the API would refuse, or that would change nothing.
    pub fn apply_all<'a>(
        edits: impl IntoIterator<Item = &'a Self>,
        scenario: &Scenario,
    ) -> Result<Scenario, Refused> {
        let mut edits = edits.into_iter();
        edits.try_fold(scenario.clone(), |scenario, edit| edit.apply(&scenario))
    }

    /// The scenario after the edit.
    ///
    /// # Errors
    /// [`Refused`] if the API would refuse the edit, or if it would change nothing.
    pub fn apply(&self, scenario: &Scenario) -> Result<Scenario, Refused> {
        let id = self.group();
        let group = scenario.group(id).ok_or_else(|| Refused::Unknown(id.to_string()))?;
        if group.is_read_only() {
            return Err(Refused::Managed(id.clone()));
        }
        if group.owner.is_some() {
            return Err(Refused::Foreign(id.clone()));
        }
        match self {
            Self::AddRule { rule, .. } => add(scenario, group, rule),
            Self::RemoveRule { rule, .. } => {
                known(group, rule)?;
                Ok(regroup(scenario, id, |group| group.rules.retain(|other| other.id != *rule))?)
            }
            Self::Reprioritise { rule, priority, .. } => {
                reprioritise(scenario, group, rule, *priority)
            }
            Self::SetPolicy { policy, .. } => match group.group_type {
                GroupType::Advanced => Err(Refused::Advanced(id.clone())),
                GroupType::Basic(current) if current == *policy && !group.unread.policy => {
                    Err(Refused::NoChange)
                }
                GroupType::Basic(_) => Ok(regroup(scenario, id, |group| {
                    group.group_type = GroupType::Basic(*policy);
                    group.unread.policy = false;
                })?),
            },
            Self::Join { interface, .. } => join(scenario, interface, group),
            Self::Leave { interface, .. } => leave(scenario, interface, id),
        }
    }
}

/// An unused rule id.
fn free_id(scenario: &Scenario) -> Option<RuleId> {
    let taken =
        |id: &RuleId| scenario.groups().any(|group| group.rules.iter().any(|rule| rule.id == *id));
    let mut ids = (1_u32..).filter_map(|n| RuleId::parse(&format!("sgr-new{n}")).ok());
    ids.find(|id| !taken(id))
}

fn known<'a>(group: &'a SecurityGroup, rule: &RuleId) -> Result<&'a Arc<Rule>, Refused> {
    let found = group.rules.iter().find(|other| other.id == *rule);
    found.ok_or_else(|| Refused::Unknown(rule.to_string()))
}

fn regroup(
    scenario: &Scenario,
    group: &SecurityGroupId,
    edit: impl FnOnce(&mut SecurityGroup),
) -> Result<Scenario, ScenarioError> {
    scenario.edited(|draft: &mut ScenarioDraft| {
        if let Some(group) = draft.groups.get_mut(group) {
            edit(Arc::make_mut(group));
        }
    })
}

fn add(scenario: &Scenario, group: &SecurityGroup, spec: &RuleSpec) -> Result<Scenario, Refused> {
    let rule = Rule {
        id: free_id(scenario).ok_or(Refused::NoChange)?,
        created: Timestamp::from_unix_seconds(0),
        description: String::new(),
        spec: spec.clone(),
    };
    // The API accepts an existing rule without adding it again.
    if group.rules.iter().any(|other| other.spec == rule.spec) {
        return Err(Refused::NoChange);
    }
    if quota::exceeds_rules(scenario, group, quota::weight(scenario, &rule)) {
        return Err(Refused::Quota(LimitId::RulesPerInterface));
    }
    Ok(regroup(scenario, &group.id, |group| group.rules.push(Arc::new(rule)))?)
}

fn reprioritise(
    scenario: &Scenario,
    group: &SecurityGroup,
    rule: &RuleId,
    priority: Priority,
) -> Result<Scenario, Refused> {
    let mut moved = known(group, rule)?.as_ref().clone();
    moved.spec.priority = priority;
    if group.rules.iter().any(|other| other.spec == moved.spec) {
        return Err(Refused::NoChange);
    }
    Ok(regroup(scenario, &group.id, |group| {
        for other in group.rules.iter_mut().filter(|other| other.id == *rule) {
            *other = Arc::new(moved.clone());
        }
    })?)
}

fn join(
    scenario: &Scenario,
    interface: &NetworkInterfaceId,
    group: &SecurityGroup,
) -> Result<Scenario, Refused> {
    let unknown = || Refused::Unknown(interface.to_string());
    let joining = scenario.interface(interface).ok_or_else(unknown)?;
    if joining.holder.is_some() {
        return Err(Refused::NoInstance(interface.clone()));
    }
    if joining.groups.contains(&group.id) {
        return Err(Refused::NoChange);
    }
    let rules = quota::rules_on(scenario, joining) + quota::rules_of(scenario, group);
    if rules > scenario.quotas().get(LimitId::RulesPerInterface) {
        return Err(Refused::Quota(LimitId::RulesPerInterface));
    }
    let (limit, used) = quota::members_of(scenario, group);
    if used + quota::share_of(group, joining) > scenario.quotas().get(limit) {
        return Err(Refused::Quota(limit));
    }
    Ok(scenario.edited(|draft| {
        if let Some(interface) = draft.interfaces.get_mut(interface) {
            Arc::make_mut(interface).groups.insert(group.id.clone());
        }
    })?)
}

fn leave(
    scenario: &Scenario,
    interface: &NetworkInterfaceId,
    group: &SecurityGroupId,
) -> Result<Scenario, Refused> {
    let unknown = || Refused::Unknown(interface.to_string());
    let leaving = scenario.interface(interface).ok_or_else(unknown)?;
    if leaving.holder.is_some() {
        return Err(Refused::NoInstance(interface.clone()));
    }
    let groups = &leaving.groups;
    if !groups.contains(group) {
        return Err(Refused::NoChange);
    }
    if groups.len() == 1 {
        return Err(Refused::LastGroup(interface.clone()));
    }
    Ok(scenario.edited(|draft| {
        if let Some(interface) = draft.interfaces.get_mut(interface) {
            Arc::make_mut(interface).groups.shift_remove(group);
        }
    })?)
}

//! Edits of groups and memberships, each something the API can do.

use std::fmt;
use std::sync::Arc;

use crate::model::{
    Direction, GroupType, InnerAccessPolicy, IpNet, LimitId, NetworkInterfaceId, Peer, Priority,
    ProtocolFilter, Rule, RuleId, RulePolicy, Scenario, ScenarioDraft, ScenarioError,
    SecurityGroup, SecurityGroupId, Timestamp,
};

use super::super::quota;

/// One edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Adds a rule to a group.
    AddRule {
        /// The group.
        group: SecurityGroupId,
        /// What the rule says.
        rule: RuleFields,
    },
    /// Removes a rule from a group.
    RemoveRule {
        /// The group.
        group: SecurityGroupId,
        /// The rule.
        rule: RuleId,
    },
    /// Gives a rule another priority.
    Reprioritise {
        /// The group.
        group: SecurityGroupId,
        /// The rule.
        rule: RuleId,
        /// Its new priority.
        priority: Priority,
    },
    /// Sets the intra-group policy of a basic group.
    SetPolicy {
        /// The group.
        group: SecurityGroupId,
        /// The new value.
        policy: InnerAccessPolicy,
    },
    /// Puts an interface into a group.
    Join {
        /// The interface.
        interface: NetworkInterfaceId,
        /// The group.
        group: SecurityGroupId,
    },
    /// Takes an interface out of a group.
    Leave {
        /// The interface.
        interface: NetworkInterfaceId,
        /// The group.
        group: SecurityGroupId,
    },
}

/// What a rule says, before it has an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFields {
    /// Which side of the group it guards.
    pub direction: Direction,
    /// What it does.
    pub policy: RulePolicy,
    /// How strong it is.
    pub priority: Priority,
    /// The protocol and the ports.
    pub protocol: ProtocolFilter,
    /// The remote side.
    pub peer: Peer,
    /// The members it speaks of, by private address; none is every member.
    pub own_side: Option<IpNet>,
}

/// A kind of edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EditKind {
    /// [`Edit::AddRule`].
    AddRule,
    /// [`Edit::RemoveRule`].
    RemoveRule,
    /// [`Edit::Reprioritise`].
    Reprioritise,
    /// [`Edit::SetPolicy`].
    SetPolicy,
    /// [`Edit::Join`].
    Join,
    /// [`Edit::Leave`].
    Leave,
}

impl EditKind {
    /// Every kind, in the order in which fixes are sought.
    pub const ALL: [Self; 6] = [
        Self::AddRule,
        Self::RemoveRule,
        Self::Reprioritise,
        Self::SetPolicy,
        Self::Join,
        Self::Leave,
    ];
}

/// Why an edit is not possible.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing has this id.
    #[error("`{0}` does not exist")]
    Unknown(String),
    /// A cloud service owns the group; the account may only query it.
    #[error("`{0}` is managed by a cloud service")]
    Managed(SecurityGroupId),
    /// An advanced group has no policy to set.
    #[error("`{0}` is an advanced group, whose policy is fixed")]
    Advanced(SecurityGroupId),
    /// An interface keeps at least one group.
    #[error("it is the last group of `{0}`")]
    LastGroup(NetworkInterfaceId),
    /// It is so already.
    #[error("nothing would change")]
    NoChange,
    /// A quota would be exceeded.
    #[error("more than the quota of {}", .0.value())]
    Quota(LimitId),
    /// The scene would no longer hold together.
    #[error(transparent)]
    Invalid(#[from] ScenarioError),
}

impl Edit {
    /// What kind of edit it is.
    pub const fn kind(&self) -> EditKind {
        match self {
            Self::AddRule { .. } => EditKind::AddRule,
            Self::RemoveRule { .. } => EditKind::RemoveRule,
            Self::Reprioritise { .. } => EditKind::Reprioritise,
            Self::SetPolicy { .. } => EditKind::SetPolicy,
            Self::Join { .. } => EditKind::Join,
            Self::Leave { .. } => EditKind::Leave,
        }
    }

    /// The group it edits.
    pub const fn group(&self) -> &SecurityGroupId {
        match self {
            Self::AddRule { group, .. }
            | Self::RemoveRule { group, .. }
            | Self::Reprioritise { group, .. }
            | Self::SetPolicy { group, .. }
            | Self::Join { group, .. }
            | Self::Leave { group, .. } => group,
        }
    }

    /// The edit with the strongest priority, to compare what else it says.
    pub(super) fn without_priority(&self) -> Self {
        let mut edit = self.clone();
        match &mut edit {
            Self::AddRule { rule: RuleFields { priority, .. }, .. }
            | Self::Reprioritise { priority, .. } => *priority = Priority::STRONGEST,
            Self::RemoveRule { .. }
            | Self::SetPolicy { .. }
            | Self::Join { .. }
            | Self::Leave { .. } => {}
        }
        edit
    }

    /// The scene after the edit.
    ///
    /// # Errors
    /// [`Refused`] when the API would not do it, or when it would change nothing.
    pub fn apply(&self, scenario: &Scenario) -> Result<Scenario, Refused> {
        let id = self.group();
        let group = scenario.group(id).ok_or_else(|| Refused::Unknown(id.to_string()))?;
        if group.service_managed {
            return Err(Refused::Managed(id.clone()));
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
                GroupType::Basic(current) if current == *policy => Err(Refused::NoChange),
                GroupType::Basic(_) => Ok(regroup(scenario, id, |group| {
                    group.group_type = GroupType::Basic(*policy);
                })?),
            },
            Self::Join { interface, .. } => join(scenario, interface, group),
            Self::Leave { interface, .. } => leave(scenario, interface, id),
        }
    }
}

impl RuleFields {
    /// The rule under an id, without a description, as old as time.
    fn rule(&self, id: RuleId) -> Rule {
        let Self { direction, policy, priority, protocol, peer, own_side } = self.clone();
        let (description, created) = (String::new(), Timestamp::from_unix_seconds(0));
        Rule { id, direction, policy, priority, protocol, peer, own_side, description, created }
    }
}

/// An id that no rule of the scenario has.
fn free_id(scenario: &Scenario) -> Option<RuleId> {
    let taken =
        |id: &RuleId| scenario.groups().any(|group| group.rules.iter().any(|rule| rule.id == *id));
    let mut ids = (1_u32..).filter_map(|n| RuleId::parse(&format!("sgr-new{n}")).ok());
    ids.find(|id| !taken(id))
}

impl From<&Rule> for RuleFields {
    fn from(rule: &Rule) -> Self {
        Self {
            direction: rule.direction,
            policy: rule.policy,
            priority: rule.priority,
            protocol: rule.protocol,
            peer: rule.peer.clone(),
            own_side: rule.own_side,
        }
    }
}

impl fmt::Display for Edit {
    /// The edit as one line: `sg-1: add in accept tcp 80/80 from 10.0.0.0/8 prio 1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AddRule { group, rule } => write!(f, "{group}: add {rule}"),
            Self::RemoveRule { group, rule } => write!(f, "{group}: remove {rule}"),
            Self::Reprioritise { group, rule, priority } => {
                write!(f, "{group}: set {rule} to prio {priority}")
            }
            Self::SetPolicy { group, policy } => write!(f, "{group}: policy {}", policy.as_str()),
            Self::Join { interface, group } => write!(f, "{interface}: join {group}"),
            Self::Leave { interface, group } => write!(f, "{interface}: leave {group}"),
        }
    }
}

impl fmt::Display for RuleFields {
    /// The form of [`Rule`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        RuleId::parse("new").map_err(|_| fmt::Error).and_then(|id| self.rule(id).fmt(f))
    }
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

fn add(
    scenario: &Scenario,
    group: &SecurityGroup,
    fields: &RuleFields,
) -> Result<Scenario, Refused> {
    let rule = fields.rule(free_id(scenario).ok_or(Refused::NoChange)?);
    // The API answers a rule that is there already with success and adds nothing.
    if group.rules.iter().any(|other| other.says_the_same(&rule)) {
        return Err(Refused::NoChange);
    }
    let edited = regroup(scenario, &group.id, |group| group.rules.push(Arc::new(rule)))?;
    let fit = quota::rules_fit(&edited, &group.id);
    if fit { Ok(edited) } else { Err(Refused::Quota(LimitId::RulesPerInterface)) }
}

fn reprioritise(
    scenario: &Scenario,
    group: &SecurityGroup,
    rule: &RuleId,
    priority: Priority,
) -> Result<Scenario, Refused> {
    let moved = Rule { priority, ..known(group, rule)?.as_ref().clone() };
    if group.rules.iter().any(|other| other.says_the_same(&moved)) {
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
    if scenario.interface(interface).ok_or_else(unknown)?.groups.contains(&group.id) {
        return Err(Refused::NoChange);
    }
    let edited = scenario.edited(|draft| {
        if let Some(interface) = draft.interfaces.get_mut(interface) {
            Arc::make_mut(interface).groups.insert(group.id.clone());
        }
    })?;
    let joined = edited.interface(interface).ok_or_else(unknown)?;
    if quota::rules_on(&edited, joined) > LimitId::RulesPerInterface.value() {
        return Err(Refused::Quota(LimitId::RulesPerInterface));
    }
    let (limit, count) = quota::members_of(&edited, group);
    if count > limit.value() { Err(Refused::Quota(limit)) } else { Ok(edited) }
}

fn leave(
    scenario: &Scenario,
    interface: &NetworkInterfaceId,
    group: &SecurityGroupId,
) -> Result<Scenario, Refused> {
    let unknown = || Refused::Unknown(interface.to_string());
    let groups = &scenario.interface(interface).ok_or_else(unknown)?.groups;
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

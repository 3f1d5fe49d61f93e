//! Edits of groups and memberships, each something the API can do.

use std::fmt;

use crate::language::Language;
use crate::model::{
    Direction, InnerAccessPolicy, IpNet, NetworkInterfaceId, Peer, Priority, ProtocolFilter, Rule,
    RuleId, RulePolicy, SecurityGroupId, Timestamp,
};

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
}

impl RuleFields {
    /// The rule under an id, without a description, as old as time.
    pub(super) fn rule(&self, id: RuleId) -> Rule {
        let Self { direction, policy, priority, protocol, peer, own_side } = self.clone();
        let (description, created) = (String::new(), Timestamp::from_unix_seconds(0));
        Rule { id, direction, policy, priority, protocol, peer, own_side, description, created }
    }

    /// The rule on one line, in the words of [`Rule::in_words`].
    pub fn in_words(&self, language: Language) -> String {
        RuleId::parse("new").map_or_else(|_| String::new(), |id| self.rule(id).in_words(language))
    }
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

//! Edits of groups and memberships that the API can make.

use std::fmt;

use crate::model::{
    InnerAccessPolicy, NetworkInterfaceId, Peer, Priority, RuleId, RuleSpec, SecurityGroupId,
};

/// One edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Adds a rule to a group.
    AddRule {
        /// The group.
        group: SecurityGroupId,
        /// The rule.
        rule: RuleSpec,
    },
    /// Removes a rule from a group.
    RemoveRule {
        /// The group.
        group: SecurityGroupId,
        /// The rule.
        rule: RuleId,
    },
    /// Changes the priority of a rule.
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
    /// Adds an interface to a group.
    Join {
        /// The interface.
        interface: NetworkInterfaceId,
        /// The group.
        group: SecurityGroupId,
    },
    /// Removes an interface from a group.
    Leave {
        /// The interface.
        interface: NetworkInterfaceId,
        /// The group.
        group: SecurityGroupId,
    },
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
    /// Every kind, in search order.
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
    /// The kind of edit.
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

    /// The edited group.
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

    /// The rule that the edit adds.
    pub const fn added_rule(&self) -> Option<&RuleSpec> {
        match self {
            Self::AddRule { rule, .. } => Some(rule),
            Self::RemoveRule { .. }
            | Self::Reprioritise { .. }
            | Self::SetPolicy { .. }
            | Self::Join { .. }
            | Self::Leave { .. } => None,
        }
    }

    /// The edit with the strongest priority, to compare edits regardless of priority.
    pub(crate) fn without_priority(&self) -> Self {
        self.with_priority(Priority::STRONGEST)
    }

    /// The edit with another priority, if it has one.
    pub(super) fn with_priority(&self, new: Priority) -> Self {
        let mut edit = self.clone();
        match &mut edit {
            Self::AddRule { rule: RuleSpec { priority, .. }, .. }
            | Self::Reprioritise { priority, .. } => *priority = new,
            Self::RemoveRule { .. }
            | Self::SetPolicy { .. }
            | Self::Join { .. }
            | Self::Leave { .. } => {}
        }
        edit
    }

    /// The same edit of, or about, another group.
    pub(super) fn with_group(&self, old: &SecurityGroupId, new: &SecurityGroupId) -> Self {
        let mut edit = self.clone();
        match &mut edit {
            Self::AddRule { group, rule } => {
                if rule.peer == Peer::Group(old.clone()) {
                    rule.peer = Peer::Group(new.clone());
                }
                replace(group, old, new);
            }
            Self::RemoveRule { group, .. }
            | Self::Reprioritise { group, .. }
            | Self::SetPolicy { group, .. }
            | Self::Join { group, .. }
            | Self::Leave { group, .. } => replace(group, old, new),
        }
        edit
    }
}

fn replace(group: &mut SecurityGroupId, old: &SecurityGroupId, new: &SecurityGroupId) {
    if group == old {
        group.clone_from(new);
    }
}

impl fmt::Display for Edit {
    /// The edit on one line: `sg-1: add in accept tcp 80/80 from 10.0.0.0/8 prio 1`.
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

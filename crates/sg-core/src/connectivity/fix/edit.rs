//! Edits of groups and memberships that the API can make.

use std::fmt;

use crate::model::{
    InnerAccessPolicy, NetworkInterfaceId, Priority, RuleId, RuleSpec, SecurityGroupId,
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

    /// The edit with the strongest priority, to compare edits regardless of priority.
    pub(super) fn without_priority(&self) -> Self {
        let mut edit = self.clone();
        match &mut edit {
            Self::AddRule { rule: RuleSpec { priority, .. }, .. }
            | Self::Reprioritise { priority, .. } => *priority = Priority::STRONGEST,
            Self::RemoveRule { .. }
            | Self::SetPolicy { .. }
            | Self::Join { .. }
            | Self::Leave { .. } => {}
        }
        edit
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

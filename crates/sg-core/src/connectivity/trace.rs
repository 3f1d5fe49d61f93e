//! Everything checked on the way to a verdict: shared groups, both sides, every rule.

use std::sync::Arc;

use crate::model::{GroupType, Rule, RuleId, SecurityGroupId};

use super::clause::ClauseId;
use super::reason::{GroupKind, PlatformRule};

/// The effect of shared groups on a packet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IntraGroup {
    /// The groups that both interfaces belong to, in the sender's order.
    pub shared: Vec<SharedGroup>,
    /// The first shared basic group with policy Accept; only on the internal path.
    pub accepting: Option<SecurityGroupId>,
}

/// A group that both ends belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedGroup {
    /// The group.
    pub id: SecurityGroupId,
    /// Its type and policy.
    pub group_type: GroupType,
}

/// The check at one end of the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// Nothing is checked here.
    NotChecked(NotChecked),
    /// The groups of the interface are checked.
    Checked(CheckedSide),
}

impl Side {
    /// Whether the side lets the packet through; `None` if it is not checked.
    pub const fn passes(&self) -> Option<bool> {
        match self {
            Self::NotChecked(_) => None,
            Self::Checked(side) => Some(side.passes),
        }
    }

    /// The rules tried, highest precedence first.
    pub fn trials(&self) -> &[Trial] {
        match self {
            Self::NotChecked(_) => &[],
            Self::Checked(side) => &side.trials,
        }
    }
}

/// Why a side is not checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotChecked {
    /// This end is outside and has no groups in the scenario.
    Outside,
    /// There is no path, so the packet never gets this far.
    NoPath,
    /// An interface sends to itself.
    Itself,
    /// The question is outside the model.
    Unknown,
}

/// The outcome of the check at one interface, in one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedSide {
    /// Whether it lets the packet through.
    pub passes: bool,
    /// What decided that.
    pub by: SideDecider,
    /// The statement this rests on.
    pub clause: ClauseId,
    /// Every rule of every group of the interface in this direction, highest precedence first.
    pub trials: Vec<Trial>,
}

/// What decided one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SideDecider {
    /// A shared basic group with policy Accept.
    Policy {
        /// The group.
        group: SecurityGroupId,
    },
    /// A custom rule.
    Rule {
        /// The group it belongs to.
        group: SecurityGroupId,
        /// The rule.
        rule: Arc<Rule>,
    },
    /// The default of the group type.
    Implicit {
        /// The type of the interface's groups.
        group_kind: GroupKind,
    },
    /// The platform.
    Platform(PlatformRule),
}

/// A rule compared with the packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The group the rule belongs to.
    pub group: SecurityGroupId,
    /// The rule.
    pub rule: Arc<Rule>,
    /// Which of its fields match.
    pub fields: FieldMatches,
    /// The outcome.
    pub result: TrialResult,
}

/// Whether a rule matches a packet, field by field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldMatches {
    /// `IpProtocol`.
    pub protocol: FieldMatch,
    /// `PortRange`.
    pub destination_port: FieldMatch,
    /// `SourcePortRange`.
    pub source_port: FieldMatch,
    /// The authorization object: the remote end.
    pub peer: FieldMatch,
    /// The local CIDR of a five-tuple rule.
    pub local_cidr: FieldMatch,
}

impl FieldMatches {
    /// Whether every field matches or is not restricted.
    pub fn all(self) -> bool {
        [self.protocol, self.destination_port, self.source_port, self.peer, self.local_cidr]
            .iter()
            .all(|field| *field != FieldMatch::Missed)
    }
}

/// One field of a rule compared with the packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldMatch {
    /// The rule restricts the field and the packet matches.
    Matched,
    /// The rule restricts the field and the packet does not match.
    Missed,
    /// The rule does not restrict the field, or the protocol already does not match.
    NotAsked,
}

/// The outcome of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrialResult {
    /// It is the first match and decides the side.
    Decides,
    /// It does not match.
    NoMatch,
    /// It matches, but a rule with higher precedence matched before.
    Outranked {
        /// The rule with higher precedence.
        by: RuleId,
        /// Why that rule has higher precedence.
        how: Outranking,
    },
    /// It matches, but has no effect because of the shared group's policy Accept.
    IrrelevantByPolicy {
        /// The accepting group.
        group: SecurityGroupId,
    },
    /// It matches, but has no effect because of the platform.
    IrrelevantByPlatform(PlatformRule),
}

/// Why one matching rule takes precedence over another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outranking {
    /// Its priority number is smaller.
    Priority,
    /// The priority is the same, and Drop comes before Accept.
    DropBeforeAccept,
    /// Priority and action are the same: either rule could decide with the same verdict.
    SameRank,
}

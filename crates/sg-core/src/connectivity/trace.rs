//! What was tried on the way to a verdict: shared groups, both sides, every rule.

use std::sync::Arc;

use crate::model::{GroupType, Rule, RuleId, SecurityGroupId};

use super::clause::ClauseId;
use super::reason::{GroupKind, PlatformRule};

/// What membership in common groups says about a packet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IntraGroup {
    /// The groups both interfaces belong to, in the sender's order.
    pub shared: Vec<SharedGroup>,
    /// The first shared basic group with policy Accept; only on the internal path.
    pub accepting: Option<SecurityGroupId>,
}

/// A group both ends belong to.
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
    /// The groups of the interface were asked.
    Checked(CheckedSide),
}

impl Side {
    /// Whether the side lets the packet through; none when it is not checked.
    pub const fn passes(&self) -> Option<bool> {
        match self {
            Self::NotChecked(_) => None,
            Self::Checked(side) => Some(side.passes),
        }
    }

    /// The rules tried, strongest first.
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
    /// This end lies outside: no groups of the scenario stand there.
    Outside,
    /// The packet never gets this far: there is no path.
    NoPath,
    /// An interface speaks to itself.
    Itself,
    /// The question lies outside the model.
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
    /// Every rule of every group of the interface in this direction, strongest first.
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

/// One rule held against the packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The group the rule belongs to.
    pub group: SecurityGroupId,
    /// The rule.
    pub rule: Arc<Rule>,
    /// Which of its fields match.
    pub fields: FieldMatches,
    /// What became of it.
    pub result: TrialResult,
}

/// Field by field, whether a rule matches a packet.
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
    /// The own-side address of a five-tuple rule.
    pub local_cidr: FieldMatch,
}

impl FieldMatches {
    /// Whether no field misses.
    pub fn all(self) -> bool {
        [self.protocol, self.destination_port, self.source_port, self.peer, self.local_cidr]
            .iter()
            .all(|field| *field != FieldMatch::Missed)
    }
}

/// One field of a rule held against a packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldMatch {
    /// The rule names a value and the packet has it.
    Matched,
    /// The rule names a value and the packet has another.
    Missed,
    /// The rule leaves the field open, or the protocol already missed.
    NotAsked,
}

/// What became of a rule that was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrialResult {
    /// It is the first match and decides the side.
    Decides,
    /// It does not match.
    NoMatch,
    /// It matches, but a stronger rule had matched before.
    Outranked {
        /// The stronger rule.
        by: RuleId,
        /// In what it is stronger.
        how: Outranking,
    },
    /// It matches, but the shared group's policy Accept leaves it no say.
    IrrelevantByPolicy {
        /// The accepting group.
        group: SecurityGroupId,
    },
    /// It matches, but the platform leaves it no say.
    IrrelevantByPlatform(PlatformRule),
}

/// Why one matching rule comes before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outranking {
    /// Its priority number is smaller.
    Priority,
    /// Same priority, and a Drop comes before an Accept.
    DropBeforeAccept,
    /// Same priority and same action: either could decide, the verdict is the same.
    SameRank,
}

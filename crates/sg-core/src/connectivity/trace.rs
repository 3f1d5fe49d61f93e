//! Everything checked on the way to a verdict: shared groups, both sides, every rule.

use std::sync::Arc;

use crate::model::{GroupType, Rule, RuleId, SecurityGroupId};

use super::clause::ClauseId;
use super::reason::{GroupKind, PlatformRule, UnreadPart, Verdict};

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
    /// What the side says of the packet; `None` if it is not checked.
    pub const fn verdict(&self) -> Option<Verdict> {
        match self {
            Self::NotChecked(_) => None,
            Self::Checked(side) => Some(side.verdict),
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
    /// Whether it lets the packet through, as far as its rules are known.
    pub verdict: Verdict,
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
    /// A rule that is not known well enough may decide otherwise.
    Unread(UnreadPart),
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

impl Trial {
    /// Whether the rule decides, or matches for certain and has the same priority and action as the
    /// one that does.
    pub(super) fn decides_or_equals(&self) -> bool {
        let same_rank = |how: &Outranking| *how == Outranking::SameRank;
        match &self.result {
            TrialResult::Decides => true,
            TrialResult::Outranked { how, .. } => same_rank(how) && self.fields.all(),
            TrialResult::NoMatch
            | TrialResult::MayMatch
            | TrialResult::IrrelevantByPolicy { .. }
            | TrialResult::IrrelevantByPlatform(_) => false,
        }
    }
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
    const fn fields(self) -> [FieldMatch; 5] {
        [self.protocol, self.destination_port, self.source_port, self.peer, self.local_cidr]
    }

    /// Whether every field matches or is not restricted.
    pub fn all(self) -> bool {
        self.any() && !self.fields().contains(&FieldMatch::Unknown)
    }

    /// Whether every field may match.
    pub fn any(self) -> bool {
        !self.fields().contains(&FieldMatch::Missed)
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
    /// What the field stands for is not known: the members of a group of another account, or the
    /// entries of a prefix list.
    Unknown,
}

/// The outcome of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrialResult {
    /// It is the first match and decides the side.
    Decides,
    /// It does not match.
    NoMatch,
    /// It may match, and then it would decide.
    MayMatch,
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

//! The answer about one packet: the verdict, what decided it, and the way it takes.

use std::net::IpAddr;
use std::sync::Arc;

use crate::model::{Direction, Rule, SecurityGroupId};

use super::clause::ClauseId;
use super::flow::Flow;
use super::reason::{GroupKind, PlatformRule, RouteFault, UnknownReason};
use super::trace::{IntraGroup, Side, Trial, TrialResult};

/// Whether a packet arrives, as far as security groups and the platform decide it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It arrives.
    Pass,
    /// It does not.
    Blocked,
    /// The model cannot say; [`Decider::Unknown`] holds the reason.
    Unknown,
}

/// The verdict about one packet with its whole trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// The question.
    pub flow: Flow,
    /// The answer.
    pub verdict: Verdict,
    /// What the answer rests on: the first obstacle, or the last thing that let the packet through.
    pub decider: Decider,
    /// The way the packet takes.
    pub path: Path,
    /// What membership in common groups says.
    pub intra_group: IntraGroup,
    /// The check at the sender. Traced even when it did not decide.
    pub egress: Side,
    /// The check at the receiver. Traced even when it did not decide.
    pub ingress: Side,
    /// The answer of the other reading, where sources disagree and it would change the verdict.
    pub contested: Option<Contested>,
    pub(super) clause: ClauseId,
}

impl Evaluation {
    /// The statement the verdict rests on.
    pub const fn clause(&self) -> ClauseId {
        self.clause
    }

    /// Every custom rule that matches the packet and yet plays no part, because the intra-group
    /// policy or the platform had already decided.
    pub fn irrelevant_rules(&self) -> impl Iterator<Item = &Trial> {
        [&self.egress, &self.ingress].into_iter().flat_map(Side::trials).filter(|trial| match trial
            .result
        {
            TrialResult::IrrelevantByPolicy { .. } | TrialResult::IrrelevantByPlatform(_) => true,
            TrialResult::Decides | TrialResult::NoMatch | TrialResult::Outranked { .. } => false,
        })
    }
}

/// What a verdict rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decider {
    /// A basic group that both ends share and whose intra-group policy is Accept.
    Policy {
        /// The group.
        group: SecurityGroupId,
    },
    /// A custom rule.
    Rule {
        /// The side it interface filters.
        direction: Direction,
        /// The group it belongs to.
        group: SecurityGroupId,
        /// The rule.
        rule: Arc<Rule>,
    },
    /// No custom rule matched: the default of the group type.
    Implicit {
        /// The side.
        direction: Direction,
        /// The type of the interface's groups.
        group_kind: GroupKind,
    },
    /// The platform, whatever the groups say.
    Platform(PlatformRule),
    /// There is no way from one end to the other.
    Route(RouteFault),
    /// An interface speaks to itself, which no group filters.
    Itself,
    /// The question lies outside the model.
    Unknown(UnknownReason),
}

impl Decider {
    /// The statement the decision rests on. An [`Evaluation`] may cite a more exact one, such as
    /// the tie-break that made a rule come first.
    pub const fn clause(&self) -> ClauseId {
        match self {
            Self::Policy { .. } => ClauseId::AcceptConnects,
            Self::Rule { .. } => ClauseId::FirstMatchDecides,
            Self::Implicit { direction, group_kind } => group_kind.default_clause(*direction),
            Self::Platform(rule) => rule.clause(),
            Self::Route(fault) => fault.clause(),
            Self::Itself => ClauseId::SelfNotFiltered,
            Self::Unknown(reason) => reason.clause(),
        }
    }
}

/// The way a packet takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Path {
    /// Between private addresses of two interfaces.
    Internal,
    /// Between two interfaces over the Internet: each sees the other's public address.
    Public {
        /// The address the receiver sees as the source.
        source: IpAddr,
        /// The address the sender writes to.
        destination: IpAddr,
    },
    /// Between an interface and a host outside; only one side is checked.
    Outside,
    /// From an interface to itself.
    Itself,
    /// No way at all.
    None(RouteFault),
    /// The model cannot tell.
    Unknown,
}

/// What another reading of the sources would answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contested {
    /// The statement on which sources disagree, or which needs a fact the model does not have.
    pub clause: ClauseId,
    /// The other verdict.
    pub verdict: Verdict,
    /// What it would rest on.
    pub decider: Decider,
}

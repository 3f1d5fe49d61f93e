//! The answer for one packet: the verdict, what decided it, and the path.

use std::net::IpAddr;
use std::sync::Arc;

use crate::model::{Direction, Rule, SecurityGroupId};

use super::clause::ClauseId;
use super::flow::Flow;
pub use super::reason::Verdict;
use super::reason::{GroupKind, PlatformRule, RouteFault, UnknownReason};
use super::trace::{IntraGroup, Side, Trial, TrialResult};

/// The verdict for one packet with a complete trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// The question.
    pub flow: Flow,
    /// The answer.
    pub verdict: Verdict,
    /// What the verdict rests on: the first obstacle, or the last thing that let the packet
    /// through.
    pub decider: Decider,
    /// The path of the packet.
    pub path: Path,
    /// The effect of shared groups.
    pub intra_group: IntraGroup,
    /// The check at the sender, traced even if it did not decide.
    pub egress: Side,
    /// The check at the receiver, traced even if it did not decide.
    pub ingress: Side,
    /// The answer under the other reading, if sources disagree and it would change the verdict.
    pub contested: Option<Contested>,
    pub(super) clause: ClauseId,
}

impl Evaluation {
    /// The statement that the verdict rests on.
    pub const fn clause(&self) -> ClauseId {
        self.clause
    }

    /// Every custom rule that matches the packet but has no effect because the intra-group policy
    /// or the platform had already decided.
    pub fn irrelevant_rules(&self) -> impl Iterator<Item = &Trial> {
        [&self.egress, &self.ingress].into_iter().flat_map(Side::trials).filter(|trial| match trial
            .result
        {
            TrialResult::IrrelevantByPolicy { .. } | TrialResult::IrrelevantByPlatform(_) => true,
            TrialResult::Decides
            | TrialResult::NoMatch
            | TrialResult::MayMatch
            | TrialResult::Outranked { .. } => false,
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
        /// The direction of the rule.
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
    /// The platform, regardless of groups.
    Platform(PlatformRule),
    /// There is no route from one end to the other.
    Route(RouteFault),
    /// An interface sends to itself, which no group filters.
    Itself,
    /// The question is outside the model.
    Unknown(UnknownReason),
}

impl Decider {
    /// The statement that the decision rests on. An [`Evaluation`] may cite a more specific one,
    /// such as the tie-break between two rules.
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

    /// The custom rule that decides, with its group.
    pub const fn rule(&self) -> Option<(&SecurityGroupId, &Arc<Rule>)> {
        match self {
            Self::Rule { group, rule, .. } => Some((group, rule)),
            Self::Policy { .. }
            | Self::Implicit { .. }
            | Self::Platform(_)
            | Self::Route(_)
            | Self::Itself
            | Self::Unknown(_) => None,
        }
    }

    /// Whether the question is outside the model, rather than about something that the scenario
    /// does not know.
    pub const fn is_outside_the_model(&self) -> bool {
        match self {
            Self::Unknown(reason) => match reason {
                UnknownReason::Unread(_)
                | UnknownReason::UnreadRoutes { .. }
                | UnknownReason::UnreadPublicAddress { .. }
                | UnknownReason::UnreadSnat { .. }
                | UnknownReason::SnatAddress { .. } => false,
                UnknownReason::NoSuchInterface(_)
                | UnknownReason::NotItsAddress { .. }
                | UnknownReason::NotOutside(_)
                | UnknownReason::NoInterfaceHas(_)
                | UnknownReason::BothOutside
                | UnknownReason::NoSuchPacket => true,
            },
            Self::Policy { .. }
            | Self::Rule { .. }
            | Self::Implicit { .. }
            | Self::Platform(_)
            | Self::Route(_)
            | Self::Itself => false,
        }
    }
}

/// The path of a packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Path {
    /// Between private addresses of two interfaces.
    Internal,
    /// Between two interfaces over the Internet: each sees the other's public address.
    Public {
        /// The address the receiver sees as the source.
        source: IpAddr,
        /// The address that the sender uses.
        destination: IpAddr,
    },
    /// Between an interface and an outside host; only one side is checked.
    Outside,
    /// From an interface to itself.
    Itself,
    /// No path.
    None(RouteFault),
    /// The model cannot tell.
    Unknown,
}

/// The answer under another reading of the sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contested {
    /// The disputed statement, or one that depends on a fact the model does not have.
    pub clause: ClauseId,
    /// The other verdict.
    pub verdict: Verdict,
    /// What it would rest on.
    pub decider: Decider,
}

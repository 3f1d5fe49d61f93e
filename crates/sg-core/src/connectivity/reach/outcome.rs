//! Combines the decisions of both sides into an outcome, including the intra-group policy and its
//! readings.

use crate::model::IntraGroupPrecedence;

use crate::connectivity::reason::Verdict;

use super::packet_line::SideKey;

/// The decision about a packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Judged {
    pub(super) by: By,
    /// The verdict under the other reading, if it differs.
    pub(super) contested: Option<Verdict>,
}

/// A side and its decider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Egress(SideKey),
    Ingress(SideKey),
    /// The intra-group policy of a shared group, which is not known.
    UnreadPolicy,
    /// Every check lets the packet through, but whether it has a way is not known.
    Doubt,
    /// The requested side does not exist.
    NoSide,
}

impl By {
    pub(super) const fn verdict(self) -> Verdict {
        match self {
            Self::Egress(key) | Self::Ingress(key) => key.verdict(),
            Self::UnreadPolicy | Self::Doubt => Verdict::Unknown,
            Self::NoSide => Verdict::Pass,
        }
    }
}

/// How the decisions of both sides are combined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Procedure {
    /// Whether a shared group with the policy Accept covers both ends.
    pub(super) accepting: bool,
    pub(super) reading: IntraGroupPrecedence,
    /// Whether the sender may be a load balancer, whose traffic is not filtered (S-22).
    pub(super) from_service_range: bool,
    /// Whether a packet that every check lets through may still not arrive.
    pub(super) doubtful: bool,
}

impl Procedure {
    /// Combines the decisions of both sides. Under a shared group with Accept, the sender's key is
    /// that of its custom rules, or else the policy.
    #[inline]
    pub(super) fn judge(self, egress: Option<SideKey>, ingress: Option<SideKey>) -> Judged {
        if self.accepting {
            // A rule that blocks, or may block.
            let stopped = egress.filter(|key| !key.passes());
            let policy = |egress: Option<SideKey>| match (ingress, egress) {
                (Some(key), _) => By::Ingress(key),
                (None, Some(key)) => By::Egress(key),
                (None, None) => By::NoSide,
            };
            return match (self.reading, stopped) {
                (IntraGroupPrecedence::PolicyWins, stopped) => Judged {
                    by: policy(egress.map(|_| SideKey::POLICY)),
                    contested: stopped.map(SideKey::verdict),
                },
                (IntraGroupPrecedence::CustomEgressFirst, Some(key)) => {
                    Judged { by: By::Egress(key), contested: Some(Verdict::Pass) }
                }
                (IntraGroupPrecedence::CustomEgressFirst, None) => {
                    Judged { by: policy(egress), contested: None }
                }
            };
        }
        let by = match (egress, ingress) {
            (Some(key), _) if key.blocks() => By::Egress(key),
            (_, Some(key)) if key.blocks() => By::Ingress(key),
            (Some(key), _) if !key.passes() => By::Egress(key),
            (_, Some(key)) if !key.passes() => By::Ingress(key),
            (Some(_), _) | (_, Some(_)) if self.doubtful => By::Doubt,
            (_, Some(key)) => By::Ingress(key),
            (Some(key), None) => By::Egress(key),
            (None, None) => By::NoSide,
        };
        let forwarded = self.from_service_range && by.verdict() == Verdict::Blocked;
        Judged { by, contested: forwarded.then_some(Verdict::Pass) }
    }

    /// The same procedure if the policy of a shared group connects the ends.
    pub(super) const fn connected(self) -> Self {
        Self { accepting: true, ..self }
    }
}

impl Judged {
    /// What decides if the policy of a shared group is not known: the answer without it and the one
    /// with it, if they agree.
    pub(super) fn between(apart: Self, connected: Self) -> Self {
        let (without, with) = (apart.by.verdict(), connected.by.verdict());
        if without == with || without == Verdict::Unknown {
            Self { contested: None, ..apart }
        } else {
            Self { by: By::UnreadPolicy, contested: None }
        }
    }
}

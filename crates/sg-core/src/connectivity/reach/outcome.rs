//! Combines the decisions of both sides into an outcome, including the intra-group policy and its
//! readings.

use crate::model::IntraGroupPrecedence;

use crate::connectivity::verdict::Verdict;

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
    /// The requested side does not exist.
    NoSide,
}

impl By {
    pub(super) const fn verdict(self) -> Verdict {
        match self {
            Self::Egress(key) | Self::Ingress(key) if !key.passes() => Verdict::Blocked,
            Self::Egress(_) | Self::Ingress(_) | Self::NoSide => Verdict::Pass,
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
}

impl Procedure {
    /// Combines the decisions of both sides. Under a shared group with Accept, the sender's key is
    /// that of its custom rules, or else the policy.
    #[inline]
    pub(super) fn judge(self, egress: Option<SideKey>, ingress: Option<SideKey>) -> Judged {
        let stopped = egress.filter(|key| !key.passes());
        if self.accepting {
            let policy = |egress: Option<SideKey>| match (ingress, egress) {
                (Some(key), _) => By::Ingress(key),
                (None, Some(key)) => By::Egress(key),
                (None, None) => By::NoSide,
            };
            return match (self.reading, stopped) {
                (IntraGroupPrecedence::PolicyWins, stopped) => Judged {
                    by: policy(egress.map(|_| SideKey::POLICY)),
                    contested: stopped.map(|_| Verdict::Blocked),
                },
                (IntraGroupPrecedence::CustomEgressFirst, Some(key)) => {
                    Judged { by: By::Egress(key), contested: Some(Verdict::Pass) }
                }
                (IntraGroupPrecedence::CustomEgressFirst, None) => {
                    Judged { by: policy(egress), contested: None }
                }
            };
        }
        let by = match (stopped, ingress, egress) {
            (Some(key), ..) => By::Egress(key),
            (None, Some(key), _) => By::Ingress(key),
            (None, None, Some(key)) => By::Egress(key),
            (None, None, None) => By::NoSide,
        };
        let forwarded = self.from_service_range && by.verdict() == Verdict::Blocked;
        Judged { by, contested: forwarded.then_some(Verdict::Pass) }
    }
}

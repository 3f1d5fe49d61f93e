//! What the comparison of a log with the rules comes to.

use crate::connectivity::{ClauseId, Verdict};

use super::flow_key::Comparison;
use super::judge::{FlowVerdict, Named, Unknown};

/// How a log and the rules disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DisagreementKind {
    /// Accepted, where the rules block.
    Accepted,
    /// Rejected, where the rules let through.
    Rejected,
    /// Arrived and accepted, where the scenario has no way for it.
    NoWay,
    /// A reply that was rejected, which no rule does.
    RejectedReply,
}

/// What a comparison came to.
pub(super) enum Outcome {
    Agrees,
    Disagrees(DisagreementKind),
    Unknown(Unknown),
}

/// Compares what a log says with what the rules say.
pub(super) fn outcome(comparison: Comparison, said: FlowVerdict, named: &Named) -> Outcome {
    match comparison {
        Comparison::RejectedReply => {
            return Outcome::Disagrees(DisagreementKind::RejectedReply);
        }
        Comparison::Running => return Outcome::Agrees,
        Comparison::Accepted | Comparison::Rejected => {}
    }
    let unknown = match named {
        Named::Unknown(why) => *why,
        Named::Rules(_)
        | Named::Policy(_)
        | Named::Default(..)
        | Named::Platform(_)
        | Named::Itself => Unknown::Unread,
    };
    match (comparison, said.verdict) {
        (_, Verdict::Unknown) => Outcome::Unknown(unknown),
        (Comparison::Accepted, Verdict::Pass) if said.has_way => Outcome::Agrees,
        (Comparison::Accepted, Verdict::Pass) => Outcome::Disagrees(DisagreementKind::NoWay),
        // What a load balancer forwards is not checked, and the log does not say who sent it.
        (Comparison::Accepted, Verdict::Blocked)
            if said.contested == Some(ClauseId::LoadBalancerExempt) =>
        {
            Outcome::Agrees
        }
        (Comparison::Accepted, Verdict::Blocked) => Outcome::Disagrees(DisagreementKind::Accepted),
        (_, Verdict::Blocked) => Outcome::Agrees,
        (_, Verdict::Pass) => Outcome::Disagrees(DisagreementKind::Rejected),
    }
}

//! The decision procedure for one packet.

use crate::model::Scenario;

use super::clause::ClauseId;
use super::flow::Flow;
use super::verdict::{
    Decider, Evaluation, IntraGroup, NotChecked, Path, Side, UnknownReason, Verdict,
};

/// Decides one packet. Total: every flow has an answer, and the answer carries its trace.
pub fn evaluate(_scenario: &Scenario, flow: &Flow) -> Evaluation {
    Evaluation {
        flow: flow.clone(),
        verdict: Verdict::Unknown,
        decider: Decider::Unknown(UnknownReason::BothOutside),
        path: Path::Unknown,
        intra_group: IntraGroup::default(),
        egress: Side::NotChecked(NotChecked::Unknown),
        ingress: Side::NotChecked(NotChecked::Unknown),
        contested: None,
        clause: ClauseId::OutsideTheModel,
    }
}

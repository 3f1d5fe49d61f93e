//! The intra-group policy as a layer of an explanation.

use crate::connectivity::{ClauseId, Decider, Evaluation, Path};
use crate::model::{GroupType, InnerAccessPolicy};

use super::words::Words;
use super::{Outcome, Step, text};

/// What membership in shared groups does for a packet.
pub(super) fn policy_step(words: &Words<'_>, evaluation: &Evaluation) -> Step {
    let shared = &evaluation.intra_group.shared;
    let isolating = |group_type| match group_type {
        GroupType::Basic(policy) => policy == InnerAccessPolicy::Drop,
        GroupType::Advanced => true,
    };
    let names = |only_isolating: bool| {
        let kept = shared.iter().filter(|g| !only_isolating || isolating(g.group_type));
        words.groups(kept.map(|group| &group.id))
    };
    let accept = ("accept", vec![words.policy(InnerAccessPolicy::Accept)]);
    let drop = ("drop", vec![words.policy(InnerAccessPolicy::Drop)]);
    let decides = matches!(evaluation.decider, Decider::Policy { .. });
    let (outcome, frame, clause) = match &evaluation.intra_group.accepting {
        Some(_) if !decides => {
            (Outcome::Silent, text::POLICY_AFTER_EGRESS, ClauseId::PolicyAgainstEgressRules)
        }
        Some(_) if shared.iter().any(|group| isolating(group.group_type)) => {
            let clause = ClauseId::OneAcceptingGroupSuffices;
            (Outcome::Passes, text::POLICY_ACCEPTS_DESPITE, clause)
        }
        Some(_) => (Outcome::Passes, text::POLICY_ACCEPTS, ClauseId::AcceptConnects),
        None if shared.is_empty() => {
            (Outcome::Silent, text::POLICY_NOTHING_SHARED, ClauseId::OnlySharedGroupsCount)
        }
        None if !matches!(evaluation.path, Path::Internal) => {
            (Outcome::Silent, text::POLICY_NOT_INTERNAL, ClauseId::PolicyIsInternal)
        }
        None if shared.iter().any(|group| group.group_type == GroupType::Advanced) => {
            (Outcome::Silent, text::POLICY_ADVANCED, ClauseId::AdvancedIsolates)
        }
        None => (Outcome::Silent, text::POLICY_ISOLATES, ClauseId::DropLeavesItToRules),
    };
    let accepting = evaluation.intra_group.accepting.as_ref();
    let group = accepting.map(|id| words.group(id)).into_iter().collect();
    let others = names(accepting.is_some());
    let parts = words.say(frame, &[("group", group), ("others", others), accept, drop]);
    let layer = words.word(text::LAYER_POLICY);
    Step {
        outcome,
        decides,
        layer,
        parts,
        clause: Some(clause),
        skips_rules: false,
        rules: Vec::new(),
    }
}

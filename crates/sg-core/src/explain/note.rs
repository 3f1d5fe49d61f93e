//! Remarks on the verdict for one packet: disagreeing sources, a second obstacle, ignored rules.

use crate::connectivity::{
    ClauseId, Decider, Evaluation, Flow, PlatformRule, RouteFault, Side, TrialResult,
    UnknownReason, Verdict, needs_public_address,
};
use crate::model::{Holder, IntraGroupPrecedence, RulePolicy, SecurityGroupId};

use super::words::Words;
use super::{Note, text};

/// The notes, most important first.
pub(super) fn notes(words: &Words<'_>, evaluation: &Evaluation) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(contested) = &evaluation.contested {
        let frame = match (&contested.decider, contested.verdict) {
            (Decider::Platform(PlatformRule::LoadBalancer), _) => text::NOTE_BALANCER,
            (_, Verdict::Pass) => text::NOTE_OTHER_PASSES,
            (_, Verdict::Blocked) => text::NOTE_OTHER_BLOCKED,
            (_, Verdict::Unknown) => text::NOTE_OTHER_UNKNOWN,
        };
        notes.push(Note { parts: words.say(frame, &[]), clause: contested.clause });
    }
    let blocks = |side: &Side| side.verdict() == Some(Verdict::Blocked);
    if blocks(&evaluation.egress) && blocks(&evaluation.ingress) {
        let destination = vec![words.end(&evaluation.flow.destination)];
        let parts = words.say(text::NOTE_ALSO_INGRESS, &[("destination", destination)]);
        notes.push(Note { parts, clause: ClauseId::BothSidesMustPass });
    }
    if let Decider::Route(RouteFault::NotPublic { .. })
    | Decider::Unknown(UnknownReason::UnreadPublicAddress { .. }) = evaluation.decider
    {
        let parts = words.say(text::NOTE_OTHER_WAY_IN, &[]);
        notes.push(Note { parts, clause: ClauseId::InternetNeedsPublicAddress });
    }
    notes.extend(any_member_note(words, evaluation));
    notes.extend(ignored_note(words, evaluation));
    notes
}

/// What the verdict leaves open where one end stands for members and the other is on the Internet.
fn any_member_note(words: &Words<'_>, evaluation: &Evaluation) -> Option<Note> {
    let Flow { source, destination, .. } = &evaluation.flow;
    let (own, remote, clause) = match (source.interface(), destination.interface()) {
        (Some(own), None) => (own, destination, ClauseId::InternetNeedsSnat),
        (None, Some(own)) => (own, source, ClauseId::InternetNeedsPublicAddress),
        _ => return None,
    };
    let holder = words.scenario.interface(own).and_then(|own| own.holder.as_ref());
    let applies = holder == Some(&Holder::Example) && needs_public_address(remote.address());
    applies.then(|| Note { parts: words.say(text::NOTE_ANY_MEMBER, &[]), clause })
}

/// Names the Drop rules that match but are ignored, because a reader would wonder about them.
fn ignored_note(words: &Words<'_>, evaluation: &Evaluation) -> Option<Note> {
    let policy_wins =
        words.scenario.options().intra_group_precedence == IntraGroupPrecedence::PolicyWins;
    let shared =
        |id: &SecurityGroupId| evaluation.intra_group.shared.iter().any(|group| group.id == *id);
    let ignored: Vec<_> = evaluation
        .irrelevant_rules()
        .filter(|trial| {
            matches!(trial.result, TrialResult::IrrelevantByPolicy { .. })
                && trial.rule.spec.policy == RulePolicy::Drop
        })
        .collect();
    if ignored.is_empty() {
        return None;
    }
    let clause = if policy_wins && ignored.iter().any(|trial| !shared(&trial.group)) {
        ClauseId::AcceptBeatsUnsharedGroups
    } else {
        ClauseId::AcceptConnects
    };
    let rules = ignored.iter().map(|trial| words.rule(&trial.group, &trial.rule)).collect();
    let parts = words.say(text::NOTE_IGNORED, &[("rules", words.list(rules))]);
    Some(Note { parts, clause })
}

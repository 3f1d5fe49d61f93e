//! Whether an open session survives an edit, and how certain that is.

use crate::model::Scenario;

use super::clause::{ClauseId, Status};
use super::evaluate::evaluate;
use super::flow::Flow;
use super::verdict::{Decider, Evaluation, Verdict};

/// The maximum lifetime of a session, in seconds (security group rules page).
pub const SESSION_SECONDS: u32 = 910;

/// What happens to an open session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Survival {
    /// It continues.
    Unaffected,
    /// It may be cut off; the time is not documented.
    MayEnd,
    /// There is no session: its first packet does not pass before the edit.
    NeverOpen,
    /// One of its ends no longer exists, or the model cannot tell.
    Unknown,
}

/// The answer for one session and one edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionAnswer {
    /// What happens to it.
    pub survival: Survival,
    /// The statement this rests on.
    pub clause: ClauseId,
    /// How to keep the session, if documented.
    pub advice: Option<ClauseId>,
    /// The statement for which another reading would change the answer.
    pub contested: Option<ClauseId>,
    /// The first packet, evaluated before the edit.
    pub before: Evaluation,
    /// The first packet, evaluated after the edit.
    pub after: Evaluation,
}

impl SessionAnswer {
    /// How well the answer is supported.
    pub fn certainty(&self) -> Status {
        let status = self.clause.clause().status;
        let disputed = self.contested.map(|clause| clause.clause().status.max(Status::Inferred));
        disputed.map_or(status, |disputed| disputed.max(status))
    }
}

/// What happens to an open session when the scenario changes. Groups are stateful, so the first
/// packet, given by `flow`, determines the whole session including replies.
pub fn session(before: &Scenario, after: &Scenario, flow: &Flow) -> SessionAnswer {
    let (before, after) = (evaluate(before, flow), evaluate(after, flow));
    let verdicts = (before.verdict, after.verdict);
    let (survival, clause) = judge(verdicts, [&before, &after]);
    // The advice applies to traffic that relied on the policy of a group that one end has left.
    let lost = match &before.decider {
        Decider::Policy { group } => !after.intra_group.shared.iter().any(|g| g.id == *group),
        Decider::Rule { .. }
        | Decider::Implicit { .. }
        | Decider::Platform(_)
        | Decider::Route(_)
        | Decider::Itself
        | Decider::Unknown(_) => false,
    } && survival == Survival::MayEnd;
    let contested = contested(verdicts, &before, &after);
    let advice = lost.then_some(ClauseId::JoinBeforeLeaving);
    SessionAnswer { survival, clause, advice, contested, before, after }
}

fn judge(verdicts: (Verdict, Verdict), [before, after]: [&Evaluation; 2]) -> (Survival, ClauseId) {
    match verdicts {
        (Verdict::Unknown, _) => (Survival::Unknown, before.clause()),
        (Verdict::Blocked, _) => (Survival::NeverOpen, before.clause()),
        (Verdict::Pass, Verdict::Unknown) => (Survival::Unknown, after.clause()),
        (Verdict::Pass, Verdict::Pass) => (Survival::Unaffected, ClauseId::UnchangedSessionsStay),
        (Verdict::Pass, Verdict::Blocked) => (Survival::MayEnd, ClauseId::ChangedSessionsMayEnd),
    }
}

/// The disputed statement, if the other reading would change the answer.
fn contested(
    verdicts: (Verdict, Verdict),
    before: &Evaluation,
    after: &Evaluation,
) -> Option<ClauseId> {
    let other = |evaluation: &Evaluation| {
        evaluation.contested.as_ref().map_or(evaluation.verdict, |contested| contested.verdict)
    };
    let readings = (other(before), other(after));
    let differs = judge(readings, [before, after]).0 != judge(verdicts, [before, after]).0;
    let clause = before.contested.as_ref().or(after.contested.as_ref())?.clause;
    differs.then_some(clause)
}

//! Whether an open session survives an edit, and how sure that is.

use crate::model::Scenario;

use super::clause::{ClauseId, Status};
use super::evaluate::evaluate;
use super::flow::Flow;
use super::verdict::{Decider, Evaluation, Verdict};

/// How long a session lasts at most, in seconds (security group rules page).
pub const SESSION_SECONDS: u32 = 910;

/// What becomes of an open session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Survival {
    /// It goes on.
    Unaffected,
    /// It can be cut; when is not documented.
    MayEnd,
    /// There is none: its first packet does not pass before the edit.
    NeverOpen,
    /// One of its ends is gone, or the model cannot say.
    Unknown,
}

/// The answer about one session and one edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionAnswer {
    /// What becomes of it.
    pub survival: Survival,
    /// The statement this rests on.
    pub clause: ClauseId,
    /// How to keep it, where the documents say how.
    pub advice: Option<ClauseId>,
    /// The statement another reading of which would change the answer.
    pub contested: Option<ClauseId>,
    /// The first packet before the edit.
    pub before: Evaluation,
    /// The first packet after it.
    pub after: Evaluation,
}

impl SessionAnswer {
    /// How firmly the answer stands.
    pub fn certainty(&self) -> Status {
        let status = self.clause.clause().status;
        let disputed = self.contested.map(|clause| clause.clause().status.max(Status::Inferred));
        disputed.map_or(status, |disputed| disputed.max(status))
    }
}

/// What becomes of an open session when the scene changes. Groups are stateful, so the first
/// packet stands for the session and its replies; the flow is that packet.
pub fn session(before: &Scenario, after: &Scenario, flow: &Flow) -> SessionAnswer {
    let (before, after) = (evaluate(before, flow), evaluate(after, flow));
    let verdicts = (before.verdict, after.verdict);
    let (survival, clause) = judge(verdicts, [&before, &after]);
    // The advice is for traffic that lived on the policy of a group that one end has left.
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

/// The disputed statement, where the other reading says something else of the session.
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

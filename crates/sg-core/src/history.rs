//! The edit log of a scenario: successful and refused calls, and topology edits.

use std::sync::Arc;

use crate::emulator::{self, Answer, ApiError, Call, Env, Reply};
use crate::model::Scenario;

mod as_calls;
mod bisect;
pub mod edit_lines;
pub mod edit_text;
mod proposal;
pub mod proposal_words;
mod record;
pub mod script;
mod take_back;
mod topology_edit;
mod undo_calls;

pub use as_calls::{as_calls, join_call, leave_call, set_groups_call};
pub use bisect::{Transition, transitions};
pub use proposal::{Proposal, proposal};
pub use proposal_words::{LineKind, ProposalLine};
pub use script::script;
pub use take_back::{TakenBack, take_back};
pub use topology_edit::{
    About, InterfaceEdit, NewInterface, OutsideEdit, PrefixListEdit, PublicAddress, TopologyEdit,
    TopologyEditError, VpcEdit, free_public_address, list_parts, read_address, read_addresses,
    read_block, read_blocks,
};
pub use undo_calls::undo_calls;

/// One edit of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// An API call.
    Call(Call),
    /// A change that no security group call can make: new instances, VPCs, a group managed by a
    /// cloud service.
    Topology(TopologyEdit),
}

/// Why an edit would change nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The API refuses the call.
    Api(ApiError),
    /// The topology edit is not possible.
    Topology(TopologyEditError),
}

impl Refusal {
    /// The refusal that an edit met; none where it was done.
    pub fn of(outcome: &Outcome) -> Option<Self> {
        match outcome {
            Outcome::Refused(error) => Some(Self::Api(error.clone())),
            Outcome::Impossible(error) => Some(Self::Topology(error.clone())),
            Outcome::Replied(_) | Outcome::Done => None,
        }
    }
}

/// What came of an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The API answered the call.
    Replied(Reply),
    /// The API refused the call; the scenario is unchanged.
    Refused(ApiError),
    /// The topology edit was applied.
    Done,
    /// The topology edit is not possible; the scenario is unchanged.
    Impossible(TopologyEditError),
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The edit.
    pub edit: Edit,
    /// The time and entropy of the edit.
    pub env: Env,
    /// Its result.
    pub outcome: Outcome,
    /// The scenario after the edit.
    pub after: Arc<Scenario>,
}

impl Step {
    /// Whether it opened another scenario, which is no edit of the one before it.
    pub const fn opens(&self) -> bool {
        matches!(self.edit, Edit::Topology(TopologyEdit::StartOver { .. }))
    }
}

/// The log and the place in it that the page shows. A value: every operation gives a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    start: Arc<Scenario>,
    steps: Vec<Arc<Step>>,
    position: usize,
}

impl History {
    /// An empty log that starts at a scenario.
    pub fn new(start: Arc<Scenario>) -> Self {
        Self { start, steps: Vec::new(), position: 0 }
    }

    /// The scenario at the current position.
    pub fn scenario(&self) -> &Arc<Scenario> {
        self.scenario_at(self.position)
    }

    /// The scenario to compare the current one with: the one before the last edit. What a step that
    /// opened another scenario replaced is not comparable, so after it this is the current one.
    pub fn scenario_before(&self) -> &Arc<Scenario> {
        let edited = self.last_edit().is_some();
        self.scenario_at(self.position.saturating_sub(usize::from(edited)))
    }

    /// The scenario after `position` steps, or after the last step if the log is shorter.
    pub fn scenario_at(&self, position: usize) -> &Arc<Scenario> {
        let done = self.steps.get(..position).unwrap_or(&self.steps);
        done.last().map_or(&self.start, |step| &step.after)
    }

    /// The whole log, oldest step first, including undone steps.
    pub fn steps(&self) -> &[Arc<Step>] {
        &self.steps
    }

    /// How many steps are applied: 0 to the length of the log.
    pub fn position(&self) -> usize {
        self.position
    }

    /// The last applied step.
    pub fn last_step(&self) -> Option<&Arc<Step>> {
        self.steps.get(self.position.checked_sub(1)?)
    }

    /// The last applied step, if it is an edit and did not open another scenario.
    pub fn last_edit(&self) -> Option<&Arc<Step>> {
        self.last_step().filter(|step| !step.opens())
    }

    /// Applies and logs an edit, even if it is refused. Undone steps are discarded.
    #[must_use]
    pub fn with(&self, edit: Edit, env: Env) -> Self {
        self.and(self.foresee(edit, env))
    }

    /// The log with a step that was foreseen from here. Undone steps are discarded.
    #[must_use]
    pub fn and(&self, step: Step) -> Self {
        let mut steps = self.steps.get(..self.position).unwrap_or(&self.steps).to_vec();
        steps.push(Arc::new(step));
        Self { start: Arc::clone(&self.start), position: steps.len(), steps }
    }

    /// The step that an edit would become if it were done now; nothing is done.
    pub fn foresee(&self, edit: Edit, env: Env) -> Step {
        let (outcome, after) = self.perform(&edit, &env);
        Step { edit, env, outcome, after }
    }

    /// As [`foresee`](Self::foresee), for a policy change and for the opening of another scenario;
    /// gives every other edit back. A program that makes no others does not hold the rest of the
    /// emulator.
    ///
    /// # Errors
    /// The edit, if it is another one.
    pub fn foresee_simple(&self, edit: Edit, env: Env) -> Result<Step, Edit> {
        let before = self.scenario();
        let (outcome, after) = match &edit {
            Edit::Call(call) => {
                let answered = self.answered();
                match emulator::answer_policy_change(before, call, &env, answered) {
                    Some(answer) => answered_by(before, answer),
                    None => return Err(edit),
                }
            }
            Edit::Topology(TopologyEdit::StartOver { scenario, .. }) => {
                (Outcome::Done, shared(before, scenario.as_ref().clone()))
            }
            Edit::Topology(_) => return Err(edit),
        };
        Ok(Step { edit, env, outcome, after })
    }

    /// One change of the scenario back, over queries and refused calls, which changed nothing.
    pub fn undo(&self) -> Option<Self> {
        let position = (0..self.position).rev().find(|&index| self.changed(index))?;
        Some(Self { position, ..self.clone() })
    }

    /// Redoes the next change, together with the queries and refused calls that follow it.
    pub fn redo(&self) -> Option<Self> {
        let first = (self.position..self.steps.len()).find(|&index| self.changed(index))?;
        let rest = first + 1..self.steps.len();
        let silent = rest.take_while(|&index| !self.changed(index)).count();
        Some(Self { position: first + 1 + silent, ..self.clone() })
    }

    /// Moves to another position, or to the end if the log is shorter.
    #[must_use]
    pub fn at(&self, position: usize) -> Self {
        Self { position: position.min(self.steps.len()), ..self.clone() }
    }

    /// Restores the scenario of the current position with a topology edit at the end of the log, so
    /// that no step is lost. Returns the same log if it is already at its end.
    #[must_use]
    pub fn restored(&self, env: Env) -> Self {
        if self.position == self.steps.len() {
            return self.clone();
        }
        let edit = Edit::Topology(TopologyEdit::start_over(Arc::clone(self.scenario())));
        let end = self.at(self.steps.len());
        end.foresee_simple(edit, env).map_or_else(|_| end.clone(), |step| end.and(step))
    }

    /// The current scenario with an empty log.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self::new(Arc::clone(self.scenario()))
    }

    /// What the API would answer to a call now, after the calls in the log.
    ///
    /// # Errors
    /// [`ApiError`] if the call would be refused.
    pub fn answer(&self, call: &Call, env: &Env) -> Result<Answer, ApiError> {
        emulator::answer_after(self.scenario(), call, env, self.answered())
    }

    /// The successful calls up to the current position, oldest first, with their responses. Undone
    /// calls do not count.
    fn answered(&self) -> impl Iterator<Item = (&Call, &Reply)> {
        let done = self.steps.get(..self.position).unwrap_or(&self.steps);
        done.iter().filter_map(|step| match (&step.edit, &step.outcome) {
            (Edit::Call(call), Outcome::Replied(reply)) => Some((call, reply)),
            _ => None,
        })
    }

    fn perform(&self, edit: &Edit, env: &Env) -> (Outcome, Arc<Scenario>) {
        let before = self.scenario();
        match edit {
            Edit::Call(call) => answered_by(before, self.answer(call, env)),
            Edit::Topology(edit) => match edit.apply(before, env) {
                Ok(after) => (Outcome::Done, shared(before, after)),
                Err(error) => (Outcome::Impossible(error), Arc::clone(before)),
            },
        }
    }

    /// Whether a step changed the scenario. A step without effect keeps the same `Arc`.
    fn changed(&self, index: usize) -> bool {
        !Arc::ptr_eq(self.scenario_at(index), self.scenario_at(index + 1))
    }
}

/// The outcome of a call and the scenario after it.
fn answered_by(
    before: &Arc<Scenario>,
    answer: Result<Answer, ApiError>,
) -> (Outcome, Arc<Scenario>) {
    match answer {
        Ok(answer) => (Outcome::Replied(answer.reply), shared(before, answer.scenario)),
        Err(error) => (Outcome::Refused(error), Arc::clone(before)),
    }
}

/// Keeps the old `Arc` if the new scenario is equal, so that scenarios can be compared by pointer.
fn shared(before: &Arc<Scenario>, after: Scenario) -> Arc<Scenario> {
    if **before == after { Arc::clone(before) } else { Arc::new(after) }
}

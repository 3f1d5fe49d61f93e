//! What the page shows, computed from the state and never stored: it cannot be stale.

use std::sync::Arc;

use crate::connectivity::{
    CellChange, Checked, DirectionView, Matrix, PacketChoice, PacketSpace, Wrong, check, diff,
    evaluate, flow_between, matrix,
};
use crate::emulator::Env;
use crate::explain::{Explanation, explain, explain_cell};
use crate::history::{Edit, Refusal};
use crate::language::Language;
use crate::model::{Scenario, Timestamp};

use super::state::Selection;

/// The clock and chance of a prediction: fixed, because what would be answered does not depend on
/// them and a prediction must not change from one look to the next.
pub const fn prediction_env() -> Env {
    Env { now: Timestamp::from_unix_seconds(0), entropy: 0 }
}

/// The matrix now, and what differs from the scene it is compared with.
#[derive(Debug, PartialEq)]
pub struct Reachability {
    /// The matrix of the scene.
    pub matrix: Matrix,
    /// The matrix that explanations are about, which tell of both sides: none where it is `matrix`.
    both: Option<Matrix>,
    /// What the last step changed; or, while something is pointed at, what it would change.
    pub changes: Vec<CellChange>,
    /// The refusal that what is pointed at would meet.
    pub refusal: Option<Refusal>,
}

impl Reachability {
    /// The matrix of a scene, compared with the scene before the last step, or with the scene
    /// that the edit pointed at would lead to.
    pub fn new(
        scenario: &Arc<Scenario>,
        before: &Arc<Scenario>,
        preview: Option<&Edit>,
        packet: PacketChoice,
        direction: DirectionView,
    ) -> Self {
        let draw = |scenario: &Scenario| matrix(scenario, packet, direction);
        let now = draw(scenario);
        let (changes, refusal) = match preview {
            Some(edit) => match edit.foresee(scenario, &prediction_env()) {
                Ok(foreseen) if foreseen == **scenario => (Vec::new(), None),
                Ok(foreseen) => (diff(&now, &draw(&foreseen)), None),
                Err(refusal) => (Vec::new(), Some(refusal)),
            },
            None if Arc::ptr_eq(scenario, before) => (Vec::new(), None),
            None => (diff(&draw(before), &now), None),
        };
        let both = (direction != DirectionView::Both)
            .then(|| matrix(scenario, packet, DirectionView::Both));
        Self { matrix: now, both, changes, refusal }
    }

    /// The whole packet space of a cell, both sides considered, and what the independent checker
    /// says about it; none for an end and itself.
    pub fn space(&self, scenario: &Scenario, pair: &Selection) -> Option<Proved> {
        let cell = self.both.as_ref().unwrap_or(&self.matrix).between(&pair.from, &pair.to)?;
        if cell.space.regions.is_empty() {
            return None;
        }
        let checked = check(scenario, &cell.source, &cell.destination, &cell.space.regions);
        Some(Proved { space: Arc::clone(&cell.space), checked })
    }

    /// Why a cell is as it is: the trace of the packet asked about, or the whole space.
    pub fn explanation(
        &self,
        scenario: &Scenario,
        selection: &Selection,
        language: Language,
    ) -> Option<Explanation> {
        let Selection { from, to } = selection;
        match self.matrix.choice {
            PacketChoice::All => {
                let cell = self.both.as_ref().unwrap_or(&self.matrix).between(from, to)?;
                Some(explain_cell(scenario, cell, language))
            }
            PacketChoice::One(asked) => {
                let flow = flow_between(scenario, from, to, asked.sample())?;
                Some(explain(scenario, &evaluate(scenario, &flow), language))
            }
        }
    }
}

/// A packet space with the second opinion on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Proved {
    /// The packet space.
    pub space: Arc<PacketSpace>,
    /// What the independent checker says about it.
    pub checked: Result<Checked, Wrong>,
}

//! Finds the steps of the log that changed the answer for one pair.

use crate::connectivity::{CellState, CheckedDirections, End, PacketChoice, cell_between};

use super::History;

/// The answer for a pair at one position of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// The number of applied steps; 0 is the initial scenario.
    pub position: usize,
    /// The answer; `None` if an end does not exist at this position.
    pub state: Option<CellState>,
    /// Whether the last applied step changed the answer. Never `true` at 0.
    pub changed: bool,
}

/// The answer for a pair at every position of the log, including undone steps: the start, then one
/// per step. A step that did not change the scenario is not evaluated again.
pub fn transitions(
    history: &History,
    from: &End,
    to: &End,
    choice: PacketChoice,
    view: CheckedDirections,
) -> Vec<Transition> {
    let ask = |position| {
        cell_between(history.scenario_at(position), from, to, choice, view).map(|cell| cell.state)
    };
    let mut all = vec![Transition { position: 0, state: ask(0), changed: false }];
    for position in 1..=history.steps().len() {
        let before = all.last().and_then(|transition| transition.state.clone());
        let state = if history.changed(position - 1) { ask(position) } else { before.clone() };
        all.push(Transition { position, changed: state != before, state });
    }
    all
}

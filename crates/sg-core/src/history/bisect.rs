//! Finds the steps of the log that changed the answer for one pair.

use crate::connectivity::{Cell, CellState, CheckedDirections, End, PacketChoice, cell_between};

use super::History;

/// The answer for a pair at one position of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// The number of applied steps; 0 is the initial scenario.
    pub position: usize,
    /// The answer; `None` if an end does not exist at this position.
    pub state: Option<CellState>,
    /// Whether the last applied step changed the answer. Never `true` at 0, nor where a step opened
    /// another scenario, whose pairs only happen to have the same names.
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
    let ask = |position| cell_between(history.scenario_at(position), from, to, choice, view);
    let agree = |before: &Option<Cell>, after: &Option<Cell>| match (before, after) {
        (Some(before), Some(after)) => before.agrees(after, choice),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    let state = |cell: &Option<Cell>| cell.as_ref().map(|cell| cell.state.clone());
    let mut last = ask(0);
    let mut all = vec![Transition { position: 0, state: state(&last), changed: false }];
    for position in 1..=history.steps().len() {
        let mut changed = false;
        if history.changed(position - 1) {
            let cell = ask(position);
            let opens = history.steps().get(position - 1).is_some_and(|step| step.opens());
            changed = !opens && !agree(&last, &cell);
            last = cell;
        }
        all.push(Transition { position, state: state(&last), changed });
    }
    all
}

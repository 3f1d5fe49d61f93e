//! Which steps of the log changed the answer about one pair.

use crate::connectivity::{CellState, DirectionView, End, PacketChoice, cell_between};

use super::History;

/// The answer about a pair at one place of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turning {
    /// How many steps were done: 0 is the scene the log began with.
    pub position: usize,
    /// The answer; none where an end does not exist there.
    pub state: Option<CellState>,
    /// Whether the step that led here changed the answer. Never at 0.
    pub turned: bool,
}

/// The answer about a pair at every place of the log, undone steps included: the start, then one
/// for each step. A step that left the scene alone is not asked again.
pub fn turnings(
    history: &History,
    from: &End,
    to: &End,
    choice: PacketChoice,
    view: DirectionView,
) -> Vec<Turning> {
    let ask = |position| {
        cell_between(history.scenario_at(position), from, to, choice, view).map(|cell| cell.state)
    };
    let mut all = vec![Turning { position: 0, state: ask(0), turned: false }];
    for position in 1..=history.steps().len() {
        let before = all.last().and_then(|turning| turning.state.clone());
        let state = if history.changed(position - 1) { ask(position) } else { before.clone() };
        all.push(Turning { position, turned: state != before, state });
    }
    all
}

//! The answers between sets of ends, each found from one pair of every two classes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::connectivity::cell::Cell;
use crate::connectivity::choice::{CheckedDirections, PacketChoice};
use crate::connectivity::end::End;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::partition::{difference, union};
use crate::connectivity::reach::{EquivalentEnds, Reach};
use crate::connectivity::state::{CellState, Summary};
use crate::connectivity::verdict::Verdict;

/// The answer from one line to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineCell {
    /// What at least one member of the sending line can send to at least one other member of the
    /// receiving line. [`CellState::Itself`] if there are no two different members.
    pub state: CellState,
    /// Whether the answer differs between pairs of members. Never between lines by role.
    pub differs: bool,
    /// Two members with this very answer if there are such, otherwise two with the part of it that
    /// passes most; positions among all ends.
    pub example: (usize, usize),
}

/// The cells between sets of ends.
#[derive(Debug)]
pub struct LineCells {
    ends: Vec<End>,
    equivalent: Arc<EquivalentEnds>,
    choice: PacketChoice,
    view: CheckedDirections,
    /// The cells between classes computed so far.
    cells: BTreeMap<(usize, usize), Option<Arc<Cell>>>,
}

/// The cell of two members.
type Example = (Arc<Cell>, (usize, usize));

impl LineCells {
    /// Prepares the cells of a scenario with these ends and classes, which are those of the same
    /// packets and directions.
    pub const fn new(
        ends: Vec<End>,
        equivalent: Arc<EquivalentEnds>,
        choice: PacketChoice,
        view: CheckedDirections,
    ) -> Self {
        Self { ends, equivalent, choice, view, cells: BTreeMap::new() }
    }

    /// The end in a place.
    pub fn end(&self, place: usize) -> Option<&End> {
        self.ends.get(place)
    }

    /// The answer from some ends to some ends; `None` if there are none. `reach` is that of the
    /// scenario.
    pub fn between(&mut self, reach: &Reach, from: &[usize], to: &[usize]) -> Option<LineCell> {
        let (senders, receivers) = (self.by_class(from), self.by_class(to));
        let mut cells: Vec<Example> = Vec::new();
        for (sender, first) in &senders {
            for (receiver, second) in &receivers {
                let Some(pair) = different(first, second) else { continue };
                let cell = self.of_classes(reach, *sender, *receiver)?;
                if !cells.iter().any(|(known, _)| known.agrees(&cell, self.choice)) {
                    cells.push((cell, pair));
                }
            }
        }
        let differs = cells.len() > 1;
        let state = match &*cells {
            [] => CellState::Itself,
            [(only, _)] => only.state.clone(),
            several => self.united(several),
        };
        let example = cells.iter().max_by_key(|(cell, _)| (cell.state == state, openness(cell)));
        let example = match example {
            Some((_, pair)) => *pair,
            None => (*from.first()?, *to.first()?),
        };
        Some(LineCell { state, differs, example })
    }

    /// Every answer from some ends to others, with the number of pairs of different ends that have
    /// it. Several may be equal.
    pub fn answers(
        &mut self,
        reach: &Reach,
        from: &[usize],
        to: &[usize],
    ) -> Vec<(Arc<Cell>, usize)> {
        let (senders, receivers) = (self.by_class(from), self.by_class(to));
        let mut answers = Vec::new();
        for (sender, first) in &senders {
            for (receiver, second) in &receivers {
                let same = first.iter().filter(|member| second.contains(member)).count();
                let pairs = first.len() * second.len() - same;
                if pairs > 0 {
                    let cell = self.of_classes(reach, *sender, *receiver);
                    answers.extend(cell.map(|cell| (cell, pairs)));
                }
            }
        }
        answers
    }

    /// The packets asked about.
    pub const fn choice(&self) -> PacketChoice {
        self.choice
    }

    /// Members by their classes.
    fn by_class(&self, members: &[usize]) -> BTreeMap<usize, Vec<usize>> {
        let mut classes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for member in members {
            if let Some(class) = self.equivalent.class_of(*member) {
                classes.entry(class).or_default().push(*member);
            }
        }
        classes
    }

    /// The cell between any two different members of two classes.
    fn of_classes(&mut self, reach: &Reach, from: usize, to: usize) -> Option<Arc<Cell>> {
        if let Some(known) = self.cells.get(&(from, to)) {
            return known.clone();
        }
        let (sender, receiver) = self.equivalent.representatives(from, to)?;
        let (sender, receiver) = (self.ends.get(sender)?, self.ends.get(receiver)?);
        let cell = reach.cell(sender, receiver, self.choice, self.view).map(Arc::new);
        self.cells.insert((from, to), cell.clone());
        cell
    }

    /// One answer for cells with different ones.
    fn united(&self, cells: &[Example]) -> CellState {
        let asked = self.choice.packets();
        let all = |verdict| -> Vec<PacketSet> {
            let pieces = cells.iter().flat_map(|(cell, _)| &cell.pieces);
            union(
                &pieces
                    .flat_map(|piece| piece.space.packets(verdict, asked.as_ref()))
                    .collect::<Vec<_>>(),
            )
        };
        let (passing, blocked) = (all(Verdict::Pass), all(Verdict::Blocked));
        let unknown = difference(&all(Verdict::Unknown), &passing);
        let blocked = difference(&blocked, &[passing.clone(), unknown.clone()].concat());
        match (passing.is_empty(), blocked.is_empty(), unknown.is_empty()) {
            (true, true, _) => CellState::Unknown,
            (true, false, true) => CellState::Blocked,
            (false, _, _) | (true, false, false) => {
                let depends_on_address =
                    cells.iter().any(|(cell, _)| cell.state.depends_on_address());
                CellState::Partial(Summary { passing, blocked, unknown, depends_on_address })
            }
        }
    }
}

/// Two different ends, one of each list; `None` if both hold the same single one.
fn different(from: &[usize], to: &[usize]) -> Option<(usize, usize)> {
    let pair = |sender: usize| {
        let receiver = to.iter().copied().find(|receiver| *receiver != sender)?;
        Some((sender, receiver))
    };
    from.iter().copied().find_map(pair)
}

/// How much an answer lets through, from nothing to all.
const fn openness(cell: &Cell) -> u8 {
    match &cell.state {
        CellState::Itself | CellState::NotFiltered => 0,
        CellState::Blocked => 1,
        CellState::Unknown => 2,
        CellState::Partial(summary) if summary.passing.is_empty() => 3,
        CellState::Partial(_) => 4,
        CellState::Pass => 5,
    }
}

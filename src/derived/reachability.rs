//! Reachability between all ends, and how an edit changes it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;

use crate::derived::prediction::Predictor;
use crate::state::Selection;
use sg_core::connectivity::{
    AddressPartition, Cell, CellChange, Change, Changes, Checked, CheckedDirections, End, Endpoint,
    Flow, PacketChoice, PacketSpace, Reach, Wrong, check, evaluate, flow_between,
};
use sg_core::explain::{Explanation, ends_with_labels, explain, explain_cell};
use sg_core::history::{Edit, Refusal, Step};
use sg_core::language::Language;
use sg_core::model::Scenario;

/// The most pairs to compare for the effect of an edit; more would block the page.
const PAIRS_COMPARED: usize = 6_000;

/// How many computed cells are cached.
const CELLS_KEPT: usize = 20_000;

/// The current reachability and its differences from a second scenario. Cells are computed on
/// demand, so a large scenario costs only what is visible.
#[derive(Debug)]
pub struct Reachability {
    /// The ends, which are both rows and columns.
    pub ends: Vec<End>,
    /// The name of each end, in the same order.
    pub names: Vec<String>,
    /// The selected packets.
    pub choice: PacketChoice,
    /// The selected checks.
    pub view: CheckedDirections,
    /// What the last step changed or, during a preview, what the edit would change.
    pub changes: Vec<CellChange>,
    /// If there are too many pairs to compare them all, how many the edit may affect. Then
    /// `changes` is empty and only [`Reachability::mark`] knows about each pair.
    pub uncompared: usize,
    /// The refusal that the previewed edit would get.
    pub refusal: Option<Refusal>,
    reach: Arc<Reach>,
    /// The scenario compared with, and whether it is the later one.
    other: Option<(Arc<Reach>, bool)>,
    marks: BTreeMap<(End, End), Change>,
    cells: RefCell<Looked>,
}

/// Cached cells, by row and column.
type Looked = BTreeMap<(usize, usize), Option<Arc<Cell>>>;

impl PartialEq for Reachability {
    /// Compares the contents; the cell cache does not matter.
    fn eq(&self, other: &Self) -> bool {
        let key = |seen: &Self| (seen.choice, seen.view, seen.uncompared, seen.foreseen());
        key(self) == key(other)
            && self.changes == other.changes
            && self.refusal == other.refusal
            && (Arc::ptr_eq(&self.reach, &other.reach)
                || self.reach.scenario() == other.reach.scenario())
    }
}

impl Eq for Reachability {}

impl Reachability {
    /// Reachability in a scenario, compared with the scenario before the last step or with the
    /// result of the previewed edit.
    pub fn new(
        scenario: &Arc<Scenario>,
        before: &Arc<Scenario>,
        preview: Option<&Edit>,
        packet: PacketChoice,
        direction: CheckedDirections,
    ) -> Self {
        let preview = preview.map(|edit| Predictor::on(scenario).foresee(edit));
        Self::after(None, scenario, before, preview.as_deref(), (packet, direction))
    }

    /// The same, reusing data that an earlier call prepared.
    pub fn after(
        earlier: Option<&Self>,
        scenario: &Arc<Scenario>,
        before: &Arc<Scenario>,
        preview: Option<&Step>,
        (choice, view): (PacketChoice, CheckedDirections),
    ) -> Self {
        let known = |wanted: &Scenario| {
            let earlier = earlier.map(|earlier| &earlier.reach)?;
            Some(match earlier.scenario() == wanted {
                true => Arc::clone(earlier),
                false => Arc::new(earlier.updated(wanted)),
            })
        };
        let reach = known(scenario).unwrap_or_else(|| Arc::new(Reach::new(scenario)));
        let (other, refusal) = match preview {
            Some(step) => {
                let changed = step.after != *scenario;
                let later = changed.then(|| (Arc::new(reach.updated(&step.after)), true));
                (later, Refusal::of(&step.outcome))
            }
            None if Arc::ptr_eq(scenario, before) => (None, None),
            None => {
                let before = known(before).unwrap_or_else(|| Arc::new(reach.updated(before)));
                (Some((before, false)), None)
            }
        };
        let Changes { found, uncompared } = match &other {
            Some((later, true)) => reach.changes(later, choice, view, PAIRS_COMPARED),
            Some((before, false)) => before.changes(&reach, choice, view, PAIRS_COMPARED),
            None => Changes::default(),
        };
        let pair = |change: &CellChange| (change.from.clone(), change.to.clone());
        let marks = found.iter().map(|change| (pair(change), change.change)).collect();
        let (ends, names) = ends_with_labels(scenario).into_iter().unzip();
        let cells = RefCell::default();
        let changes = found;
        Self { ends, names, choice, view, changes, uncompared, refusal, reach, other, marks, cells }
    }

    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        self.reach.scenario()
    }

    /// The prepared evaluator.
    pub fn reach(&self) -> &Reach {
        &self.reach
    }

    /// The cell at a row and column.
    pub fn cell(&self, from: usize, to: usize) -> Option<Arc<Cell>> {
        if let Some(known) = self.cells.borrow().get(&(from, to)) {
            return known.clone();
        }
        let (source, destination) = (self.ends.get(from)?, self.ends.get(to)?);
        let cell = self.reach.cell(source, destination, self.choice, self.view).map(Arc::new);
        let mut cells = self.cells.borrow_mut();
        if cells.len() >= CELLS_KEPT {
            cells.clear();
        }
        cells.insert((from, to), cell.clone());
        cell
    }

    /// The cell of a pair.
    pub fn between(&self, pair: &Selection) -> Option<Arc<Cell>> {
        let (from, to) = self.place(pair)?;
        self.cell(from, to)
    }

    /// The row and column of a pair.
    pub fn place(&self, pair: &Selection) -> Option<(usize, usize)> {
        let place = |end: &End| self.ends.iter().position(|other| other == end);
        Some((place(&pair.from)?, place(&pair.to)?))
    }

    /// Whether the changes belong to a preview.
    pub fn foreseen(&self) -> bool {
        self.other.as_ref().is_some_and(|(_, later)| *later)
    }

    /// How the pair at a row and column changed or would change.
    pub fn mark(&self, from: usize, to: usize) -> Option<Change> {
        let (from, to) = (self.ends.get(from)?, self.ends.get(to)?);
        if self.uncompared == 0 {
            // Build the owned key only if there are changes to look up.
            let key = || (from.clone(), to.clone());
            return (!self.marks.is_empty()).then(|| self.marks.get(&key()).copied()).flatten();
        }
        let (other, later) = self.other.as_ref()?;
        let (before, after) = if *later { (&self.reach, other) } else { (other, &self.reach) };
        let change = before.change_between(after, (from, to), self.choice, self.view)?;
        Some(change.change)
    }

    /// The cell to explain: all packets, both checks.
    pub(crate) fn whole(&self, pair: &Selection) -> Option<Cell> {
        self.reach.cell(&pair.from, &pair.to, self.choice, CheckedDirections::Both)
    }

    /// The same for one address of the outside end, narrowed to that address.
    fn piece(&self, pair: &Selection, address: IpAddr) -> Option<Cell> {
        let cell = self.whole(pair)?;
        let holds = |piece: &&AddressPartition| {
            piece.ranges.iter().any(|(first, last)| *first <= address && address <= *last)
        };
        let own = cell.pieces.iter().find(holds)?.clone();
        let at = |end: Endpoint| match end {
            Endpoint::Outside { .. } => Endpoint::Outside { address },
            Endpoint::Interface { .. } => end,
        };
        let (source, destination) = (at(cell.source), at(cell.destination));
        let space = Arc::clone(&own.space);
        Some(Cell { state: cell.state, source, destination, space, pieces: vec![own] })
    }

    /// The full packet space of a pair with both checks, and the result of the independent checker;
    /// `None` for an end and itself. An outside end is represented by the selected address, or else
    /// by the address of its largest part.
    pub fn space(
        &self,
        scenario: &Scenario,
        pair: &Selection,
        address: Option<IpAddr>,
    ) -> Option<Proved> {
        let cell = address.and_then(|address| self.piece(pair, address));
        let cell = cell.or_else(|| self.whole(pair))?;
        if cell.space.regions.is_empty() {
            return None;
        }
        let checked = check(scenario, &cell.source, &cell.destination, &cell.space.regions);
        Some(Proved { space: cell.space, checked })
    }

    /// The explanation for one address of the outside end.
    pub fn explanation_at(
        &self,
        scenario: &Scenario,
        pair: &Selection,
        address: IpAddr,
        language: Language,
    ) -> Option<Explanation> {
        let cell = self.piece(pair, address)?;
        Some(match self.choice {
            PacketChoice::All => explain_cell(scenario, &cell, language),
            PacketChoice::One(asked) => {
                let (source, destination) = (cell.source, cell.destination);
                let flow = Flow { source, destination, packet: asked.sample() };
                explain(scenario, &evaluate(scenario, &flow), language)
            }
        })
    }

    /// The explanation of a cell: the trace of the selected packet, or the whole space.
    pub fn explanation(
        &self,
        scenario: &Scenario,
        selection: &Selection,
        language: Language,
    ) -> Option<Explanation> {
        let Selection { from, to } = selection;
        match self.choice {
            PacketChoice::All => Some(explain_cell(scenario, &self.whole(selection)?, language)),
            PacketChoice::One(asked) => {
                let flow = flow_between(scenario, from, to, asked.sample())?;
                Some(explain(scenario, &evaluate(scenario, &flow), language))
            }
        }
    }
}

/// A packet space with the result of the independent checker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proved {
    /// The packet space.
    pub space: Arc<PacketSpace>,
    /// The result of the independent checker.
    pub checked: Result<Checked, Wrong>,
}

//! Reachability between all ends, and how an edit changes it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::derived::prediction::Predictor;
use crate::state::Selection;
use sg_core::connectivity::{
    Cell, CellChange, Change, Changes, CheckedDirections, End, PacketChoice, Reach,
};
use sg_core::explain::ends_with_labels;
use sg_core::history::{Edit, Refusal, Step};
use sg_core::language::Language;
use sg_core::map::map_of;
use sg_core::model::Scenario;

mod answer;
mod combined;
mod hidden;
mod label;
mod lines;
mod parts;
mod prepared;
pub(crate) mod rows;

pub use answer::{AskedPair, EXPLAIN, Explaining, Proved};
pub(crate) use combined::{Asked, Combined, MemberCells};
pub use lines::{Line, Lines};
pub(crate) use parts::parts_at;
pub use parts::{PARTS_TEXT, PartsText};

/// The most pairs to compare for the effect of an edit; more would block the page.
const PAIRS_COMPARED: usize = 6_000;

/// How many computed cells are cached.
const CELLS_KEPT: usize = 20_000;

/// The current reachability and its differences from a second scenario. Cells are computed on
/// demand, so a large scenario costs only what is visible.
#[derive(Debug)]
pub struct Reachability {
    /// The ends, which are both rows and columns. In a large scenario, each may stand for several.
    pub ends: Vec<End>,
    /// The name of each row, in the same order.
    pub names: Vec<String>,
    /// What each row stands for; `None` if for its end alone.
    pub lines: Option<Rc<Lines>>,
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
    /// The pair to be predicted; the answers of both its directions are hidden.
    pub hidden: Option<Selection>,
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
            && self.hidden == other.hidden
            && self.changes == other.changes
            && self.refusal == other.refusal
            && self.names == other.names
            && self.lines == other.lines
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
        let preview = preview.and_then(|edit| Predictor::on(scenario).foresee(edit));
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
        // What was previewed or compared before is often what is wanted now.
        let known = |wanted: &Scenario| {
            let earlier = earlier?;
            let other = earlier.other.as_ref().map(|(other, _)| other);
            let mut own = other.into_iter().chain([&earlier.reach]);
            let found = own.find(|reach| reach.scenario() == wanted).map(Arc::clone);
            Some(found.unwrap_or_else(|| Arc::new(earlier.reach.updated(wanted))))
        };
        let reach = known(scenario).unwrap_or_else(|| Arc::new(Reach::new(scenario)));
        let near =
            |wanted: &Scenario| known(wanted).unwrap_or_else(|| Arc::new(reach.updated(wanted)));
        let (other, refusal) = match preview {
            Some(step) => {
                let changed = step.after != *scenario;
                (changed.then(|| (near(&step.after), true)), Refusal::of(&step.outcome))
            }
            None if Arc::ptr_eq(scenario, before) => (None, None),
            None => (Some((near(before), false)), None),
        };
        let Changes { found, uncompared } = match &other {
            Some((later, true)) => reach.changes(later, choice, view, PAIRS_COMPARED),
            Some((before, false)) => before.changes(&reach, choice, view, PAIRS_COMPARED),
            None => Changes::default(),
        };
        let pair = |change: &CellChange| (change.from.clone(), change.to.clone());
        let marks = map_of(found.iter().map(|change| (pair(change), change.change)));
        let (ends, names) = ends_with_labels(scenario, Language::En).into_iter().unzip();
        let cells = RefCell::default();
        let changes = found;
        let (hidden, lines) = (None, None);
        Self {
            ends,
            names,
            lines,
            choice,
            view,
            changes,
            uncompared,
            refusal,
            hidden,
            reach,
            other,
            marks,
            cells,
        }
    }

    /// The same with the names of its ends in a language.
    #[must_use]
    pub fn named(self, language: Language) -> Self {
        let names = ends_with_labels(self.scenario(), language).into_iter();
        Self { names: names.map(|(_, name)| name).collect(), ..self }
    }

    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        self.reach.scenario()
    }

    /// The scenario before the last step, if it is the one compared with.
    pub fn before(&self) -> Option<&Scenario> {
        let (other, _) = self.other.as_ref().filter(|(_, later)| !later)?;
        Some(other.scenario())
    }

    /// The earlier and the later scenario of the changes, if there are two.
    pub(crate) fn sides(&self) -> Option<(&Reach, &Reach)> {
        let (other, later) = self.other.as_ref()?;
        Some(if *later { (&self.reach, other) } else { (other, &self.reach) })
    }

    /// The prepared evaluator.
    pub fn reach(&self) -> &Reach {
        &self.reach
    }

    /// The cell at a row and column.
    pub fn cell(&self, from: usize, to: usize) -> Option<Arc<Cell>> {
        if self.member_cells().is_some() {
            return Some(Arc::clone(&self.combined(from, to)?.cell));
        }
        if let Some(known) = self.cells.borrow().get(&(from, to)) {
            return known.clone();
        }
        let Selection { from: source, to: destination } = self.pair(from, to)?;
        let cell = self.reach.cell(&source, &destination, self.choice, self.view).map(Arc::new);
        let mut cells = self.cells.borrow_mut();
        if cells.len() >= CELLS_KEPT {
            cells.clear();
        }
        cells.insert((from, to), cell.clone());
        cell
    }

    /// The cell of a pair.
    pub fn between(&self, pair: &Selection) -> Option<Arc<Cell>> {
        if self.member_cells().is_some() {
            let cell = self.reach.cell(&pair.from, &pair.to, self.choice, self.view);
            return cell.map(Arc::new);
        }
        let (from, to) = self.place(pair)?;
        self.cell(from, to)
    }

    /// The row and column of a pair.
    pub fn place(&self, pair: &Selection) -> Option<(usize, usize)> {
        let place = |end: &End| match &self.lines {
            Some(lines) => lines.row_of(end),
            None => self.ends.iter().position(|other| other == end),
        };
        Some((place(&pair.from)?, place(&pair.to)?))
    }

    /// The pair at a row and column. A row of several ends and itself stands for two of them.
    pub fn pair(&self, from: usize, to: usize) -> Option<Selection> {
        if self.member_cells().is_some() {
            return Some(self.combined(from, to)?.pair.clone());
        }
        let twin = || self.lines.as_ref()?.rows.get(from)?.second.as_ref();
        let twin = (from == to).then(twin).flatten();
        let to = twin.or_else(|| self.ends.get(to))?;
        Some(Selection { from: self.ends.get(from)?.clone(), to: to.clone() })
    }

    /// Whether the changes belong to a preview.
    pub fn foreseen(&self) -> bool {
        self.other.as_ref().is_some_and(|(_, later)| *later)
    }

    /// How the pair at a row and column changed or would change.
    pub fn mark(&self, from: usize, to: usize) -> Option<Change> {
        if let Some(lines) = self.lines.as_ref().filter(|_| self.uncompared == 0) {
            return lines.mark(from, to);
        }
        let Selection { from, to } = &self.pair(from, to)?;
        if self.uncompared == 0 {
            // Build the owned key only if there are changes to look up.
            let key = || (from.clone(), to.clone());
            return (!self.marks.is_empty()).then(|| self.marks.get(&key()).copied()).flatten();
        }
        let (before, after) = self.sides()?;
        let change = before.change_between(after, (from, to), self.choice, self.view)?;
        Some(change.change)
    }
}

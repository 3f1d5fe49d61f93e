//! The answers of a large scenario between rows that stand for several ends.

use std::rc::Rc;
use std::sync::Arc;

use crate::derived::reachability::combined::{Combined, MemberCells};
use crate::derived::reachability::{Lines, Reachability};
use crate::state::{Action, LinesShown, Selection};
use sg_core::connectivity::{Cell, EquivalentEnds, GroupBy};

/// What puts ends into lines.
pub(crate) type Grouped = fn(&Reachability, Option<Arc<EquivalentEnds>>, &LinesShown) -> Lines;

impl Reachability {
    /// Whether a row stands for several ends.
    pub fn stands_for_several(&self, row: usize) -> bool {
        let line = self.lines.as_ref().and_then(|lines| lines.rows.get(row));
        line.is_some_and(|line| line.second.is_some())
    }

    /// The same with the ends of a large scenario in lines, as `grouped` makes them.
    #[must_use]
    pub(crate) fn in_lines_by(
        self,
        grouped: Option<Grouped>,
        earlier: Option<&Self>,
        asked: &LinesShown,
    ) -> Self {
        // A pair to be predicted is in a small scenario.
        let usual = self.ends.len() <= GroupBy::MOST_UNGROUPED && !asked.are_chosen();
        if usual || self.hidden.is_some() {
            return self;
        }
        let Some(grouped) = grouped else { return self };
        let key = |seen: &Self| (seen.choice.family(), seen.view);
        let same = earlier.filter(|earlier| {
            key(earlier) == key(&self) && earlier.reach.scenario() == self.reach.scenario()
        });
        let known = same.and_then(|earlier| Some(Arc::clone(&earlier.lines.as_ref()?.equivalent)));
        let lines = grouped(&self, known, asked);
        let ends = lines.rows.iter().filter_map(|line| line.members.first()).cloned().collect();
        let names = lines.rows.iter().map(|line| line.name.clone()).collect();
        Self { ends, names, lines: Some(Rc::new(lines)), ..self }
    }

    /// The cell that combines those of all pairs of members, if that is what cells do.
    pub(super) fn combined(&self, from: usize, to: usize) -> Option<Rc<Combined>> {
        self.member_cells()?.at(&self.reach, (self.choice, self.view), (from, to))
    }

    pub(super) fn member_cells(&self) -> Option<&MemberCells> {
        self.lines.as_ref()?.combined.as_deref()
    }

    /// Whether the pairs of members at a row and column have different answers.
    pub fn differs(&self, from: usize, to: usize) -> bool {
        self.combined(from, to).is_some_and(|cell| cell.differs)
    }

    /// Every answer between the members of a row and a column, with the number of pairs that have
    /// it; one if all have the same.
    pub(crate) fn answers(&self, from: usize, to: usize) -> Vec<(Arc<Cell>, usize)> {
        let members = |row: usize| Some(self.member_cells()?.members.get(row)?.as_slice());
        let (Some(cells), true) = (self.member_cells(), self.differs(from, to)) else {
            return self.cell(from, to).map(|cell| (cell, 1)).into_iter().collect();
        };
        let (Some(from), Some(to)) = (members(from), members(to)) else { return Vec::new() };
        cells.cells.borrow_mut().answers(&self.reach, from, to)
    }

    /// Selects the pair at a row and column.
    pub fn selecting(&self, from: usize, to: usize) -> Option<Action> {
        let pair = self.pair(from, to)?;
        Some(match self.member_cells() {
            Some(_) => Action::SelectLines(pair, (from, to)),
            None => Action::Select(pair),
        })
    }

    /// The row and column of a selected pair. Where its ends are in several rows, they are those
    /// in which it was selected, if it still is in these.
    pub fn chosen(
        &self,
        pair: &Selection,
        selected_in: Option<(usize, usize)>,
    ) -> Option<(usize, usize)> {
        let holds = |row: usize, end| {
            let row = self.lines.as_ref().and_then(|lines| lines.rows.get(row));
            row.is_some_and(|row| row.members.contains(end))
        };
        let same = |(from, to): &(usize, usize)| holds(*from, &pair.from) && holds(*to, &pair.to);
        selected_in.filter(same).or_else(|| self.place(pair))
    }
}

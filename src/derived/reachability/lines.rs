//! Rows of a large matrix that stand for several ends.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::derived::reachability::combined::MemberCells;
use crate::state::LinesShown;
use sg_core::connectivity::{CellChange, Change, End, EquivalentEnds};
use sg_core::model::SecurityGroupId;

/// The rows of a matrix, which are its columns too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    /// What each row stands for.
    pub rows: Vec<Line>,
    /// The number of ends in the scenario, including those that are filtered out.
    pub all: usize,
    /// How they were made.
    pub asked: LinesShown,
    /// The rows of each end that is shown.
    rows_of: BTreeMap<End, Vec<usize>>,
    /// How each pair of rows changed.
    marks: BTreeMap<(usize, usize), Change>,
    pub(crate) equivalent: Arc<EquivalentEnds>,
    /// The cells of rows whose members need not answer alike.
    pub(crate) combined: Option<Rc<MemberCells>>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The ends it stands for, the first of which represents them; never empty.
    pub members: Vec<End>,
    /// Another member; `None` if there is only one.
    pub second: Option<End>,
    /// The name.
    pub name: String,
    /// The group whose members they are, if they are put together for that.
    pub group: Option<SecurityGroupId>,
    /// The ends to open or close for the row to be opened or closed, and whether it is open; `None`
    /// for a row that always stands alone.
    pub opener: Option<(Vec<End>, bool)>,
}

impl Lines {
    pub(crate) fn new(
        rows: Vec<Line>,
        (all, asked): (usize, &LinesShown),
        equivalent: Arc<EquivalentEnds>,
        changes: &[CellChange],
    ) -> Self {
        let mut rows_of: BTreeMap<End, Vec<usize>> = BTreeMap::new();
        for (row, line) in rows.iter().enumerate() {
            for end in &line.members {
                rows_of.entry(end.clone()).or_default().push(row);
            }
        }
        let mut marks: BTreeMap<(usize, usize), Change> = BTreeMap::new();
        for change in changes {
            let rows = rows_of.get(&change.from).zip(rows_of.get(&change.to));
            let Some((from, to)) = rows else { continue };
            for place in from.iter().flat_map(|from| to.iter().map(move |to| (*from, *to))) {
                // Pairs that changed differently are only marked as changed.
                let mark = marks.entry(place).or_insert(change.change);
                if *mark != change.change {
                    *mark = Change::Changed;
                }
            }
        }
        Self { rows, all, asked: asked.clone(), rows_of, marks, equivalent, combined: None }
    }

    /// The first row of an end; `None` if it is filtered out.
    pub(crate) fn row_of(&self, end: &End) -> Option<usize> {
        self.rows_of.get(end)?.first().copied()
    }

    pub(crate) fn mark(&self, from: usize, to: usize) -> Option<Change> {
        self.marks.get(&(from, to)).copied()
    }

    /// The number of ends that are shown.
    pub fn shown(&self) -> usize {
        self.rows_of.len()
    }
}

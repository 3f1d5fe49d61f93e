//! Cells between the members of security groups, which need not answer alike.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::state::Selection;
use sg_core::connectivity::{Cell, CheckedDirections, LineCells, PacketChoice, Reach};

/// A cell that combines those of all pairs of members.
#[derive(Debug)]
pub(crate) struct Combined {
    /// The cell of the example with the state of all.
    pub(crate) cell: Arc<Cell>,
    /// Whether the pairs have different answers.
    pub(crate) differs: bool,
    /// The pair that serves as the example.
    pub(crate) pair: Selection,
}

/// Combines the cells between the members of two rows, given by their places among all ends.
pub(crate) type Combiner =
    fn(&Reach, Asked, &mut LineCells, (&[usize], &[usize])) -> Option<Combined>;

/// The packets and checks asked about.
pub(crate) type Asked = (PacketChoice, CheckedDirections);

/// The combined cells computed so far, by row and column.
type Known = BTreeMap<(usize, usize), Option<Rc<Combined>>>;

/// Cells between rows whose members need not answer alike, combined on demand.
#[derive(Debug)]
pub(crate) struct MemberCells {
    /// The members of each row.
    pub(crate) members: Vec<Vec<usize>>,
    pub(crate) cells: RefCell<LineCells>,
    pub(crate) combiner: Combiner,
    pub(crate) known: RefCell<Known>,
}

impl PartialEq for MemberCells {
    /// What is computed does not matter.
    fn eq(&self, other: &Self) -> bool {
        self.members == other.members
    }
}

impl Eq for MemberCells {}

impl MemberCells {
    pub(crate) fn at(
        &self,
        reach: &Reach,
        asked: Asked,
        (from, to): (usize, usize),
    ) -> Option<Rc<Combined>> {
        if let Some(known) = self.known.borrow().get(&(from, to)) {
            return known.clone();
        }
        let rows = (self.members.get(from)?.as_slice(), self.members.get(to)?.as_slice());
        let found = (self.combiner)(reach, asked, &mut self.cells.borrow_mut(), rows).map(Rc::new);
        self.known.borrow_mut().insert((from, to), found.clone());
        found
    }
}

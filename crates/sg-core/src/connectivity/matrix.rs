//! Every ordered pair of ends: who can reach whom with which packets.

use std::fmt;
use std::sync::Arc;

use crate::model::{AddressFamily, Scenario};

use super::cell::{Cell, cell};
use super::choice::{AskedPacket, CheckedDirections, PacketChoice};
use super::end::{End, ends};
use super::flow::{Endpoint, Flow, Packet};
use super::pair::Pair;
use super::reach::{Kept, Reach, SpaceCache};
use super::space::space_of;

/// All ordered pairs of ends.
///
/// Cheap to clone and to update after an edit; see [`Matrix::updated`].
#[derive(Clone)]
pub struct Matrix {
    /// Rows and columns: interfaces in the order of their instances, then outside blocks.
    pub ends: Vec<End>,
    /// The packets it covers.
    pub choice: PacketChoice,
    /// The checks it shows.
    pub view: CheckedDirections,
    cells: Vec<Arc<Cell>>,
    reach: Arc<Reach>,
}

impl PartialEq for Matrix {
    /// Compares the content only, not how it was computed.
    fn eq(&self, other: &Self) -> bool {
        let key = |matrix: &Self| (matrix.choice, matrix.view);
        key(self) == key(other) && self.ends == other.ends && self.cells == other.cells
    }
}

impl Eq for Matrix {}

impl fmt::Debug for Matrix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Matrix")
            .field("ends", &self.ends)
            .field("choice", &self.choice)
            .field("view", &self.view)
            .field("cells", &self.cells)
            .finish_non_exhaustive()
    }
}

impl Matrix {
    /// The matrix after an edit of the scenario, with the same packets and checks. Equal to what
    /// [`matrix`] returns; pairs that the edit does not affect are shared.
    #[must_use]
    pub fn updated(&self, after: &Scenario) -> Self {
        let reach = Arc::new(self.reach.updated(after));
        let kept = Kept::between(&self.reach, &reach).map(|kept| (self, kept));
        Self::draw(&reach, self.choice, self.view, kept)
    }

    /// The matrix of the same scenario for other packets or checks.
    #[must_use]
    pub fn asked(&self, choice: PacketChoice, view: CheckedDirections) -> Self {
        Self::draw(&self.reach, choice, view, None)
    }

    /// The prepared answers behind the matrix.
    pub fn reach(&self) -> &Reach {
        &self.reach
    }

    fn draw(
        reach: &Arc<Reach>,
        choice: PacketChoice,
        view: CheckedDirections,
        before: Option<(&Self, Kept)>,
    ) -> Self {
        let scenario = reach.scenario();
        let ends = ends(scenario);
        let before = before.filter(|(matrix, _)| matrix.ends == ends);
        let place = |end: &End| match end {
            End::Interface(id) => scenario.parts().interfaces.get_index_of(id),
            End::Outside(_) => None,
        };
        let places: Vec<Option<usize>> = ends.iter().map(place).collect();
        let mut space_cache = SpaceCache::new(reach, view);
        let mut spaces =
            |source: &Endpoint, destination: &Endpoint| space_cache.space(source, destination);
        let mut cells = Vec::with_capacity(ends.len() * ends.len());
        for (row, (from, sender)) in ends.iter().zip(&places).enumerate() {
            for (column, (to, receiver)) in ends.iter().zip(&places).enumerate() {
                let old = before.as_ref().filter(|(_, kept)| kept.holds(*sender, *receiver));
                let old = old.and_then(|(old, _)| old.cells.get(row * ends.len() + column));
                let new = || cell(scenario, from, to, choice, &mut spaces).map(Arc::new);
                cells.extend(old.cloned().or_else(new));
            }
        }
        Self { ends, choice, view, cells, reach: Arc::clone(reach) }
    }

    /// The cell of a row and a column.
    pub fn cell(&self, from: usize, to: usize) -> Option<&Cell> {
        if to < self.ends.len() {
            self.cells.get(from * self.ends.len() + to).map(AsRef::as_ref)
        } else {
            None
        }
    }

    /// The cell from one end to another.
    pub fn between(&self, from: &End, to: &End) -> Option<&Cell> {
        let place = |end| self.ends.iter().position(|other| other == end);
        self.cell(place(from)?, place(to)?)
    }
}

/// The matrix of a scenario: every ordered pair, for the given packets and checks.
pub fn matrix(scenario: &Scenario, choice: PacketChoice, view: CheckedDirections) -> Matrix {
    Matrix::draw(&Arc::new(Reach::new(scenario)), choice, view, None)
}

/// One cell of the matrix, computed alone; `None` if an end does not exist.
pub fn cell_between(
    scenario: &Scenario,
    from: &End,
    to: &End,
    choice: PacketChoice,
    view: CheckedDirections,
) -> Option<Cell> {
    let mut spaces = |source: &Endpoint, destination: &Endpoint| {
        let pair = Pair::new(scenario, source, destination).viewed(view);
        (Arc::new(space_of(&pair)), !pair.has_no_side())
    };
    cell(scenario, from, to, choice, &mut spaces)
}

/// The flow of a packet between two ends; `None` if an end does not exist. A sender uses its
/// primary private address in the other end's family, or in the only family in which the packet
/// exists. A receiver is reached at the same kind of address, or at its public address if the
/// sender is on the Internet. An outside block is represented by an address of its largest
/// partition.
pub fn flow_between(scenario: &Scenario, from: &End, to: &End, packet: Packet) -> Option<Flow> {
    let choice = match packet.family() {
        Some(AddressFamily::V4) => PacketChoice::One(AskedPacket::Icmp),
        Some(AddressFamily::V6) => PacketChoice::One(AskedPacket::Icmpv6),
        None => PacketChoice::All,
    };
    let cell = cell_between(scenario, from, to, choice, CheckedDirections::Both)?;
    Some(Flow { source: cell.source, destination: cell.destination, packet })
}

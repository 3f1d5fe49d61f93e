//! What an edit changes: the pairs whose packets get a different verdict, each with a
//! counterexample.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::map::map_of;

use super::cell::Cell;
use super::end::End;
use super::flow::{Endpoint, Flow, Packet};
use super::matrix::Matrix;
use super::packet_set::PacketSet;
use super::partition::difference;
use super::space::PacketSpace;
use super::verdict::Verdict;

mod interval;
mod region;

pub(super) use interval::{AddressInterval, side_by_side};
pub use region::{Judged, PairChange, RegionChange, Shift, diff_regions};

/// A pair that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The row.
    pub from: End,
    /// The column.
    pub to: End,
    /// How it changed.
    pub change: Change,
    /// A packet that passes in only one of the two matrices.
    pub counterexample: Flow,
}

/// How a pair changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Nothing passed before; something does now.
    Opened,
    /// Something passed before; nothing does now.
    Closed,
    /// Additional packets pass, and none is lost.
    Widened,
    /// Fewer packets pass, and none is gained.
    Narrowed,
    /// Some packets now pass and others no longer do.
    Changed,
}

/// The pairs for which some packet passes in only one of the two matrices, in the order of the
/// later matrix, followed by pairs that no longer exist. Empty if no packet changes.
///
/// A matrix without one of the ends counts as if nothing passed between them. If both matrices
/// cover the same packets, only those packets are compared.
pub fn diff(before: &Matrix, after: &Matrix) -> Vec<CellChange> {
    let asked = asked(before, after);
    let pairs = pairs(before, after).into_iter();
    pairs.filter_map(|pair| compare(&pair, asked.as_ref())).collect()
}

/// The packets both matrices cover; `None` means all packets.
fn asked(before: &Matrix, after: &Matrix) -> Option<PacketSet> {
    if before.choice == after.choice { before.choice.packets() } else { None }
}

/// A pair in two matrices; it may be missing from one of them.
pub(super) struct TwoCells<'a> {
    pub(super) from: &'a End,
    pub(super) to: &'a End,
    pub(super) before: Option<&'a Cell>,
    pub(super) after: Option<&'a Cell>,
}

impl TwoCells<'_> {
    /// Whether both cells have the same regions. A cell that an edit does not affect is shared.
    fn alike(&self) -> bool {
        matches!((self.before, self.after), (Some(before), Some(after))
            if std::ptr::eq(before, after) || before.pieces == after.pieces)
    }

    /// The packet between the ends, using this address for an outside end.
    pub(super) fn flow(&self, address: Option<IpAddr>, packet: Packet) -> Option<Flow> {
        let cell = self.after.or(self.before)?;
        let moved = |end: &Endpoint| match (end, address) {
            (Endpoint::Outside { .. }, Some(address)) => Endpoint::Outside { address },
            (end, _) => end.clone(),
        };
        let (source, destination) = (moved(&cell.source), moved(&cell.destination));
        Some(Flow { source, destination, packet })
    }
}

/// All pairs of different ends, in the order of the later matrix, followed by those that no longer
/// exist.
fn pairs<'a>(before: &'a Matrix, after: &'a Matrix) -> Vec<TwoCells<'a>> {
    let mut pairs = Vec::new();
    let earlier = positions(after, before);
    for (row, column, cell) in cells(after) {
        let old = lookup(before, &earlier, row, column);
        let Some((from, to)) = ends(after, row, column) else { continue };
        pairs.push(TwoCells { from, to, before: old, after: Some(cell) });
    }
    let later = positions(before, after);
    for (row, column, cell) in cells(before) {
        let Some((from, to)) = ends(before, row, column) else { continue };
        if lookup(after, &later, row, column).is_none() {
            pairs.push(TwoCells { from, to, before: Some(cell), after: None });
        }
    }
    pairs
}

/// Maps each end of one matrix to its position in another.
fn positions(of: &Matrix, within: &Matrix) -> Vec<Option<usize>> {
    let known: BTreeMap<&End, usize> =
        map_of(within.ends.iter().enumerate().map(|(index, end)| (end, index)));
    of.ends.iter().map(|end| known.get(end).copied()).collect()
}

fn lookup<'a>(
    matrix: &'a Matrix,
    positions: &[Option<usize>],
    from: usize,
    to: usize,
) -> Option<&'a Cell> {
    matrix.cell((*positions.get(from)?)?, (*positions.get(to)?)?)
}

fn ends(matrix: &Matrix, from: usize, to: usize) -> Option<(&End, &End)> {
    Some((matrix.ends.get(from)?, matrix.ends.get(to)?))
}

/// The cells of different ends, with their positions.
fn cells(matrix: &Matrix) -> impl Iterator<Item = (usize, usize, &Cell)> {
    let count = matrix.ends.len();
    (0..count).flat_map(move |row| {
        (0..count).filter_map(move |column| {
            (row != column).then_some(())?;
            Some((row, column, matrix.cell(row, column)?))
        })
    })
}

/// How a pair changed; `None` if no packet changes.
pub(super) fn compare(pair: &TwoCells<'_>, asked: Option<&PacketSet>) -> Option<CellChange> {
    if pair.alike() {
        return None;
    }
    let (mut gained, mut lost) = (None, None);
    for interval in side_by_side(pair.before, pair.after) {
        let at = |packet: Packet| (interval.address(), packet);
        gained = gained.or_else(|| gain(interval.before, interval.after, asked).map(at));
        lost = lost.or_else(|| gain(interval.after, interval.before, asked).map(at));
    }
    let passes = |cell: Option<&Cell>| {
        let mut pieces = cell.iter().flat_map(|cell| &cell.pieces);
        pieces.any(|piece| !piece.space.packets(Verdict::Pass, asked).is_empty())
    };
    let change = match (gained, lost) {
        (None, None) => return None,
        (Some(_), Some(_)) => Change::Changed,
        (Some(_), None) if passes(pair.before) => Change::Widened,
        (Some(_), None) => Change::Opened,
        (None, Some(_)) if passes(pair.after) => Change::Narrowed,
        (None, Some(_)) => Change::Closed,
    };
    let (address, packet) = gained.or(lost)?;
    let counterexample = pair.flow(address, packet)?;
    Some(CellChange { from: pair.from.clone(), to: pair.to.clone(), change, counterexample })
}

/// A packet that passes in `new` but not in `old`.
fn gain(
    old: Option<&PacketSpace>,
    new: Option<&PacketSpace>,
    asked: Option<&PacketSet>,
) -> Option<Packet> {
    let had = old.map_or_else(Vec::new, |space| space.packets(Verdict::Pass, asked));
    let has = new.map_or_else(Vec::new, |space| space.packets(Verdict::Pass, asked));
    difference(&has, &had).first().map(PacketSet::sample)
}

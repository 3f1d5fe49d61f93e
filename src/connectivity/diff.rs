//! What an edit changes: the pairs whose packets fare differently, each with a proof.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use super::flow::{Endpoint, Flow, Packet};
use super::matrix::{Cell, End, Matrix, Piece};
use super::outside;
use super::space::{PacketSet, PacketSpace, difference};
use super::verdict::Verdict;

/// One pair that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The row.
    pub from: End,
    /// The column.
    pub to: End,
    /// In what way.
    pub change: Change,
    /// A packet that passes in one of the two matrices only.
    pub counterexample: Flow,
}

/// How a pair changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Nothing passed before; something does now.
    Opened,
    /// Something passed before; nothing does now.
    Closed,
    /// More passes, and nothing less.
    Widened,
    /// Less passes, and nothing more.
    Narrowed,
    /// Some packets gained, others lost.
    Changed,
}

/// The pairs between which some packet passes in one matrix and not in the other, in the order
/// of the later matrix, then the pairs that are gone. Empty means that no packet changes.
///
/// Between ends that one of the matrices does not have, nothing passes there. Where both matrices
/// ask for the same packets, only those are compared.
pub fn diff(before: &Matrix, after: &Matrix) -> Vec<CellChange> {
    let asked = if before.choice == after.choice { before.choice.packets() } else { None };
    let mut changes = Vec::new();
    let earlier = positions(after, before);
    for (from, to, new) in cells(after) {
        let old = lookup(before, &earlier, from, to);
        changes.extend(compare(ends(after, from, to), old, Some(new), asked.as_ref()));
    }
    let later = positions(before, after);
    for (from, to, old) in cells(before) {
        if lookup(after, &later, from, to).is_none() {
            changes.extend(compare(ends(before, from, to), Some(old), None, asked.as_ref()));
        }
    }
    changes
}

/// For each end of one matrix its position in another.
fn positions(of: &Matrix, within: &Matrix) -> Vec<Option<usize>> {
    let known: BTreeMap<&End, usize> =
        within.ends.iter().enumerate().map(|(index, end)| (end, index)).collect();
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

/// The pairs of different ends, by position.
fn cells(matrix: &Matrix) -> impl Iterator<Item = (usize, usize, &Cell)> {
    let count = matrix.ends.len();
    (0..count).flat_map(move |row| {
        (0..count).filter_map(move |column| {
            (row != column).then_some(())?;
            Some((row, column, matrix.cell(row, column)?))
        })
    })
}

/// What became of one pair; none where no packet changes.
pub(super) fn compare(
    ends: Option<(&End, &End)>,
    before: Option<&Cell>,
    after: Option<&Cell>,
    asked: Option<&PacketSet>,
) -> Option<CellChange> {
    // A cell that an edit did not touch is the same one in both matrices.
    if let (Some(before), Some(after)) = (before, after)
        && (std::ptr::eq(before, after) || before.pieces == after.pieces)
    {
        return None;
    }
    let (mut gained, mut lost) = (None, None);
    for (address, old, new) in side_by_side(before, after) {
        let at = |packet: Packet| (address, packet);
        gained = gained.or_else(|| gain(old, new, asked).map(at));
        lost = lost.or_else(|| gain(new, old, asked).map(at));
    }
    let passes = |cell: Option<&Cell>| {
        let mut pieces = cell.iter().flat_map(|cell| &cell.pieces);
        pieces.any(|piece| !piece.space.packets(Verdict::Pass, asked).is_empty())
    };
    let change = match (gained, lost) {
        (None, None) => return None,
        (Some(_), Some(_)) => Change::Changed,
        (Some(_), None) if passes(before) => Change::Widened,
        (Some(_), None) => Change::Opened,
        (None, Some(_)) if passes(after) => Change::Narrowed,
        (None, Some(_)) => Change::Closed,
    };
    let (address, packet) = gained.or(lost)?;
    let (from, to) = ends?;
    let cell = after.or(before)?;
    let moved = |end: &Endpoint| match (end, address) {
        (Endpoint::Outside { .. }, Some(address)) => Endpoint::Outside { address },
        (end, _) => end.clone(),
    };
    let (source, destination) = (moved(&cell.source), moved(&cell.destination));
    let counterexample = Flow { source, destination, packet };
    Some(CellChange { from: from.clone(), to: to.clone(), change, counterexample })
}

/// Packet spaces that hold for the same addresses, before and after; with an address of an outside
/// end, where there is one.
type SideBySide<'a> = (Option<IpAddr>, Option<&'a PacketSpace>, Option<&'a PacketSpace>);

fn side_by_side<'a>(before: Option<&'a Cell>, after: Option<&'a Cell>) -> Vec<SideBySide<'a>> {
    let pieces = |cell: Option<&'a Cell>| cell.map_or(&[][..], |cell| &cell.pieces);
    let (old, new) = (pieces(before), pieces(after));
    let mut starts: BTreeSet<IpAddr> = BTreeSet::new();
    for (first, last) in old.iter().chain(new).flat_map(|piece| &piece.ranges) {
        starts.insert(*first);
        starts.extend(outside::next(*last));
    }
    if starts.is_empty() {
        let space = |cell: Option<&'a Cell>| cell.map(|cell| cell.space.as_ref());
        return vec![(None, space(before), space(after))];
    }
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for address in starts {
        let (a, b) = (position(old, address), position(new, address));
        if seen.insert((a, b)) {
            let space = |pieces: &'a [Piece], index: Option<usize>| {
                pieces.get(index?).map(|piece| piece.space.as_ref())
            };
            rows.push((Some(address), space(old, a), space(new, b)));
        }
    }
    rows
}

fn position(pieces: &[Piece], address: IpAddr) -> Option<usize> {
    let holds = |piece: &Piece| {
        piece.ranges.iter().any(|(first, last)| *first <= address && address <= *last)
    };
    pieces.iter().position(holds)
}

/// A packet that passes in `new` and not in `old`.
fn gain(
    old: Option<&PacketSpace>,
    new: Option<&PacketSpace>,
    asked: Option<&PacketSet>,
) -> Option<Packet> {
    let had = old.map_or_else(Vec::new, |space| space.packets(Verdict::Pass, asked));
    let has = new.map_or_else(Vec::new, |space| space.packets(Verdict::Pass, asked));
    difference(&has, &had).first().map(PacketSet::sample)
}

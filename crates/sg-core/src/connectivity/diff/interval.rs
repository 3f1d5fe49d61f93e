//! Aligns two cells of a pair: their packet spaces for the same addresses.

use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::connectivity::cell::{AddressPartition, Cell};
use crate::connectivity::internet::Range;
use crate::connectivity::outside;
use crate::connectivity::space::PacketSpace;

/// The packet spaces before and after an edit for the same addresses.
pub(in crate::connectivity) struct AddressInterval<'a> {
    /// Addresses of the outside end, ascending; empty between two interfaces.
    pub(in crate::connectivity) addresses: Vec<Range>,
    pub(in crate::connectivity) before: Option<&'a PacketSpace>,
    pub(in crate::connectivity) after: Option<&'a PacketSpace>,
}

impl AddressInterval<'_> {
    /// One of the addresses, if one end is outside.
    pub(super) fn address(&self) -> Option<IpAddr> {
        self.addresses.first().map(|(first, _)| *first)
    }
}

/// Partitions the addresses of a pair by the packet spaces of both cells, in ascending order.
pub(in crate::connectivity) fn side_by_side<'a>(
    before: Option<&'a Cell>,
    after: Option<&'a Cell>,
) -> Vec<AddressInterval<'a>> {
    let pieces = |cell: Option<&'a Cell>| cell.map_or(&[][..], |cell| &cell.pieces);
    let (old, new) = (pieces(before), pieces(after));
    let mut starts: BTreeSet<IpAddr> = BTreeSet::new();
    for (first, last) in old.iter().chain(new).flat_map(|piece| &piece.ranges) {
        starts.insert(*first);
        starts.extend(outside::next(*last));
    }
    if starts.is_empty() {
        let space = |cell: Option<&'a Cell>| cell.map(|cell| cell.space.as_ref());
        let (before, after) = (space(before), space(after));
        return vec![AddressInterval { addresses: Vec::new(), before, after }];
    }
    let mut rows: Vec<([Option<usize>; 2], AddressInterval<'a>)> = Vec::new();
    let followers = starts.iter().skip(1).copied().map(Some).chain([None]);
    for (&start, follower) in starts.iter().zip(followers) {
        let (a, b) = (piece_at(old, start), piece_at(new, start));
        // No address partition begins or ends within an interval. The next one may belong to the
        // other address family, which sorts later.
        let Some(end) = [a, b].into_iter().flatten().map(|found| found.last).min() else {
            continue;
        };
        let end = follower.and_then(outside::previous).map_or(end, |last| last.min(end));
        let key = [a, b].map(|found| found.map(|found| found.index));
        match rows.iter_mut().find(|(other, _)| *other == key) {
            Some((_, row)) => outside::push(&mut row.addresses, (start, end)),
            None => {
                let [before, after] = [a, b].map(|found| found.map(|found| found.space));
                rows.push((key, AddressInterval { addresses: vec![(start, end)], before, after }));
            }
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The address partition that contains an address.
#[derive(Clone, Copy)]
struct Found<'a> {
    index: usize,
    space: &'a PacketSpace,
    /// The last address of the range that contains it.
    last: IpAddr,
}

fn piece_at(pieces: &[AddressPartition], address: IpAddr) -> Option<Found<'_>> {
    pieces.iter().enumerate().find_map(|(index, piece)| {
        let holds = |range: &&Range| range.0 <= address && address <= range.1;
        let (_, last) = *piece.ranges.iter().find(holds)?;
        Some(Found { index, space: &piece.space, last })
    })
}

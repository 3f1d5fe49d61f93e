//! The packet spaces between two named ends: one, or one per partition of an outside block.

use std::net::IpAddr;
use std::sync::Arc;

use crate::connectivity::{
    AddressPartition, CheckedDirections, Endpoint, PacketChoice, PacketSpace, cell_between,
    packet_space,
};
use crate::model::Scenario;

use super::ends::{Directory, Place, end};

/// The packets between two ends, for the addresses of an outside block that get the same answer.
#[derive(Debug)]
pub struct PieceOfSpace {
    /// The source.
    pub source: Endpoint,
    /// The destination.
    pub destination: Endpoint,
    /// The first and last address of each interval; empty if neither end is a block.
    pub ranges: Vec<(IpAddr, IpAddr)>,
    /// The packet space.
    pub space: Arc<PacketSpace>,
}

/// The packet spaces between two places. Blocks are split as in the matrix cell, where their
/// addresses get different answers. `None` if no packet can travel between the two.
pub fn pieces(
    scenario: &Scenario,
    directory: &mut Directory<'_>,
    from: &Place,
    to: &Place,
) -> Option<Vec<PieceOfSpace>> {
    let (source, destination) = directory.endpoints(from, to)?;
    if let (Some(row), Some(column), true) = (end(from), end(to), has_block(from, to)) {
        let (choice, view) = (PacketChoice::All, CheckedDirections::Both);
        let cell = cell_between(scenario, &row, &column, choice, view);
        if let Some(cell) = cell {
            let moved = |end: &Endpoint, representative| match end {
                Endpoint::Outside { .. } => Endpoint::Outside { address: representative },
                Endpoint::Interface { .. } => end.clone(),
            };
            let piece = |piece: &AddressPartition| PieceOfSpace {
                source: moved(&source, piece.representative),
                destination: moved(&destination, piece.representative),
                ranges: piece.ranges.clone(),
                space: Arc::clone(&piece.space),
            };
            return Some(cell.pieces.iter().map(piece).collect());
        }
    }
    let space = Arc::new(packet_space(scenario, &source, &destination));
    Some(vec![PieceOfSpace { source, destination, ranges: Vec::new(), space }])
}

fn has_block(from: &Place, to: &Place) -> bool {
    let block = |place: &Place| matches!(place, Place::Block(_));
    // No group applies between two blocks. A block next to an exact interface address is still
    // split by the rules of that interface.
    block(from) != block(to)
}

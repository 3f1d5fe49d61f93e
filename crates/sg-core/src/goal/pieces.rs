//! The packet spaces between two named ends: one, or one per part of an outside block.

use std::net::IpAddr;
use std::sync::Arc;

use crate::connectivity::{
    DirectionView, Endpoint, PacketChoice, PacketSpace, Piece, cell_between, packet_space,
};
use crate::model::Scenario;

use super::ends::{Directory, Place, end};

/// The packets between two ends, for those addresses of an outside block that fare alike.
#[derive(Debug)]
pub struct PieceOfSpace {
    /// Where they start.
    pub source: Endpoint,
    /// Where they go.
    pub destination: Endpoint,
    /// First and last address of each stretch; empty when neither end is a block.
    pub ranges: Vec<(IpAddr, IpAddr)>,
    /// All of them.
    pub space: Arc<PacketSpace>,
}

/// The packet spaces between two places. Blocks are cut where their addresses fare differently,
/// which the cell of the matrix knows. None when nothing can travel between the two.
pub fn pieces(
    scenario: &Scenario,
    directory: &mut Directory<'_>,
    from: &Place,
    to: &Place,
) -> Option<Vec<PieceOfSpace>> {
    let (source, destination) = directory.endpoints(from, to)?;
    if let (Some(row), Some(column), true) = (end(from), end(to), has_block(from, to)) {
        let (choice, view) = (PacketChoice::All, DirectionView::Both);
        let cell = cell_between(scenario, &row, &column, choice, view);
        if let Some(cell) = cell {
            let moved = |end: &Endpoint, representative| match end {
                Endpoint::Outside { .. } => Endpoint::Outside { address: representative },
                Endpoint::Interface { .. } => end.clone(),
            };
            let piece = |piece: &Piece| PieceOfSpace {
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
    // Between two blocks no group stands, and a block next to an exact address of an interface is
    // cut by that interface's rules all the same.
    block(from) != block(to)
}

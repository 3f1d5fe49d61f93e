//! The packet spaces between two named ends: one, or one per part of an outside block.

use std::net::IpAddr;
use std::sync::Arc;

use crate::connectivity::{
    DirectionView, Endpoint, Matrix, PacketChoice, PacketSpace, cell_between, matrix, packet_space,
};
use crate::model::Scenario;

use super::ends::{Directory, Place, end};

/// The packets between two ends, for those addresses of an outside block that fare alike.
#[derive(Debug)]
pub(super) struct PieceOfSpace {
    pub(super) source: Endpoint,
    pub(super) destination: Endpoint,
    /// First and last address of each stretch; empty when neither end is a block.
    pub(super) ranges: Vec<(IpAddr, IpAddr)>,
    pub(super) space: Arc<PacketSpace>,
}

impl PieceOfSpace {
    /// The stretches of addresses as texts.
    pub(super) fn addresses(&self) -> Vec<String> {
        ranges(&self.ranges)
    }
}

/// Stretches of addresses, first and last of each, as texts.
pub(super) fn ranges(ranges: &[(IpAddr, IpAddr)]) -> Vec<String> {
    let stretch = |(first, last): &(IpAddr, IpAddr)| {
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    };
    ranges.iter().map(stretch).collect()
}

/// More ends than this and a matrix takes too long and too much memory to be worth it.
pub(super) const MOST_ENDS: usize = 1_024;

/// The matrix of a scenario, unless it is too large.
pub(super) fn whole_matrix(
    scenario: &Scenario,
    choice: PacketChoice,
    view: DirectionView,
) -> Result<Matrix, String> {
    let ends = scenario.interfaces().len() + scenario.outside().len();
    if ends > MOST_ENDS {
        return Err(format!(
            "the scenario has {ends} interfaces and outside addresses, and all pairs are computed \
             for at most {MOST_ENDS}"
        ));
    }
    Ok(matrix(scenario, choice, view))
}

/// The packet spaces between two places. Blocks are cut where their addresses fare differently,
/// which the cell of the matrix knows.
pub(super) fn pieces(
    scenario: &Scenario,
    directory: &mut Directory<'_>,
    from: &Place,
    to: &Place,
) -> Result<Vec<PieceOfSpace>, String> {
    let (source, destination) = directory
        .endpoints(from, to)
        .ok_or_else(|| "nothing can travel between these two ends".to_owned())?;
    if let (Some(row), Some(column), true) = (end(from), end(to), has_block(from, to)) {
        let (choice, view) = (PacketChoice::All, DirectionView::Both);
        let cell = cell_between(scenario, &row, &column, choice, view);
        if let Some(cell) = cell {
            let moved = |end: &Endpoint, representative| match end {
                Endpoint::Outside { .. } => Endpoint::Outside { address: representative },
                Endpoint::Interface { .. } => end.clone(),
            };
            let piece = |piece: &crate::connectivity::Piece| PieceOfSpace {
                source: moved(&source, piece.representative),
                destination: moved(&destination, piece.representative),
                ranges: piece.ranges.clone(),
                space: Arc::clone(&piece.space),
            };
            return Ok(cell.pieces.iter().map(piece).collect());
        }
    }
    let space = Arc::new(packet_space(scenario, &source, &destination));
    Ok(vec![PieceOfSpace { source, destination, ranges: Vec::new(), space }])
}

fn has_block(from: &Place, to: &Place) -> bool {
    let block = |place: &Place| matches!(place, Place::Block(_));
    // Between two blocks no group stands, and a block next to an exact address of an interface is
    // cut by that interface's rules all the same.
    block(from) != block(to)
}

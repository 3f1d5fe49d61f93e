//! One cell of the matrix: the addresses of its ends, the address partitions of an outside block,
//! and a summary.

use std::net::IpAddr;
use std::sync::Arc;

use crate::model::Scenario;

use super::answer::{AddressVerdicts, AnswerPart, by_verdict};
use super::asked_end::AskedEnd;
use super::choice::PacketChoice;
use super::end::End;
use super::flow::Endpoint;
use super::pieces::{Pieces, Spaces, pieces};
use super::space::PacketSpace;
use super::state::{CellState, state};

/// The answer for one ordered pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The summary.
    pub state: CellState,
    /// The source of a representative packet.
    pub source: Endpoint,
    /// The destination of a representative packet.
    pub destination: Endpoint,
    /// Its whole packet space (that of the largest partition, if the outside block has several).
    pub space: Arc<PacketSpace>,
    /// The addresses of an outside block grouped by equal answer, largest first. There is one
    /// partition if the answer does not depend on the address, and always between two interfaces.
    pub pieces: Vec<AddressPartition>,
}

/// Addresses of an outside block that get the same answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressPartition {
    /// A representative address.
    pub representative: IpAddr,
    /// The first and last address of each interval, in ascending order. Empty between two
    /// interfaces.
    pub ranges: Vec<(IpAddr, IpAddr)>,
    /// Their packet space.
    pub space: Arc<PacketSpace>,
}

/// The cell of a row and a column; `None` if an end does not exist.
pub(super) fn cell(
    scenario: &Scenario,
    from: &End,
    to: &End,
    choice: PacketChoice,
    spaces: &mut Spaces<'_>,
) -> Option<Cell> {
    let ends = (AskedEnd::of(scenario, from)?, AskedEnd::of(scenario, to)?);
    let Pieces { parts, filtered } = pieces(scenario, &ends.0, &ends.1, choice.family(), spaces)?;
    let drawn: Vec<&PacketSpace> = parts.iter().map(|part| &*part.space).collect();
    let state = match filtered {
        _ if from == to => CellState::Itself,
        false => CellState::NotFiltered,
        true => state(&drawn, choice.packets().as_ref()),
    };
    let first = parts.first()?;
    let (source, destination) = (first.source.clone(), first.destination.clone());
    let space = Arc::clone(&first.space);
    let pieces = parts.into_iter().map(AddressPartition::from).collect();
    Some(Cell { state, source, destination, space, pieces })
}

impl Cell {
    /// The addresses of the outside block by the verdicts on the packets of the matrix, regardless of
    /// the reasons; see [`Answer::by_verdict`](super::Answer::by_verdict). Cells with equal states
    /// may differ here.
    pub fn by_verdict(&self, choice: PacketChoice) -> Vec<AddressVerdicts> {
        let mut parts = self.pieces.iter().map(|piece| (&*piece.ranges, &*piece.space));
        by_verdict(&mut parts, choice.packets().as_ref())
    }

    /// Whether another cell about the same packets gives the same answer, for every address.
    pub fn agrees(&self, other: &Self, choice: PacketChoice) -> bool {
        self.state == other.state
            && (!self.state.depends_on_address()
                || self.by_verdict(choice) == other.by_verdict(choice))
    }
}

impl From<AnswerPart> for AddressPartition {
    fn from(part: AnswerPart) -> Self {
        Self { representative: part.representative(), ranges: part.ranges, space: part.space }
    }
}

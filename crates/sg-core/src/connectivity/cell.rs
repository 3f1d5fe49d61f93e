//! One cell of the matrix: the addresses of its ends, the address partitions of an outside block,
//! and a summary.

use std::cmp::Reverse;
use std::net::IpAddr;
use std::sync::Arc;

use crate::model::{Direction, IpNet, NetworkInterface, Scenario};

use super::addresses::{PartialEndpoint, complete};
use super::choice::PacketChoice;
use super::end::End;
use super::flow::Endpoint;
use super::outside;
use super::packet_set::PacketSet;
use super::partition::{difference, union};
use super::space::PacketSpace;
use super::verdict::Verdict;

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

/// The summary of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellState {
    /// An end and itself.
    Itself,
    /// All packets asked about pass.
    Pass,
    /// No packet asked about passes.
    Blocked,
    /// Some of the packets asked about pass.
    Partial(Summary),
    /// No group filters the checked directions: an outside end, or two of them.
    NotFiltered,
    /// The model cannot say.
    Unknown,
}

/// What passes and what does not, regardless of the reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What passes for at least one address.
    pub passing: Vec<PacketSet>,
    /// The rest: what does not pass for any address.
    pub blocked: Vec<PacketSet>,
    /// Whether the answer differs between addresses of the outside block.
    pub depends_on_address: bool,
}

impl Summary {
    /// Whether listing what is blocked is shorter: "all but TCP 25".
    pub fn complement_is_shorter(&self) -> bool {
        self.blocked.len() < self.passing.len()
    }
}

/// All packets from one end to another, and whether any of the checked directions is filtered.
pub(super) type Spaces<'a> = dyn FnMut(&Endpoint, &Endpoint) -> (Arc<PacketSpace>, bool) + 'a;

/// The cell of a row and a column; `None` if an end does not exist.
pub(super) fn cell(
    scenario: &Scenario,
    from: &End,
    to: &End,
    choice: PacketChoice,
    spaces: &mut Spaces<'_>,
) -> Option<Cell> {
    let (source, destination) = (find(scenario, from)?, find(scenario, to)?);
    let mut pieces: Vec<Located> = match (source, destination) {
        (Found::Interface(from), Found::Interface(to)) => {
            let (from, to) = (PartialEndpoint::Interface(from), PartialEndpoint::Interface(to));
            let (source, destination) = complete(from, to, choice.family())?;
            vec![Located::new(source, destination, Vec::new(), spaces)]
        }
        (Found::Interface(from), Found::Outside(block)) => {
            let classes = outside::classes(scenario, block, from, Direction::Egress);
            let from = PartialEndpoint::Interface(from);
            let ends = |address| complete(from, PartialEndpoint::Outside(address), None);
            locate(block, classes, spaces, ends)
        }
        (Found::Outside(block), Found::Interface(to)) => {
            let classes = outside::classes(scenario, block, to, Direction::Ingress);
            let to = PartialEndpoint::Interface(to);
            let ends = |address| complete(PartialEndpoint::Outside(address), to, None);
            locate(block, classes, spaces, ends)
        }
        (Found::Outside(source), Found::Outside(destination)) => {
            let source = Endpoint::Outside { address: source.network() };
            let destination = Endpoint::Outside { address: destination.network() };
            vec![Located::new(source, destination, Vec::new(), spaces)]
        }
    };
    let state = if from == to { CellState::Itself } else { state(&pieces, choice) };
    let first = pieces.first_mut()?;
    let (source, destination) = (first.source.clone(), first.destination.clone());
    let space = Arc::clone(&first.piece.space);
    let pieces = pieces.into_iter().map(|located| located.piece).collect();
    Some(Cell { state, source, destination, space, pieces })
}

/// One end, looked up.
#[derive(Clone, Copy)]
enum Found<'a> {
    Interface(&'a NetworkInterface),
    Outside(IpNet),
}

fn find<'a>(scenario: &'a Scenario, end: &End) -> Option<Found<'a>> {
    match end {
        End::Interface(id) => scenario.interface(id).map(|found| Found::Interface(found)),
        End::Outside(name) => {
            let outside = scenario.outside().iter().find(|outside| outside.name == *name)?;
            Some(Found::Outside(outside.block))
        }
    }
}

/// An address partition with the ends that represent it.
struct Located {
    source: Endpoint,
    destination: Endpoint,
    piece: AddressPartition,
    filtered: bool,
}

impl Located {
    fn new(
        source: Endpoint,
        destination: Endpoint,
        ranges: Vec<(IpAddr, IpAddr)>,
        spaces: &mut Spaces<'_>,
    ) -> Self {
        let (space, filtered) = spaces(&source, &destination);
        let outside = [&source, &destination].into_iter().find(|e| e.interface().is_none());
        let representative = outside.unwrap_or(&destination).address();
        let piece = AddressPartition { representative, ranges, space };
        Self { source, destination, piece, filtered }
    }
}

/// The address partitions of an outside block, merged if their packet spaces are equal, largest
/// first.
fn locate(
    block: IpNet,
    classes: Vec<Vec<(IpAddr, IpAddr)>>,
    spaces: &mut Spaces<'_>,
    ends: impl Fn(IpAddr) -> Option<(Endpoint, Endpoint)>,
) -> Vec<Located> {
    // A block without any address left still has a cell, which gives the reason.
    let classes =
        if classes.is_empty() { vec![vec![(block.network(), block.network())]] } else { classes };
    let mut pieces: Vec<Located> = Vec::new();
    for ranges in classes {
        let address = outside::representative(&ranges).and_then(&ends);
        let Some((source, destination)) = address else { continue };
        let located = Located::new(source, destination, ranges, spaces);
        match pieces.iter_mut().find(|piece| piece.piece.space == located.piece.space) {
            Some(same) => same.piece.ranges.extend(located.piece.ranges),
            None => pieces.push(located),
        }
    }
    for located in &mut pieces {
        let mut ranges = std::mem::take(&mut located.piece.ranges);
        ranges.sort_unstable();
        for range in ranges {
            outside::push(&mut located.piece.ranges, range);
        }
        if let Some(address) = outside::representative(&located.piece.ranges)
            && let Some((source, destination)) = ends(address)
        {
            located.piece.representative = address;
            located.source = source;
            located.destination = destination;
        }
    }
    pieces.sort_by_key(|located| {
        (Reverse(outside::size(&located.piece.ranges)), located.piece.representative)
    });
    pieces
}

fn state(pieces: &[Located], choice: PacketChoice) -> CellState {
    if pieces.iter().all(|located| !located.filtered) {
        return CellState::NotFiltered;
    }
    let asked = choice.packets();
    let of = |verdict| -> Vec<Vec<PacketSet>> {
        let spaces = pieces.iter().map(|located| &located.piece.space);
        spaces.map(|space| space.packets(verdict, asked.as_ref())).collect()
    };
    let (passing, blocked) = (of(Verdict::Pass), of(Verdict::Blocked));
    let none = |sets: &[Vec<PacketSet>]| sets.iter().all(Vec::is_empty);
    match (none(&passing), none(&blocked)) {
        // Either the model cannot say, which then applies to all packets and addresses, or no
        // packet asked about exists between these ends, such as ICMP over IPv6.
        (true, true) => CellState::Unknown,
        (false, true) => CellState::Pass,
        (true, false) => CellState::Blocked,
        (false, false) => {
            let depends_on_address = passing.windows(2).any(|pair| pair.first() != pair.last());
            // A single partition already has the fewest sets.
            let (passing, blocked) = match (passing.as_slice(), blocked.as_slice()) {
                ([passing], [blocked]) => (passing.clone(), blocked.clone()),
                _ => {
                    let passing = union(&passing.concat());
                    let blocked = difference(&blocked.concat(), &passing);
                    (passing, blocked)
                }
            };
            CellState::Partial(Summary { passing, blocked, depends_on_address })
        }
    }
}

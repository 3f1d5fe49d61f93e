//! Every ordered pair of ends: who reaches whom with which packets.

use std::cmp::Reverse;
use std::net::IpAddr;
use std::sync::Arc;

use crate::model::{
    AddressFamily, Direction, IpNet, NetworkInterface, NetworkInterfaceId, Port, PortRange,
    Scenario,
};

use super::flow::{Endpoint, Flow, Packet};
use super::pair::Pair;
use super::space::{PacketSet, PacketSpace, difference, space_of, union};
use super::verdict::Verdict;
use super::{outside, route};

/// One row and one column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// A network interface.
    Interface(NetworkInterfaceId),
    /// An outside address block, by its name.
    Outside(String),
}

/// Which packets the matrix speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PacketChoice {
    /// All of them.
    #[default]
    All,
    /// One protocol and, where it has ports, one destination port from any source port.
    One(AskedPacket),
}

/// A protocol with its destination port.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AskedPacket {
    /// TCP to a port.
    Tcp(Port),
    /// UDP to a port.
    Udp(Port),
    /// ICMP (IPv4).
    Icmp,
    /// ICMPv6.
    Icmpv6,
    /// GRE.
    Gre,
}

/// Which of the two checks the matrix shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum DirectionView {
    /// What the sender lets out.
    Egress,
    /// What the receiver lets in.
    Ingress,
    /// What arrives.
    #[default]
    Both,
}

/// All ordered pairs of ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// Rows and columns: interfaces in the order of their instances, then the outside.
    pub ends: Vec<End>,
    /// Which packets it speaks of.
    pub choice: PacketChoice,
    /// Which checks it shows.
    pub view: DirectionView,
    cells: Vec<Cell>,
}

/// The answer about one ordered pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The short answer.
    pub state: CellState,
    /// Where a representative packet starts.
    pub source: Endpoint,
    /// Where it goes.
    pub destination: Endpoint,
    /// Its whole packet space (of the largest piece, where the outside block falls into pieces).
    pub space: Arc<PacketSpace>,
    /// The addresses of an outside block by equal answer, largest first; one piece when the
    /// answer does not depend on the address, and always one between two interfaces.
    pub pieces: Vec<Piece>,
}

/// Addresses of an outside block that get the same answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// An address that stands for them.
    pub representative: IpAddr,
    /// First and last address of each stretch, ascending. Empty between two interfaces.
    pub ranges: Vec<(IpAddr, IpAddr)>,
    /// Their packet space.
    pub space: Arc<PacketSpace>,
}

/// The short answer of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellState {
    /// An end and itself.
    Itself,
    /// Everything asked passes.
    Pass,
    /// Nothing asked passes.
    Blocked,
    /// Some of what was asked passes.
    Partial(Summary),
    /// No group stands on the side that is shown: an outside end, or two of them.
    NotFiltered,
    /// The model cannot say.
    Unknown,
}

/// What passes and what does not, merged whatever the reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What passes for at least one address.
    pub passing: Vec<PacketSet>,
    /// What passes for no address at all: the rest.
    pub blocked: Vec<PacketSet>,
    /// Whether the answer differs between addresses of the outside block.
    pub depends_on_address: bool,
}

impl AskedPacket {
    /// The packets it stands for: any source port.
    pub const fn packets(self) -> PacketSet {
        match self {
            Self::Tcp(port) => {
                PacketSet::Tcp { source: PortRange::ALL, destination: PortRange::single(port) }
            }
            Self::Udp(port) => {
                PacketSet::Udp { source: PortRange::ALL, destination: PortRange::single(port) }
            }
            Self::Icmp => PacketSet::Icmp,
            Self::Icmpv6 => PacketSet::Icmpv6,
            Self::Gre => PacketSet::Gre,
        }
    }

    /// One of them, from a dynamic port.
    pub fn sample(self) -> Packet {
        self.packets().sample()
    }
}

impl PacketChoice {
    /// The packets asked about; none is all of them.
    pub fn packets(self) -> Option<PacketSet> {
        match self {
            Self::All => None,
            Self::One(asked) => Some(asked.packets()),
        }
    }
}

impl Summary {
    /// Whether naming what is blocked is shorter: "all but TCP 25".
    pub fn complement_is_shorter(&self) -> bool {
        self.blocked.len() < self.passing.len()
    }
}

impl Matrix {
    /// The cell of a row and a column.
    pub fn cell(&self, from: usize, to: usize) -> Option<&Cell> {
        if to < self.ends.len() { self.cells.get(from * self.ends.len() + to) } else { None }
    }
}

/// The rows and columns of a scenario: the interfaces in the order of their instances, then the
/// outside blocks.
pub fn ends(scenario: &Scenario) -> Vec<End> {
    let interfaces = scenario.instances().flat_map(|instance| &instance.interfaces);
    let outside = scenario.outside().iter().map(|outside| End::Outside(outside.name.clone()));
    interfaces.cloned().map(End::Interface).chain(outside).collect()
}

/// The matrix of a scenario: every ordered pair, the asked packets, the chosen checks.
pub fn matrix(scenario: &Scenario, choice: PacketChoice, view: DirectionView) -> Matrix {
    let ends = ends(scenario);
    let pairs = ends.iter().flat_map(|from| ends.iter().map(move |to| (from, to)));
    let cells = pairs.filter_map(|(from, to)| cell(scenario, from, to, choice, view)).collect();
    Matrix { ends, choice, view, cells }
}

/// The flow a packet makes between two ends; none when an end does not exist. A sender uses its
/// primary private address in the other end's family. A receiver is addressed by that too, or by
/// its public address where the sender is on the Internet. An outside block is represented by an
/// address of its largest piece.
pub fn flow_between(scenario: &Scenario, from: &End, to: &End, packet: Packet) -> Option<Flow> {
    let cell = cell(scenario, from, to, PacketChoice::All, DirectionView::Both)?;
    Some(Flow { source: cell.source, destination: cell.destination, packet })
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

fn cell(
    scenario: &Scenario,
    from: &End,
    to: &End,
    choice: PacketChoice,
    view: DirectionView,
) -> Option<Cell> {
    let (source, destination) = (find(scenario, from)?, find(scenario, to)?);
    let mut pieces: Vec<Located> = match (source, destination) {
        (Found::Interface(source), Found::Interface(destination)) => {
            let (sends, receives) = addresses_between(source, destination)?;
            let source = Endpoint::Interface { id: source.id.clone(), address: sends };
            let destination = Endpoint::Interface { id: destination.id.clone(), address: receives };
            vec![Located::new(scenario, source, destination, Vec::new(), view)]
        }
        (Found::Interface(source), Found::Outside(block)) => {
            let classes = outside::classes(scenario, block, source, Direction::Egress);
            let located = |address| {
                let own = own_address(source, address)?;
                let source = Endpoint::Interface { id: source.id.clone(), address: own };
                Some((source, Endpoint::Outside { address }))
            };
            locate(scenario, block, classes, view, located)
        }
        (Found::Outside(block), Found::Interface(destination)) => {
            let classes = outside::classes(scenario, block, destination, Direction::Ingress);
            let located = |address| {
                let public = destination.public_address.filter(|_| route::is_internet(address));
                let own = public
                    .filter(|public| public.is_ipv4() == address.is_ipv4())
                    .or_else(|| own_address(destination, address))?;
                let receiver = Endpoint::Interface { id: destination.id.clone(), address: own };
                Some((Endpoint::Outside { address }, receiver))
            };
            locate(scenario, block, classes, view, located)
        }
        (Found::Outside(source), Found::Outside(destination)) => {
            let source = Endpoint::Outside { address: source.network() };
            let destination = Endpoint::Outside { address: destination.network() };
            vec![Located::new(scenario, source, destination, Vec::new(), view)]
        }
    };
    let state = if from == to { CellState::Itself } else { state(&pieces, choice) };
    let first = pieces.first_mut()?;
    let (source, destination) = (first.source.clone(), first.destination.clone());
    let space = Arc::clone(&first.piece.space);
    let pieces = pieces.into_iter().map(|located| located.piece).collect();
    Some(Cell { state, source, destination, space, pieces })
}

/// Primary private addresses of one family, the sender's first choice first; of different
/// families where they share none.
fn addresses_between(
    source: &NetworkInterface,
    destination: &NetworkInterface,
) -> Option<(IpAddr, IpAddr)> {
    let common = source
        .addresses
        .iter()
        .find_map(|&sends| Some((sends, route::primary(destination, AddressFamily::of(sends))?)));
    common.or_else(|| Some((*source.addresses.first()?, *destination.addresses.first()?)))
}

/// The primary private address in the family of a remote one, or else the primary one.
fn own_address(interface: &NetworkInterface, remote: IpAddr) -> Option<IpAddr> {
    let same_family = route::primary(interface, AddressFamily::of(remote));
    same_family.or_else(|| interface.addresses.first().copied())
}

/// A piece with the ends that represent it.
struct Located {
    source: Endpoint,
    destination: Endpoint,
    piece: Piece,
    filtered: bool,
}

impl Located {
    fn new(
        scenario: &Scenario,
        source: Endpoint,
        destination: Endpoint,
        ranges: Vec<(IpAddr, IpAddr)>,
        view: DirectionView,
    ) -> Self {
        let pair = Pair::new(scenario, &source, &destination).viewed(view);
        let filtered = !pair.has_no_side();
        let outside = [&source, &destination].into_iter().find(|e| e.interface().is_none());
        let representative = outside.unwrap_or(&destination).address();
        let space = Arc::new(space_of(&pair));
        let piece = Piece { representative, ranges, space };
        Self { source, destination, piece, filtered }
    }
}

/// The pieces of an outside block, those with equal packet spaces joined, largest first.
fn locate(
    scenario: &Scenario,
    block: IpNet,
    classes: Vec<Vec<(IpAddr, IpAddr)>>,
    view: DirectionView,
    ends: impl Fn(IpAddr) -> Option<(Endpoint, Endpoint)>,
) -> Vec<Located> {
    // A block with no address of its own left still has a cell, which says why.
    let classes =
        if classes.is_empty() { vec![vec![(block.network(), block.network())]] } else { classes };
    let mut pieces: Vec<Located> = Vec::new();
    for ranges in classes {
        let address = outside::representative(&ranges).and_then(&ends);
        let Some((source, destination)) = address else { continue };
        let located = Located::new(scenario, source, destination, ranges, view);
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
    let unknown = of(Verdict::Unknown).iter().any(|sets| !sets.is_empty());
    let none = |sets: &[Vec<PacketSet>]| sets.iter().all(Vec::is_empty);
    match (none(&passing), none(&blocked)) {
        _ if unknown => CellState::Unknown,
        // Nothing of what was asked exists between these ends, such as ICMP over IPv6.
        (true, true) => CellState::Unknown,
        (false, true) => CellState::Pass,
        (true, false) => CellState::Blocked,
        (false, false) => {
            let depends_on_address = passing.windows(2).any(|pair| pair.first() != pair.last());
            let passing = union(&passing.concat());
            let blocked = difference(&blocked.concat(), &passing);
            CellState::Partial(Summary { passing, blocked, depends_on_address })
        }
    }
}

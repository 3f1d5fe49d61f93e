//! The answer for a pair in one word, and the only function that chooses it.

use super::packet_set::PacketSet;
use super::partition::{difference, union};
use super::reason::Verdict;
use super::space::PacketSpace;

/// The summary of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellState {
    /// An end and itself.
    Itself,
    /// All packets asked about pass.
    Pass,
    /// No packet asked about passes.
    Blocked,
    /// Some of the packets asked about pass, or all of them for some of the addresses.
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
    /// What does not pass for any address.
    pub blocked: Vec<PacketSet>,
    /// What the scenario does not know enough to tell.
    pub unknown: Vec<PacketSet>,
    /// Whether the answer differs between addresses of the outside block.
    pub depends_on_address: bool,
}

impl Summary {
    /// Whether listing what is blocked is shorter: "all but TCP 25".
    pub fn complement_is_shorter(&self) -> bool {
        self.unknown.is_empty() && self.blocked.len() < self.passing.len()
    }
}

impl CellState {
    /// Whether the answer differs between addresses of the outside block.
    pub const fn depends_on_address(&self) -> bool {
        matches!(self, Self::Partial(Summary { depends_on_address: true, .. }))
    }
}

/// The state of a pair with these packet spaces, one for each part of its addresses. `None` stands
/// for all packets.
pub(super) fn state(spaces: &[&PacketSpace], asked: Option<&PacketSet>) -> CellState {
    let of = |verdict| -> Vec<Vec<PacketSet>> {
        spaces.iter().map(|space| space.packets(verdict, asked)).collect()
    };
    let (passing, blocked) = (of(Verdict::Pass), of(Verdict::Blocked));
    let unknown = of(Verdict::Unknown);
    let none = |sets: &[Vec<PacketSet>]| sets.iter().all(Vec::is_empty);
    match (none(&passing), none(&blocked), none(&unknown)) {
        // Either the model cannot say, or no packet asked about exists between these ends, such as
        // ICMP over IPv6.
        (true, true, _) => CellState::Unknown,
        (false, true, true) => CellState::Pass,
        (true, false, true) => CellState::Blocked,
        (false, false, true) => {
            let depends_on_address = differs(&passing);
            // A single partition already has the fewest sets.
            let (passing, blocked) = match (passing.as_slice(), blocked.as_slice()) {
                ([passing], [blocked]) => (passing.clone(), blocked.clone()),
                _ => {
                    let passing = union(&passing.concat());
                    let blocked = difference(&blocked.concat(), &passing);
                    (passing, blocked)
                }
            };
            CellState::Partial(Summary {
                passing,
                blocked,
                unknown: Vec::new(),
                depends_on_address,
            })
        }
        (_, _, false) => {
            let depends_on_address = differs(&passing) || differs(&unknown);
            let passing = union(&passing.concat());
            let unknown = difference(&unknown.concat(), &passing);
            let blocked =
                difference(&blocked.concat(), &[passing.clone(), unknown.clone()].concat());
            CellState::Partial(Summary { passing, blocked, unknown, depends_on_address })
        }
    }
}

/// Whether the sets of different addresses differ.
fn differs(sets: &[Vec<PacketSet>]) -> bool {
    sets.windows(2).any(|pair| pair.first() != pair.last())
}

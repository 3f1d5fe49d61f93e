//! The answer to one question: whether packets get from one end to another, for which addresses and
//! why. Every output that says so, on the page and on the command line, is derived from it.

use std::cmp::Reverse;
use std::net::IpAddr;
use std::sync::Arc;

use super::asked_end::AskedEnd;
use super::flow::{Endpoint, Flow};
use super::outside;
use super::packet_set::PacketSet;
use super::partition::union;
use super::reason::{UnknownReason, Verdict};
use super::space::{PacketSpace, Region};
use super::state::{CellState, state};
use super::verdict::Decider;

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The end that sends.
    pub from: AskedEnd,
    /// The end that receives.
    pub to: AskedEnd,
    /// The packets asked about; `None` for all.
    pub asked: Option<PacketSet>,
    /// The answer in one word, as in the cell of the matrix.
    pub state: CellState,
    /// The addresses of the outside block by equal answers, largest part first. There is one part
    /// between two interfaces, and wherever every address gets the same verdict for the same reason.
    pub parts: Vec<AnswerPart>,
}

/// Addresses for which every packet asked about gets the same verdict for the same reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerPart {
    /// A source that represents the addresses.
    pub source: Endpoint,
    /// A destination that represents the addresses.
    pub destination: Endpoint,
    /// The first and last address of each interval of the outside block, in ascending order. Empty
    /// if neither end is a block.
    pub ranges: Vec<(IpAddr, IpAddr)>,
    /// The packets asked about. Empty if no group filters the checked directions. A packet that
    /// cannot exist between the ends is unknown if it was asked about, and absent otherwise.
    pub space: Arc<PacketSpace>,
}

/// Addresses for which every packet asked about gets the same verdict, whatever the reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressVerdicts {
    /// The first and last address of each interval, in ascending order. Empty if neither end is a
    /// block.
    pub ranges: Vec<(IpAddr, IpAddr)>,
    /// What passes.
    pub passing: Vec<PacketSet>,
    /// What is blocked.
    pub blocked: Vec<PacketSet>,
    /// What the scenario does not know enough to tell.
    pub unknown: Vec<PacketSet>,
}

impl Answer {
    /// The answer made of these parts, which hold the packets asked about. `filtered` says whether a
    /// group filters any of the checked directions.
    pub(super) fn of(
        (from, to): (AskedEnd, AskedEnd),
        parts: Vec<AnswerPart>,
        asked: Option<PacketSet>,
        filtered: bool,
    ) -> Self {
        let parts = merged(parts);
        let spaces: Vec<&PacketSpace> = parts.iter().map(|part| &*part.space).collect();
        let state = match from.interface().is_some() && from.interface() == to.interface() {
            true => CellState::Itself,
            false if from == to => CellState::Itself,
            false if !filtered => CellState::NotFiltered,
            false => state(&spaces, asked.as_ref()),
        };
        Self { from, to, asked, state, parts }
    }

    /// The answer about some of the packets asked about, between the same addresses.
    #[must_use]
    pub fn within(&self, asked: PacketSet) -> Self {
        let part = |part: &AnswerPart| {
            let space = Arc::new(part.space.within(&asked));
            AnswerPart { space, ..part.clone() }
        };
        let filtered = self.state != CellState::NotFiltered;
        let parts = self.parts.iter().map(part).collect();
        Self::of((self.from.clone(), self.to.clone()), parts, Some(asked), filtered)
    }

    /// The verdict, if all packets asked about get the same one for every address. Packets that cannot
    /// exist between some of the addresses get none there.
    pub fn verdict(&self) -> Option<Verdict> {
        let missing = Decider::Unknown(UnknownReason::NoSuchPacket);
        let mut regions = self.parts.iter().flat_map(|part| &part.space.regions).peekable();
        regions.peek()?;
        let mut verdicts =
            regions.filter(|region| region.decider != missing).map(|region| region.verdict);
        let first = verdicts.next().unwrap_or(Verdict::Unknown);
        verdicts.all(|verdict| verdict == first).then_some(first)
    }

    /// The addresses by verdicts, regardless of the reasons: what lets most through first, but the
    /// largest of several last, as the rest. A single entry if no verdict depends on the address.
    pub fn by_verdict(&self) -> Vec<AddressVerdicts> {
        by_verdict(&mut self.parts.iter().map(|part| (&*part.ranges, &*part.space)), None)
    }
}

impl AnswerPart {
    /// The verdict, if all its packets get the same one.
    pub fn verdict(&self) -> Option<Verdict> {
        let first = self.space.regions.first()?.verdict;
        self.space.regions.iter().all(|region| region.verdict == first).then_some(first)
    }

    /// A region, if all its packets get the same verdict for the same reason.
    pub fn uniform(&self) -> Option<&Region> {
        self.space.uniform()
    }

    /// One of its packets as a flow, in a region of its space.
    pub fn flow(&self, region: &Region) -> Flow {
        let (source, destination) = (self.source.clone(), self.destination.clone());
        Flow { source, destination, packet: region.packets.sample() }
    }

    /// The number of its addresses of the block, at most [`u128::MAX`]; 0 if no end is a block.
    pub fn count(&self) -> u128 {
        outside::size(&self.ranges)
    }

    /// Its address of the outside end, or else of the receiver.
    pub(super) fn representative(&self) -> IpAddr {
        let outside = [&self.source, &self.destination].into_iter();
        let outside = outside.into_iter().find(|end| end.interface().is_none());
        outside.unwrap_or(&self.destination).address()
    }

    fn stand_at(&mut self, representative: IpAddr) {
        for end in [&mut self.source, &mut self.destination] {
            if let Endpoint::Outside { address } = end {
                *address = representative;
            }
        }
    }
}

impl AddressVerdicts {
    /// The number of addresses, at most [`u128::MAX`]; 0 if no end is a block.
    pub fn count(&self) -> u128 {
        outside::size(&self.ranges)
    }

    /// The verdict, if all its packets get the same one.
    pub const fn verdict(&self) -> Option<Verdict> {
        match (self.passing.is_empty(), self.blocked.is_empty(), self.unknown.is_empty()) {
            (false, true, true) => Some(Verdict::Pass),
            (true, false, true) => Some(Verdict::Blocked),
            // Or no packet asked about exists between these ends.
            (true, true, _) => Some(Verdict::Unknown),
            _ => None,
        }
    }

    /// Whether the verdicts are the same: what neither passes nor is unknown is blocked, or does not
    /// exist between these ends.
    fn agrees(&self, other: &Self) -> bool {
        self.passing == other.passing && self.unknown == other.unknown
    }

    const fn rank(&self) -> u8 {
        match self.verdict() {
            Some(Verdict::Pass) => 0,
            None if !self.passing.is_empty() => 1,
            Some(Verdict::Unknown) | None => 2,
            Some(Verdict::Blocked) => 3,
        }
    }
}

/// The addresses with these packet spaces by the verdicts on the packets asked about; see
/// [`Answer::by_verdict`].
pub(super) fn by_verdict<'a>(
    parts: &mut dyn Iterator<Item = (&'a [(IpAddr, IpAddr)], &'a PacketSpace)>,
    asked: Option<&PacketSet>,
) -> Vec<AddressVerdicts> {
    let mut all: Vec<AddressVerdicts> = Vec::new();
    for (ranges, space) in parts {
        let of = |verdict| space.packets(verdict, asked);
        let own = AddressVerdicts {
            ranges: ranges.to_vec(),
            passing: of(Verdict::Pass),
            blocked: of(Verdict::Blocked),
            unknown: of(Verdict::Unknown),
        };
        match all.iter_mut().find(|known| known.agrees(&own)) {
            Some(known) => {
                known.ranges.extend(own.ranges);
                known.blocked = union(&[known.blocked.as_slice(), &own.blocked].concat());
            }
            None => all.push(own),
        }
    }
    for own in &mut all {
        own.ranges = in_order(std::mem::take(&mut own.ranges));
    }
    // Of two halves, the one that lets less through is the rest.
    all.sort_by(|a, b| (a.rank(), &a.ranges).cmp(&(b.rank(), &b.ranges)));
    let rest = (0..all.len()).max_by_key(|place| all.get(*place).map(AddressVerdicts::count));
    let rest = rest.map(|place| all.remove(place));
    all.extend(rest);
    all
}

/// Parts with equal packet spaces as one, the largest first, each with a representative address.
pub(super) fn merged(parts: Vec<AnswerPart>) -> Vec<AnswerPart> {
    let mut merged: Vec<AnswerPart> = Vec::new();
    for part in parts {
        match merged.iter_mut().find(|known| known.space == part.space) {
            Some(same) => same.ranges.extend(part.ranges),
            None => merged.push(part),
        }
    }
    for part in &mut merged {
        part.ranges = in_order(std::mem::take(&mut part.ranges));
        if let Some(address) = outside::representative(&part.ranges) {
            part.stand_at(address);
        }
    }
    merged.sort_by_key(|part| (Reverse(part.count()), part.representative()));
    merged
}

/// Ranges in ascending order, those that touch as one.
fn in_order(mut ranges: Vec<(IpAddr, IpAddr)>) -> Vec<(IpAddr, IpAddr)> {
    ranges.sort_unstable();
    let mut ordered = Vec::with_capacity(ranges.len());
    for range in ranges {
        outside::push(&mut ordered, range);
    }
    ordered
}

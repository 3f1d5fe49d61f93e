//! The answers between ends, as numbers: equal numbers mean equal verdicts for every packet and
//! every address.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;

use crate::connectivity::addresses::between_interfaces;
use crate::connectivity::cell::cell;
use crate::connectivity::choice::{CheckedDirections, PacketChoice};
use crate::connectivity::end::End;
use crate::connectivity::flow::Endpoint;
use crate::connectivity::outside;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::partition::union;
use crate::connectivity::reach::resolve::ResolvedRoute;
use crate::connectivity::reach::{Reach, SpaceCache, regions};
use crate::connectivity::route::Route;
use crate::connectivity::space::PacketSpace;
use crate::connectivity::state::CellState;
use crate::connectivity::verdict::Verdict;
use crate::model::NetworkInterface;

/// The number of an answer.
pub(super) type AnswerId = u32;

/// A verdict and, if sources disagree, the other one, with all packets that get it.
type Judged = (Verdict, Option<Verdict>, Vec<PacketSet>);

/// The answer for a pair: whether anything is checked, and the verdicts by address of an outside
/// end.
type Answer = (bool, Vec<(u32, Vec<(IpAddr, IpAddr)>)>);

const UNKNOWN_YET: AnswerId = AnswerId::MAX;

/// The answers requested so far.
pub(super) struct Answers<'a> {
    reach: &'a Reach,
    ends: Vec<End>,
    /// The interface of each end, by its position.
    interfaces: Vec<Option<usize>>,
    /// The ends that are compared, by their positions.
    columns: Vec<usize>,
    choice: PacketChoice,
    spaces: SpaceCache<'a>,
    /// The answer of each packet space that the cache holds, checked or not; it keeps the address
    /// from being reused.
    cached: BTreeMap<(usize, bool), (Arc<PacketSpace>, AnswerId)>,
    /// The answer where a route decides alone, by its verdict.
    routes: BTreeMap<Verdict, AnswerId>,
    verdicts: BTreeMap<Vec<Judged>, u32>,
    answers: BTreeMap<Answer, AnswerId>,
    /// The answers by row and column; a row is empty until something in it is requested.
    rows: Vec<Vec<AnswerId>>,
}

impl<'a> Answers<'a> {
    pub(super) fn new(
        reach: &'a Reach,
        ends: Vec<End>,
        columns: Vec<usize>,
        (choice, view): (PacketChoice, CheckedDirections),
    ) -> Self {
        let interfaces = &reach.scenario().parts().interfaces;
        let place = |end: &End| match end {
            End::Interface(id) => interfaces.get_index_of(id),
            End::Outside(_) => None,
        };
        Self {
            reach,
            interfaces: ends.iter().map(place).collect(),
            ends,
            choice,
            spaces: SpaceCache::new(reach, view),
            cached: BTreeMap::new(),
            routes: BTreeMap::new(),
            verdicts: BTreeMap::new(),
            answers: BTreeMap::new(),
            rows: vec![Vec::new(); columns.len()],
            columns,
        }
    }

    /// The number of columns.
    pub(super) const fn columns(&self) -> usize {
        self.columns.len()
    }

    /// The answer from one column to another.
    pub(super) fn answer(&mut self, from: usize, to: usize) -> AnswerId {
        let known = self.rows.get(from).and_then(|row| row.get(to)).copied();
        if let Some(known) = known.filter(|known| *known != UNKNOWN_YET) {
            return known;
        }
        let (source, destination) = (self.columns.get(from), self.columns.get(to));
        let (Some(source), Some(destination)) = (source.copied(), destination.copied()) else {
            return UNKNOWN_YET;
        };
        let answer = self.between(source, destination);
        let count = self.columns.len();
        if let Some(row) = self.rows.get_mut(from) {
            row.resize(count, UNKNOWN_YET);
            row.get_mut(to).into_iter().for_each(|own| *own = answer);
        }
        answer
    }

    /// The answer from the end of a column to another end of its class.
    pub(super) fn within(&mut self, column: usize, other: usize) -> AnswerId {
        let first = self.columns.get(column).copied();
        first.map_or(UNKNOWN_YET, |first| self.between(first, other))
    }

    /// The answers to and from each of the given columns.
    pub(super) fn both_ways(&mut self, column: usize, others: &[usize]) -> Vec<AnswerId> {
        let pair = |other: &usize| [self.answer(column, *other), self.answer(*other, column)];
        others.iter().flat_map(pair).collect()
    }

    fn between(&mut self, from: usize, to: usize) -> AnswerId {
        let interface = |end: usize| self.interfaces.get(end).copied().flatten();
        match (interface(from), interface(to)) {
            (Some(from), Some(to)) => self.between_interfaces(from, to),
            _ => {
                let answer = self.outside(from, to);
                self.number(answer)
            }
        }
    }

    fn number(&mut self, answer: Option<Answer>) -> AnswerId {
        let next = u32::try_from(self.answers.len()).unwrap_or(UNKNOWN_YET);
        *self.answers.entry(answer.unwrap_or_default()).or_insert(next)
    }

    fn between_interfaces(&mut self, from: usize, to: usize) -> AnswerId {
        match self.path(from, to) {
            Some(ResolvedRoute::Sides(sides)) => {
                let (space, filtered) = self.spaces.checked(sides);
                self.of_space(space, filtered)
            }
            Some(ResolvedRoute::Uniform(route)) => self.of_route(&route),
            None => self.number(None),
        }
    }

    /// The path between two interfaces.
    fn path(&self, from: usize, to: usize) -> Option<ResolvedRoute<'a>> {
        let reach = self.reach;
        let interfaces = &reach.scenario().parts().interfaces;
        let (source, destination) = (interfaces.get_index(from)?.1, interfaces.get_index(to)?.1);
        let family = self.choice.family();
        let (sends, receives) = between_interfaces(source, destination, family)?;
        if let Some(sides) = reach.neighbouring((from, sends), (to, receives)) {
            return Some(ResolvedRoute::Sides(sides));
        }
        let end = |interface: &NetworkInterface, address| Endpoint::Interface {
            id: interface.id.clone(),
            address,
        };
        Some(reach.resolve_route(&end(source, sends), &end(destination, receives)))
    }

    fn of_space(&mut self, space: Arc<PacketSpace>, filtered: bool) -> AnswerId {
        let cached = (Arc::as_ptr(&space) as usize, filtered);
        if let Some((_, known)) = self.cached.get(&cached) {
            return *known;
        }
        let verdicts = self.verdicts(&space);
        let answer = self.number(Some((filtered, vec![(verdicts, Vec::new())])));
        // A space that the cache does not hold is dropped, and its address reused.
        if Arc::strong_count(&space) > 1 {
            self.cached.insert(cached, (space, answer));
        }
        answer
    }

    /// The answer of a route that decides alone.
    fn of_route(&mut self, route: &Route<'_>) -> AnswerId {
        let verdict = route.verdict();
        if let Some(known) = self.routes.get(&verdict) {
            return *known;
        }
        let verdicts = self.verdicts(&regions::uniform(route));
        let answer = self.number(Some((true, vec![(verdicts, Vec::new())])));
        self.routes.insert(verdict, answer);
        answer
    }

    /// The answer for an outside end and another end. Addresses with the same verdicts for
    /// different reasons are put together.
    fn outside(&mut self, from: usize, to: usize) -> Option<Answer> {
        let (from, to) = (self.ends.get(from)?, self.ends.get(to)?);
        let scenario = self.reach.scenario();
        let mut spaces =
            |source: &Endpoint, destination: &Endpoint| self.spaces.space(source, destination);
        let cell = cell(scenario, from, to, self.choice, &mut spaces)?;
        let mut parts: BTreeMap<u32, Vec<(IpAddr, IpAddr)>> = BTreeMap::new();
        for piece in cell.pieces {
            parts.entry(self.verdicts(&piece.space)).or_default().extend(piece.ranges);
        }
        for ranges in parts.values_mut() {
            let mut all = std::mem::take(ranges);
            all.sort_unstable();
            all.into_iter().for_each(|range| outside::push(ranges, range));
        }
        Some((cell.state != CellState::NotFiltered, parts.into_iter().collect()))
    }

    /// The number of the verdicts of a packet space, regardless of the reasons.
    fn verdicts(&mut self, space: &PacketSpace) -> u32 {
        let mut judged: BTreeMap<(Verdict, Option<Verdict>), Vec<PacketSet>> = BTreeMap::new();
        for region in &space.regions {
            judged.entry((region.verdict, region.contested)).or_default().push(region.packets);
        }
        let verdicts = judged
            .into_iter()
            .map(|((verdict, contested), sets)| (verdict, contested, union(&sets)));
        let next = u32::try_from(self.verdicts.len()).unwrap_or(u32::MAX);
        *self.verdicts.entry(verdicts.collect()).or_insert(next)
    }
}

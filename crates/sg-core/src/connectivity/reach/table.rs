//! The compiled rules of one group in one direction, with their decisions per class of peers.

use std::net::IpAddr;
use std::sync::OnceLock;

use crate::model::{Direction, Peer, RulePolicy, Scenario, SecurityGroup};

use crate::connectivity::precedence::{self, Assume, Tried};
use crate::connectivity::predicate;
use crate::connectivity::trace::FieldMatch;

use super::address_index::{AddressIndex, number};
use super::mask::{Axis, Masks, Sight, first, firsts, matches};
use super::packet_line::{Column, LAST, Position, Run, SideKey, interval, push};
use super::rule_reach::{peer_points, sources};

/// The decision table of a group's rules in one direction.
///
/// Every decision intersects four sets of rules: those that match the packet's position, its source
/// port, the class of its peer and the class of the local address. The strongest rule in all four
/// decides.
#[derive(Debug)]
pub(super) struct Table {
    /// Strongest first; equal rules in group order.
    rules: Vec<Tried>,
    /// What is assumed of everything that is not known.
    assume: Assume,
    /// The same rules in the best case, if some of them may match packets of which the scenario
    /// cannot say so. This table is then that of the worst case.
    best: Option<Box<Self>>,
    keys: Vec<SideKey>,
    /// The Accept rules, as a mask.
    accepts: Vec<u64>,
    places: Axis,
    sources: Axis,
    peers: Sight,
    own: Sight,
    /// The packet lines by peer class and local class, computed lazily.
    lines: Vec<OnceLock<Vec<Column>>>,
}

impl Table {
    pub(super) fn new(
        scenario: &Scenario,
        group: &SecurityGroup,
        direction: Direction,
        address_index: &AddressIndex,
    ) -> Self {
        let rules = precedence::tried(group, direction);
        let uncertain = rules.iter().any(|tried| tried.is_uncertain(scenario));
        let best = uncertain.then(|| {
            Box::new(Self::assuming(Assume::Best, scenario, rules.clone(), address_index))
        });
        Self { best, ..Self::assuming(Assume::Worst, scenario, rules, address_index) }
    }

    fn assuming(
        assume: Assume,
        scenario: &Scenario,
        rules: Vec<Tried>,
        address_index: &AddressIndex,
    ) -> Self {
        let keys = rules
            .iter()
            .enumerate()
            .map(|(position, tried)| SideKey::rule(tried.priority.get(), tried.policy, position))
            .collect();
        let mut accepts = Masks::new(1, rules.len());
        for (index, _) in
            rules.iter().enumerate().filter(|(_, tried)| tried.policy == RulePolicy::Accept)
        {
            accepts.set(0, index);
        }
        let all = |(index, tried): (usize, &Tried)| {
            tried.filters().into_iter().map(move |filter| (index, interval(filter)))
        };
        let intervals: Vec<_> = rules.iter().enumerate().flat_map(all).collect();
        let sources: Vec<_> =
            rules.iter().map(|tried| sources(tried.protocol())).enumerate().collect();
        let mut peers = Sight::new(address_index.len(), rules.len(), std::iter::empty());
        let local = |tried: &Tried| tried.known().and_then(|rule| rule.spec.local_cidr);
        let anywhere = rules.iter().enumerate().filter(|(_, tried)| local(tried).is_none());
        let mut own =
            Sight::new(address_index.len(), rules.len(), anywhere.map(|(index, _)| index));
        for (index, tried) in rules.iter().enumerate() {
            peers.mark(index, peer_points(scenario, tried, assume, address_index).into_iter());
            if let Some(block) = local(tried) {
                own.mark(index, address_index.inside(block));
            }
        }
        peers.settle();
        own.settle();
        let mut table = Self {
            keys,
            assume,
            best: None,
            accepts: accepts.row(0).to_vec(),
            places: Axis::new(&intervals, rules.len(), LAST),
            sources: Axis::new(&sources, rules.len(), u16::MAX.into()),
            peers,
            own,
            lines: Vec::new(),
            rules,
        };
        table.forget_lines();
        table
    }

    /// The table of the best case, if it differs from this one.
    pub(super) fn best(&self) -> Option<&Self> {
        self.best.as_deref()
    }

    /// The table after an address has joined or left groups that its rules may reference; `None` if
    /// nothing changes.
    pub(super) fn moved(
        &self,
        scenario: &Scenario,
        address_index: &AddressIndex,
        changed: &[usize],
        moved: &[usize],
    ) -> Option<Self> {
        let names = |tried: &Tried| match tried.peer() {
            Some(Peer::Group(id)) => {
                number(scenario, id).is_some_and(|group| changed.contains(&group))
            }
            Some(Peer::Cidr(_) | Peer::PrefixList(_)) | None => false,
        };
        if !self.rules.iter().any(names) {
            return None;
        }
        let mut peers = self.peers.clone();
        for &point in moved {
            let mut matching = Vec::new();
            let old = peers.rules(peers.class(point)).to_vec();
            for (index, tried) in self.rules.iter().enumerate() {
                let matches = match tried.known().map(|rule| &rule.spec.peer) {
                    Some(Peer::Group(id)) => number(scenario, id).is_some_and(|group| {
                        address_index.members(group).binary_search(&point).is_ok()
                    }),
                    Some(Peer::Cidr(_) | Peer::PrefixList(_)) | None => {
                        old.get(index / 64).is_some_and(|word| word >> (index % 64) & 1 == 1)
                    }
                };
                matching.extend(matches.then_some(index));
            }
            peers.reclass(point, &matching);
        }
        peers.settle();
        let mut table = Self {
            rules: self.rules.clone(),
            assume: self.assume,
            best: None,
            keys: self.keys.clone(),
            accepts: self.accepts.clone(),
            places: self.places.clone(),
            sources: self.sources.clone(),
            peers,
            own: self.own.clone(),
            lines: Vec::new(),
        };
        table.forget_lines();
        Some(table)
    }

    fn forget_lines(&mut self) {
        self.lines.clear();
        self.lines.resize_with(self.peers.count() * self.own.count(), OnceLock::new);
    }

    /// The rule at a position, strongest first.
    pub(super) fn rule(&self, position: usize) -> Option<&Tried> {
        self.rules.get(position)
    }

    fn extends(&self, tried: &Tried) -> bool {
        self.assume.extends(tried.policy)
    }

    /// The rules that match an address that belongs to no interface.
    pub(super) fn stranger(&self, scenario: &Scenario, address: IpAddr) -> Masks {
        let mut mask = Masks::new(1, self.rules.len());
        for (index, tried) in self.rules.iter().enumerate() {
            let matched = match (predicate::stranger(scenario, tried, address), self.extends(tried))
            {
                (FieldMatch::Matched, extends) => extends || tried.known().is_some(),
                (FieldMatch::Unknown, extends) => extends,
                (FieldMatch::Missed | FieldMatch::NotAsked, _) => false,
            };
            if matched {
                mask.set(0, index);
            }
        }
        mask
    }

    /// The rules that match the addresses of a class.
    pub(super) fn peer_rules(&self, class: usize) -> &[u64] {
        self.peers.rules(class)
    }

    /// The peer classes of all addresses.
    pub(super) fn peers(&self) -> &Sight {
        &self.peers
    }

    /// The classes of local addresses.
    pub(super) fn own(&self) -> &Sight {
        &self.own
    }

    /// The strongest matching Drop and Accept rules at a position.
    pub(super) fn strongest(
        &self,
        place: Position,
        source: u16,
        (peer, own): (&[u64], usize),
    ) -> [SideKey; 2] {
        let matching =
            [self.places.at(place), peer, self.sources.at(source.into()), self.own.rules(own)];
        let key = |position: Option<usize>| {
            position
                .and_then(|position| self.keys.get(position))
                .map_or(SideKey::NOBODY, |key| *key)
        };
        firsts(matching, &self.accepts).map(key)
    }

    /// Visits the rules that match at a position, strongest first.
    pub(super) fn each_match(
        &self,
        place: Position,
        source: u16,
        (peer, own): (&[u64], usize),
        mut visit: impl FnMut(SideKey, &Tried),
    ) {
        let rows =
            [self.places.at(place), peer, self.sources.at(source.into()), self.own.rules(own)];
        for index in matches(rows) {
            if let (Some(key), Some(tried)) = (self.keys.get(index), self.rules.get(index)) {
                visit(*key, tried);
            }
        }
    }

    /// The packet line for a peer class and a local class.
    pub(super) fn line(&self, peer: usize, own: usize) -> &[Column] {
        match self.lines.get(peer * self.own.count() + own) {
            Some(line) => line.get_or_init(|| self.paint(self.peers.rules(peer), own)),
            None => &[],
        }
    }

    /// The packet line for a peer that these rules match.
    pub(super) fn paint(&self, peer: &[u64], own: usize) -> Vec<Column> {
        let own = self.own.rules(own);
        let mut columns: Vec<Column> = Vec::new();
        for (source_last, sources) in self.sources.pieces() {
            let mut runs: Vec<Run> = Vec::new();
            for (last, places) in self.places.pieces() {
                let key = first(places, peer, sources, own).and_then(|index| self.keys.get(index));
                push(&mut runs, last, key.copied().unwrap_or(SideKey::NOBODY));
            }
            let source_last = u16::try_from(source_last).unwrap_or(u16::MAX);
            match columns.last_mut() {
                Some(column) if column.runs == runs => column.source_last = source_last,
                _ => columns.push(Column { source_last, runs }),
            }
        }
        columns
    }
}

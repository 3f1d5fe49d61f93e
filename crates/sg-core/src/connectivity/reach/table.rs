//! The compiled rules of one group in one direction, with their decisions per class of peers.

use std::net::IpAddr;
use std::sync::{Arc, OnceLock};

use crate::model::{Direction, IpNet, Peer, Port, Rule, RulePolicy, Scenario, SecurityGroup};

use crate::connectivity::precedence;

use super::address_index::{AddressIndex, number};
use super::mask::{Axis, Masks, Sight, first, firsts};
use super::packet_line::{Column, LAST, Position, Run, SideKey, interval, push};

/// The decision table of a group's rules in one direction.
///
/// Every decision intersects four sets of rules: those that match the packet's position, its source
/// port, the class of its peer and the class of the local address. The strongest rule in all four
/// decides.
#[derive(Debug)]
pub(super) struct Table {
    /// Strongest first; equal rules in group order.
    rules: Vec<Arc<Rule>>,
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
        let mut rules: Vec<Arc<Rule>> = group.rules_of(direction).cloned().collect();
        rules.sort_by(|a, b| precedence::order(a, b));
        let keys = rules
            .iter()
            .enumerate()
            .map(|(position, rule)| {
                SideKey::rule(rule.spec.priority.get(), rule.spec.policy, position)
            })
            .collect();
        let mut accepts = Masks::new(1, rules.len());
        for (index, _) in
            rules.iter().enumerate().filter(|(_, r)| r.spec.policy == RulePolicy::Accept)
        {
            accepts.set(0, index);
        }
        let intervals: Vec<(Position, Position)> =
            rules.iter().map(|rule| interval(rule.spec.protocol)).collect();
        let source = |rule: &Arc<Rule>| match rule.spec.protocol.ports() {
            // Port 0 does not exist, so there is no boundary before port 1.
            Some(ports) if ports.source.first() != Port::MIN => (
                Position::from(ports.source.first().get()),
                Position::from(ports.source.last().get()),
            ),
            Some(ports) => (0, Position::from(ports.source.last().get())),
            None => (0, Position::from(u16::MAX)),
        };
        let sources: Vec<(Position, Position)> = rules.iter().map(source).collect();
        let mut peers = Sight::new(address_index.len(), rules.len(), std::iter::empty());
        let anywhere = rules.iter().enumerate().filter(|(_, rule)| rule.spec.local_cidr.is_none());
        let mut own =
            Sight::new(address_index.len(), rules.len(), anywhere.map(|(index, _)| index));
        for (index, rule) in rules.iter().enumerate() {
            mark_peer(&mut peers, index, scenario, rule, address_index);
            if let Some(block) = rule.spec.local_cidr {
                own.mark(index, address_index.inside(block));
            }
        }
        peers.settle();
        own.settle();
        let mut table = Self {
            keys,
            accepts: accepts.row(0).to_vec(),
            places: Axis::new(&intervals, LAST),
            sources: Axis::new(&sources, u16::MAX.into()),
            peers,
            own,
            lines: Vec::new(),
            rules,
        };
        table.forget_lines();
        table
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
        let names = |rule: &Arc<Rule>| match &rule.spec.peer {
            Peer::Group(id) => number(scenario, id).is_some_and(|group| changed.contains(&group)),
            Peer::Cidr(_) | Peer::PrefixList(_) => false,
        };
        if !self.rules.iter().any(names) {
            return None;
        }
        let mut peers = self.peers.clone();
        for &point in moved {
            let mut matching = Vec::new();
            let old = peers.rules(peers.class(point)).to_vec();
            for (index, rule) in self.rules.iter().enumerate() {
                let matches = match &rule.spec.peer {
                    Peer::Group(id) => number(scenario, id).is_some_and(|group| {
                        address_index.members(group).binary_search(&point).is_ok()
                    }),
                    Peer::Cidr(_) | Peer::PrefixList(_) => {
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
    pub(super) fn rule(&self, position: usize) -> Option<&Arc<Rule>> {
        self.rules.get(position)
    }

    /// The rules that match an address that belongs to no interface.
    pub(super) fn stranger(&self, scenario: &Scenario, address: IpAddr) -> Masks {
        let mut mask = Masks::new(1, self.rules.len());
        for (index, rule) in self.rules.iter().enumerate() {
            if blocks(scenario, &rule.spec.peer).iter().any(|block| block.contains(&address)) {
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

    /// The class of a local address.
    pub(super) fn own_class(&self, point: usize) -> usize {
        self.own.class(point)
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

fn mark_peer(
    peers: &mut Sight,
    index: usize,
    scenario: &Scenario,
    rule: &Rule,
    address_index: &AddressIndex,
) {
    match &rule.spec.peer {
        Peer::Group(id) => {
            let members =
                number(scenario, id).map_or(&[][..], |group| address_index.members(group));
            peers.mark(index, members.iter().copied());
        }
        peer @ (Peer::Cidr(_) | Peer::PrefixList(_)) => {
            let blocks = blocks(scenario, peer);
            peers.mark(index, blocks.iter().flat_map(|block| address_index.inside(*block)));
        }
    }
}

/// The address blocks of a peer; empty for a group.
fn blocks<'a>(scenario: &'a Scenario, peer: &'a Peer) -> &'a [IpNet] {
    match peer {
        Peer::Cidr(block) => std::slice::from_ref(block),
        Peer::PrefixList(id) => scenario.prefix_list(id).map_or(&[], |list| &list.blocks),
        Peer::Group(_) => &[],
    }
}

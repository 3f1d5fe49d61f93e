//! The decision lists of interchangeable interfaces, one per class of peers.

use crate::model::Direction;

use crate::connectivity::clause::ClauseId;
use crate::connectivity::reason::GroupKind;

use super::Reach;
use super::packet_line::{Column, LAST, Run, SideKey, push, together};
use super::table::Table;

/// Everything that distinguishes the checks of two interfaces: their groups in order, and the
/// address classes of their own address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EndpointClass {
    groups: Vec<usize>,
    /// The classes per group, outbound and inbound.
    own: Vec<[usize; 2]>,
    kind: GroupKind,
}

impl EndpointClass {
    /// The value for an interface at its first address.
    pub(super) fn of(reach: &Reach, host: usize) -> Self {
        let Some(host) = reach.address_index.hosts.get(host) else {
            return Self { groups: Vec::new(), own: Vec::new(), kind: GroupKind::Advanced };
        };
        let own = host.private.first().map_or(0, |(_, point)| *point);
        let nodes = host.groups.iter().filter_map(|group| reach.nodes.get(*group));
        Self {
            groups: host.groups.clone(),
            kind: reach.kind(host),
            own: nodes
                .map(|node| [node.egress.own().class(own), node.ingress.own().class(own)])
                .collect(),
        }
    }
}

/// The decision lists of interchangeable interfaces in one direction. Peers that no rule of their
/// groups distinguishes share a list.
#[derive(Debug)]
pub(super) struct DecisionTable {
    /// The list of each address, by address index.
    list_of: Vec<u32>,
    /// The range of each list in `runs`; empty if the list depends on source ports or on what is
    /// not known.
    spans: Vec<(usize, usize)>,
    runs: Vec<Run>,
    default_clause: ClauseId,
}

impl DecisionTable {
    pub(super) fn new(reach: &Reach, post: &EndpointClass, direction: Direction) -> Self {
        let nodes = || post.groups.iter().filter_map(|group| reach.nodes.get(*group));
        let kind = post.kind;
        let tables: Vec<(&Table, usize)> = nodes()
            .zip(&post.own)
            .filter(|_| kind.tries_rules(direction))
            .map(|(node, [egress, ingress])| match direction {
                Direction::Egress => (node.table(direction), *egress),
                Direction::Ingress => (node.table(direction), *ingress),
            })
            .collect();
        let floor = if kind.default_passes(direction) { SideKey::ALLOW } else { SideKey::DENY };
        let (mut list_of, mut count) = (vec![0; reach.address_index.len()], 1);
        for (table, _) in &tables {
            count = refine(&mut list_of, count, table);
        }
        let mut samples = vec![usize::MAX; count];
        for (point, list) in list_of.iter().enumerate() {
            if let Some(sample) = samples.get_mut(*list as usize).filter(|s| **s == usize::MAX) {
                *sample = point;
            }
        }
        let mut decision_table = Self {
            list_of,
            spans: Vec::with_capacity(count),
            runs: Vec::new(),
            default_clause: kind.default_clause(direction),
        };
        let mut scratch = [Vec::new(), Vec::new()];
        for point in samples {
            decision_table.add(&tables, point, floor, &mut scratch);
        }
        decision_table
    }

    fn add(
        &mut self,
        tables: &[(&Table, usize)],
        point: usize,
        floor: SideKey,
        [line, next]: &mut [Vec<Run>; 2],
    ) {
        if tables.iter().any(|(table, _)| table.best().is_some()) {
            self.spans.push((0, 0));
            return;
        }
        line.clear();
        line.push(Run::new(LAST, floor));
        for (group, (table, own)) in tables.iter().enumerate() {
            let [Column { runs, .. }] = table.line(table.peers().class(point), *own) else {
                self.spans.push((0, 0));
                return;
            };
            next.clear();
            together(line, runs, |last, left, right| {
                push(next, last, left.min(right.of_group(group)));
            });
            std::mem::swap(line, next);
        }
        let start = self.runs.len();
        self.runs.extend_from_slice(line);
        self.spans.push((start, self.runs.len()));
    }

    /// The list for an address; `None` if it depends on source ports or on what is not known.
    pub(super) fn line(&self, point: usize) -> Option<&[Run]> {
        let (start, end) = *self.spans.get(*self.list_of.get(point)? as usize)?;
        self.runs.get(start..end).filter(|runs| !runs.is_empty())
    }

    /// The statement about packets that no rule matches.
    pub(super) const fn default_clause(&self) -> ClauseId {
        self.default_clause
    }
}

/// Refines classes by the classes of a table and returns the new number of classes.
fn refine(list_of: &mut [u32], count: usize, table: &Table) -> usize {
    const NONE: u32 = u32::MAX;
    let peers = table.peers();
    let width = peers.count();
    let mut numbers = vec![NONE; count * width];
    let mut fresh = 0;
    for (list, class) in list_of.iter_mut().zip(peers.classes()) {
        let Some(number) = numbers.get_mut(*list as usize * width + *class as usize) else {
            continue;
        };
        if *number == NONE {
            *number = fresh;
            fresh += 1;
        }
        *list = *number;
    }
    fresh as usize
}

//! The check at one interface, resolved to tables and classes, for one packet or for all.

use std::sync::Arc;

use crate::model::{Direction, Scenario, SecurityGroupId};

use crate::connectivity::candidate::unread_part;
use crate::connectivity::clause::ClauseId;
use crate::connectivity::precedence::{Assume, Tried};
use crate::connectivity::reason::{GroupKind, PlatformRule, UnknownReason, Verdict};
use crate::connectivity::surroundings::Surroundings;
use crate::connectivity::verdict::Decider;

use super::group_tables::GroupTables;
use super::mask::Masks;
use super::packet_line::{Column, Position, SideKey, between, overlay, uniform};
use super::table::Table;

/// What the groups shared by both ends decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Meeting {
    /// The first shared basic group with the policy Accept; only on the internal path.
    pub(super) accepting: Option<usize>,
    /// The first shared group whose policy is not known, if no other one connects the ends.
    pub(super) unread_policy: Option<usize>,
    /// Whether a shared group isolates its members.
    pub(super) isolating: bool,
}

/// The check at one interface.
#[derive(Debug, Clone)]
pub(super) struct Side<'a> {
    pub(super) direction: Direction,
    pub(super) groups: &'a [usize],
    pub(super) nodes: &'a [GroupTables],
    pub(super) kind: GroupKind,
    /// The index of the interface's own address.
    pub(super) own: usize,
    pub(super) peer: Remote,
    pub(super) surroundings: Surroundings,
}

/// The other end as seen from one side.
#[derive(Debug, Clone)]
pub(super) enum Remote {
    /// An address of an interface, by index.
    Point(usize),
    /// Any other address, with the matching rules of each group in the worst and the best case.
    Stranger { worst: Vec<Masks>, best: Vec<Masks> },
}

fn row(masks: &[Masks], at: usize) -> &[u64] {
    masks.get(at).map_or(&[], |mask| mask.row(0))
}

impl<'a> Side<'a> {
    fn tables(&self, assume: Assume) -> impl Iterator<Item = (usize, &'a Table)> {
        let nodes = self.nodes;
        let direction = self.direction;
        let groups = if self.kind.tries_rules(direction) { self.groups } else { &[] };
        groups.iter().enumerate().filter_map(move |(at, group)| {
            let table = nodes.get(*group)?.table(direction);
            Some((at, if assume == Assume::Best { table.best().unwrap_or(table) } else { table }))
        })
    }

    /// Whether some rule may match packets of which the scenario cannot say so.
    fn is_uncertain(&self) -> bool {
        self.tables(Assume::Worst).any(|(_, table)| table.best().is_some())
    }

    fn peer_rules<'b>(&'b self, assume: Assume, at: usize, table: &'b Table) -> &'b [u64] {
        match (&self.peer, assume) {
            (Remote::Point(point), _) => table.peer_rules(table.peers().class(*point)),
            (Remote::Stranger { worst, .. }, Assume::Worst) => row(worst, at),
            (Remote::Stranger { best, .. }, Assume::Best) => row(best, at),
        }
    }

    fn default(&self) -> SideKey {
        if self.kind.default_passes(self.direction) { SideKey::ALLOW } else { SideKey::DENY }
    }

    /// The decider of one packet; `floor` where no rule decides.
    pub(super) fn say(&self, at: Position, source: u16, floor: SideKey) -> SideAnswer {
        let worst = self.say_assuming(Assume::Worst, at, source, floor);
        if worst.key.passes() || !self.is_uncertain() {
            return worst;
        }
        let best = self.say_assuming(Assume::Best, at, source, floor);
        match best.key.blocks() {
            true => best,
            false => SideAnswer::of(SideKey::between(worst.key, best.key)),
        }
    }

    fn say_assuming(
        &self,
        assume: Assume,
        at: Position,
        source: u16,
        floor: SideKey,
    ) -> SideAnswer {
        match self.surroundings {
            Surroundings::MetadataService => return SideAnswer::of(SideKey::METADATA),
            Surroundings::Internet if at == MAIL => return SideAnswer::of(SideKey::MAIL),
            Surroundings::Internet | Surroundings::Plain => {}
        }
        let [mut drop, mut accept] = [SideKey::NOBODY; 2];
        for (group, table) in self.tables(assume) {
            let classes = (self.peer_rules(assume, group, table), table.own().class(self.own));
            let [first, second] = table.strongest(at, source, classes);
            drop = drop.min(first.of_group(group));
            accept = accept.min(second.of_group(group));
        }
        let weakest = floor.min(self.default());
        SideAnswer { key: drop.min(accept).min(weakest), other: drop.max(accept) }
    }

    /// Visits the rules that match a packet for certain and have the rank of a deciding rule, with
    /// the index of their group.
    pub(super) fn each_equal(
        &self,
        key: SideKey,
        (at, source): (Position, u16),
        mut visit: impl FnMut(usize, &Tried),
    ) {
        // In the worst case an Accept rule matches only for certain, in the best case a Drop rule.
        let assume = if key.passes() { Assume::Worst } else { Assume::Best };
        for (group, table) in self.tables(assume) {
            let classes = (self.peer_rules(assume, group, table), table.own().class(self.own));
            let Some(index) = self.groups.get(group) else { continue };
            table.each_match(at, source, classes, |rule, tried| {
                if rule.rank() == key.rank() {
                    visit(*index, tried);
                }
            });
        }
    }

    /// The deciders of all packets; `floor` where no rule decides.
    pub(super) fn columns(&self, floor: SideKey) -> Vec<Column> {
        let worst = self.columns_assuming(Assume::Worst, floor);
        match self.is_uncertain() {
            true => between(&worst, &self.columns_assuming(Assume::Best, floor)),
            false => worst,
        }
    }

    fn columns_assuming(&self, assume: Assume, floor: SideKey) -> Vec<Column> {
        if self.surroundings == Surroundings::MetadataService {
            return uniform(SideKey::METADATA);
        }
        let mut all = uniform(floor.min(self.default()));
        for (group, table) in self.tables(assume) {
            let own = table.own().class(self.own);
            all = match &self.peer {
                Remote::Point(point) => {
                    overlay(&all, table.line(table.peers().class(*point), own), group)
                }
                Remote::Stranger { .. } => {
                    overlay(&all, &table.paint(self.peer_rules(assume, group, table), own), group)
                }
            };
        }
        if self.surroundings == Surroundings::Internet {
            all = overlay(&all, &mail(), 0);
        }
        all
    }

    /// Numbers that identify all decisions of this side; `None` for a peer without a class.
    pub(super) fn key(&self, into: &mut Vec<usize>) -> Option<()> {
        let Remote::Point(point) = self.peer else { return None };
        into.extend([self.groups.len(), self.kind as usize]);
        for assume in [Assume::Worst, Assume::Best] {
            for ((_, table), group) in self.tables(assume).zip(self.groups) {
                into.extend([*group, table.peers().class(point), table.own().class(self.own)]);
            }
        }
        Some(())
    }

    pub(super) fn decider(&self, key: SideKey, meeting: Meeting, scenario: &Scenario) -> Decider {
        let implicit = Decider::Implicit { direction: self.direction, group_kind: self.kind };
        match key {
            SideKey::MAIL => Decider::Platform(PlatformRule::OutboundMail),
            SideKey::METADATA => Decider::Platform(PlatformRule::MetadataService),
            SideKey::POLICY => {
                let accepting = meeting.accepting.and_then(|group| group_id(scenario, group));
                accepting.map_or(implicit, |group| Decider::Policy { group: group.clone() })
            }
            key => self.rule(key, scenario).unwrap_or(implicit),
        }
    }

    fn rule(&self, key: SideKey, scenario: &Scenario) -> Option<Decider> {
        let (at, position) = key.as_rule()?;
        let group = *self.groups.get(at)?;
        let tried = self.nodes.get(group)?.table(self.direction).rule(position)?;
        let group = group_id(scenario, group)?;
        if key.verdict() == Verdict::Unknown {
            let part = unread_part(group, tried);
            return Some(Decider::Unknown(UnknownReason::Unread(part)));
        }
        let rule = Arc::clone(tried.known()?);
        Some(Decider::Rule { direction: self.direction, group: group.clone(), rule })
    }
}

/// What one side decides about a packet.
#[derive(Debug, Clone, Copy)]
pub(super) struct SideAnswer {
    /// The decider.
    pub(super) key: SideKey,
    /// The strongest matching rule with the opposite action.
    other: SideKey,
}

impl SideAnswer {
    /// A decision that no rule of the opposite action contests.
    pub(super) const fn of(key: SideKey) -> Self {
        Self { key, other: SideKey::NOBODY }
    }

    /// The ordering step by which the deciding rule beat a rule with the opposite action (S-12,
    /// S-13). The tie-break is more specific, so it is cited if both steps were needed.
    pub(super) fn clause(self) -> ClauseId {
        if self.other == SideKey::NOBODY {
            ClauseId::FirstMatchDecides
        } else if self.other.rank() >> 1 == self.key.rank() >> 1 {
            ClauseId::DropBeforeAccept
        } else {
            ClauseId::MergedByPriority
        }
    }
}

/// TCP port 25 (SMTP).
const MAIL: Position = 25;

fn mail() -> Vec<Column> {
    use super::packet_line::{LAST, Run};
    let runs = [(MAIL - 1, SideKey::NOBODY), (MAIL, SideKey::MAIL), (LAST, SideKey::NOBODY)];
    let runs = runs.into_iter().map(|(last, key)| Run::new(last, key)).collect();
    vec![Column { source_last: u16::MAX, runs }]
}

/// The id of a group, by its position in the scenario.
pub(super) fn group_id(scenario: &Scenario, group: usize) -> Option<&SecurityGroupId> {
    scenario.parts().groups.get_index(group).map(|(id, _)| id)
}

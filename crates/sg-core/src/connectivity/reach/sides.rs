//! The checks between two ends, resolved to tables and classes, for one packet or for all.

use std::sync::Arc;

use crate::model::{
    AddressFamily, Direction, GroupType, InnerAccessPolicy, Scenario, SecurityGroupId,
};

use crate::connectivity::choice::CheckedDirections;
use crate::connectivity::clause::ClauseId;
use crate::connectivity::flow::Packet;
use crate::connectivity::interface_filter::Surroundings;
use crate::connectivity::reason::{GroupKind, PlatformRule, UnknownReason};
use crate::connectivity::verdict::Decider;

use super::group_tables::GroupTables;
use super::mask::Masks;
use super::outcome::{By, Judged, Procedure};
use super::packet_line::{Column, Position, SideKey, overlay, place, uniform};
use super::table::Table;

/// Everything between two ends that does not depend on the packet.
#[derive(Debug, Clone)]
pub(super) struct Sides<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) egress: Option<Side<'a>>,
    pub(super) ingress: Option<Side<'a>>,
    pub(super) meeting: Meeting,
    pub(super) family: AddressFamily,
    pub(super) procedure: Procedure,
}

/// What the groups shared by both ends decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Meeting {
    /// The first shared basic group with the policy Accept; only on the internal path.
    pub(super) accepting: Option<usize>,
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
    /// Any other address, with the matching rules of each group.
    Stranger(Vec<Masks>),
}

impl<'a> Side<'a> {
    fn tables(&self) -> impl Iterator<Item = (usize, &'a Table)> {
        let nodes = self.nodes;
        let direction = self.direction;
        let nodes = self.groups.iter().map(move |group| nodes.get(*group));
        nodes.enumerate().filter_map(move |(at, node)| Some((at, node?.table(direction))))
    }

    fn peer_rules<'b>(&'b self, at: usize, table: &'b Table) -> &'b [u64] {
        match &self.peer {
            Remote::Point(point) => table.peer_rules(table.peers().class(*point)),
            Remote::Stranger(masks) => masks.get(at).map_or(&[], |mask| mask.row(0)),
        }
    }

    fn default(&self) -> SideKey {
        if self.kind.default_passes(self.direction) { SideKey::ALLOW } else { SideKey::DENY }
    }

    /// The decider of one packet, ignoring the intra-group policy.
    fn say(&self, at: Position, source: u16) -> SideAnswer {
        let alone = |key| SideAnswer { key, other: SideKey::NOBODY };
        match self.surroundings {
            Surroundings::MetadataService => return alone(SideKey::METADATA),
            Surroundings::Internet if at == MAIL => return alone(SideKey::MAIL),
            Surroundings::Internet | Surroundings::Plain => {}
        }
        let [mut drop, mut accept] = [SideKey::NOBODY; 2];
        for (group, table) in self.tables() {
            let classes = (self.peer_rules(group, table), table.own_class(self.own));
            let [first, second] = table.strongest(at, source, classes);
            drop = drop.min(first.of_group(group));
            accept = accept.min(second.of_group(group));
        }
        SideAnswer { key: drop.min(accept).min(self.default()), other: drop.max(accept) }
    }

    /// The deciders of all packets; `floor` where no rule decides.
    pub(super) fn columns(&self, floor: SideKey) -> Vec<Column> {
        if self.surroundings == Surroundings::MetadataService {
            return uniform(SideKey::METADATA);
        }
        let mut all = uniform(floor.min(self.default()));
        for (group, table) in self.tables() {
            let own = table.own_class(self.own);
            all = match &self.peer {
                Remote::Point(point) => {
                    overlay(&all, table.line(table.peers().class(*point), own), group)
                }
                Remote::Stranger(_) => {
                    overlay(&all, &table.paint(self.peer_rules(group, table), own), group)
                }
            };
        }
        if self.surroundings == Surroundings::Internet {
            all = overlay(&all, &mail(), 0);
        }
        all
    }

    /// Numbers that identify all decisions of this side; `None` for a peer without a class.
    fn key(&self, into: &mut Vec<usize>) -> Option<()> {
        let Remote::Point(point) = self.peer else { return None };
        into.push(self.groups.len());
        for ((_, table), group) in self.tables().zip(self.groups) {
            into.extend([*group, table.peers().class(point), table.own_class(self.own)]);
        }
        Some(())
    }

    fn decider(&self, key: SideKey, meeting: Meeting, scenario: &Scenario) -> Decider {
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
        let rule = Arc::clone(self.nodes.get(group)?.table(self.direction).rule(position)?);
        let group = group_id(scenario, group)?.clone();
        Some(Decider::Rule { direction: self.direction, group, rule })
    }
}

/// What one side decides about a packet.
#[derive(Debug, Clone, Copy)]
pub(super) struct SideAnswer {
    /// The decider.
    key: SideKey,
    /// The strongest matching rule with the opposite action.
    other: SideKey,
}

impl SideAnswer {
    /// The ordering step by which the deciding rule beat a rule with the opposite action (S-12,
    /// S-13). The tie-break is more specific, so it is cited if both steps were needed.
    fn clause(self) -> ClauseId {
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

impl<'a> Sides<'a> {
    /// Keeps only the sides that are checked in the given directions.
    pub(super) fn viewed(mut self, view: CheckedDirections) -> Self {
        match view {
            CheckedDirections::Egress => self.ingress = None,
            CheckedDirections::Ingress => self.egress = None,
            CheckedDirections::Both => {}
        }
        self
    }

    /// Numbers that identify the decisions of both sides: equal keys mean equal spaces.
    pub(super) fn key(&self) -> Option<Vec<usize>> {
        let internal = |side: &&Side<'_>| side.surroundings == Surroundings::Plain;
        let accepting = self.meeting.accepting.map_or(0, |group| group + 1);
        let v6 = usize::from(self.family == AddressFamily::V6);
        let mut key = vec![accepting, v6, usize::from(self.procedure.from_service_range)];
        for side in [&self.egress, &self.ingress] {
            match side {
                Some(side) => Some(side).filter(internal)?.key(&mut key)?,
                None => key.push(0),
            }
        }
        Some(key)
    }

    /// The decision about a packet, and the statement to cite if the decider is a rule; `None` if
    /// the packet cannot exist between the ends.
    pub(super) fn ask(&self, packet: Packet) -> Option<(Judged, ClauseId)> {
        if packet.family().is_some_and(|family| family != self.family) {
            return None;
        }
        let (at, source) = place(packet);
        let egress = self.egress.as_ref().map(|side| side.say(at, source));
        if self.procedure.accepting {
            let key = egress.map(|said| said.key.min(SideKey::POLICY));
            let ingress = self.ingress.as_ref().map(|_| SideKey::POLICY);
            // A custom egress rule that blocks members under Accept depends on the disputed order.
            let clause = ClauseId::PolicyAgainstEgressRules;
            return Some((self.procedure.judge(key, ingress), clause));
        }
        // The receiver is checked only if it can matter.
        let stopped = egress.filter(|said| !said.key.passes());
        let ingress = match stopped {
            Some(_) => None,
            None => self.ingress.as_ref().map(|side| side.say(at, source)),
        };
        let judged =
            self.procedure.judge(egress.map(|said| said.key), ingress.map(|said| said.key));
        let clause = ingress.or(egress).map_or(ClauseId::FirstMatchDecides, SideAnswer::clause);
        Some((judged, clause))
    }

    /// The full decider.
    pub(super) fn decider(&self, by: By) -> Decider {
        let of = |side: &Option<Side<'_>>, key| {
            side.as_ref().map(|side| side.decider(key, self.meeting, self.scenario))
        };
        let decider = match by {
            By::Egress(key) => of(&self.egress, key),
            By::Ingress(key) => of(&self.ingress, key),
            By::NoSide => None,
        };
        decider.unwrap_or(Decider::Unknown(UnknownReason::BothOutside))
    }

    /// The statement that a verdict rests on; `of_rule` is the one for a rule.
    pub(super) fn clause(&self, decider: &Decider, of_rule: ClauseId) -> ClauseId {
        match decider {
            Decider::Policy { .. } if self.meeting.isolating => ClauseId::OneAcceptingGroupSuffices,
            Decider::Rule { .. } => of_rule,
            Decider::Policy { .. }
            | Decider::Implicit { .. }
            | Decider::Platform(_)
            | Decider::Route(_)
            | Decider::Itself
            | Decider::Unknown(_) => decider.clause(),
        }
    }
}

/// Whether a group isolates its members.
pub(super) fn isolates(group_type: GroupType) -> bool {
    group_type.inner_access_policy() == InnerAccessPolicy::Drop
}

/// Whether a group's policy connects its members.
pub(super) fn accepts(group_type: GroupType) -> bool {
    group_type == GroupType::Basic(InnerAccessPolicy::Accept)
}

/// The id of a group, by its position in the scenario.
fn group_id(scenario: &Scenario, group: usize) -> Option<&SecurityGroupId> {
    scenario.parts().groups.get_index(group).map(|(id, _)| id)
}

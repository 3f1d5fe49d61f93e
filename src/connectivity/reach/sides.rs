//! The checks between two ends, resolved to tables and classes: any packet, or all of them.

use std::sync::Arc;

use crate::model::{
    AddressFamily, Direction, GroupType, InnerAccessPolicy, IntraGroupPrecedence, RulePolicy,
};

use crate::connectivity::clause::ClauseId;
use crate::connectivity::flow::Packet;
use crate::connectivity::guard::Surroundings;
use crate::connectivity::matrix::DirectionView;
use crate::connectivity::trace::Outranking;
use crate::connectivity::verdict::{Decider, GroupKind, PlatformRule, UnknownReason, Verdict};

use super::mask::Masks;
use super::strip::{Column, Place, SideKey, overlay, place, uniform};
use super::table::Table;
use super::{Node, Reach};

/// Everything between two ends that does not depend on the packet.
#[derive(Debug, Clone)]
pub(super) struct Sides<'a> {
    pub(super) egress: Option<Side<'a>>,
    pub(super) ingress: Option<Side<'a>>,
    pub(super) meeting: Meeting,
    pub(super) family: AddressFamily,
    pub(super) procedure: Procedure,
}

/// How the outcome follows from what both sides say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Procedure {
    /// Whether a shared group's policy Accept covers both ends.
    pub(super) accepting: bool,
    pub(super) reading: IntraGroupPrecedence,
    /// The sender may be a load balancer, whose traffic groups do not filter (S-22).
    pub(super) from_service_range: bool,
}

/// What the groups that both ends share say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Meeting {
    /// The first shared basic group with policy Accept; only on the internal path.
    pub(super) accepting: Option<usize>,
    /// Whether a shared group isolates.
    pub(super) isolating: bool,
}

/// The check at one interface.
#[derive(Debug, Clone)]
pub(super) struct Side<'a> {
    pub(super) direction: Direction,
    pub(super) groups: &'a [usize],
    pub(super) nodes: &'a [Node],
    pub(super) kind: GroupKind,
    /// The place of the interface's own address.
    pub(super) own: usize,
    pub(super) peer: Remote,
    pub(super) surroundings: Surroundings,
}

/// The other end as one side sees it.
#[derive(Debug, Clone)]
pub(super) enum Remote {
    /// An address of an interface, by its place.
    Point(usize),
    /// Any other address: the rules that match it, by the position of their group.
    Stranger(Vec<Masks>),
}

/// What decides about a packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Judged {
    pub(super) by: By,
    /// The verdict of the other reading, where it differs.
    pub(super) contested: Option<Verdict>,
}

/// A side and who decides there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Egress(SideKey),
    Ingress(SideKey),
    /// The side that was asked for is not there.
    NoSide,
}

impl By {
    pub(super) const fn verdict(self) -> Verdict {
        match self {
            Self::Egress(key) | Self::Ingress(key) if !key.passes() => Verdict::Blocked,
            Self::Egress(_) | Self::Ingress(_) | Self::NoSide => Verdict::Pass,
        }
    }
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

    /// Who decides about one packet, the intra-group policy left aside.
    fn key(&self, at: Place, source: u16) -> SideKey {
        match self.surroundings {
            Surroundings::MetadataService => return SideKey::METADATA,
            Surroundings::Internet if at == MAIL => return SideKey::MAIL,
            Surroundings::Internet | Surroundings::Plain => {}
        }
        let decided = self.tables().map(|(group, table)| {
            let peer = self.peer_rules(group, table);
            table.decide(at, source, peer, table.own_class(self.own)).of_group(group)
        });
        decided.min().unwrap_or(SideKey::NOBODY).min(self.default())
    }

    /// Who decides about every packet; `floor` where no rule does.
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

    /// A number for each group that tells apart all that this side can say: equal lists, equal
    /// columns.
    pub(super) fn classes(&self, into: &mut Vec<usize>) -> bool {
        let Remote::Point(point) = self.peer else { return false };
        into.push(self.groups.len());
        for ((_, table), group) in self.tables().zip(self.groups) {
            into.extend([*group, table.peers().class(point), table.own_class(self.own)]);
        }
        true
    }

    fn decider(&self, key: SideKey, meeting: Meeting, reach: &Reach) -> Decider {
        let implicit = Decider::Implicit { direction: self.direction, group_kind: self.kind };
        match key {
            SideKey::MAIL => Decider::Platform(PlatformRule::OutboundMail),
            SideKey::METADATA => Decider::Platform(PlatformRule::MetadataService),
            SideKey::POLICY => {
                let accepting = meeting.accepting.and_then(|group| reach.group_id(group));
                accepting.map_or(implicit, |group| Decider::Policy { group: group.clone() })
            }
            key => self.rule(key, reach).unwrap_or(implicit),
        }
    }

    fn rule(&self, key: SideKey, reach: &Reach) -> Option<Decider> {
        let (at, position) = key.as_rule()?;
        let group = *self.groups.get(at)?;
        let rule = Arc::clone(self.nodes.get(group)?.table(self.direction).rule(position)?);
        let group = reach.group_id(group)?.clone();
        Some(Decider::Rule { direction: self.direction, group, rule })
    }

    /// In what the deciding rule was stronger than a matching rule of the other action (S-12,
    /// S-13); the tie-break is the finer reason, so it is cited where both steps were needed.
    fn outranking(&self, key: SideKey, at: Place, source: u16) -> Option<Outranking> {
        let others = self.tables().map(|(group, table)| {
            let own = table.own_class(self.own);
            table.strongest_other(at, source, (self.peer_rules(group, table), own), key)
        });
        let strongest = others.min().filter(|other| *other != SideKey::NOBODY)?;
        let tie = strongest.rank() >> 1 == key.rank() >> 1;
        Some(if tie { Outranking::DropBeforeAccept } else { Outranking::Priority })
    }
}

/// TCP 25, the port of mail transfer.
const MAIL: Place = 25;

fn mail() -> Vec<Column> {
    use super::strip::{LAST, Run};
    let runs = [(MAIL - 1, SideKey::NOBODY), (MAIL, SideKey::MAIL), (LAST, SideKey::NOBODY)];
    let runs = runs.into_iter().map(|(last, key)| Run::new(last, key)).collect();
    vec![Column { source_last: u16::MAX, runs }]
}

impl<'a> Sides<'a> {
    /// The same with only the sides a view shows.
    pub(super) fn viewed(mut self, view: DirectionView) -> Self {
        match view {
            DirectionView::Egress => self.ingress = None,
            DirectionView::Ingress => self.egress = None,
            DirectionView::Both => {}
        }
        self
    }

    /// What decides about a packet; none where the packet cannot exist between the ends.
    pub(super) fn ask(&self, packet: Packet) -> Option<Judged> {
        if packet.family().is_some_and(|family| family != self.family) {
            return None;
        }
        let (at, source) = place(packet);
        let egress = self.egress.as_ref().map(|side| match self.meeting.accepting {
            Some(_) => side.key(at, source).min(SideKey::POLICY),
            None => side.key(at, source),
        });
        // The receiver is asked only where it can matter.
        if egress.is_some_and(|key| !key.passes()) && self.meeting.accepting.is_none() {
            return Some(self.procedure.judge(egress, None));
        }
        let ingress = self.ingress.as_ref().map(|side| match self.meeting.accepting {
            Some(_) => SideKey::POLICY,
            None => side.key(at, source),
        });
        Some(self.procedure.judge(egress, ingress))
    }

    /// Who decides, in full.
    pub(super) fn decider(&self, by: By, reach: &Reach) -> Decider {
        let of = |side: &Option<Side<'_>>, key| {
            side.as_ref().map(|side| side.decider(key, self.meeting, reach))
        };
        let decider = match by {
            By::Egress(key) => of(&self.egress, key),
            By::Ingress(key) => of(&self.ingress, key),
            By::NoSide => None,
        };
        decider.unwrap_or(Decider::Unknown(UnknownReason::BothOutside))
    }

    /// The statement a verdict about a packet rests on.
    pub(super) fn clause(&self, by: By, decider: &Decider, packet: Packet) -> ClauseId {
        let (at, source) = place(packet);
        let (side, key) = match (decider, by) {
            (Decider::Policy { .. }, _) => {
                return if self.meeting.isolating {
                    ClauseId::OneAcceptingGroupSuffices
                } else {
                    ClauseId::AcceptConnects
                };
            }
            (Decider::Rule { .. }, By::Egress(_)) if self.meeting.accepting.is_some() => {
                return ClauseId::PolicyAgainstEgressRules;
            }
            (Decider::Rule { .. }, By::Egress(key)) => (&self.egress, key),
            (Decider::Rule { .. }, By::Ingress(key)) => (&self.ingress, key),
            _ => return decider.clause(),
        };
        match side.as_ref().and_then(|side| side.outranking(key, at, source)) {
            Some(Outranking::DropBeforeAccept) => ClauseId::DropBeforeAccept,
            Some(Outranking::Priority) => ClauseId::MergedByPriority,
            Some(Outranking::SameRank) | None => ClauseId::FirstMatchDecides,
        }
    }
}

impl Procedure {
    /// The outcome from what each side says; under an accepting group the sender's key is that of
    /// its custom rules, or else the policy.
    #[inline]
    pub(super) fn judge(self, egress: Option<SideKey>, ingress: Option<SideKey>) -> Judged {
        let stopped = egress.filter(|key| !key.passes());
        if self.accepting {
            let policy = |egress: Option<SideKey>| match (ingress, egress) {
                (Some(key), _) => By::Ingress(key),
                (None, Some(key)) => By::Egress(key),
                (None, None) => By::NoSide,
            };
            return match (self.reading, stopped) {
                (IntraGroupPrecedence::PolicyWins, stopped) => Judged {
                    by: policy(egress.map(|_| SideKey::POLICY)),
                    contested: stopped.map(|_| Verdict::Blocked),
                },
                (IntraGroupPrecedence::CustomEgressFirst, Some(key)) => {
                    Judged { by: By::Egress(key), contested: Some(Verdict::Pass) }
                }
                (IntraGroupPrecedence::CustomEgressFirst, None) => {
                    Judged { by: policy(egress), contested: None }
                }
            };
        }
        let by = match (stopped, ingress, egress) {
            (Some(key), ..) => By::Egress(key),
            (None, Some(key), _) => By::Ingress(key),
            (None, None, Some(key)) => By::Egress(key),
            (None, None, None) => By::NoSide,
        };
        let forwarded = self.from_service_range && by.verdict() == Verdict::Blocked;
        Judged { by, contested: forwarded.then_some(Verdict::Pass) }
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

const _: () = assert!(RulePolicy::Drop as u8 == 0, "an even rank is a Drop");

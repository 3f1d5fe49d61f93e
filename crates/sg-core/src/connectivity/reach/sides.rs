//! The checks between two ends, resolved to tables and classes, for one packet or for all.

use crate::model::{AddressFamily, GroupType, InnerAccessPolicy, Scenario};

use crate::connectivity::choice::CheckedDirections;
use crate::connectivity::clause::ClauseId;
use crate::connectivity::flow::Packet;
use crate::connectivity::reason::{UnknownReason, UnreadPart};
use crate::connectivity::surroundings::Surroundings;
use crate::connectivity::verdict::Decider;

use super::outcome::{By, Judged, Procedure};
use super::packet_line::{Position, SideKey, place};
use super::side::{Meeting, Side, SideAnswer, group_id};

/// Everything between two ends that does not depend on the packet.
#[derive(Debug, Clone)]
pub(super) struct Sides<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) egress: Option<Side<'a>>,
    pub(super) ingress: Option<Side<'a>>,
    pub(super) meeting: Meeting,
    pub(super) family: AddressFamily,
    pub(super) procedure: Procedure,
    /// Why a packet that every check lets through may still not arrive.
    pub(super) doubt: Option<UnknownReason>,
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
        let unread = self.meeting.unread_policy.map_or(0, |group| group + 1);
        // A side that leads outside has no key, so that a doubt never meets another one here.
        let mut key = vec![accepting, unread, v6, usize::from(self.procedure.from_service_range)];
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
        let place = place(packet);
        let (judged, clause) = self.ask_with(place, self.procedure);
        if self.meeting.unread_policy.is_none() {
            return Some((judged, clause));
        }
        let (connected, _) = self.ask_with(place, self.procedure.connected());
        Some((Judged::between(judged, connected), clause))
    }

    fn ask_with(&self, (at, source): (Position, u16), procedure: Procedure) -> (Judged, ClauseId) {
        if procedure.accepting {
            let floor = SideKey::POLICY;
            let key = self.egress.as_ref().map(|side| side.say(at, source, floor).key);
            let ingress = self.ingress.as_ref().map(|_| floor);
            // A custom egress rule that blocks members under Accept depends on the disputed order.
            return (procedure.judge(key, ingress), ClauseId::PolicyAgainstEgressRules);
        }
        let floor = SideKey::NOBODY;
        let egress = self.egress.as_ref().map(|side| side.say(at, source, floor));
        // The receiver is checked only if it can matter.
        let stopped = egress.filter(|said| said.key.blocks());
        let ingress = match stopped {
            Some(_) => None,
            None => self.ingress.as_ref().map(|side| side.say(at, source, floor)),
        };
        let judged = procedure.judge(egress.map(|said| said.key), ingress.map(|said| said.key));
        let clause = ingress.or(egress).map_or(ClauseId::FirstMatchDecides, SideAnswer::clause);
        (judged, clause)
    }

    /// The full decider.
    pub(super) fn decider(&self, by: By) -> Decider {
        let of = |side: &Option<Side<'_>>, key| {
            side.as_ref().map(|side| side.decider(key, self.meeting, self.scenario))
        };
        let decider = match by {
            By::Egress(key) => of(&self.egress, key),
            By::Ingress(key) => of(&self.ingress, key),
            By::UnreadPolicy => {
                let group =
                    self.meeting.unread_policy.and_then(|group| group_id(self.scenario, group));
                group.map(|group| {
                    let part = UnreadPart::Policy { group: group.clone() };
                    Decider::Unknown(UnknownReason::Unread(part))
                })
            }
            By::Doubt => self.doubt.clone().map(Decider::Unknown),
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

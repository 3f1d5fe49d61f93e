//! The answer for one packet with both checks, but without the rules that were tried in vain.

use std::sync::Arc;

use crate::model::{AddressFamily, IntraGroupPrecedence, NetworkInterface};

use crate::connectivity::at_interface::{
    InterfaceDecision, InterfacePacket, InterfaceView, checked, decide_at,
};
use crate::connectivity::clause::ClauseId;
use crate::connectivity::evaluate::{clause, evaluate, path};
use crate::connectivity::flow::{Endpoint, Flow, Packet};
use crate::connectivity::predicate;
use crate::connectivity::reason::{PlatformRule, UnknownReason, Verdict};
use crate::connectivity::route;
use crate::connectivity::trace::{
    CheckedSide, FieldMatch, IntraGroup, NotChecked, Outranking, SharedGroup, Side as CheckedEnd,
    SideDecider, Trial, TrialResult,
};
use crate::connectivity::verdict::{Contested, Decider, Evaluation, Path};

use super::Reach;
use super::address_index::EndpointRecord;
use super::outcome::By;
use super::packet_line::{Position, SideKey, place};
use super::side::{Side, SideAnswer, group_id};
use super::sides::Sides;

impl Reach {
    /// The same answer as [`evaluate`](crate::connectivity::evaluate), except for the rules tried:
    /// a side that a rule decides lists that rule and those that could equally be named, any other
    /// side none.
    pub fn evaluate(&self, flow: Flow) -> Evaluation {
        if self.in_prefix(&flow.source) || self.in_prefix(&flow.destination) {
            return without_vain_trials(evaluate(&self.scenario, &flow));
        }
        if let Some(sides) = self.neighbours(&flow.source, &flow.destination) {
            return self.with_sides(flow, &sides, Path::Internal, NotChecked::Outside);
        }
        let is_public = |address| self.address_index.is_public(address);
        let route =
            route::route_knowing(&self.scenario, &is_public, &flow.source, &flow.destination);
        // The route borrows from the scenario, not from the flow.
        let (way, unchecked) = (path(&route), route.unchecked());
        let family = AddressFamily::of(flow.destination.address());
        if let Some(sides) = self.sides(&route, family) {
            return self.with_sides(flow, &sides, way, unchecked);
        }
        let side = CheckedEnd::NotChecked(unchecked);
        self.evaluation(flow, route.verdict(), route.decider(), way, [side.clone(), side])
    }

    fn with_sides(
        &self,
        flow: Flow,
        sides: &Sides<'_>,
        path: Path,
        unchecked: NotChecked,
    ) -> Evaluation {
        let Some(BothSides { verdict, decider, ends, contested }) =
            sides.evaluate(flow.packet, unchecked)
        else {
            let decider = Decider::Unknown(UnknownReason::NoSuchPacket);
            let side = CheckedEnd::NotChecked(NotChecked::Unknown);
            return self.evaluation(flow, Verdict::Unknown, decider, path, [side.clone(), side]);
        };
        Evaluation { contested, ..self.evaluation(flow, verdict, decider, path, ends) }
    }

    /// The same answer as [`decide_at`](crate::connectivity::decide_at).
    pub fn decide_at(&self, asked: &InterfacePacket) -> InterfaceDecision {
        let interface = self.scenario.interface(&asked.interface);
        if interface.is_some_and(|own| own.has_in_prefix(asked.local)) {
            return decide_at(&self.scenario, asked);
        }
        let interfaces = &self.scenario.parts().interfaces;
        let holders = |address| {
            let hosts = self.address_index.holders(address).into_iter();
            hosts.filter_map(|host| interfaces.get_index(host)).map(|(_, own)| &**own).collect()
        };
        let view = match InterfaceView::new(&self.scenario, &holders, asked) {
            Ok(view) => view,
            Err(decider) => return InterfaceDecision::unchecked(decider),
        };
        let [from, to] = view.ends();
        let in_prefix =
            |end: Option<&NetworkInterface>| end.is_some_and(|end| end.has_in_prefix(asked.remote));
        let family = AddressFamily::of(asked.remote);
        let sides = match in_prefix(from) || in_prefix(to) {
            false => self.sides(&view.route, family),
            true => None,
        };
        let sides = sides.map(|sides| sides.viewed(checked(asked.direction)));
        let said = sides.and_then(|sides| sides.evaluate(asked.packet, NotChecked::Outside));
        let Some(BothSides { verdict, decider, ends, contested }) = said else {
            return decide_at(&self.scenario, asked);
        };
        let hosts = [from, to].map(|end| end.and_then(|end| self.host(end)));
        let intra_group = self.intra_group(hosts, view.is_internal());
        let clause = clause(&decider, &intra_group, &ends[0], &ends[1]);
        view.decision((verdict, decider, clause), contested, &ends)
    }

    fn evaluation(
        &self,
        flow: Flow,
        verdict: Verdict,
        decider: Decider,
        path: Path,
        [egress, ingress]: [CheckedEnd; 2],
    ) -> Evaluation {
        let host = |end: &Endpoint| self.host(self.scenario.interface(end.interface()?)?);
        let hosts = [host(&flow.source), host(&flow.destination)];
        let intra_group = self.intra_group(hosts, path == Path::Internal);
        let clause = clause(&decider, &intra_group, &egress, &ingress);
        Evaluation {
            flow,
            verdict,
            decider,
            path,
            intra_group,
            egress,
            ingress,
            contested: None,
            clause,
        }
    }

    fn intra_group(&self, hosts: [Option<&EndpointRecord>; 2], is_internal: bool) -> IntraGroup {
        let [Some(from), Some(to)] = hosts else { return IntraGroup::default() };
        let both = from.groups.iter().filter(|group| to.groups.contains(group));
        let shared = both.filter_map(|group| {
            let id = group_id(&self.scenario, *group)?.clone();
            Some(SharedGroup { id, group_type: self.nodes.get(*group)?.group_type })
        });
        let accepting = if is_internal { self.meeting(from, to).accepting } else { None };
        let accepting = accepting.and_then(|group| group_id(&self.scenario, group)).cloned();
        IntraGroup { shared: shared.collect(), accepting }
    }
}

/// The evaluation with only the rules that decide, or could equally be named.
fn without_vain_trials(mut evaluation: Evaluation) -> Evaluation {
    for side in [&mut evaluation.egress, &mut evaluation.ingress] {
        if let CheckedEnd::Checked(side) = side {
            let by_rule = matches!(side.by, SideDecider::Rule { .. });
            side.trials.retain(|trial| by_rule && trial.decides_or_equals());
        }
    }
    evaluation
}

/// What both sides say of a packet.
struct BothSides {
    verdict: Verdict,
    decider: Decider,
    ends: [CheckedEnd; 2],
    contested: Option<Contested>,
}

impl Sides<'_> {
    /// The checks of a packet; `None` if it cannot exist between the ends.
    fn evaluate(&self, packet: Packet, unchecked: NotChecked) -> Option<BothSides> {
        if packet.family().is_some_and(|family| family != self.family) {
            return None;
        }
        let place = place(packet);
        let answers = self.answers(place);
        let [out, into] = answers.map(|answer| answer.map(|answer| answer.key));
        let judged = match self.meeting.unread_policy {
            None => self.procedure.judge(out, into),
            Some(_) => self.ask(packet)?.0,
        };
        let end = |side: &Option<Side<'_>>, answer: Option<SideAnswer>| match (side, answer) {
            (Some(side), Some(answer)) => {
                CheckedEnd::Checked(side.checked(self, answer, place, packet))
            }
            _ => CheckedEnd::NotChecked(unchecked),
        };
        let [out, into] = answers;
        let ends = [end(&self.egress, out), end(&self.ingress, into)];
        let contested = judged.contested.map(|verdict| self.contested(verdict, out));
        let (verdict, decider) = (judged.by.verdict(), self.decider(judged.by));
        Some(BothSides { verdict, decider, ends, contested })
    }

    /// What each side says of a packet; under a shared group with Accept, the sender's custom rules
    /// or else the policy, and at the receiver the policy.
    fn answers(&self, (at, source): (Position, u16)) -> [Option<SideAnswer>; 2] {
        if self.procedure.accepting {
            let policy = || SideAnswer::of(SideKey::POLICY);
            return [
                self.egress.as_ref().map(|side| side.say(at, source, SideKey::POLICY)),
                self.ingress.as_ref().map(|_| policy()),
            ];
        }
        let say = |side: &Option<Side<'_>>| {
            side.as_ref().map(|side| side.say(at, source, SideKey::NOBODY))
        };
        [say(&self.egress), say(&self.ingress)]
    }

    /// The answer under the other reading, whose verdict is given.
    fn contested(&self, verdict: Verdict, egress: Option<SideAnswer>) -> Contested {
        if !self.procedure.accepting {
            let decider = Decider::Platform(PlatformRule::LoadBalancer);
            return Contested { clause: ClauseId::LoadBalancerExempt, verdict, decider };
        }
        let by = match (self.procedure.reading, egress) {
            (IntraGroupPrecedence::PolicyWins, Some(answer)) => By::Egress(answer.key),
            (IntraGroupPrecedence::PolicyWins | IntraGroupPrecedence::CustomEgressFirst, _) => {
                By::Egress(SideKey::POLICY)
            }
        };
        let decider = self.decider(by);
        Contested { clause: ClauseId::PolicyAgainstEgressRules, verdict, decider }
    }
}

impl Side<'_> {
    /// The check of one packet, with the rules that could be named as its decider.
    fn checked(
        &self,
        sides: &Sides<'_>,
        answer: SideAnswer,
        (at, source): (Position, u16),
        packet: Packet,
    ) -> CheckedSide {
        let wins = sides.procedure.accepting
            && sides.procedure.reading == IntraGroupPrecedence::PolicyWins;
        let key = if wins { SideKey::POLICY } else { answer.key };
        let (by, clause) = match self.decider(key, sides.meeting, sides.scenario) {
            Decider::Policy { group } => (SideDecider::Policy { group }, ClauseId::AcceptConnects),
            Decider::Rule { group, rule, .. } => {
                (SideDecider::Rule { group, rule }, answer.clause())
            }
            Decider::Platform(rule) => (SideDecider::Platform(rule), rule.clause()),
            Decider::Unknown(UnknownReason::Unread(part)) => {
                (SideDecider::Unread(part), ClauseId::UnreadIsUnknown)
            }
            Decider::Implicit { .. }
            | Decider::Route(_)
            | Decider::Itself
            | Decider::Unknown(_) => (
                SideDecider::Implicit { group_kind: self.kind },
                self.kind.default_clause(self.direction),
            ),
        };
        let trials = match &by {
            SideDecider::Rule { .. } => self.equals(key, (at, source), packet, sides),
            SideDecider::Policy { .. }
            | SideDecider::Implicit { .. }
            | SideDecider::Platform(_)
            | SideDecider::Unread(_) => Vec::new(),
        };
        CheckedSide { verdict: key.verdict(), by, clause, trials }
    }

    /// The rules that match a packet for certain and have the rank of the deciding one, which comes
    /// first.
    fn equals(
        &self,
        key: SideKey,
        (at, source): (Position, u16),
        packet: Packet,
        sides: &Sides<'_>,
    ) -> Vec<Trial> {
        let mut trials: Vec<Trial> = Vec::new();
        self.each_equal(key, (at, source), |group, tried| {
            let (Some(rule), Some(group)) = (tried.known(), group_id(sides.scenario, group)) else {
                return;
            };
            let local_cidr = rule.spec.local_cidr;
            let local = local_cidr.map_or(FieldMatch::NotAsked, |_| FieldMatch::Matched);
            let fields = predicate::fields_of(tried, [FieldMatch::Matched, local], packet);
            let result = match trials.first() {
                None => TrialResult::Decides,
                Some(first) => {
                    TrialResult::Outranked { by: first.rule.id.clone(), how: Outranking::SameRank }
                }
            };
            let (group, rule) = (group.clone(), Arc::clone(rule));
            trials.push(Trial { group, rule, fields, result });
        });
        trials
    }
}

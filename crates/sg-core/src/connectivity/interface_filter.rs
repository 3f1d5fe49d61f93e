//! The check at one interface in one direction, prepared once and used for many packets.

use std::sync::Arc;

use crate::model::{
    Direction, IntraGroupPrecedence, NetworkInterface, Port, PortRange, ProtocolFilter, RulePolicy,
    Scenario, SecurityGroupId,
};

use super::candidate::{Candidate, unread_part};
use super::clause::ClauseId;
use super::flow::Packet;
use super::precedence::Assume;
use super::reason::{GroupKind, PlatformRule, Verdict};
use super::route::EndpointPair;
use super::surroundings::Surroundings;
use super::trace::{CheckedSide, FieldMatch, Outranking, SideDecider, Trial, TrialResult};
use super::{precedence, predicate};

/// The decisions of one side about packets between two given ends.
#[derive(Debug, Clone)]
pub(super) struct InterfaceFilter<'a> {
    pub(super) direction: Direction,
    kind: GroupKind,
    /// Rules of all groups of the interface in this direction, strongest first.
    candidates: Vec<Candidate<'a>>,
    /// Whether some candidate may match packets of which the scenario cannot say so.
    uncertain: bool,
    /// The shared group whose policy Accept covers both ends, or may cover them.
    accepting: Option<&'a SecurityGroupId>,
    surroundings: Surroundings,
}

/// What decides a side, as an index: small enough to compute for every cell of a packet space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SideChoice {
    Policy,
    /// The index in the list of candidates.
    Rule(usize),
    /// The index of a candidate that may match, and would then decide otherwise.
    MayMatch(usize),
    Implicit,
    Platform(PlatformRule),
}

impl<'a> InterfaceFilter<'a> {
    /// Merges the rules of all groups of an interface into one list in order of precedence (S-12).
    pub(super) fn new(
        scenario: &'a Scenario,
        interface: &'a NetworkInterface,
        direction: Direction,
        seen: &EndpointPair<'_>,
        accepting: Option<&'a SecurityGroupId>,
        surroundings: Surroundings,
    ) -> Self {
        // A scenario has no interface without groups; if there were one, nothing would be allowed.
        let kind = GroupKind::on(interface, scenario).unwrap_or(GroupKind::Advanced);
        let groups = interface.groups.iter().filter_map(|id| scenario.group(id));
        let mut candidates: Vec<Candidate<'a>> = groups
            .filter(|_| kind.tries_rules(direction))
            .flat_map(|group| {
                let tried = precedence::tried(group, direction);
                tried.into_iter().map(move |tried| (&group.id, tried))
            })
            .map(|(group, tried)| {
                let addresses = predicate::addresses_of(scenario, &tried, direction, seen);
                Candidate { group, tried, addresses }
            })
            .collect();
        candidates.sort_by_key(|candidate| precedence::rank(&candidate.tried));
        let uncertain = candidates.iter().any(|candidate| candidate.tried.is_uncertain(scenario));
        Self { direction, kind, candidates, uncertain, accepting, surroundings }
    }

    /// Decides a packet. `policy` says whether the shared group's policy connects the ends.
    pub(super) fn decide(
        &self,
        packet: Packet,
        reading: IntraGroupPrecedence,
        policy: bool,
    ) -> SideChoice {
        let worst = self.decide_assuming(Assume::Worst, packet, reading, policy);
        if !self.uncertain || self.verdict(worst) == Verdict::Pass {
            return worst;
        }
        let best = self.decide_assuming(Assume::Best, packet, reading, policy);
        if self.verdict(best) == Verdict::Blocked {
            return best;
        }
        // One of the two is a rule that only may match: if both are rules, the stronger one.
        let place = |choice| if let SideChoice::Rule(index) = choice { index } else { usize::MAX };
        SideChoice::MayMatch(place(worst).min(place(best)))
    }

    fn decide_assuming(
        &self,
        assume: Assume,
        packet: Packet,
        reading: IntraGroupPrecedence,
        policy: bool,
    ) -> SideChoice {
        if let Some(rule) = self.platform(packet) {
            return SideChoice::Platform(rule);
        }
        let policy = policy && self.accepting.is_some();
        // Accept applies to the receiver according to all sources (S-01). Whether it also overrides
        // the sender's custom egress rules is disputed (S-19).
        let rules_first = self.direction == Direction::Egress
            && reading == IntraGroupPrecedence::CustomEgressFirst;
        if policy && !rules_first {
            return SideChoice::Policy;
        }
        // The first match decides (S-11).
        if let Some(first) = self.candidates.iter().position(|c| c.matches(packet, assume)) {
            return SideChoice::Rule(first);
        }
        if policy { SideChoice::Policy } else { SideChoice::Implicit }
    }

    fn platform(&self, packet: Packet) -> Option<PlatformRule> {
        match self.surroundings {
            // No rule can block access to the metadata service (S-20).
            Surroundings::MetadataService => Some(PlatformRule::MetadataService),
            // No rule can open TCP 25 to the Internet (S-21).
            Surroundings::Internet => match packet {
                Packet::Tcp { destination_port, .. } if MAIL_PORTS.contains(destination_port) => {
                    Some(PlatformRule::OutboundMail)
                }
                Packet::Tcp { .. }
                | Packet::Udp { .. }
                | Packet::Icmp
                | Packet::Icmpv6
                | Packet::Gre
                | Packet::Other(_) => None,
            },
            Surroundings::Plain => None,
        }
    }

    /// What a choice means for packets.
    pub(super) fn verdict(&self, choice: SideChoice) -> Verdict {
        let passes = match choice {
            SideChoice::Policy => true,
            SideChoice::Rule(index) => self
                .candidates
                .get(index)
                .is_some_and(|candidate| candidate.tried.policy == RulePolicy::Accept),
            SideChoice::MayMatch(_) => return Verdict::Unknown,
            SideChoice::Implicit => self.kind.default_passes(self.direction),
            SideChoice::Platform(rule) => rule.passes(),
        };
        if passes { Verdict::Pass } else { Verdict::Blocked }
    }

    /// The full decider of a choice.
    pub(super) fn decider(&self, choice: SideChoice) -> SideDecider {
        let implicit = SideDecider::Implicit { group_kind: self.kind };
        match choice {
            SideChoice::Policy => self
                .accepting
                .map_or(implicit, |group| SideDecider::Policy { group: group.clone() }),
            SideChoice::Rule(index) => self
                .candidates
                .get(index)
                .and_then(|candidate| candidate.tried.known().map(|rule| (candidate, rule)))
                .map_or(implicit, |(candidate, rule)| SideDecider::Rule {
                    group: candidate.group.clone(),
                    rule: Arc::clone(rule),
                }),
            SideChoice::MayMatch(index) => {
                self.candidates.get(index).map_or(implicit, |candidate| {
                    SideDecider::Unread(unread_part(candidate.group, &candidate.tried))
                })
            }
            SideChoice::Implicit => implicit,
            SideChoice::Platform(rule) => SideDecider::Platform(rule),
        }
    }

    /// The complete check of one packet, with the result of every rule that is known.
    pub(super) fn trace(
        &self,
        packet: Packet,
        reading: IntraGroupPrecedence,
        policy: bool,
    ) -> CheckedSide {
        let choice = self.decide(packet, reading, policy);
        let trials: Vec<Trial> = self
            .candidates
            .iter()
            .enumerate()
            .filter_map(|(index, candidate)| self.trial(index, candidate, packet, choice))
            .collect();
        let by = self.decider(choice);
        let clause = self.clause(choice, packet);
        CheckedSide { verdict: self.verdict(choice), by, clause, trials }
    }

    fn trial(
        &self,
        index: usize,
        candidate: &Candidate<'a>,
        packet: Packet,
        choice: SideChoice,
    ) -> Option<Trial> {
        let rule = Arc::clone(candidate.tried.known()?);
        let fields = candidate.fields(packet);
        let result = match choice {
            _ if !fields.any() => TrialResult::NoMatch,
            SideChoice::Platform(rule) => TrialResult::IrrelevantByPlatform(rule),
            SideChoice::Policy => self.accepting.map_or(TrialResult::NoMatch, |group| {
                TrialResult::IrrelevantByPolicy { group: group.clone() }
            }),
            SideChoice::Rule(first) if first == index => TrialResult::Decides,
            SideChoice::Rule(first) if first < index => self.outranked(first, candidate),
            // Nothing known decides, or this rule could decide otherwise only together with the
            // default, which it agrees with.
            _ if !fields.all() => TrialResult::MayMatch,
            SideChoice::MayMatch(first) if first < index => self.outranked(first, candidate),
            SideChoice::MayMatch(_) => TrialResult::MayMatch,
            SideChoice::Rule(_) | SideChoice::Implicit => TrialResult::NoMatch,
        };
        Some(Trial { group: candidate.group.clone(), rule, fields, result })
    }

    fn outranked(&self, first: usize, candidate: &Candidate<'a>) -> TrialResult {
        let stronger = self.candidates.get(first);
        stronger.map_or(TrialResult::NoMatch, |stronger| match stronger.tried.known() {
            Some(rule) => TrialResult::Outranked {
                by: rule.id.clone(),
                how: precedence::outranking(&stronger.tried, &candidate.tried),
            },
            // What may come first is not a rule with an ID.
            None => TrialResult::MayMatch,
        })
    }

    /// The statement that a side rests on. For a rule that won over a rule with the other action,
    /// it is the step of the order that decided between them.
    fn clause(&self, choice: SideChoice, packet: Packet) -> ClauseId {
        let (first, decider) = match choice {
            SideChoice::Policy => return ClauseId::AcceptConnects,
            SideChoice::Implicit => return self.kind.default_clause(self.direction),
            SideChoice::Platform(rule) => return rule.clause(),
            SideChoice::MayMatch(_) => return ClauseId::UnreadIsUnknown,
            SideChoice::Rule(first) => match self.candidates.get(first) {
                Some(decider) => (first, &decider.tried),
                None => return ClauseId::FirstMatchDecides,
            },
        };
        let beaten = self.candidates.iter().skip(first + 1).filter(|candidate| {
            candidate.tried.policy != decider.policy && candidate.fields(packet).any()
        });
        // The tie-break is more specific, so it is cited if both steps were needed.
        match beaten.map(|weaker| precedence::outranking(decider, &weaker.tried)).max() {
            Some(Outranking::DropBeforeAccept) => ClauseId::DropBeforeAccept,
            Some(Outranking::Priority) => ClauseId::MergedByPriority,
            Some(Outranking::SameRank) | None => ClauseId::FirstMatchDecides,
        }
    }

    /// The protocols and ports of all rules that can match some packet between the two ends,
    /// highest precedence first.
    pub(super) fn filters_in_reach(&self) -> impl Iterator<Item = ProtocolFilter> + '_ {
        self.candidates
            .iter()
            .filter(|candidate| !candidate.addresses.contains(&FieldMatch::Missed))
            .flat_map(|candidate| candidate.tried.filters())
    }

    /// Whether the platform treats TCP port 25 specially here.
    pub(super) fn singles_out_mail(&self) -> bool {
        self.surroundings == Surroundings::Internet
    }
}

/// The SMTP port, closed towards the Internet (S-21).
pub(super) const MAIL_PORTS: PortRange = match Port::new(25) {
    Some(port) => PortRange::single(port),
    None => PortRange::ALL,
};

//! The check at one interface in one direction, prepared once and used for many packets.

use std::net::IpAddr;
use std::sync::Arc;

use crate::model::{
    Direction, IntraGroupPrecedence, NetworkInterface, Port, PortRange, Rule, RulePolicy, Scenario,
    SecurityGroupId,
};

use super::clause::ClauseId;
use super::flow::Packet;
use super::reason::{GroupKind, PlatformRule};
use super::route::EndpointPair;
use super::trace::{
    CheckedSide, FieldMatch, FieldMatches, Outranking, SideDecider, Trial, TrialResult,
};
use super::{precedence, predicate, route};

/// The decisions of one side about packets between two given ends.
#[derive(Debug, Clone)]
pub(super) struct InterfaceFilter<'a> {
    pub(super) direction: Direction,
    kind: GroupKind,
    /// Rules of all groups of the interface in this direction, strongest first.
    candidates: Vec<Candidate<'a>>,
    /// The shared group whose policy Accept covers both ends.
    accepting: Option<&'a SecurityGroupId>,
    surroundings: Surroundings,
}

/// What the platform knows about the remote end of an outbound path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Surroundings {
    /// The metadata service.
    MetadataService,
    /// The Internet.
    Internet,
    /// Anything else.
    Plain,
}

impl Surroundings {
    /// What the platform knows about an outside address.
    pub(super) fn of(address: IpAddr) -> Self {
        if address == route::METADATA_SERVICE {
            Self::MetadataService
        } else if route::is_internet(address) {
            Self::Internet
        } else {
            Self::Plain
        }
    }
}

/// A rule whose address fields have already been matched.
#[derive(Debug, Clone)]
struct Candidate<'a> {
    group: &'a SecurityGroupId,
    rule: &'a Arc<Rule>,
    addresses: [FieldMatch; 2],
}

/// What decides a side, as an index: small enough to compute for every cell of a packet space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SideChoice {
    Policy,
    /// The index in the list of candidates.
    Rule(usize),
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
        let groups = || interface.groups.iter().filter_map(|id| scenario.group(id));
        let mut candidates: Vec<Candidate<'a>> = groups()
            .flat_map(|group| group.rules_of(direction).map(move |rule| (&group.id, rule)))
            .map(|(group, rule)| {
                let addresses = predicate::addresses(scenario, rule, seen);
                Candidate { group, rule, addresses }
            })
            .collect();
        candidates.sort_by(|a, b| precedence::order(a.rule, b.rule));
        // A scenario has no interface without groups; if there were one, nothing would be allowed.
        let kind =
            groups().next().map_or(GroupKind::Advanced, |group| GroupKind::from(group.group_type));
        Self { direction, kind, candidates, accepting, surroundings }
    }

    /// Decides a packet.
    pub(super) fn decide(&self, packet: Packet, reading: IntraGroupPrecedence) -> SideChoice {
        if let Some(rule) = self.platform(packet) {
            return SideChoice::Platform(rule);
        }
        // Accept applies to the receiver according to all sources (S-01). Whether it also overrides
        // the sender's custom egress rules is disputed (S-19).
        let rules_first = self.direction == Direction::Egress
            && reading == IntraGroupPrecedence::CustomEgressFirst;
        if self.accepting.is_some() && !rules_first {
            return SideChoice::Policy;
        }
        // The first match decides (S-11).
        if let Some(first) = self.candidates.iter().position(|c| c.matches(packet)) {
            return SideChoice::Rule(first);
        }
        if self.accepting.is_some() { SideChoice::Policy } else { SideChoice::Implicit }
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

    /// Whether a choice lets packets through.
    pub(super) fn passes(&self, choice: SideChoice) -> bool {
        match choice {
            SideChoice::Policy => true,
            SideChoice::Rule(index) => self
                .candidates
                .get(index)
                .is_some_and(|candidate| candidate.rule.spec.policy == RulePolicy::Accept),
            SideChoice::Implicit => self.kind.default_passes(self.direction),
            SideChoice::Platform(rule) => rule.passes(),
        }
    }

    /// The full decider of a choice.
    pub(super) fn decider(&self, choice: SideChoice) -> SideDecider {
        let implicit = SideDecider::Implicit { group_kind: self.kind };
        match choice {
            SideChoice::Policy => self
                .accepting
                .map_or(implicit, |group| SideDecider::Policy { group: group.clone() }),
            SideChoice::Rule(index) => {
                self.candidates.get(index).map_or(implicit, |candidate| SideDecider::Rule {
                    group: candidate.group.clone(),
                    rule: Arc::clone(candidate.rule),
                })
            }
            SideChoice::Implicit => implicit,
            SideChoice::Platform(rule) => SideDecider::Platform(rule),
        }
    }

    /// The complete check of one packet, with the result of every rule.
    pub(super) fn trace(&self, packet: Packet, reading: IntraGroupPrecedence) -> CheckedSide {
        let choice = self.decide(packet, reading);
        let trials: Vec<Trial> = self
            .candidates
            .iter()
            .enumerate()
            .map(|(index, candidate)| self.trial(index, candidate, packet, choice))
            .collect();
        let by = self.decider(choice);
        let clause = self.clause(&by, &trials);
        CheckedSide { passes: self.passes(choice), by, clause, trials }
    }

    fn trial(
        &self,
        index: usize,
        candidate: &Candidate<'a>,
        packet: Packet,
        choice: SideChoice,
    ) -> Trial {
        let fields = candidate.fields(packet);
        let result = match choice {
            _ if !fields.all() => TrialResult::NoMatch,
            SideChoice::Platform(rule) => TrialResult::IrrelevantByPlatform(rule),
            SideChoice::Policy => self.accepting.map_or(TrialResult::NoMatch, |group| {
                TrialResult::IrrelevantByPolicy { group: group.clone() }
            }),
            SideChoice::Rule(first) if first == index => TrialResult::Decides,
            SideChoice::Rule(first) => {
                self.candidates.get(first).map_or(TrialResult::NoMatch, |stronger| {
                    TrialResult::Outranked {
                        by: stronger.rule.id.clone(),
                        how: precedence::outranking(stronger.rule, candidate.rule),
                    }
                })
            }
            SideChoice::Implicit => TrialResult::NoMatch,
        };
        Trial { group: candidate.group.clone(), rule: Arc::clone(candidate.rule), fields, result }
    }

    /// The statement that a side rests on. For a rule that won over a rule with the other action,
    /// it is the step of the order that decided between them.
    fn clause(&self, by: &SideDecider, trials: &[Trial]) -> ClauseId {
        match by {
            SideDecider::Policy { .. } => ClauseId::AcceptConnects,
            SideDecider::Implicit { group_kind } => group_kind.default_clause(self.direction),
            SideDecider::Platform(rule) => rule.clause(),
            SideDecider::Rule { rule, .. } => {
                let beaten = trials.iter().filter_map(|trial| match trial.result {
                    TrialResult::Outranked { how, .. }
                        if trial.rule.spec.policy != rule.spec.policy =>
                    {
                        Some(how)
                    }
                    TrialResult::Outranked { .. }
                    | TrialResult::Decides
                    | TrialResult::NoMatch
                    | TrialResult::IrrelevantByPolicy { .. }
                    | TrialResult::IrrelevantByPlatform(_) => None,
                });
                // The tie-break is more specific, so it is cited if both steps were needed.
                match beaten.max() {
                    Some(Outranking::DropBeforeAccept) => ClauseId::DropBeforeAccept,
                    Some(Outranking::Priority) => ClauseId::MergedByPriority,
                    Some(Outranking::SameRank) | None => ClauseId::FirstMatchDecides,
                }
            }
        }
    }

    /// The rules that can match some packet between the two ends, highest precedence first.
    pub(super) fn rules_in_reach(&self) -> impl Iterator<Item = &'a Arc<Rule>> + '_ {
        self.candidates
            .iter()
            .filter(|candidate| !candidate.addresses.contains(&FieldMatch::Missed))
            .map(|candidate| candidate.rule)
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

impl Candidate<'_> {
    fn fields(&self, packet: Packet) -> FieldMatches {
        predicate::fields(self.rule.spec.protocol, self.addresses, packet)
    }

    fn matches(&self, packet: Packet) -> bool {
        !self.addresses.contains(&FieldMatch::Missed) && self.fields(packet).all()
    }
}

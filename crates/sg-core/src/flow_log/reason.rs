//! What may be the reason when a log and the rules disagree. Each is a possibility: the log does not
//! say which one it is.

use crate::connectivity::{ClauseId, InterfaceDecision};
use crate::language::{Language, Text};
use crate::model::{IpProtocol, Timestamp};

use super::outcome::DisagreementKind;
use super::tally::Traffic;
use super::text;

/// A possible reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The rule is newer than the traffic.
    NewerRule(Timestamp),
    /// Sources disagree about the verdict; under another reading the log is right.
    OtherReading(ClauseId),
    /// A network ACL rejected the packet.
    NetworkAcl,
    /// A network ACL has no state, so that replies need rules of their own.
    StatelessAcl,
    /// The session of the reply was over.
    SessionEnded,
    /// The platform's probes and the errors of path MTU discovery.
    Probe,
    /// A session that was open before.
    Established,
    /// The scenario lacks something at the interface.
    Incomplete,
    /// The scenario lacks a way to the interface.
    NoWay,
    /// The rules were different at the time of the log.
    OtherTime,
}

impl Reason {
    /// The name in JSON and CSV.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NewerRule(_) => "newer_rule",
            Self::OtherReading(_) => "other_reading",
            Self::NetworkAcl => "network_acl",
            Self::StatelessAcl => "stateless_acl",
            Self::SessionEnded => "session_ended",
            Self::Probe => "probe",
            Self::Established => "established_session",
            Self::Incomplete => "incomplete_scenario",
            Self::NoWay => "no_way",
            Self::OtherTime => "other_time",
        }
    }

    /// The statement that it is about, if it is about one.
    pub const fn clause(self) -> Option<ClauseId> {
        match self {
            Self::OtherReading(clause) => Some(clause),
            Self::StatelessAcl | Self::SessionEnded | Self::Established => Some(ClauseId::Stateful),
            Self::NewerRule(_)
            | Self::NetworkAcl
            | Self::Probe
            | Self::Incomplete
            | Self::NoWay
            | Self::OtherTime => None,
        }
    }

    /// The reason in a sentence.
    pub fn say(self, language: Language) -> String {
        self.text().fill(language, &[("created", &self.created())])
    }

    fn created(self) -> String {
        match self {
            Self::NewerRule(created) => created.to_string(),
            Self::OtherReading(_)
            | Self::NetworkAcl
            | Self::StatelessAcl
            | Self::SessionEnded
            | Self::Probe
            | Self::Established
            | Self::Incomplete
            | Self::NoWay
            | Self::OtherTime => String::new(),
        }
    }

    const fn text(self) -> Text {
        match self {
            Self::NewerRule(_) => text::NEWER_RULE,
            Self::OtherReading(_) => text::OTHER_READING,
            Self::NetworkAcl => text::NETWORK_ACL,
            Self::StatelessAcl => text::STATELESS_ACL,
            Self::SessionEnded => text::SESSION_ENDED,
            Self::Probe => text::PROBE,
            Self::Established => text::ESTABLISHED,
            Self::Incomplete => text::INCOMPLETE,
            Self::NoWay => text::NO_WAY,
            Self::OtherTime => text::OTHER_TIME,
        }
    }
}

/// What may be the reason, the likeliest first.
pub(super) fn reasons(
    kind: DisagreementKind,
    decision: Option<&InterfaceDecision>,
    traffic: &Traffic,
    protocol: u8,
) -> Vec<Reason> {
    let contested = decision.and_then(|decision| decision.contested.as_ref());
    let reading = contested.map(|contested| Reason::OtherReading(contested.clause));
    let rule = decision.and_then(|decision| decision.decider.rule());
    let created = rule.and_then(|(_, rule)| rule.created.on_record());
    let newer = created.filter(|created| created.unix_seconds() > traffic.last);
    let newer = newer.map(Reason::NewerRule);
    let icmp = matches!(IpProtocol::from_number(protocol), IpProtocol::Icmp | IpProtocol::Icmpv6);
    let probe = icmp.then_some(Reason::Probe);
    let rest: &[Reason] = match kind {
        DisagreementKind::Accepted => &[Reason::OtherTime, Reason::Incomplete, Reason::Established],
        DisagreementKind::Rejected => &[Reason::NetworkAcl, Reason::OtherTime],
        DisagreementKind::NoWay => &[Reason::NoWay],
        DisagreementKind::RejectedReply => &[Reason::StatelessAcl, Reason::SessionEnded],
    };
    let probe = probe.filter(|_| kind == DisagreementKind::Accepted);
    [newer, reading, probe].into_iter().flatten().chain(rest.iter().copied()).collect()
}

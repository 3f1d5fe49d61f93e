//! What a log says about a scenario: how many records agree, which do not and why that may be, and
//! what decided which traffic.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;

use crate::connectivity::{
    Decider, GroupKind, InterfaceDecision, InterfacePacket, Packet, PlatformRule,
};
use crate::model::{Direction, NetworkInterfaceId, Rule, SecurityGroupId, Timestamp};

use super::captured::LogPlace;
use super::findings::{DisagreementKey, Findings, Group, Totals};
use super::flow_key::FlowKey;
use super::judge::{Judge, Named, Unknown, packet};
use super::outcome::DisagreementKind;
use super::reason::{Reason, reasons};
use super::tally::{Tally, Traffic};

/// The whole report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How records ended.
    pub totals: Totals,
    /// The earliest start and the latest end of all judged records.
    pub span: Option<(Timestamp, Timestamp)>,
    /// Alike disagreements, those with the most records first.
    pub disagreements: Vec<Disagreement>,
    /// Disagreements beyond the most that are told apart.
    pub more_disagreements: Tally,
    /// Alike records of which nothing is known, those with the most records first.
    pub unknown: Vec<UnknownRecords>,
    /// Such records beyond the most that are told apart.
    pub more_unknown: Tally,
    /// Every rule of the scenario, in its order, and what it decided.
    pub rules: Vec<RuleUse>,
    /// What other things decided.
    pub others: Vec<(OtherDecider, Traffic)>,
}

/// Disagreements between the same two ends, in one direction, about one port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// How the log and the rules disagree.
    pub kind: DisagreementKind,
    /// How many records, and when.
    pub traffic: Traffic,
    /// One of them.
    pub record: SampleRecord,
    /// What the rules say of it; nothing about a reply.
    pub decision: Option<InterfaceDecision>,
    /// The interface at the other end, if the scenario has one.
    pub peer: Option<NetworkInterfaceId>,
    /// What may be the reason, the likeliest first.
    pub reasons: Vec<Reason>,
}

/// One record, as an example of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleRecord {
    /// Where it is.
    pub place: LogPlace,
    /// The interface that captured it.
    pub interface: NetworkInterfaceId,
    /// The direction at that interface.
    pub direction: Direction,
    /// The address of the interface.
    pub local: IpAddr,
    /// The other address.
    pub remote: IpAddr,
    /// The IANA number of the protocol.
    pub protocol: u8,
    /// Source port; 0 if there is none.
    pub source_port: u16,
    /// Destination port; 0 if there is none.
    pub destination_port: u16,
}

impl SampleRecord {
    /// Its protocol and ports; `None` for TCP and UDP without ports.
    pub fn packet(&self) -> Option<Packet> {
        packet(self.protocol, self.source_port, self.destination_port)
    }

    /// The sender's address.
    pub const fn source(&self) -> IpAddr {
        match self.direction {
            Direction::Egress => self.local,
            Direction::Ingress => self.remote,
        }
    }

    /// The receiver's address.
    pub const fn destination(&self) -> IpAddr {
        match self.direction {
            Direction::Egress => self.remote,
            Direction::Ingress => self.local,
        }
    }
}

/// Records of which the scenario cannot say anything, for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRecords {
    /// The reason.
    pub why: Unknown,
    /// The interface it is about, if it is about one.
    pub interface: Option<NetworkInterfaceId>,
    /// The address it is about, if it is about one.
    pub address: Option<IpAddr>,
    /// How many records, and when.
    pub traffic: Traffic,
    /// One of them.
    pub record: SampleRecord,
    /// What is not known, as the engine says it.
    pub decider: Option<Decider>,
}

/// What a rule decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleUse {
    /// Its group.
    pub group: SecurityGroupId,
    /// The rule.
    pub rule: Arc<Rule>,
    /// The records that it decided, as far as the log agrees; those of a rule of the same rank count
    /// for both. `None` if there is none in this log.
    pub traffic: Option<Traffic>,
    /// Whether an interface of the group captured any record, so that the log could show its use.
    pub could_show: bool,
}

/// What decides besides rules.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum OtherDecider {
    /// The intra-group policy of a group.
    Policy(SecurityGroupId),
    /// The default of a group type.
    Default(Direction, GroupKind),
    /// The platform.
    Platform(PlatformRule),
    /// An interface sends to itself.
    Itself,
}

impl Report {
    /// Puts together what was found in all parts of a log.
    pub fn new(judge: &Judge<'_>, findings: &Findings) -> Self {
        let mut totals = findings.totals;
        totals.seen_twice = findings.seen_twice();
        let time = Timestamp::from_unix_seconds;
        let mut disagreements: Vec<Disagreement> = findings
            .disagreements
            .iter()
            .filter_map(|(key, group)| disagreement(judge, key, group))
            .collect();
        disagreements
            .sort_by_key(|own| (std::cmp::Reverse(own.traffic.tally.records), own.record.place));
        let mut unknown: Vec<UnknownRecords> = findings
            .unknown
            .iter()
            .filter_map(|(key, group)| {
                let asked = judge.question(&group.key);
                let decider = asked.map(|asked| judge.reach().decide_at(&asked).decider);
                let interface = key.interface.and_then(|index| judge.interface(index));
                Some(UnknownRecords {
                    why: key.why,
                    interface: interface.map(|own| own.id.clone()),
                    address: key.address,
                    traffic: group.traffic,
                    record: sample(judge, group)?,
                    decider,
                })
            })
            .collect();
        unknown.sort_by_key(|own| (std::cmp::Reverse(own.traffic.tally.records), own.record.place));
        Self {
            totals,
            span: findings.span.map(|(from, to)| (time(from), time(to))),
            disagreements,
            more_disagreements: findings.more_disagreements,
            unknown,
            more_unknown: findings.more_unknown,
            rules: rule_uses(judge, findings),
            others: others(judge, findings),
        }
    }
}

fn sample(judge: &Judge<'_>, Group { key, sample, .. }: &Group) -> Option<SampleRecord> {
    let FlowKey { interface, direction, local, remote, protocol, .. } = *key;
    let interface = judge.interface(interface)?.id.clone();
    let (source_port, destination_port) = sample.ports;
    Some(SampleRecord {
        place: sample.place,
        interface,
        direction,
        local,
        remote,
        protocol,
        source_port,
        destination_port,
    })
}

fn disagreement(judge: &Judge<'_>, own: &DisagreementKey, group: &Group) -> Option<Disagreement> {
    let record = sample(judge, group)?;
    let asked: Option<InterfacePacket> = match own.kind {
        DisagreementKind::RejectedReply => None,
        DisagreementKind::Accepted | DisagreementKind::Rejected | DisagreementKind::NoWay => {
            judge.question(&group.key)
        }
    };
    let decision = asked.map(|asked| judge.reach().decide_at(&asked));
    let peer = match &decision {
        Some(decision) => decision.peer.clone(),
        None => judge.peer(&group.key),
    };
    let reasons = reasons(own.kind, decision.as_ref(), &group.traffic, own.protocol);
    let (kind, traffic) = (own.kind, group.traffic);
    Some(Disagreement { kind, traffic, record, decision, peer, reasons })
}

fn rule_uses(judge: &Judge<'_>, findings: &Findings) -> Vec<RuleUse> {
    let captured: Vec<_> =
        findings.captured.iter().filter_map(|index| judge.interface(*index)).collect();
    let mut shown: BTreeMap<&SecurityGroupId, bool> = BTreeMap::new();
    let rules = (0_u32..).zip(judge.rules());
    rules
        .map(|(index, (group, rule))| RuleUse {
            group: (*group).clone(),
            rule: Arc::clone(rule),
            traffic: findings.rules.get(&index).copied(),
            could_show: *shown
                .entry(*group)
                .or_insert_with(|| captured.iter().any(|own| own.groups.contains(*group))),
        })
        .collect()
}

fn others(judge: &Judge<'_>, findings: &Findings) -> Vec<(OtherDecider, Traffic)> {
    let groups = &judge.reach().scenario().parts().groups;
    let other = |(named, traffic): (&Named, &Traffic)| {
        let other = match named {
            Named::Policy(index) => OtherDecider::Policy(groups.get_index(*index)?.0.clone()),
            Named::Default(direction, kind) => OtherDecider::Default(*direction, *kind),
            Named::Platform(rule) => OtherDecider::Platform(*rule),
            Named::Itself => OtherDecider::Itself,
            Named::Rules(_) | Named::Unknown(_) => return None,
        };
        Some((other, *traffic))
    };
    findings.others.iter().filter_map(other).collect()
}

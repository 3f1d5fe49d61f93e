//! Answers of the engine as JSON for other programs. Published: fields are added, never changed.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::connectivity::{
    CheckedSide, Decider, Endpoint, Evaluation, FieldMatch, FieldMatches, GroupKind, NotChecked,
    Outranking, Packet, PacketSet, Path, PlatformRule, Region, RouteFault, Side, SideDecider,
    Trial, TrialResult, UnknownReason, Verdict,
};
use crate::model::{GroupType, InnerAccessPolicy};

/// One packet, judged.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    pub(super) verdict: &'static str,
    /// The number of the statement the verdict rests on.
    pub(super) clause: String,
    pub(super) decider: DeciderJson,
    /// Every rule that could equally be named: matching, of the decider's side, priority and
    /// action. Empty when no rule decides.
    pub(super) deciding_rules: Vec<String>,
    /// Every group that could equally be named when the intra-group policy decides.
    pub(super) deciding_groups: Vec<String>,
    pub(super) path: &'static str,
    pub(super) source: EndJson,
    pub(super) destination: EndJson,
    pub(super) protocol: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) src_port: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dst_port: Option<u16>,
    pub(super) shared_groups: Vec<String>,
    pub(super) egress: SideJson,
    pub(super) ingress: SideJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) contested: Option<ContestedJson>,
}

/// One end of a flow.
#[derive(Debug, Clone, Serialize)]
pub(super) struct EndJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    interface: Option<String>,
    address: String,
}

/// What a verdict or a side rests on.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum DeciderJson {
    Policy { group: String },
    Rule { direction: &'static str, group: String, rule: String, policy: &'static str },
    Implicit { direction: &'static str, group_type: &'static str },
    Platform { platform: &'static str },
    Route { fault: &'static str },
    Itself,
    Unknown { reason: &'static str },
}

/// The check at one end.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum SideJson {
    Checked { checked: bool, passes: bool, by: DeciderJson, clause: String, rules: Vec<TrialJson> },
    NotChecked { checked: bool, reason: &'static str },
}

/// One rule held against the packet.
#[derive(Debug, Serialize)]
pub(super) struct TrialJson {
    rule: String,
    group: String,
    text: String,
    matches: bool,
    result: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    missed: Vec<&'static str>,
}

/// What another reading of the sources answers.
#[derive(Debug, Serialize)]
pub(super) struct ContestedJson {
    clause: String,
    verdict: &'static str,
    decider: DeciderJson,
}

/// Packets that share a verdict for one reason.
#[derive(Debug, Serialize)]
pub(super) struct RegionJson {
    #[serde(flatten)]
    packets: PacketsJson,
    verdict: &'static str,
    clause: String,
    decider: DeciderJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    contested: Option<&'static str>,
}

/// A set of packets; the ports of TCP and UDP as the API writes ranges.
#[derive(Debug, Serialize)]
pub(super) struct PacketsJson {
    protocol: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_ports: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    destination_ports: Option<String>,
}

impl From<&Evaluation> for Answer {
    fn from(evaluation: &Evaluation) -> Self {
        let ports = evaluation.flow.packet.ports();
        let shared = evaluation.intra_group.shared.iter();
        Self {
            verdict: verdict(evaluation.verdict),
            clause: evaluation.clause().to_string(),
            decider: (&evaluation.decider).into(),
            deciding_rules: deciding_rules(evaluation),
            deciding_groups: deciding_groups(evaluation),
            path: path(&evaluation.path),
            source: (&evaluation.flow.source).into(),
            destination: (&evaluation.flow.destination).into(),
            protocol: protocol(evaluation.flow.packet),
            src_port: ports.map(|(source, _)| source.get()),
            dst_port: ports.map(|(_, destination)| destination.get()),
            shared_groups: shared.map(|group| group.id.to_string()).collect(),
            egress: side(&evaluation.egress, "egress"),
            ingress: side(&evaluation.ingress, "ingress"),
            contested: evaluation.contested.as_ref().map(|contested| ContestedJson {
                clause: contested.clause.to_string(),
                verdict: verdict(contested.verdict),
                decider: (&contested.decider).into(),
            }),
        }
    }
}

/// The engine names one rule; which of several equal ones it is carries no meaning.
fn deciding_rules(evaluation: &Evaluation) -> Vec<String> {
    let Decider::Rule { direction, rule, .. } = &evaluation.decider else { return Vec::new() };
    let side = match direction {
        crate::model::Direction::Egress => &evaluation.egress,
        crate::model::Direction::Ingress => &evaluation.ingress,
    };
    let equal = side.trials().iter().filter(|trial| {
        trial.fields.all()
            && trial.rule.priority == rule.priority
            && trial.rule.policy == rule.policy
    });
    // A rule is tried once, also where a group were listed twice.
    let ids: BTreeSet<String> = equal.map(|trial| trial.rule.id.to_string()).collect();
    ids.into_iter().collect()
}

fn deciding_groups(evaluation: &Evaluation) -> Vec<String> {
    if !matches!(evaluation.decider, Decider::Policy { .. }) {
        return Vec::new();
    }
    let accepting = |group_type| group_type == GroupType::Basic(InnerAccessPolicy::Accept);
    let shared = evaluation.intra_group.shared.iter();
    shared.filter(|group| accepting(group.group_type)).map(|group| group.id.to_string()).collect()
}

impl From<&Endpoint> for EndJson {
    fn from(endpoint: &Endpoint) -> Self {
        Self {
            interface: endpoint.interface().map(ToString::to_string),
            address: endpoint.address().to_string(),
        }
    }
}

impl From<&Decider> for DeciderJson {
    fn from(decider: &Decider) -> Self {
        match decider {
            Decider::Policy { group } => Self::Policy { group: group.to_string() },
            Decider::Rule { direction, group, rule } => Self::Rule {
                direction: direction.as_str(),
                group: group.to_string(),
                rule: rule.id.to_string(),
                policy: rule.policy.as_str(),
            },
            Decider::Implicit { direction, group_kind } => Self::Implicit {
                direction: direction.as_str(),
                group_type: group_type(*group_kind),
            },
            Decider::Platform(rule) => Self::Platform { platform: platform(*rule) },
            Decider::Route(fault) => Self::Route { fault: route_fault(fault) },
            Decider::Itself => Self::Itself,
            Decider::Unknown(reason) => Self::Unknown { reason: unknown_reason(reason) },
        }
    }
}

fn side(side: &Side, direction: &'static str) -> SideJson {
    match side {
        Side::NotChecked(reason) => {
            SideJson::NotChecked { checked: false, reason: not_checked(*reason) }
        }
        Side::Checked(CheckedSide { passes, by, clause, trials }) => SideJson::Checked {
            checked: true,
            passes: *passes,
            by: match by {
                SideDecider::Policy { group } => DeciderJson::Policy { group: group.to_string() },
                SideDecider::Rule { group, rule } => DeciderJson::Rule {
                    direction,
                    group: group.to_string(),
                    rule: rule.id.to_string(),
                    policy: rule.policy.as_str(),
                },
                SideDecider::Implicit { group_kind } => {
                    DeciderJson::Implicit { direction, group_type: group_type(*group_kind) }
                }
                SideDecider::Platform(rule) => DeciderJson::Platform { platform: platform(*rule) },
            },
            clause: clause.to_string(),
            rules: trials.iter().map(trial).collect(),
        },
    }
}

fn trial(trial: &Trial) -> TrialJson {
    let (result, by) = match &trial.result {
        TrialResult::Decides => ("decides", None),
        TrialResult::NoMatch => ("no_match", None),
        TrialResult::Outranked { by, how } => (outranking(*how), Some(by.to_string())),
        TrialResult::IrrelevantByPolicy { group } => {
            ("irrelevant_by_policy", Some(group.to_string()))
        }
        TrialResult::IrrelevantByPlatform(rule) => {
            ("irrelevant_by_platform", Some(platform(*rule).to_owned()))
        }
    };
    TrialJson {
        rule: trial.rule.id.to_string(),
        group: trial.group.to_string(),
        text: trial.rule.to_string(),
        matches: trial.fields.all(),
        result,
        by,
        missed: missed(&trial.fields),
    }
}

fn missed(fields: &FieldMatches) -> Vec<&'static str> {
    [
        ("protocol", fields.protocol),
        ("destination_port", fields.destination_port),
        ("source_port", fields.source_port),
        ("peer", fields.peer),
        ("own_side", fields.own_side),
    ]
    .into_iter()
    .filter(|(_, field)| *field == FieldMatch::Missed)
    .map(|(name, _)| name)
    .collect()
}

impl From<&Region> for RegionJson {
    fn from(region: &Region) -> Self {
        Self {
            packets: (&region.packets).into(),
            verdict: verdict(region.verdict),
            clause: region.decider.clause().to_string(),
            decider: (&region.decider).into(),
            contested: region.contested.map(verdict),
        }
    }
}

impl From<&PacketSet> for PacketsJson {
    fn from(set: &PacketSet) -> Self {
        let (protocol, ports) = match set {
            PacketSet::Tcp { source, destination } => {
                ("TCP".to_owned(), Some((source, destination)))
            }
            PacketSet::Udp { source, destination } => {
                ("UDP".to_owned(), Some((source, destination)))
            }
            PacketSet::Icmp => ("ICMP".to_owned(), None),
            PacketSet::Icmpv6 => ("ICMPv6".to_owned(), None),
            PacketSet::Gre => ("GRE".to_owned(), None),
            PacketSet::Other { first, last } if first == last => (first.to_string(), None),
            PacketSet::Other { first, last } => (format!("{first}-{last}"), None),
        };
        Self {
            protocol,
            source_ports: ports.map(|(source, _)| source.to_string()),
            destination_ports: ports.map(|(_, destination)| destination.to_string()),
        }
    }
}

/// The word for a verdict.
pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "pass",
        Verdict::Blocked => "blocked",
        Verdict::Unknown => "unknown",
    }
}

fn protocol(packet: Packet) -> String {
    match packet {
        Packet::Tcp { .. } => "TCP".to_owned(),
        Packet::Udp { .. } => "UDP".to_owned(),
        Packet::Icmp => "ICMP".to_owned(),
        Packet::Icmpv6 => "ICMPv6".to_owned(),
        Packet::Gre => "GRE".to_owned(),
        Packet::Other(number) => number.to_string(),
    }
}

const fn path(path: &Path) -> &'static str {
    match path {
        Path::Internal => "internal",
        Path::Public { .. } => "public",
        Path::Outside => "outside",
        Path::Itself => "itself",
        Path::None(_) => "none",
        Path::Unknown => "unknown",
    }
}

const fn group_type(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::Basic => "normal",
        GroupKind::Advanced => "enterprise",
    }
}

const fn platform(rule: PlatformRule) -> &'static str {
    match rule {
        PlatformRule::MetadataService => "metadata_service",
        PlatformRule::OutboundMail => "outbound_mail",
        PlatformRule::LoadBalancer => "load_balancer",
    }
}

const fn route_fault(fault: &RouteFault) -> &'static str {
    match fault {
        RouteFault::SeparateVpcs { .. } => "separate_vpcs",
        RouteFault::NoPublicAddress { .. } => "no_public_address",
        RouteFault::MixedFamilies => "mixed_families",
    }
}

const fn unknown_reason(reason: &UnknownReason) -> &'static str {
    match reason {
        UnknownReason::NoSuchInterface(_) => "no_such_interface",
        UnknownReason::NotItsAddress { .. } => "not_its_address",
        UnknownReason::NotOutside(_) => "not_outside",
        UnknownReason::BothOutside => "both_outside",
        UnknownReason::NoSuchPacket => "no_such_packet",
    }
}

const fn not_checked(reason: NotChecked) -> &'static str {
    match reason {
        NotChecked::Outside => "outside",
        NotChecked::NoPath => "no_path",
        NotChecked::Itself => "itself",
        NotChecked::Unknown => "unknown",
    }
}

const fn outranking(how: Outranking) -> &'static str {
    match how {
        Outranking::Priority => "outranked_by_priority",
        Outranking::DropBeforeAccept => "outranked_drop_before_accept",
        Outranking::SameRank => "same_rank",
    }
}

//! The engine's answers as JSON for other programs. This format is public: fields may be added, but
//! existing ones never change.

use std::collections::BTreeSet;

use serde::Serialize;

use sg_core::connectivity::{
    CheckedSide, Decider, Endpoint, Evaluation, FieldMatch, FieldMatches, Side, SideDecider, Trial,
    TrialResult,
};
use sg_core::model::{Direction, GroupType, InnerAccessPolicy};

mod region;
mod word;

pub(super) use region::{JudgedJson, PacketsJson, RegionJson};

use word::{
    group_type, not_checked, outranking, path, platform, protocol, route_fault, unknown_reason,
    verdict,
};

/// The answer for one packet.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    pub(super) verdict: &'static str,
    /// The number of the statement that the verdict rests on.
    pub(super) clause: String,
    pub(super) decider: DeciderJson,
    /// Every rule that could equally be named as the decider: matching, with the same side,
    /// priority and action. Empty if no rule decides.
    pub(super) deciding_rules: Vec<String>,
    /// Every group that could equally be named if the intra-group policy decides.
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

/// One rule compared with the packet.
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

/// The answer under another reading of the sources.
#[derive(Debug, Serialize)]
pub(super) struct ContestedJson {
    clause: String,
    verdict: &'static str,
    decider: DeciderJson,
}

/// Which of the rules tried are included in the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// All of them.
    All,
    /// Those that match the packet.
    Matching,
    /// None.
    None,
}

impl Answer {
    /// The answer, including the selected rules.
    pub(super) fn new(evaluation: &Evaluation, listed: Listed) -> Self {
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
            egress: side(&evaluation.egress, "egress", listed),
            ingress: side(&evaluation.ingress, "ingress", listed),
            contested: evaluation.contested.as_ref().map(|contested| ContestedJson {
                clause: contested.clause.to_string(),
                verdict: verdict(contested.verdict),
                decider: (&contested.decider).into(),
            }),
        }
    }
}

/// The engine names one rule; which of several equal ones it names has no meaning.
fn deciding_rules(evaluation: &Evaluation) -> Vec<String> {
    let Decider::Rule { direction, rule, .. } = &evaluation.decider else { return Vec::new() };
    let side = match direction {
        Direction::Egress => &evaluation.egress,
        Direction::Ingress => &evaluation.ingress,
    };
    let equal = side.trials().iter().filter(|trial| {
        trial.fields.all()
            && trial.rule.spec.priority == rule.spec.priority
            && trial.rule.spec.policy == rule.spec.policy
    });
    // Each rule is only tried once, even if a group is listed twice.
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
                policy: rule.spec.policy.as_str(),
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

fn side(side: &Side, direction: &'static str, listed: Listed) -> SideJson {
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
                    policy: rule.spec.policy.as_str(),
                },
                SideDecider::Implicit { group_kind } => {
                    DeciderJson::Implicit { direction, group_type: group_type(*group_kind) }
                }
                SideDecider::Platform(rule) => DeciderJson::Platform { platform: platform(*rule) },
            },
            clause: clause.to_string(),
            rules: trials.iter().filter(|tried| shown(tried, listed)).map(trial).collect(),
        },
    }
}

fn shown(trial: &Trial, listed: Listed) -> bool {
    match listed {
        Listed::All => true,
        Listed::Matching => trial.fields.all(),
        Listed::None => false,
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
        ("own_side", fields.local_cidr),
    ]
    .into_iter()
    .filter(|(_, field)| *field == FieldMatch::Missed)
    .map(|(name, _)| name)
    .collect()
}

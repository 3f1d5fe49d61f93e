//! The engine's answers as JSON for other programs. This format is public: fields may be added, but
//! existing ones never change.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::net::IpAddr;

use serde::Serialize;

use sg_core::connectivity::{Decider, Endpoint, Evaluation, Verdict};
use sg_core::explain::decider_json::DeciderJson;
use sg_core::explain::json_words::verdict;
use sg_core::model::{Direction, GroupType, InnerAccessPolicy};

mod exposure;
mod region;
mod side;
mod word;

pub(super) use exposure::ExposureJson;
pub(super) use region::{AddressesJson, JudgedJson, PacketsJson, RegionJson};
pub(super) use side::{Listed, RuleTexts};

use side::{SideJson, side};
use word::{SOME, path, protocol};

/// The answer for one packet.
#[derive(Debug, Serialize)]
pub(super) struct Answer<'a> {
    verdict: &'static str,
    /// The number of the statement that the verdict rests on.
    clause: String,
    decider: DeciderJson<'a>,
    /// Every rule that could equally be named as the decider: matching, with the same side,
    /// priority and action. Empty if no rule decides.
    deciding_rules: BTreeSet<&'a str>,
    /// Every group that could equally be named if the intra-group policy decides.
    deciding_groups: Vec<&'a str>,
    path: &'static str,
    source: EndJson,
    destination: EndJson,
    protocol: Cow<'static, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    src_port: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dst_port: Option<u16>,
    shared_groups: Vec<&'a str>,
    egress: SideJson<'a>,
    ingress: SideJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contested: Option<ContestedJson<'a>>,
    /// The addresses of an outside block by answer, if the answer depends on them. The other fields
    /// are then those of the first part, except for the verdict, which is that of all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartJson<'a>>,
}

/// The answer for some addresses of an outside block.
#[derive(Debug, Serialize)]
pub(super) struct PartJson<'a> {
    /// All of them, as blocks and ranges.
    addresses: &'a [String],
    #[serde(flatten)]
    answer: Answer<'a>,
}

/// One end of a flow.
#[derive(Debug, Clone, Serialize)]
pub(super) struct EndJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    interface: Option<String>,
    address: IpAddr,
}

/// The answer under another reading of the sources.
#[derive(Debug, Serialize)]
pub(super) struct ContestedJson<'a> {
    clause: String,
    verdict: &'static str,
    decider: DeciderJson<'a>,
}

/// Which rules an answer lists, and what they say.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules<'a> {
    pub(super) listed: Listed,
    pub(super) texts: &'a RuleTexts,
}

impl<'a> Answer<'a> {
    /// The answer for the addresses of an outside block, with the verdict if all of them have the same
    /// one. `None` without any part.
    pub(super) fn of_parts(
        parts: &'a [(Vec<String>, Evaluation)],
        all: Option<Verdict>,
        rules: Rules<'a>,
    ) -> Option<Self> {
        let (_, first) = parts.first()?;
        let first = Self::new(first, rules);
        if parts.len() == 1 {
            return Some(first);
        }
        let part = |(addresses, evaluation): &'a (Vec<String>, Evaluation)| PartJson {
            addresses,
            answer: Self::new(evaluation, rules),
        };
        let parts = parts.iter().map(part).collect();
        Some(Self { verdict: all.map_or(SOME, verdict), parts, ..first })
    }

    /// The answer, including the selected rules.
    pub(super) fn new(evaluation: &'a Evaluation, Rules { listed, texts }: Rules<'a>) -> Self {
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
            shared_groups: shared.map(|group| group.id.as_str()).collect(),
            egress: side(&evaluation.egress, "egress", listed, texts),
            ingress: side(&evaluation.ingress, "ingress", listed, texts),
            contested: evaluation.contested.as_ref().map(|contested| ContestedJson {
                clause: contested.clause.to_string(),
                verdict: verdict(contested.verdict),
                decider: (&contested.decider).into(),
            }),
            parts: Vec::new(),
        }
    }
}

/// The engine names one rule; which of several equal ones it names has no meaning.
fn deciding_rules(evaluation: &Evaluation) -> BTreeSet<&str> {
    let Decider::Rule { direction, rule, .. } = &evaluation.decider else {
        return BTreeSet::new();
    };
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
    equal.map(|trial| trial.rule.id.as_str()).collect()
}

fn deciding_groups(evaluation: &Evaluation) -> Vec<&str> {
    if !matches!(evaluation.decider, Decider::Policy { .. }) {
        return Vec::new();
    }
    let accepting = |group_type| group_type == GroupType::Basic(InnerAccessPolicy::Accept);
    let shared = evaluation.intra_group.shared.iter();
    shared.filter(|group| accepting(group.group_type)).map(|group| group.id.as_str()).collect()
}

impl From<&Endpoint> for EndJson {
    fn from(endpoint: &Endpoint) -> Self {
        Self {
            interface: endpoint.interface().map(ToString::to_string),
            address: endpoint.address(),
        }
    }
}

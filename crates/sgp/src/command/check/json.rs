//! The outcome of goals as JSON.

use serde::Serialize;

use sg_core::connectivity::Flow;
use sg_core::language::Language;
use sg_core::model::Scenario;

use super::judged::{Judged, Miss};
use crate::answer::EndJson;

#[derive(Serialize)]
pub(super) struct CheckJson {
    met: usize,
    goals: Vec<GoalJson>,
}

#[derive(Serialize)]
struct GoalJson {
    name: String,
    from: String,
    to: String,
    met: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offending: Option<PacketJson>,
    /// Every pair that fails, those that fail alike together.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    failures: Vec<FailureJson>,
}

/// Pairs that fail alike, and how the first of them does.
#[derive(Serialize)]
struct FailureJson {
    from: Vec<String>,
    to: Vec<String>,
    pairs: usize,
    reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    offending: Option<PacketJson>,
}

/// A packet that violates the goal.
#[derive(Serialize)]
struct PacketJson {
    source: EndJson,
    destination: EndJson,
    packet: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    src_port: Option<u16>,
}

pub(super) fn as_json(judged: &[Judged], scenario: &Scenario, language: Language) -> CheckJson {
    let failure = |miss: &Miss| FailureJson {
        from: miss.failure.from_names(scenario, language),
        to: miss.failure.to_names(scenario, language),
        pairs: miss.failure.pairs,
        reason: miss.sentence.clone(),
        offending: miss.flow.as_ref().map(PacketJson::new),
    };
    let goal = |judged: &Judged| {
        let first = judged.misses.first();
        GoalJson {
            name: judged.name.clone(),
            from: judged.goal.traffic.from.clone(),
            to: judged.goal.traffic.to.clone(),
            met: judged.is_met(),
            reason: first.map(|miss| miss.sentence.clone()),
            offending: first.and_then(|miss| miss.flow.as_ref()).map(PacketJson::new),
            failures: judged.misses.iter().map(failure).collect(),
        }
    };
    let met = judged.iter().filter(|goal| goal.is_met()).count();
    CheckJson { met, goals: judged.iter().map(goal).collect() }
}

impl PacketJson {
    fn new(flow: &Flow) -> Self {
        Self {
            source: (&flow.source).into(),
            destination: (&flow.destination).into(),
            packet: flow.packet.to_string(),
            src_port: flow.packet.ports().map(|(source, _)| source.get()),
        }
    }
}

//! What a log came to, as JSON. This format is public: fields may be added, but existing ones
//! never change.

use serde::Serialize;

use crate::explain::decider_json::DeciderJson;
use crate::history::edit_lines::EditsJson;

/// What a log came to.
#[derive(Debug, Serialize)]
pub struct FlowsJson {
    /// Everything that was read, also what is no record.
    pub(super) entries: u64,
    /// The time of the traffic; null without any.
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) agree: TallyJson,
    pub(super) disagree: TallyJson,
    pub(super) unknown: TallyJson,
    pub(super) replies: TallyJson,
    /// TCP without SYN.
    pub(super) running: TallyJson,
    pub(super) no_data: u64,
    pub(super) skip_data: u64,
    pub(super) malformed: u64,
    pub(super) other_interfaces: TallyJson,
    /// Receivers' records of packets whose senders are in the log too.
    pub(super) seen_twice: u64,
    /// Sessions that were forgotten within their lifetime.
    pub(super) forgotten_sessions: u64,
    pub(super) disagreements: Vec<DisagreementJson>,
    /// Records beyond what is told apart.
    pub(super) more_disagreements: TallyJson,
    pub(super) unknown_records: Vec<UnknownJson>,
    pub(super) more_unknown: TallyJson,
    pub(super) interfaces: Vec<StrangerJson>,
    /// The first of the malformed entries.
    pub(super) faults: Vec<FaultJson>,
    /// If what rules decided is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rules: Option<Vec<RuleJson>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) others: Option<Vec<OtherJson>>,
    /// If narrower rules are told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) narrower: Option<Vec<NarrowJson>>,
    /// What was not read, if anything.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) unread: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(in crate::flow_report) struct TallyJson {
    pub(super) records: u64,
    pub(super) packets: u64,
    pub(super) bytes: u64,
}

#[derive(Debug, Serialize)]
pub(in crate::flow_report) struct TrafficJson {
    pub(super) records: u64,
    pub(super) packets: u64,
    pub(super) bytes: u64,
    pub(super) first: String,
    pub(super) last: String,
}

#[derive(Debug, Serialize)]
pub(in crate::flow_report) struct RecordJson {
    pub(super) file: String,
    pub(super) line: u64,
    pub(super) interface: String,
    pub(super) direction: &'static str,
    pub(super) source: String,
    pub(super) source_port: u16,
    pub(super) destination: String,
    pub(super) destination_port: u16,
    pub(super) protocol: u8,
}

#[derive(Debug, Serialize)]
pub(in crate::flow_report) struct DisagreementJson {
    pub(super) kind: &'static str,
    pub(super) action: &'static str,
    /// What the rules say; absent for a reply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) verdict: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) clause: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) decider: Option<DeciderJson<'static>>,
    /// In words.
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) peer: Option<String>,
    #[serde(flatten)]
    pub(super) traffic: TrafficJson,
    pub(super) record: RecordJson,
    pub(super) reasons: Vec<ReasonJson>,
}

#[derive(Debug, Serialize)]
pub(in crate::flow_report) struct ReasonJson {
    pub(super) reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) clause: Option<String>,
    pub(super) sentence: String,
}

#[derive(Debug, Serialize)]
pub(in crate::flow_report) struct UnknownJson {
    pub(super) why: &'static str,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) interface: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) address: Option<String>,
    #[serde(flatten)]
    pub(super) traffic: TrafficJson,
    pub(super) record: RecordJson,
}

#[derive(Debug, Serialize)]
pub(in crate::flow_report) struct StrangerJson {
    pub(super) interface: String,
    #[serde(flatten)]
    pub(super) traffic: TrafficJson,
}

#[derive(Debug, Serialize)]
pub(in crate::flow_report) struct FaultJson {
    pub(super) file: String,
    pub(super) line: u64,
    pub(super) reason: String,
}

#[derive(Debug, Serialize)]
pub(in crate::flow_report) struct RuleJson {
    pub(super) group: String,
    pub(super) rule: String,
    pub(super) text: String,
    /// Null if it decided nothing in this log.
    pub(super) traffic: Option<TrafficJson>,
    /// Whether an interface of the group is in the log.
    pub(super) could_show: bool,
}

#[derive(Debug, Serialize)]
pub(in crate::flow_report) struct OtherJson {
    pub(super) title: String,
    #[serde(flatten)]
    pub(super) traffic: TrafficJson,
}

#[derive(Debug, Serialize)]
pub(in crate::flow_report) struct NarrowJson {
    pub(super) group: String,
    pub(super) rule: String,
    pub(super) text: String,
    pub(super) flows: usize,
    pub(super) verified: usize,
    #[serde(flatten)]
    pub(super) traffic: TrafficJson,
    #[serde(flatten)]
    pub(super) edits: EditsJson,
}

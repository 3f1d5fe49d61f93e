//! The differences between two scenarios as JSON for other programs. This format is public: fields
//! may be added, but existing ones never change.

use serde::Serialize;

use sg_core::connectivity::{CellChange, Flow, Judged, PairChange, RegionChange};
use sg_core::import::ResourceChange;
use sg_core::language::Language;

use super::comparison::{Comparison, change_text, shift_text};
use super::effect::Row;
use super::plan::Planned;
use crate::answer::{EndJson, JudgedJson, PacketsJson};
use crate::command::compared::{Compared, ComparedJson};
use crate::command::matrix::end_name;
use crate::pieces::ranges;

/// The differences.
#[derive(Serialize)]
pub(super) struct DiffJson {
    /// The pairs whose verdicts change; empty if no packet changes.
    changes: Vec<ChangeJson>,
    /// The pairs whose verdicts stay the same, some for a different reason.
    reasons: Vec<ReasonsJson>,
    /// What the plan changes; absent without a plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<PlanJson>,
    /// What is configured differently, and what that does for sets of ends that answer alike.
    #[serde(flatten)]
    compared: ComparedJson,
}

#[derive(Serialize)]
struct PlanJson {
    /// The resources that change.
    resources: Vec<ResourceJson>,
    /// What opens or closes, and by which of these.
    effects: Vec<EffectJson>,
}

#[derive(Serialize)]
struct ResourceJson {
    address: String,
    action: &'static str,
}

#[derive(Serialize)]
struct EffectJson {
    /// `opens`, `mayOpen`, `closes` or `mayClose`.
    effect: &'static str,
    from: String,
    to: String,
    packets: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    addresses: Vec<String>,
    resources: Vec<ResourceJson>,
}

#[derive(Serialize)]
struct ChangeJson {
    from: String,
    to: String,
    change: &'static str,
    before: String,
    after: String,
    counterexample: FlowJson,
    regions: Vec<RegionJson>,
}

#[derive(Serialize)]
struct ReasonsJson {
    from: String,
    to: String,
    regions: Vec<RegionJson>,
}

/// Packets that change in the same way.
#[derive(Serialize)]
struct RegionJson {
    shift: &'static str,
    #[serde(flatten)]
    packets: PacketsJson,
    /// Addresses of the outside end; absent between two interfaces.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    addresses: Vec<String>,
    /// Null if the pair or the packets do not exist.
    before: Option<JudgedJson>,
    after: Option<JudgedJson>,
    counterexample: FlowJson,
}

/// A packet whose answer differs between the two scenarios.
#[derive(Serialize)]
struct FlowJson {
    source: EndJson,
    destination: EndJson,
    packet: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    src_port: Option<u16>,
}

/// The whole answer.
pub(super) fn of(
    comparison: &Comparison,
    plan: Option<&Planned>,
    rows: &[Row],
    shown: &[PairChange],
    compared: &Compared<'_>,
) -> DiffJson {
    let pairs = shown;
    let change = |change: &CellChange| {
        let pair = pairs.iter().find(|pair| pair.from == change.from && pair.to == change.to);
        ChangeJson {
            from: end_name(&change.from),
            to: end_name(&change.to),
            change: change_text(change.change).get(Language::En),
            before: comparison.before.complete(change, Language::En),
            after: comparison.after.complete(change, Language::En),
            counterexample: (&change.counterexample).into(),
            regions: pair.map(regions).unwrap_or_default(),
        }
    };
    let reasons = pairs.iter().filter(|pair| pair.change.is_none());
    let reasons = reasons.map(|pair| ReasonsJson {
        from: end_name(&pair.from),
        to: end_name(&pair.to),
        regions: regions(pair),
    });
    DiffJson {
        changes: comparison.changes.iter().map(change).collect(),
        reasons: reasons.collect(),
        plan: plan.map(|plan| PlanJson {
            resources: plan.plan.changes.iter().map(ResourceJson::from).collect(),
            effects: rows.iter().map(EffectJson::from).collect(),
        }),
        compared: compared.into(),
    }
}

impl From<&ResourceChange> for ResourceJson {
    fn from(change: &ResourceChange) -> Self {
        Self { address: change.address.clone(), action: change.action.as_str() }
    }
}

impl From<&Row> for EffectJson {
    fn from(row: &Row) -> Self {
        Self {
            effect: row.effect.word(),
            from: row.from.clone(),
            to: row.to.clone(),
            packets: row.packets.clone(),
            addresses: row.addresses.clone(),
            resources: row.causes.iter().map(ResourceJson::from).collect(),
        }
    }
}

fn regions(pair: &PairChange) -> Vec<RegionJson> {
    let judged = |judged: &Option<Judged>| judged.as_ref().map(JudgedJson::from);
    let region = |region: &RegionChange| RegionJson {
        shift: shift_text(region.shift).get(Language::En),
        packets: (&region.packets).into(),
        addresses: ranges(&region.addresses),
        before: judged(&region.before),
        after: judged(&region.after),
        counterexample: (&region.counterexample).into(),
    };
    pair.regions.iter().map(region).collect()
}

impl From<&Flow> for FlowJson {
    fn from(flow: &Flow) -> Self {
        Self {
            source: (&flow.source).into(),
            destination: (&flow.destination).into(),
            packet: flow.packet.to_string(),
            src_port: flow.packet.ports().map(|(source, _)| source.get()),
        }
    }
}

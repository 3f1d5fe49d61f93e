//! The exposure report as JSON.

use serde::Serialize;

use sg_core::connectivity::{End, ExposedAddress, Exposure};
use sg_core::explain::end_label;
use sg_core::explain::json_words::verdict;
use sg_core::export::{ExposureColumn, block_text};
use sg_core::language::Language;
use sg_core::model::{IpNet, Scenario, SecurityGroupId};

use super::{DeciderJson, PacketsJson};

/// The whole report.
#[derive(Debug, Serialize)]
pub(crate) struct ExposureJson {
    rows: Vec<RowJson>,
}

#[derive(Debug, Serialize)]
struct RowJson {
    targets: Vec<TargetJson>,
    packets: Vec<PacketsJson>,
    /// The blocks that the packets come from, without those in `except`.
    sources: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    except: Vec<String>,
    verdict: &'static str,
    /// Whether sensitive ports are open to the whole Internet.
    critical: bool,
    sensitive_ports: Vec<ServiceJson>,
    decider: DeciderJson<'static>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_name: Option<String>,
    /// The rule in words, or why the answer is not known.
    reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
}

/// What is reached: an address with its interface, or any member of a group.
#[derive(Debug, Default, Serialize)]
struct TargetJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interface: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    instance: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// The group, if it stands for any member that is not listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    any_member_of: Option<String>,
}

#[derive(Debug, Serialize)]
struct ServiceJson {
    service: &'static str,
    protocol: &'static str,
    port: u16,
}

impl ExposureJson {
    pub(crate) fn new(scenario: &Scenario, rows: &[Exposure]) -> Self {
        Self { rows: rows.iter().map(|row| row_json(scenario, row)).collect() }
    }
}

fn row_json(scenario: &Scenario, row: &Exposure) -> RowJson {
    let blocks = |blocks: &[IpNet]| blocks.iter().map(block_text).collect();
    let decided = row.decider.rule();
    let name = |id: &SecurityGroupId| scenario.group(id).map(|group| group.name.clone());
    let services = row.services.iter().map(|port| ServiceJson {
        service: port.service,
        protocol: if port.udp { "UDP" } else { "TCP" },
        port: port.port,
    });
    RowJson {
        targets: row.targets.iter().map(|target| target_json(scenario, target)).collect(),
        packets: row.packets.iter().map(PacketsJson::from).collect(),
        sources: blocks(&row.sources.blocks),
        except: blocks(&row.sources.except),
        verdict: verdict(row.verdict),
        critical: row.is_critical(),
        sensitive_ports: services.collect(),
        decider: DeciderJson::from(&row.decider).into_owned(),
        group_name: decided.and_then(|(group, _)| name(group)).filter(|name| !name.is_empty()),
        reason: ExposureColumn::Rule.of(scenario, row, Language::En),
        description: decided.map(|(_, rule)| rule.description.clone()),
        created: decided
            .and_then(|(_, rule)| rule.created.on_record())
            .map(|time| time.to_string()),
    }
}

fn target_json(scenario: &Scenario, target: &ExposedAddress) -> TargetJson {
    match target {
        ExposedAddress::Public { interface, block } => {
            let instance = scenario.instance_of(interface);
            TargetJson {
                address: Some(block_text(block)),
                interface: Some(interface.to_string()),
                instance: instance.map(|own| own.id.to_string()),
                name: instance.map(|own| own.name.clone()).filter(|name| !name.is_empty()),
                any_member_of: None,
            }
        }
        ExposedAddress::Unlisted { interface } => TargetJson {
            interface: Some(interface.to_string()),
            name: Some(end_label(scenario, &End::Interface(interface.clone()), Language::En)),
            ..TargetJson::default()
        },
        ExposedAddress::AnyMember { group } => {
            TargetJson { any_member_of: Some(group.to_string()), ..TargetJson::default() }
        }
    }
}

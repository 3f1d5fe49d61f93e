//! Whether a scenario holds what a call names.

use sg_core::emulator::Call;
use sg_core::model::Scenario;

/// Whether a scenario holds every resource that a call names, so that the call is about it. Peers of
/// another account are nobody's resources, and an empty value names nothing.
pub fn holds_named(scenario: &Scenario, call: &Call) -> bool {
    let foreign = call.params.iter().any(|(name, _)| name.contains("GroupOwner"));
    call.params
        .iter()
        .all(|(name, value)| value.is_empty() || holds(scenario, name, value, foreign))
}

fn holds(scenario: &Scenario, name: &str, value: &str, foreign: bool) -> bool {
    let named = |part: &&str| !part.chars().all(|own| own.is_ascii_digit());
    let is = |id: &str| id == value;
    match name.split('.').rfind(named).unwrap_or_default() {
        "SourceGroupId" | "DestGroupId" if foreign => true,
        "SecurityGroupId" | "SourceGroupId" | "DestGroupId" => {
            scenario.groups().any(|own| is(own.id.as_str()))
        }
        "SecurityGroupRuleId" => {
            scenario.groups().flat_map(|own| &own.rules).any(|own| is(own.id.as_str()))
        }
        "InstanceId" => scenario.instances().any(|own| is(own.id.as_str())),
        "NetworkInterfaceId" => scenario.interfaces().any(|own| is(own.id.as_str())),
        "VpcId" => scenario.parts().vpcs.keys().any(|own| is(own.as_str())),
        "PrefixListId" | "SourcePrefixListId" | "DestPrefixListId" => {
            scenario.parts().prefix_lists.keys().any(|own| is(own.as_str()))
        }
        "PortRangeListId" => scenario.parts().port_lists.keys().any(|own| is(own.as_str())),
        // Lists are written as JSON: `["i-1", "i-2"]`.
        "InstanceIds" => {
            listed(value).all(|id| scenario.instances().any(|own| own.id.as_str() == id))
        }
        "SecurityGroupIds" => {
            listed(value).all(|id| scenario.groups().any(|own| own.id.as_str() == id))
        }
        _ => true,
    }
}

/// The ids in a list.
fn listed(value: &str) -> impl Iterator<Item = &str> {
    let separator = |own: char| matches!(own, '[' | ']' | '"' | ',' | ' ');
    value.split(separator).filter(|id| !id.is_empty())
}

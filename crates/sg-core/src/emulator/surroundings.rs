//! What replies need and scenarios do not always hold: zones, vSwitches, the types of instances
//! (`Assumption::MadeUpSurroundings`).

use std::net::IpAddr;
use std::sync::Arc;

use crate::model::{NetworkInterface, Scenario, VSwitch, VSwitchId, Vpc, VpcId};

/// The zone of a region, as far as vSwitches name no other. IDs of regions in China and of other
/// regions differ in form.
pub(super) fn zone(region: &str) -> String {
    if region.starts_with("cn-") { format!("{region}-a") } else { format!("{region}a") }
}

/// The zones of a region: those of its vSwitches, after the one that it has anyway.
pub(super) fn zones(scenario: &Scenario, region: &str) -> Vec<String> {
    let mut zones = vec![zone(region)];
    let here = region == scenario.region().as_str();
    let known = scenario.parts().vswitches.values().filter(|_| here);
    for zone in known.filter_map(|own| own.zone.as_ref()) {
        if zones.iter().all(|other| other != zone.as_str()) {
            zones.push(zone.to_string());
        }
    }
    zones
}

/// The ID of the vSwitch that every VPC has (`Assumption::MadeUpSurroundings`).
pub fn vswitch(vpc: &VpcId) -> String {
    let id = vpc.as_str();
    format!("vsw-{}", id.strip_prefix("vpc-").unwrap_or(id))
}

/// The IDs of the vSwitches of a VPC: those that are known, or else the one that it has anyway.
pub(super) fn vswitches(scenario: &Scenario, vpc: &VpcId) -> Vec<String> {
    let known = scenario.parts().vswitches.values().filter(|own| own.vpc == *vpc);
    let known: Vec<String> = known.map(|own| own.id.to_string()).collect();
    if known.is_empty() { vec![vswitch(vpc)] } else { known }
}

/// The vSwitch of an interface, if it is known: the one that it names, or else the one whose block
/// holds its primary address.
fn known_vswitch<'a>(
    scenario: &'a Scenario,
    interface: &NetworkInterface,
) -> Option<&'a Arc<VSwitch>> {
    let all = &scenario.parts().vswitches;
    if let Some(id) = &interface.vswitch {
        return all.get(id);
    }
    let primary = interface.addresses.iter().find(|address| address.is_ipv4())?;
    let holds = |own: &&Arc<VSwitch>| own.vpc == interface.vpc && own.block.contains(primary);
    all.values().find(holds)
}

/// The ID of the vSwitch of an interface.
pub(super) fn vswitch_of(scenario: &Scenario, interface: &NetworkInterface) -> String {
    let known = known_vswitch(scenario, interface).map(|own| &own.id);
    let id = known.or(interface.vswitch.as_ref());
    id.map_or_else(|| vswitch(&interface.vpc), VSwitchId::to_string)
}

/// The zone of an interface, or of an instance with this primary one.
pub(super) fn zone_of(scenario: &Scenario, interface: Option<&NetworkInterface>) -> String {
    let known = interface.and_then(|own| known_vswitch(scenario, own));
    let known = known.and_then(|own| own.zone.as_ref());
    known.map(ToString::to_string).unwrap_or_else(|| zone(scenario.region().as_str()))
}

/// Where a new interface is to be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subnet<'a> {
    /// The VPC.
    pub(super) vpc: &'a Vpc,
    /// The vSwitch, if the scenario holds it.
    pub(super) vswitch: Option<&'a VSwitch>,
}

impl<'a> Subnet<'a> {
    /// The place with this `VSwitchId`.
    pub(super) fn of(scenario: &'a Scenario, id: &str) -> Option<Self> {
        let parts = scenario.parts();
        let known = parts.vswitches.values().find(|own| own.id.as_str() == id);
        let vpc = match known {
            Some(known) => parts.vpcs.get(&known.vpc),
            None => parts.vpcs.values().find(|vpc| vswitch(&vpc.id) == id),
        };
        Some(Self { vpc: vpc?, vswitch: known.map(Arc::as_ref) })
    }

    /// The vSwitch that a new interface names: if the VPC has known ones, its addresses may be in
    /// one of them, whatever the call says.
    pub(super) fn named(&self, scenario: &Scenario, id: &str) -> Option<VSwitchId> {
        let mut known = scenario.parts().vswitches.values();
        let any = known.any(|own| own.vpc == self.vpc.id);
        VSwitchId::parse(id).ok().filter(|_| any)
    }

    /// Whether an interface here can have an address.
    pub(super) fn holds(&self, address: IpAddr) -> bool {
        let inside = self.vpc.blocks.iter().any(|block| block.contains(&address));
        let block = self.vswitch.map(|own| own.block).filter(|_| address.is_ipv4());
        inside && block.is_none_or(|block| block.contains(&address))
    }
}

/// `InstanceType`.
pub(super) const INSTANCE_TYPE: &str = "ecs.unknown";

/// `CreationTime` of an instance.
pub(super) const CREATION_TIME: &str = "1970-01-01T00:00Z";

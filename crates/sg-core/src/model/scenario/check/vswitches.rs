//! vSwitches.

use ipnet::IpNet;

use crate::model::scenario::fault::{Checked, ScenarioFault, ensure, known_vpc};
use crate::model::{NetworkInterface, ScenarioDraft};

pub(super) fn all(parts: &ScenarioDraft) -> Checked {
    for (id, vswitch) in &parts.vswitches {
        let path = || format!("vswitches.{id}");
        ensure(*id == vswitch.id, path, || ScenarioFault::MisfiledId(id.to_string()))?;
        known_vpc(parts, &vswitch.vpc, || format!("vswitches.{id}.vpc"))?;
        let path = || format!("vswitches.{id}.block");
        let four = matches!(vswitch.block, IpNet::V4(_));
        ensure(four, path, || ScenarioFault::NotIpv4(vswitch.block.addr()))?;
    }
    Ok(())
}

/// The vSwitch of an interface need not be known, but it is none of another VPC.
pub(super) fn of_interface(parts: &ScenarioDraft, interface: &NetworkInterface) -> Checked {
    let named = interface.vswitch.as_ref();
    let Some(vswitch) = named.and_then(|id| parts.vswitches.get(id)) else { return Ok(()) };
    let path = || format!("interfaces.{}.vswitch", interface.id);
    let other = || ScenarioFault::OtherVpc(vswitch.id.to_string());
    ensure(vswitch.vpc == interface.vpc, path, other)
}

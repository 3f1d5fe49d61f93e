//! vSwitches.

use crate::model::{VSwitch, VSwitchId, VpcId, ZoneId};

use super::{Builder, Built, add};
use crate::share::document::error::Within;
use crate::share::document::{field, wire};

impl Builder<'_> {
    pub(super) fn vswitches(&mut self) -> Built {
        for (index, wire) in self.document.v_switches.iter().enumerate() {
            let vswitch = vswitch(wire).within("vSwitches", index)?;
            let path = format!("vSwitches[{index}]");
            self.places.part(format!("vswitches.{}.vpc", vswitch.id), format!("{path}.vpcId"));
            let block = format!("vswitches.{}.block", vswitch.id);
            self.places.part(block, format!("{path}.cidrBlock"));
            let id = vswitch.id.clone();
            add(&mut self.draft.vswitches, id, vswitch, &format!("{path}.vSwitchId"))?;
        }
        Ok(())
    }
}

fn vswitch(wire: &wire::VSwitch) -> Built<VSwitch> {
    let zone = wire.zone_id.as_ref().map(|id| field::id("zoneId", id, ZoneId::parse));
    Ok(VSwitch {
        id: field::id("vSwitchId", &wire.v_switch_id, VSwitchId::parse)?,
        name: wire.v_switch_name.clone(),
        vpc: field::id("vpcId", &wire.vpc_id, VpcId::parse)?,
        block: field::block("cidrBlock", &wire.cidr_block)?,
        zone: zone.transpose()?,
    })
}

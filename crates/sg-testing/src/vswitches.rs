//! Scenarios with vSwitches.

use std::sync::Arc;

use sg_core::model::*;

/// The scenario with its interfaces in vSwitches of 64 addresses, of which every other one is known,
/// half of those with its zone; the others are named by their interfaces only. An interface without
/// an IPv4 address is in none.
///
/// # Panics
/// Never: the IDs are short, and VPCs keep their interfaces.
pub fn with_vswitches(scenario: &Scenario) -> Scenario {
    let edited = scenario.edited(|draft| {
        for own in draft.interfaces.values_mut() {
            let four = own.addresses.iter().find_map(|address| match address {
                std::net::IpAddr::V4(four) => Some(*four),
                std::net::IpAddr::V6(_) => None,
            });
            let Some(four) = four else { continue };
            let block = Ipv4Net::new(four, 26).unwrap().trunc();
            let number = block.network().to_bits() >> 6;
            let id = VSwitchId::parse(&format!("vsw-{}-{number}", own.vpc)).unwrap();
            Arc::make_mut(own).vswitch = Some(id.clone());
            if number.is_multiple_of(2) {
                let zone =
                    number.is_multiple_of(4).then(|| ZoneId::parse("cn-hangzhou-h").unwrap());
                let (vpc, name) = (own.vpc.clone(), "it's \"${a}\"".to_owned());
                let block = IpNet::V4(block);
                let known = VSwitch { id: id.clone(), name, vpc, block, zone };
                draft.vswitches.insert(id, Arc::new(known));
            }
        }
    });
    edited.unwrap()
}

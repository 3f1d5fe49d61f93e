//! Members for groups of which no member is known, so that a change of their rules can be seen.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use crate::model::{
    Holder, IpNet, MoreAddresses, NetworkInterface, NetworkInterfaceId, OutsideAddress, Scenario,
    ScenarioDraft, ScenarioError, SecurityGroup, SecurityGroupId,
};

/// Adds two members, which stand for any, to each group that has none in either of two scenarios,
/// and the Internet as an end if neither has an outside address. Members that stand for any already
/// are replaced, so that both scenarios have the same.
///
/// # Errors
/// [`ScenarioError`] if a scenario has no room for them.
pub fn with_example_members(
    before: &Scenario,
    after: &Scenario,
) -> Result<[Scenario; 2], ScenarioError> {
    let members = |scenario: &Scenario| -> BTreeSet<SecurityGroupId> {
        let own = scenario.interfaces().filter(|it| it.holder != Some(Holder::Example));
        own.flat_map(|it| it.groups.iter().cloned().collect::<Vec<_>>()).collect()
    };
    let held: BTreeSet<_> = members(before).union(&members(after)).cloned().collect();
    let outside = before.outside().is_empty() && after.outside().is_empty();
    let with = |scenario: &Scenario| {
        scenario.edited(|draft| {
            draft.interfaces.retain(|_, it| it.holder != Some(Holder::Example));
            for group in draft.groups.values().cloned().collect::<Vec<_>>() {
                if !held.contains(&group.id) {
                    (1..=2).for_each(|number| add(draft, &group, number));
                }
            }
            if let (true, Ok(block)) = (outside, "0.0.0.0/0".parse()) {
                draft.outside.push(OutsideAddress { name: "internet".to_owned(), block });
            }
        })
    };
    Ok([with(before)?, with(after)?])
}

fn add(draft: &mut ScenarioDraft, group: &SecurityGroup, number: u8) {
    let rest = group.id.as_str();
    let rest: String = rest.strip_prefix("sg-").unwrap_or(rest).chars().take(70).collect();
    let id = NetworkInterfaceId::parse(&format!("eni-example-{rest}-{number}"));
    let (Ok(id), Some(address)) = (id, free(draft, group)) else { return };
    let interface = NetworkInterface {
        id: id.clone(),
        vpc: group.vpc.clone(),
        groups: [group.id.clone()].into_iter().collect(),
        addresses: vec![address],
        public_address: None,
        holder: Some(Holder::Example),
        vswitch: None,
        more: MoreAddresses::default(),
    };
    draft.interfaces.insert(id, Arc::new(interface));
}

/// A free address of the group's VPC, from the end of its first block.
fn free(draft: &ScenarioDraft, group: &SecurityGroup) -> Option<IpAddr> {
    let vpc = draft.vpcs.get(&group.vpc)?;
    let block = vpc.blocks.iter().find_map(|block| match block {
        IpNet::V4(block) => Some(*block),
        IpNet::V6(_) => None,
    })?;
    let last = block.broadcast().to_bits();
    let taken = |address: &Ipv4Addr| {
        let mut all = draft.interfaces.values();
        all.any(|it| it.vpc == group.vpc && it.addresses.contains(&IpAddr::V4(*address)))
    };
    let addresses = (4..=4096).map(|back| Ipv4Addr::from_bits(last.saturating_sub(back)));
    let mut inside = addresses.take_while(|address| block.contains(address));
    inside.find(|address| !taken(address)).map(IpAddr::V4)
}

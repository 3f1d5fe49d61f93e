//! The documented three-group case, which is the first scenario that every visitor sees.

use std::net::IpAddr;
use std::sync::Arc;

use indexmap::IndexSet;
use ipnet::IpNet;

use crate::model::{
    GroupType, IdError, InnerAccessPolicy, Instance, InstanceId, Labels, MoreAddresses,
    NetworkInterface, NetworkInterfaceId, OutsideAddress, RegionId, Scenario, ScenarioDraft,
    SecurityGroup, SecurityGroupId, Timestamp, Unread, Vpc, VpcId,
};

/// G1 {ecs1, ecs2} isolates its members, G2 {ecs1, ecs2} and G3 {ecs2, ecs3} connect theirs. ecs1
/// and ecs2 reach each other through G2 although G1 isolates them; ecs1 and ecs3 share no group
/// (Network isolation within a security group, 2019).
#[expect(clippy::expect_used, reason = "built from constants; a test builds it too")]
pub fn first_scenario() -> Scenario {
    build().expect("the constants are consistent")
}

const MEMBERS: [(&str, InnerAccessPolicy, &[u8]); 3] = [
    ("G1", InnerAccessPolicy::Drop, &[1, 2]),
    ("G2", InnerAccessPolicy::Accept, &[1, 2]),
    ("G3", InnerAccessPolicy::Accept, &[2, 3]),
];

/// 2026-01-01, so that the scenario is reproducible.
const CREATED: Timestamp = Timestamp::from_unix_seconds(1_767_225_600);

fn build() -> Result<Scenario, Box<dyn std::error::Error>> {
    let vpc = VpcId::parse("vpc-bp1main")?;
    let mut parts = ScenarioDraft::empty(RegionId::parse("cn-hangzhou")?);
    let blocks: Vec<IpNet> = vec!["10.0.0.0/16".parse()?];
    let main = Vpc { id: vpc.clone(), name: "main".to_owned(), blocks, snat: Some(false) };
    parts.vpcs.insert(vpc.clone(), Arc::new(main));
    for (name, policy, _) in MEMBERS {
        let group = SecurityGroup {
            id: group_id(name)?,
            name: name.to_owned(),
            description: String::new(),
            vpc: vpc.clone(),
            group_type: GroupType::Basic(policy),
            service_managed: false,
            labels: Labels::default(),
            rules: Vec::new(),
            created: CREATED,
            owner: None,
            unread: Unread::default(),
        };
        parts.groups.insert(group.id.clone(), Arc::new(group));
    }
    for number in 1..=3_u8 {
        let (instance, interface) = machine(number, &vpc)?;
        parts.interfaces.insert(interface.id.clone(), Arc::new(interface));
        parts.instances.insert(instance.id.clone(), Arc::new(instance));
    }
    // TEST-NET-2, which no real host uses, represents the Internet.
    let block = "198.51.100.7/32".parse()?;
    parts.outside.push(OutsideAddress { name: "internet".to_owned(), block });
    Ok(Scenario::new(parts)?)
}

fn group_id(name: &str) -> Result<SecurityGroupId, IdError> {
    SecurityGroupId::parse(&format!("sg-bp1{}", name.to_ascii_lowercase()))
}

fn machine(number: u8, vpc: &VpcId) -> Result<(Instance, NetworkInterface), IdError> {
    let mut groups = IndexSet::new();
    for (name, _, members) in MEMBERS {
        if members.contains(&number) {
            groups.insert(group_id(name)?);
        }
    }
    let interface = NetworkInterface {
        id: NetworkInterfaceId::parse(&format!("eni-bp1ecs{number}"))?,
        vpc: vpc.clone(),
        groups,
        addresses: vec![IpAddr::from([10, 0, 0, 10 + number])],
        public_address: Some(IpAddr::from([203, 0, 113, 10 + number])),
        holder: None,
        vswitch: None,
        more: MoreAddresses::default(),
    };
    let instance = Instance {
        id: InstanceId::parse(&format!("i-bp1ecs{number}"))?,
        name: format!("ecs{number}"),
        interfaces: vec![interface.id.clone()],
    };
    Ok((instance, interface))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_scenario_fits_together() {
        assert_eq!(first_scenario().groups().len(), 3);
        assert_eq!(first_scenario().instances().len(), 3);
    }
}

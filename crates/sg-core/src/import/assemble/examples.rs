//! Interfaces that stand for the members of groups that no document lists.

use std::net::IpAddr;
use std::sync::Arc;

use crate::import::reading::Assumption;
use crate::model::{
    Holder, IpNet, MoreAddresses, NetworkInterface, NetworkInterfaceId, SecurityGroup, Vpc,
};

use super::Assembly;

/// The maximum number of such interfaces: beyond that, a reader wants the real ones.
const MOST_EXAMPLES: usize = 100;

/// How many addresses of a VPC are tried.
const TRIED: u32 = 65_536;

impl Assembly {
    /// Adds a member to each group of another account, whose members this account never sees, and
    /// to every group if no document lists any interface at all, as DescribeSecurityGroupAttribute
    /// alone never does. A scenario document does list them.
    pub(super) fn examples(&mut self) {
        // The sides of a plan get theirs together, so that they are compared with the same ones.
        let none =
            self.records_any && self.draft.interfaces.is_empty() && self.records.plan.is_none();
        let groups: Vec<Arc<SecurityGroup>> = self
            .draft
            .groups
            .values()
            .filter(|group| {
                let described = self.groups.contains_key(&group.id) || !group.rules.is_empty();
                none && described || group.owner.is_some()
            })
            .filter(|group| !self.has_member(group))
            .take(MOST_EXAMPLES)
            .cloned()
            .collect();
        let mut from = 1;
        for group in groups {
            let Some(vpc) = self.draft.vpcs.get(&group.vpc).map(Arc::clone) else { continue };
            let Some(address) = self.free_address(&vpc, &mut from) else { continue };
            let rest = group.id.as_str();
            let rest = rest.strip_prefix("sg-").unwrap_or(rest);
            let rest: String = rest.chars().take(80).collect();
            let Ok(id) = NetworkInterfaceId::parse(&format!("eni-member-{rest}")) else { continue };
            if self.draft.interfaces.contains_key(&id) {
                continue;
            }
            self.assumed(Assumption::ExampleMember, format!("{}: {address}", group.id));
            let interface = NetworkInterface {
                id: id.clone(),
                vpc: group.vpc.clone(),
                groups: [group.id.clone()].into(),
                addresses: vec![address],
                public_address: None,
                holder: Some(Holder::Example),
                vswitch: None,
                more: MoreAddresses::default(),
            };
            self.draft.interfaces.insert(id, Arc::new(interface));
        }
    }

    fn has_member(&self, group: &SecurityGroup) -> bool {
        self.draft.interfaces.values().any(|own| own.groups.contains(&group.id))
    }

    /// An address of a VPC that no interface has, from the end of its first IPv4 block, where
    /// addresses are rarely given out.
    fn free_address(&self, vpc: &Vpc, from: &mut u32) -> Option<IpAddr> {
        let block = vpc.blocks.iter().find_map(|block| match block {
            IpNet::V4(v4) => Some(v4),
            IpNet::V6(_) => None,
        })?;
        let last = block.broadcast().to_bits();
        while *from < TRIED {
            let address = std::net::Ipv4Addr::from_bits(last.checked_sub(*from)?);
            *from += 1;
            if !block.contains(&address) {
                return None;
            }
            let taken = |own: &Arc<NetworkInterface>| own.addresses.contains(&address.into());
            if !self.draft.interfaces.values().any(taken) {
                return Some(address.into());
            }
        }
        None
    }
}

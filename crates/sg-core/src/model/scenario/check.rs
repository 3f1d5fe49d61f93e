//! The invariants of a scenario.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use indexmap::IndexSet;
use ipnet::IpNet;

use super::draft::ScenarioDraft;
use super::fault::{Checked, ScenarioError, ScenarioFault, at_most, ensure, fault, known_vpc};
use crate::model::{
    AddressFamily, GroupType, InstanceId, LimitId, NetworkInterface, NetworkInterfaceId, Peer,
    Rule, RuleId, SecurityGroup, VpcId,
};

mod labels;
mod lists;
mod vswitches;

/// Checks every invariant in the order of the parts and returns the first violation.
pub(super) fn check(parts: &ScenarioDraft) -> Checked {
    vpcs(parts)?;
    outside(parts)?;
    lists::prefix_lists(parts)?;
    lists::port_lists(parts)?;
    groups(parts)?;
    let owners = instances(parts)?;
    interfaces(parts, &owners)
}

fn vpcs(parts: &ScenarioDraft) -> Checked {
    for (id, vpc) in &parts.vpcs {
        let path = || format!("vpcs.{id}");
        ensure(*id == vpc.id, path, || ScenarioFault::MisfiledId(id.to_string()))?;
        ensure(!vpc.blocks.is_empty(), || format!("vpcs.{id}.blocks"), || ScenarioFault::Empty)?;
    }
    vswitches::all(parts)?;
    for (index, route) in parts.routes.iter().enumerate() {
        known_vpc(parts, &route.a, || format!("routes[{index}].a"))?;
        known_vpc(parts, &route.b, || format!("routes[{index}].b"))?;
        let itself = || ScenarioFault::Repeated(route.a.to_string());
        ensure(route.a != route.b, || format!("routes[{index}]"), itself)?;
    }
    Ok(())
}

fn inside_a_vpc(parts: &ScenarioDraft, block: IpNet) -> bool {
    let overlaps = |own: &IpNet| own.contains(&block) || block.contains(own);
    parts.vpcs.values().any(|vpc| vpc.blocks.iter().any(overlaps))
}

fn outside(parts: &ScenarioDraft) -> Checked {
    let mut names = BTreeSet::new();
    for (index, outside) in parts.outside.iter().enumerate() {
        let path = || format!("outside[{index}]");
        let repeated = || ScenarioFault::Repeated(outside.name.clone());
        ensure(names.insert(&outside.name), path, repeated)?;
        // The whole Internet (`0.0.0.0/0`) overlaps every VPC but is still an outside address.
        let everything = outside.block.prefix_len() == 0;
        let inside = || ScenarioFault::AddressInsideVpc(outside.block);
        ensure(everything || !inside_a_vpc(parts, outside.block), path, inside)?;
    }
    Ok(())
}

fn groups(parts: &ScenarioDraft) -> Checked {
    at_most(&parts.quotas, LimitId::GroupsPerRegion, parts.groups.len(), || "groups".to_owned())?;
    // Checked after every edit, and hashing many IDs that begin alike is quicker than sorting them.
    let mut rule_ids: IndexSet<&RuleId> = IndexSet::new();
    for (id, group) in &parts.groups {
        let path = || format!("groups.{id}");
        ensure(*id == group.id, path, || ScenarioFault::MisfiledId(id.to_string()))?;
        known_vpc(parts, &group.vpc, || format!("groups.{id}.vpc"))?;
        labels::labels(group)?;
        for rule in &group.rules {
            let path = || format!("groups.{id}.rules.{}", rule.id);
            let repeated = || ScenarioFault::Repeated(rule.id.to_string());
            ensure(rule_ids.insert(&rule.id), path, repeated)?;
            self::rule(parts, group, rule, &path)?;
        }
        let peers =
            group.rules.iter().filter(|rule| matches!(rule.spec.peer, Peer::Group(_))).count();
        at_most(&parts.quotas, LimitId::GroupPeersPerBasicGroup, peers, || {
            format!("groups.{id}.rules")
        })?;
    }
    Ok(())
}

fn rule(
    parts: &ScenarioDraft,
    group: &SecurityGroup,
    rule: &Rule,
    path: &dyn Fn() -> String,
) -> Checked {
    let of_peer = match &rule.spec.peer {
        Peer::Cidr(block) => Some(AddressFamily::of_block(block)),
        Peer::PrefixList(id) => match parts.prefix_lists.get(id) {
            Some(list) => list.blocks.first().map(AddressFamily::of_block),
            None => return fault(path(), ScenarioFault::Unknown(id.to_string())),
        },
        Peer::Group(id) => {
            peer_group(parts, group, id, path)?;
            None
        }
    };
    let own = rule.spec.local_cidr.as_ref().map(AddressFamily::of_block);
    let mut families = [own, rule.spec.protocol.family(), of_peer].into_iter().flatten();
    let first = families.next();
    let one_family = families.all(|family| Some(family) == first);
    ensure(one_family, path, || ScenarioFault::MixedFamilies)?;
    lists::listed_ports(parts, rule, path)?;
    let count = rule.description.chars().count();
    at_most(&parts.quotas, LimitId::RuleDescriptionCharacters, count, path)
}

fn peer_group(
    parts: &ScenarioDraft,
    group: &SecurityGroup,
    id: &crate::model::SecurityGroupId,
    path: &dyn Fn() -> String,
) -> Checked {
    let Some(peer) = parts.groups.get(id) else {
        return fault(path(), ScenarioFault::Unknown(id.to_string()));
    };
    ensure(*id != group.id, path, || ScenarioFault::OwnGroup)?;
    ensure(peer.vpc == group.vpc, path, || ScenarioFault::OtherVpc(id.to_string()))?;
    let basic = |group: &SecurityGroup| matches!(group.group_type, GroupType::Basic(_));
    ensure(basic(group) && basic(peer), path, || ScenarioFault::AdvancedPeer)
}

type Owners<'a> = BTreeMap<&'a NetworkInterfaceId, &'a InstanceId>;

fn instances(parts: &ScenarioDraft) -> Result<Owners<'_>, ScenarioError> {
    let mut owners = Owners::new();
    for (id, instance) in &parts.instances {
        let path = || format!("instances.{id}");
        ensure(*id == instance.id, path, || ScenarioFault::MisfiledId(id.to_string()))?;
        ensure(!instance.interfaces.is_empty(), path, || ScenarioFault::Empty)?;
        for interface in &instance.interfaces {
            let path = || format!("instances.{id}.interfaces");
            let unknown = || ScenarioFault::Unknown(interface.to_string());
            ensure(parts.interfaces.contains_key(interface), path, unknown)?;
            let repeated = || ScenarioFault::Repeated(interface.to_string());
            ensure(owners.insert(interface, id).is_none(), path, repeated)?;
        }
    }
    Ok(owners)
}

fn interfaces(parts: &ScenarioDraft, owners: &Owners<'_>) -> Checked {
    let mut addresses: BTreeSet<(&VpcId, IpAddr)> = BTreeSet::new();
    let mut public: BTreeSet<IpAddr> = BTreeSet::new();
    for (id, interface) in &parts.interfaces {
        let path = || format!("interfaces.{id}");
        ensure(*id == interface.id, path, || ScenarioFault::MisfiledId(id.to_string()))?;
        let held = owners.contains_key(id) != interface.holder.is_some();
        ensure(held, path, || ScenarioFault::Unknown("instance".to_owned()))?;
        interface_groups(parts, interface)?;
        let blocks = parts.vpcs.get(&interface.vpc).map_or(&[][..], |vpc| &vpc.blocks);
        let path = || format!("interfaces.{id}.addresses");
        ensure(!interface.addresses.is_empty(), path, || ScenarioFault::Empty)?;
        for &address in &interface.addresses {
            let inside = blocks.iter().any(|block| block.contains(&address));
            ensure(inside, path, || ScenarioFault::AddressOutsideVpc(address))?;
            let new = addresses.insert((&interface.vpc, address));
            ensure(new, path, || ScenarioFault::Repeated(address.to_string()))?;
        }
        for more in &interface.more.public {
            let known = interface.addresses.contains(&more.private) && more.private.is_ipv4();
            ensure(known, path, || ScenarioFault::Unknown(more.private.to_string()))?;
        }
        vswitches::of_interface(parts, interface)?;
        let path = || format!("interfaces.{id}.prefixes");
        for prefix in &interface.more.prefixes {
            let inside = blocks.iter().any(|block| block.contains(prefix));
            ensure(inside, path, || ScenarioFault::AddressOutsideVpc(prefix.network()))?;
        }
        for address in interface.public_addresses() {
            let path = || format!("interfaces.{id}.public_address");
            ensure(address.is_ipv4(), path, || ScenarioFault::NotIpv4(address))?;
            let block = IpNet::from(address);
            ensure(!inside_a_vpc(parts, block), path, || ScenarioFault::AddressInsideVpc(block))?;
            let new = public.insert(address);
            ensure(new, path, || ScenarioFault::Repeated(address.to_string()))?;
        }
    }
    Ok(())
}

fn interface_groups(parts: &ScenarioDraft, interface: &NetworkInterface) -> Checked {
    let id = &interface.id;
    let path = || format!("interfaces.{id}.groups");
    known_vpc(parts, &interface.vpc, || format!("interfaces.{id}.vpc"))?;
    ensure(!interface.groups.is_empty(), path, || ScenarioFault::Empty)?;
    at_most(&parts.quotas, LimitId::GroupsPerInterface, interface.groups.len(), path)?;
    let mut first: Option<GroupType> = None;
    for group in &interface.groups {
        let Some(group) = parts.groups.get(group) else {
            return fault(path(), ScenarioFault::Unknown(group.to_string()));
        };
        let same_vpc = group.vpc == interface.vpc;
        ensure(same_vpc, path, || ScenarioFault::OtherVpc(group.id.to_string()))?;
        let first = *first.get_or_insert(group.group_type);
        ensure(first.mixes_with(group.group_type), path, || ScenarioFault::MixedGroupTypes)?;
    }
    Ok(())
}

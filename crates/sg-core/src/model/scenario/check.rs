//! The invariants of a scenario, and the error that names the part that violates one.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use ipnet::IpNet;
use thiserror::Error;

use super::draft::ScenarioDraft;
use crate::model::{
    AddressFamily, GroupType, InstanceId, LimitId, NetworkInterface, NetworkInterfaceId, Peer,
    Rule, RuleId, SecurityGroup, VpcId,
};

/// An invalid part of a scenario and its path.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{path}: {fault}")]
pub struct ScenarioError {
    /// The path of the offending value, such as `interfaces.eni-1.groups`.
    pub path: String,
    /// What is wrong with it.
    pub fault: ScenarioFault,
}

/// What can be wrong with a part of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ScenarioFault {
    /// The map key differs from the part's own id.
    #[error("is stored under the id `{0}`, which is not its own")]
    MisfiledId(String),
    /// A reference to something that does not exist.
    #[error("names `{0}`, which does not exist")]
    Unknown(String),
    /// A list that must not be empty.
    #[error("may not be empty")]
    Empty,
    /// A value that must be unique occurs twice.
    #[error("repeats `{0}`")]
    Repeated(String),
    /// Basic and advanced groups on one interface.
    #[error("mixes basic and advanced groups")]
    MixedGroupTypes,
    /// A reference to a group in another VPC.
    #[error("names `{0}`, which lies in another VPC")]
    OtherVpc(String),
    /// A private address outside its VPC's blocks.
    #[error("`{0}` lies outside the address blocks of its VPC")]
    AddressOutsideVpc(IpAddr),
    /// An outside or public address that lies inside a VPC.
    #[error("`{0}` lies inside a VPC")]
    AddressInsideVpc(IpNet),
    /// A public address that is not IPv4.
    #[error("`{0}` is not an IPv4 address")]
    NotIpv4(IpAddr),
    /// IPv4 and IPv6 values mixed in one rule or list.
    #[error("mixes IPv4 and IPv6")]
    MixedFamilies,
    /// A rule that references its own group.
    #[error("names its own group")]
    OwnGroup,
    /// A group as peer where either group is advanced.
    #[error("an advanced group may neither name nor be named as a peer")]
    AdvancedPeer,
    /// More than the quota allows.
    #[error("holds {count}, more than the {limit} allowed")]
    TooMany {
        /// The actual number.
        count: usize,
        /// The maximum.
        limit: usize,
    },
}

pub(super) type Checked = Result<(), ScenarioError>;

/// Checks every invariant in the order of the parts and returns the first violation.
pub(super) fn check(parts: &ScenarioDraft) -> Checked {
    vpcs(parts)?;
    outside(parts)?;
    prefix_lists(parts)?;
    groups(parts)?;
    let owners = instances(parts)?;
    interfaces(parts, &owners)
}

fn fault(path: impl Into<String>, fault: ScenarioFault) -> Checked {
    Err(ScenarioError { path: path.into(), fault })
}

fn ensure(
    holds: bool,
    path: impl FnOnce() -> String,
    broken: impl FnOnce() -> ScenarioFault,
) -> Checked {
    if holds { Ok(()) } else { fault(path(), broken()) }
}

pub(super) fn at_most(limit: LimitId, count: usize, path: impl FnOnce() -> String) -> Checked {
    let limit = limit.value();
    ensure(count <= limit, path, || ScenarioFault::TooMany { count, limit })
}

fn known_vpc(parts: &ScenarioDraft, id: &VpcId, path: impl FnOnce() -> String) -> Checked {
    ensure(parts.vpcs.contains_key(id), path, || ScenarioFault::Unknown(id.to_string()))
}

fn vpcs(parts: &ScenarioDraft) -> Checked {
    for (id, vpc) in &parts.vpcs {
        let path = || format!("vpcs.{id}");
        ensure(*id == vpc.id, path, || ScenarioFault::MisfiledId(id.to_string()))?;
        ensure(!vpc.blocks.is_empty(), || format!("vpcs.{id}.blocks"), || ScenarioFault::Empty)?;
    }
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

fn prefix_lists(parts: &ScenarioDraft) -> Checked {
    for (id, list) in &parts.prefix_lists {
        let path = || format!("prefix_lists.{id}");
        ensure(*id == list.id, path, || ScenarioFault::MisfiledId(id.to_string()))?;
        let (count, limit) = (list.blocks.len(), usize::from(list.max_entries));
        ensure(count <= limit, path, || ScenarioFault::TooMany { count, limit })?;
        let one_family = list.blocks.windows(2).all(|pair| {
            pair.iter().map(AddressFamily::of_block).collect::<BTreeSet<_>>().len() == 1
        });
        ensure(one_family, path, || ScenarioFault::MixedFamilies)?;
    }
    Ok(())
}

fn groups(parts: &ScenarioDraft) -> Checked {
    at_most(LimitId::GroupsPerRegion, parts.groups.len(), || "groups".to_owned())?;
    let mut rule_ids: BTreeSet<&RuleId> = BTreeSet::new();
    for (id, group) in &parts.groups {
        let path = || format!("groups.{id}");
        ensure(*id == group.id, path, || ScenarioFault::MisfiledId(id.to_string()))?;
        known_vpc(parts, &group.vpc, || format!("groups.{id}.vpc"))?;
        for rule in &group.rules {
            let path = || format!("groups.{id}.rules.{}", rule.id);
            let repeated = || ScenarioFault::Repeated(rule.id.to_string());
            ensure(rule_ids.insert(&rule.id), path, repeated)?;
            self::rule(parts, group, rule, &path)?;
        }
        let peers =
            group.rules.iter().filter(|rule| matches!(rule.spec.peer, Peer::Group(_))).count();
        at_most(LimitId::GroupPeersPerBasicGroup, peers, || format!("groups.{id}.rules"))?;
    }
    Ok(())
}

fn rule(
    parts: &ScenarioDraft,
    group: &SecurityGroup,
    rule: &Rule,
    path: &dyn Fn() -> String,
) -> Checked {
    let mut families: BTreeSet<AddressFamily> = BTreeSet::new();
    families.extend(rule.spec.local_cidr.as_ref().map(AddressFamily::of_block));
    families.extend(rule.spec.protocol.family());
    match &rule.spec.peer {
        Peer::Cidr(block) => {
            families.insert(AddressFamily::of_block(block));
        }
        Peer::PrefixList(id) => match parts.prefix_lists.get(id) {
            Some(list) => families.extend(list.blocks.first().map(AddressFamily::of_block)),
            None => return fault(path(), ScenarioFault::Unknown(id.to_string())),
        },
        Peer::Group(id) => peer_group(parts, group, id, path)?,
    }
    ensure(families.len() <= 1, path, || ScenarioFault::MixedFamilies)?;
    let count = rule.description.chars().count();
    at_most(LimitId::RuleDescriptionCharacters, count, path)
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
        ensure(owners.contains_key(id), path, || ScenarioFault::Unknown("instance".to_owned()))?;
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
        if let Some(address) = interface.public_address {
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
    at_most(LimitId::GroupsPerInterface, interface.groups.len(), path)?;
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

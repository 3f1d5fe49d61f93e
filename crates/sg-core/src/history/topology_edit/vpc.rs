//! VPCs: their address blocks, and the routes between them.

use std::collections::BTreeSet;
use std::iter::successors;
use std::sync::Arc;

use super::{TopologyEditError, name};
use crate::emulator::IdGenerator;
use crate::model::{IpNet, Route, Scenario, ScenarioDraft, Vpc, VpcId};

/// An edit of a VPC or of a route between two VPCs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VpcEdit {
    /// Creates a VPC without routes.
    Create {
        /// The display name; may be empty.
        name: String,
        /// Its address blocks, IPv4 and IPv6; at least one.
        blocks: Vec<IpNet>,
    },
    /// Changes the name and blocks of a VPC; both may stay the same.
    Change {
        /// The VPC.
        vpc: VpcId,
        /// The new name.
        name: String,
        /// The new blocks; every private address must still lie in one of them.
        blocks: Vec<IpNet>,
    },
    /// Says whether a VPC has SNAT, its way to the Internet for addresses without a public one.
    SetSnat {
        /// The VPC.
        vpc: VpcId,
        /// Whether it has; `None` if that is not known.
        snat: Option<bool>,
    },
    /// Deletes a VPC without groups, together with its routes.
    Delete {
        /// The VPC.
        vpc: VpcId,
    },
    /// Connects two VPCs with a two-way route.
    Connect {
        /// One end.
        a: VpcId,
        /// The other end.
        b: VpcId,
    },
    /// Removes the route between two VPCs.
    Disconnect {
        /// One end.
        a: VpcId,
        /// The other end.
        b: VpcId,
    },
}

/// The shortest allowed prefix of a VPC block (10.0.0.0/8).
const SHORTEST_PREFIX: u8 = 8;

impl VpcEdit {
    pub(super) fn apply(
        &self,
        scenario: &Scenario,
        generator: &mut IdGenerator,
    ) -> Result<Scenario, TopologyEditError> {
        match self {
            Self::Create { name, blocks } => {
                put(scenario, generator.vpc_id(scenario), name, blocks)
            }
            Self::Change { vpc, name, blocks } => {
                known(scenario, vpc)?;
                put(scenario, vpc.clone(), name, blocks)
            }
            Self::SetSnat { vpc, snat } => {
                let vpc = Vpc { snat: *snat, ..known(scenario, vpc)?.as_ref().clone() };
                Ok(scenario.edited(|parts| {
                    parts.vpcs.insert(vpc.id.clone(), Arc::new(vpc));
                })?)
            }
            Self::Delete { vpc } => delete(scenario, vpc),
            Self::Connect { a, b } => connect(scenario, a, b),
            Self::Disconnect { a, b } => {
                known(scenario, a)?;
                known(scenario, b)?;
                Ok(scenario.edited(|parts| parts.routes.retain(|route| !joins(route, a, b)))?)
            }
        }
    }
}

fn known<'a>(scenario: &'a Scenario, id: &VpcId) -> Result<&'a Arc<Vpc>, TopologyEditError> {
    scenario.vpc(id).ok_or_else(|| TopologyEditError::Unknown(id.to_string()))
}

fn joins(route: &Route, a: &VpcId, b: &VpcId) -> bool {
    (&route.a == a && &route.b == b) || (&route.a == b && &route.b == a)
}

/// Inserts a VPC by its id: at the end if it is new, otherwise in place.
fn put(
    scenario: &Scenario,
    id: VpcId,
    name: &str,
    blocks: &[IpNet],
) -> Result<Scenario, TopologyEditError> {
    let name = name::optional(name)?;
    if blocks.is_empty() {
        return Err(TopologyEditError::NoBlock);
    }
    if let Some(large) = blocks.iter().find(|block| block.prefix_len() < SHORTEST_PREFIX) {
        return Err(TopologyEditError::BlockTooLarge(*large));
    }
    let mut before = BTreeSet::new();
    for block in blocks {
        disjoint(*block, &before)?;
        before.insert(*block);
    }
    for neighbour in neighbours(scenario.parts(), &id) {
        let theirs = neighbour.blocks.iter().copied().collect();
        blocks.iter().try_for_each(|block| disjoint(*block, &theirs))?;
    }
    let snat = scenario.vpc(&id).and_then(|vpc| vpc.snat);
    let vpc = Vpc { id: id.clone(), name, blocks: blocks.to_vec(), snat };
    Ok(scenario.edited(|parts| {
        parts.vpcs.insert(id, Arc::new(vpc));
    })?)
}

/// The VPCs connected to this one by a route.
fn neighbours<'a>(parts: &'a ScenarioDraft, id: &'a VpcId) -> impl Iterator<Item = &'a Arc<Vpc>> {
    parts.vpcs.values().filter(move |other| {
        other.id != *id && parts.routes.iter().any(|route| joins(route, id, &other.id))
    })
}

/// Checks that a block overlaps none of others, because a destination in two blocks would be
/// ambiguous. A block has few blocks around it, and what is inside it follows it in their order, so
/// the work does not grow with the number of others.
fn disjoint(block: IpNet, others: &BTreeSet<IpNet>) -> Result<(), TopologyEditError> {
    let around = successors(Some(block), IpNet::supernet).find(|own| others.contains(own));
    let inside = || others.range(block..).next().filter(|own| block.contains(*own)).copied();
    match around.or_else(inside) {
        Some(other) => Err(TopologyEditError::Overlap(other, block)),
        None => Ok(()),
    }
}

fn delete(scenario: &Scenario, id: &VpcId) -> Result<Scenario, TopologyEditError> {
    known(scenario, id)?;
    let groups = scenario.groups().filter(|group| group.vpc == *id);
    let groups: Vec<String> = groups.map(|group| group.label().to_owned()).collect();
    if !groups.is_empty() {
        return Err(TopologyEditError::InUse(groups));
    }
    Ok(scenario.edited(|parts| {
        parts.routes.retain(|route| route.a != *id && route.b != *id);
        parts.vswitches.retain(|_, vswitch| vswitch.vpc != *id);
        parts.vpcs.shift_remove(id);
    })?)
}

fn connect(scenario: &Scenario, a: &VpcId, b: &VpcId) -> Result<Scenario, TopologyEditError> {
    let (one, other) = (known(scenario, a)?, known(scenario, b)?);
    if scenario.parts().routes.iter().any(|route| joins(route, a, b)) {
        return Ok(scenario.clone());
    }
    if a != b {
        let theirs = one.blocks.iter().copied().collect();
        other.blocks.iter().try_for_each(|block| disjoint(*block, &theirs))?;
    }
    Ok(scenario.edited(|parts| parts.routes.push(Route { a: a.clone(), b: b.clone() }))?)
}

//! VPCs: their address blocks, and the routes that join them.

use std::sync::Arc;

use super::{WorldEditError, name};
use crate::emulator::Mint;
use crate::model::{IpNet, Route, Scenario, ScenarioDraft, Vpc, VpcId};

/// An edit of a VPC or of what joins two of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VpcEdit {
    /// A new VPC, cut off from all others.
    Create {
        /// The name to show; may be empty.
        name: String,
        /// Its address blocks, IPv4 and IPv6; at least one.
        blocks: Vec<IpNet>,
    },
    /// Gives a VPC another name and other blocks, which may be the ones it has.
    Change {
        /// Which one.
        vpc: VpcId,
        /// The name it gets.
        name: String,
        /// The blocks it gets; every private address must still lie in one.
        blocks: Vec<IpNet>,
    },
    /// Deletes a VPC without groups, with the routes that lead to it.
    Delete {
        /// Which one.
        vpc: VpcId,
    },
    /// Joins two VPCs by a route, both ways.
    Connect {
        /// One end.
        a: VpcId,
        /// The other end.
        b: VpcId,
    },
    /// Takes the route between two VPCs away.
    Disconnect {
        /// One end.
        a: VpcId,
        /// The other end.
        b: VpcId,
    },
}

/// The shortest prefix of a VPC's block (10.0.0.0/8).
const SHORTEST_PREFIX: u8 = 8;

impl VpcEdit {
    pub(super) fn apply(
        &self,
        scenario: &Scenario,
        mint: &mut Mint,
    ) -> Result<Scenario, WorldEditError> {
        match self {
            Self::Create { name, blocks } => put(scenario, mint.vpc_id(scenario), name, blocks),
            Self::Change { vpc, name, blocks } => {
                known(scenario, vpc)?;
                put(scenario, vpc.clone(), name, blocks)
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

fn known<'a>(scenario: &'a Scenario, id: &VpcId) -> Result<&'a Arc<Vpc>, WorldEditError> {
    scenario.vpc(id).ok_or_else(|| WorldEditError::Unknown(id.to_string()))
}

fn joins(route: &Route, a: &VpcId, b: &VpcId) -> bool {
    (&route.a == a && &route.b == b) || (&route.a == b && &route.b == a)
}

/// Puts a VPC where its id says: at the end where it is new, else in its place.
fn put(
    scenario: &Scenario,
    id: VpcId,
    name: &str,
    blocks: &[IpNet],
) -> Result<Scenario, WorldEditError> {
    let name = name::optional(name)?;
    if blocks.is_empty() {
        return Err(WorldEditError::NoBlock);
    }
    if let Some(large) = blocks.iter().find(|block| block.prefix_len() < SHORTEST_PREFIX) {
        return Err(WorldEditError::BlockTooLarge(*large));
    }
    for (place, block) in blocks.iter().enumerate() {
        disjoint(&[*block], blocks.get(..place).unwrap_or_default())?;
    }
    for neighbour in neighbours(scenario.parts(), &id) {
        disjoint(blocks, &neighbour.blocks)?;
    }
    let vpc = Vpc { id: id.clone(), name, blocks: blocks.to_vec() };
    Ok(scenario.edited(|parts| {
        parts.vpcs.insert(id, Arc::new(vpc));
    })?)
}

/// The VPCs that a route joins with this one.
fn neighbours<'a>(parts: &'a ScenarioDraft, id: &'a VpcId) -> impl Iterator<Item = &'a Arc<Vpc>> {
    parts.vpcs.values().filter(move |other| {
        other.id != *id && parts.routes.iter().any(|route| joins(route, id, &other.id))
    })
}

/// A destination in two blocks at once would have no one place to go.
fn disjoint(some: &[IpNet], others: &[IpNet]) -> Result<(), WorldEditError> {
    for a in some {
        if let Some(b) = others.iter().find(|b| a.contains(*b) || b.contains(a)) {
            return Err(WorldEditError::Overlap(*b, *a));
        }
    }
    Ok(())
}

fn delete(scenario: &Scenario, id: &VpcId) -> Result<Scenario, WorldEditError> {
    known(scenario, id)?;
    let groups = scenario.groups().filter(|group| group.vpc == *id);
    let groups: Vec<String> = groups.map(|group| group.label().to_owned()).collect();
    if !groups.is_empty() {
        return Err(WorldEditError::InUse(groups));
    }
    Ok(scenario.edited(|parts| {
        parts.routes.retain(|route| route.a != *id && route.b != *id);
        parts.vpcs.shift_remove(id);
    })?)
}

fn connect(scenario: &Scenario, a: &VpcId, b: &VpcId) -> Result<Scenario, WorldEditError> {
    let (one, other) = (known(scenario, a)?, known(scenario, b)?);
    if scenario.parts().routes.iter().any(|route| joins(route, a, b)) {
        return Ok(scenario.clone());
    }
    if a != b {
        disjoint(&other.blocks, &one.blocks)?;
    }
    Ok(scenario.edited(|parts| parts.routes.push(Route { a: a.clone(), b: b.clone() }))?)
}

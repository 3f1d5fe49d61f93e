//! The error that names the part of a scenario that violates an invariant.

use std::net::IpAddr;

use ipnet::IpNet;
use thiserror::Error;

use super::draft::ScenarioDraft;
use crate::model::{LimitId, Quotas, VpcId};

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
    /// A port list in a rule whose protocol has no ports, or that has a port range of its own.
    #[error("takes ports from a list and has its own, or a protocol without ports")]
    NoPorts,
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

/// Refuses a part.
pub(super) fn fault(path: impl Into<String>, fault: ScenarioFault) -> Checked {
    Err(ScenarioError { path: path.into(), fault })
}

/// Refuses a part unless something holds of it.
pub(super) fn ensure(
    holds: bool,
    path: impl FnOnce() -> String,
    broken: impl FnOnce() -> ScenarioFault,
) -> Checked {
    if holds { Ok(()) } else { fault(path(), broken()) }
}

/// Refuses what exceeds a quota of the account.
pub(super) fn at_most(
    quotas: &Quotas,
    limit: LimitId,
    count: usize,
    path: impl FnOnce() -> String,
) -> Checked {
    let limit = quotas.get(limit);
    ensure(count <= limit, path, || ScenarioFault::TooMany { count, limit })
}

/// Refuses the ID of a VPC that the scenario does not have.
pub(super) fn known_vpc(
    parts: &ScenarioDraft,
    id: &VpcId,
    path: impl FnOnce() -> String,
) -> Checked {
    ensure(parts.vpcs.contains_key(id), path, || ScenarioFault::Unknown(id.to_string()))
}

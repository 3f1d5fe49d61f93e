//! vSwitches.

use ipnet::IpNet;

use super::{VSwitchId, VpcId, ZoneId};

/// A vSwitch: a block of a VPC in one zone, from which interfaces have their IPv4 addresses. It
/// decides nothing about packets; exports need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VSwitch {
    /// Its id.
    pub id: VSwitchId,
    /// `VSwitchName`; may be empty.
    pub name: String,
    /// The VPC.
    pub vpc: VpcId,
    /// Its block, which is an IPv4 one.
    pub block: IpNet,
    /// Its zone, if that is known.
    pub zone: Option<ZoneId>,
}

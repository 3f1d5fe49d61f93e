//! The network around the groups: instances, interfaces, VPCs, routes and outside addresses.

use std::net::IpAddr;

use indexmap::IndexSet;
use ipnet::IpNet;

use super::{InstanceId, NetworkInterfaceId, PrefixListId, SecurityGroupId, VpcId};

/// A virtual private cloud: a private address space, isolated from other VPCs unless a route
/// connects them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vpc {
    /// `VpcId`.
    pub id: VpcId,
    /// A display name; may be empty.
    pub name: String,
    /// The private IPv4 and IPv6 address blocks.
    pub blocks: Vec<IpNet>,
}

/// A two-way connection between two VPCs (peering or CEN).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// One end.
    pub a: VpcId,
    /// The other end.
    pub b: VpcId,
}

/// An ECS instance. Groups are bound to its network interfaces, never to the instance itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    /// `InstanceId`.
    pub id: InstanceId,
    /// `InstanceName`; may be empty.
    pub name: String,
    /// Its interfaces, the primary one first; never empty.
    pub interfaces: Vec<NetworkInterfaceId>,
}

impl Instance {
    /// The name, or the id if the name is empty.
    pub fn label(&self) -> &str {
        if self.name.is_empty() { self.id.as_str() } else { &self.name }
    }

    /// The primary interface, which JoinSecurityGroup uses when it is given an instance.
    pub fn primary(&self) -> Option<&NetworkInterfaceId> {
        self.interfaces.first()
    }
}

/// An elastic network interface, where security groups are enforced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkInterface {
    /// `NetworkInterfaceId`.
    pub id: NetworkInterfaceId,
    /// The VPC of its private addresses.
    pub vpc: VpcId,
    /// The groups it belongs to: at least one, all of the same type and in the same VPC.
    pub groups: IndexSet<SecurityGroupId>,
    /// Private addresses, the primary one first; never empty. Includes IPv6 addresses of the VPC.
    pub addresses: Vec<IpAddr>,
    /// The public IPv4 address (EIP or static), translated at the gateway.
    pub public_address: Option<IpAddr>,
}

/// An address block outside every VPC, shown as an end of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideAddress {
    /// A display name, unique in the scenario.
    pub name: String,
    /// The address block.
    pub block: IpNet,
}

/// A prefix list: a named set of address blocks that rules can reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrefixList {
    /// `PrefixListId`.
    pub id: PrefixListId,
    /// `PrefixListName`.
    pub name: String,
    /// The current blocks.
    pub blocks: Vec<IpNet>,
    /// `MaxEntries`, 1 to 200: how many rules the list counts for in quotas.
    pub max_entries: u16,
}

//! What the groups protect and what lies around them: instances, interfaces, VPCs, the outside.

use std::net::IpAddr;

use indexmap::IndexSet;
use ipnet::IpNet;

use super::{InstanceId, NetworkInterfaceId, PrefixListId, SecurityGroupId, VpcId};

/// A virtual private cloud: its own address space, cut off from other VPCs unless a route joins them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vpc {
    /// `VpcId`.
    pub id: VpcId,
    /// A name to show; may be empty.
    pub name: String,
    /// The private address blocks, IPv4 and IPv6.
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

/// An ECS instance. Groups bind to its network interfaces, never to the instance itself.
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
    /// The name, or the id where there is no name.
    pub fn label(&self) -> &str {
        if self.name.is_empty() { self.id.as_str() } else { &self.name }
    }

    /// The primary interface: the one JoinSecurityGroup means when it names the instance.
    pub fn primary(&self) -> Option<&NetworkInterfaceId> {
        self.interfaces.first()
    }
}

/// An elastic network interface: the place where security groups act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkInterface {
    /// `NetworkInterfaceId`.
    pub id: NetworkInterfaceId,
    /// The VPC its private addresses lie in.
    pub vpc: VpcId,
    /// The groups it belongs to: at least one, all of one type, all of its VPC.
    pub groups: IndexSet<SecurityGroupId>,
    /// Private addresses, the primary one first; never empty. In-VPC IPv6 addresses count here.
    pub addresses: Vec<IpAddr>,
    /// The public IPv4 address (EIP or static), translated at the gateway.
    pub public_address: Option<IpAddr>,
}

/// An address block outside every VPC, shown as one end of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideAddress {
    /// The name to show, unique in the scenario.
    pub name: String,
    /// Its addresses.
    pub block: IpNet,
}

/// A prefix list: address blocks under one id that rules can name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrefixList {
    /// `PrefixListId`.
    pub id: PrefixListId,
    /// `PrefixListName`.
    pub name: String,
    /// The blocks it holds now.
    pub blocks: Vec<IpNet>,
    /// `MaxEntries`, 1 to 200: what the list counts for in rule quotas.
    pub max_entries: u16,
}

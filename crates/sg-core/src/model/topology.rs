//! The network around the groups: instances, interfaces, VPCs, routes and outside addresses.

use std::net::IpAddr;

use indexmap::IndexSet;
use ipnet::IpNet;

use super::{InstanceId, NetworkInterfaceId, PrefixListId, SecurityGroupId, VSwitchId, VpcId};

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
    /// Whether a NAT gateway with SNAT entries gives every private IPv4 address of the VPC a way to
    /// the Internet; `None` if that is not known.
    pub snat: Option<bool>,
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
    /// The vSwitch that its IPv4 addresses are from, if that is known. Decides no packet.
    pub vswitch: Option<VSwitchId>,
    /// The public IPv4 address (EIP or static), translated at the gateway.
    pub public_address: Option<IpAddr>,
    /// The addresses that few interfaces have.
    pub more: MoreAddresses,
    /// What it belongs to if that is not an instance of the scenario.
    pub holder: Option<Holder>,
}

/// Addresses beyond those that every interface has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MoreAddresses {
    /// Blocks of the VPC whose addresses are all its own (`Ipv4PrefixSets`, `Ipv6PrefixSets`).
    pub prefixes: Vec<IpNet>,
    /// Further public IPv4 addresses.
    pub public: Vec<NatAddress>,
}

/// A public address that the gateway translates to one of several private addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NatAddress {
    /// The public address.
    pub public: IpAddr,
    /// The private address of the same interface.
    pub private: IpAddr,
}

impl NetworkInterface {
    /// Whether an address is one of its private addresses.
    pub fn holds(&self, address: IpAddr) -> bool {
        self.addresses.contains(&address) || self.has_in_prefix(address)
    }

    /// Whether a private address is its own only because of a prefix.
    pub fn has_in_prefix(&self, address: IpAddr) -> bool {
        !self.addresses.contains(&address)
            && self.more.prefixes.iter().any(|block| block.contains(&address))
    }

    /// Its public addresses, the first one first.
    pub fn public_addresses(&self) -> impl Iterator<Item = IpAddr> + '_ {
        self.public_address.into_iter().chain(self.more.public.iter().map(|more| more.public))
    }

    /// The private address to which the gateway translates one of its public addresses: the one it
    /// belongs to, or else the primary IPv4 address.
    pub fn private_behind(&self, public: IpAddr) -> Option<IpAddr> {
        let more = self.more.public.iter().find(|more| more.public == public);
        let primary = || self.addresses.iter().copied().find(IpAddr::is_ipv4);
        match more {
            Some(more) => Some(more.private),
            None if self.public_address == Some(public) => primary(),
            None => None,
        }
    }

    /// The public address to which the gateway translates one of its private addresses: its own one,
    /// or else, for the primary IPv4 address, the first one.
    pub fn public_for(&self, private: IpAddr) -> Option<IpAddr> {
        let more = self.more.public.iter().find(|more| more.private == private);
        let primary = || self.addresses.iter().copied().find(IpAddr::is_ipv4) == Some(private);
        more.map(|more| more.public).or_else(|| self.public_address.filter(|_| primary()))
    }

    /// Whether the Internet may reach it at public addresses that nobody lists: it stands for the
    /// members of a group, or belongs to a service that publishes addresses of its own.
    pub fn may_be_public(&self) -> bool {
        match &self.holder {
            Some(Holder::Service { product, .. }) => product.publishes(),
            Some(Holder::Example) => true,
            Some(Holder::Nothing) | None => false,
        }
    }

    /// Whether it is attached to nothing.
    pub fn is_unattached(&self) -> bool {
        self.holder == Some(Holder::Nothing)
    }

    /// The cloud service it belongs to, if it belongs to one.
    pub const fn product(&self) -> Option<Product> {
        match &self.holder {
            Some(Holder::Service { product, .. }) => Some(*product),
            Some(Holder::Example | Holder::Nothing) | None => None,
        }
    }
}

/// What an interface belongs to if that is not an instance of the scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// A cloud service, which created the interface (`ServiceManaged`).
    Service {
        /// The service.
        product: Product,
        /// What the service calls it, such as the `Description` of the interface; may be empty.
        name: String,
    },
    /// Nobody: the interface stands for the members of a group that the input does not list.
    Example,
    /// Nothing yet: no instance has it (`Status` is `Available`), so it neither sends nor receives.
    /// It is a member of its groups all the same.
    Nothing,
}

/// A cloud service with network interfaces of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Product {
    /// Application Load Balancer.
    Alb,
    /// Network Load Balancer.
    Nlb,
    /// Elastic Container Instance.
    Eci,
    /// Function Compute.
    FunctionCompute,
    /// NAT Gateway.
    NatGateway,
    /// PrivateLink.
    PrivateLink,
    /// ApsaraDB RDS.
    Rds,
    /// The network plug-in of Container Service for Kubernetes.
    Terway,
    /// A service that the input does not name.
    Other,
}

impl Product {
    /// Every product.
    pub const ALL: [Self; 9] = [
        Self::Alb,
        Self::Nlb,
        Self::Eci,
        Self::FunctionCompute,
        Self::NatGateway,
        Self::PrivateLink,
        Self::Rds,
        Self::Terway,
        Self::Other,
    ];

    /// Whether it is a load balancer with security groups of its own.
    pub const fn balances(self) -> bool {
        matches!(self, Self::Alb | Self::Nlb)
    }

    /// Whether it may be reached at public addresses of its own, such as those of a load balancer,
    /// which its network interfaces do not list. The others use those of their interfaces, as
    /// instances do.
    pub const fn publishes(self) -> bool {
        match self {
            Self::Alb
            | Self::Nlb
            | Self::NatGateway
            | Self::PrivateLink
            | Self::Rds
            | Self::Other => true,
            Self::Eci | Self::FunctionCompute | Self::Terway => false,
        }
    }

    /// The name in scenario documents.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Alb => "alb",
            Self::Nlb => "nlb",
            Self::Eci => "eci",
            Self::FunctionCompute => "fc",
            Self::NatGateway => "nat",
            Self::PrivateLink => "privatelink",
            Self::Rds => "rds",
            Self::Terway => "terway",
            Self::Other => "service",
        }
    }

    /// The name people know it by; the same in both languages.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Alb => "ALB",
            Self::Nlb => "NLB",
            Self::Eci => "ECI",
            Self::FunctionCompute => "Function Compute",
            Self::NatGateway => "NAT Gateway",
            Self::PrivateLink => "PrivateLink",
            Self::Rds => "RDS",
            Self::Terway => "Terway",
            Self::Other => "service",
        }
    }
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
    /// Whether the list may hold blocks that are not known.
    pub unread_entries: bool,
}

impl PrefixList {
    /// The largest number of entries that a list can have room for (CreatePrefixList, 2024-12).
    pub const MOST_ENTRIES: u16 = 200;
}

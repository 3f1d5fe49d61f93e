//! Reasons for a decision other than rules: the group type, the platform, the route, the limits of
//! the model.

use std::net::IpAddr;

use crate::model::{Direction, GroupType, NetworkInterfaceId, VpcId};

use super::clause::ClauseId;

/// Basic or advanced, regardless of the policy. All groups of an interface are of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKind {
    /// `normal`.
    Basic,
    /// `enterprise`.
    Advanced,
}

impl From<GroupType> for GroupKind {
    fn from(group_type: GroupType) -> Self {
        match group_type {
            GroupType::Basic(_) => Self::Basic,
            GroupType::Advanced => Self::Advanced,
        }
    }
}

impl GroupKind {
    /// Whether a packet passes if no rule matches: only outbound from a basic group (S-07 to S-10).
    pub const fn default_passes(self, direction: Direction) -> bool {
        matches!((self, direction), (Self::Basic, Direction::Egress))
    }

    /// The statement about packets that no rule matches.
    pub const fn default_clause(self, direction: Direction) -> ClauseId {
        match (self, direction) {
            (Self::Basic, Direction::Egress) => ClauseId::BasicEgressDefault,
            (Self::Basic, Direction::Ingress) => ClauseId::BasicIngressDefault,
            (Self::Advanced, Direction::Ingress) => ClauseId::AdvancedIngressDefault,
            (Self::Advanced, Direction::Egress) => ClauseId::AdvancedEgressDefault,
        }
    }
}

/// Platform behaviour that does not depend on groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlatformRule {
    /// Instances can always reach the metadata service at 100.100.100.200.
    MetadataService,
    /// TCP port 25 to the Internet is blocked until Alibaba Cloud unblocks it on request.
    OutboundMail,
    /// Traffic forwarded by a load balancer is not checked against the groups of its backend.
    LoadBalancer,
}

impl PlatformRule {
    /// Whether it lets the packet through.
    pub const fn passes(self) -> bool {
        match self {
            Self::MetadataService | Self::LoadBalancer => true,
            Self::OutboundMail => false,
        }
    }

    /// The statement about it.
    pub const fn clause(self) -> ClauseId {
        match self {
            Self::MetadataService => ClauseId::MetadataAlwaysReachable,
            Self::OutboundMail => ClauseId::OutboundMailClosed,
            Self::LoadBalancer => ClauseId::LoadBalancerExempt,
        }
    }
}

/// Why there is no route between two ends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RouteFault {
    /// The ends are in VPCs that are not connected.
    SeparateVpcs {
        /// The sender's VPC.
        source: VpcId,
        /// The receiver's VPC.
        destination: VpcId,
    },
    /// The sender needs a public address to use the public path but has none.
    NoPublicAddress {
        /// The sender.
        interface: NetworkInterfaceId,
    },
    /// One end uses IPv4, the other IPv6.
    MixedFamilies,
}

impl RouteFault {
    /// The statement about it.
    pub const fn clause(&self) -> ClauseId {
        match self {
            Self::SeparateVpcs { .. } => ClauseId::VpcsAreSeparate,
            Self::NoPublicAddress { .. } => ClauseId::PublicPathAddresses,
            Self::MixedFamilies => ClauseId::FamiliesAreSeparate,
        }
    }
}

/// Why the model cannot answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnknownReason {
    /// No interface has this ID.
    NoSuchInterface(NetworkInterfaceId),
    /// The interface does not have this address (or, as a source, not as a private one).
    NotItsAddress {
        /// The interface.
        interface: NetworkInterfaceId,
        /// The address it does not have.
        address: IpAddr,
    },
    /// An address was given as outside but is inside a VPC or belongs to an interface.
    NotOutside(IpAddr),
    /// Neither end is an interface of the scenario, so no group sees the packet.
    BothOutside,
    /// The protocol does not exist in the address family of the ends.
    NoSuchPacket,
}

impl UnknownReason {
    /// The statement about it.
    pub const fn clause(&self) -> ClauseId {
        match self {
            Self::NoSuchInterface(_)
            | Self::NotItsAddress { .. }
            | Self::NotOutside(_)
            | Self::BothOutside => ClauseId::OutsideTheModel,
            Self::NoSuchPacket => ClauseId::FamiliesAreSeparate,
        }
    }
}

//! Reasons for a decision other than rules: the group type, the platform, the route, the limits of
//! the model.

use std::net::IpAddr;

use crate::model::{
    Direction, GroupType, NetworkInterface, NetworkInterfaceId, Peer, Product, RuleId, Scenario,
    SecurityGroupId, VpcId,
};

use super::clause::ClauseId;

/// Whether a packet arrives, as far as security groups and the platform are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It arrives.
    Pass,
    /// It does not arrive.
    Blocked,
    /// The model cannot say; the reason is in [`Decider::Unknown`](super::Decider::Unknown).
    Unknown,
}

/// Basic or advanced, regardless of the policy. All groups of an interface are of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKind {
    /// `normal`.
    Basic,
    /// `enterprise`.
    Advanced,
    /// Any type, on an interface of a load balancer, which reads its groups in its own way.
    LoadBalancer,
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
    /// The kind of the groups of an interface; `None` for an interface without groups.
    pub(super) fn on(interface: &NetworkInterface, scenario: &Scenario) -> Option<Self> {
        if interface.product().is_some_and(Product::balances) {
            return Some(Self::LoadBalancer);
        }
        let group = interface.groups.iter().find_map(|id| scenario.group(id));
        group.map(|group| Self::from(group.group_type))
    }

    /// Whether a packet passes if no rule matches: outbound from a basic group (S-07 to S-10), and
    /// anything at a load balancer (S-34).
    pub const fn default_passes(self, direction: Direction) -> bool {
        matches!((self, direction), (Self::Basic, Direction::Egress) | (Self::LoadBalancer, _))
    }

    /// Whether rules of this direction are tried at all.
    pub(super) const fn tries_rules(self, direction: Direction) -> bool {
        !matches!((self, direction), (Self::LoadBalancer, Direction::Egress))
    }

    /// The statement about packets that no rule matches.
    pub const fn default_clause(self, direction: Direction) -> ClauseId {
        match (self, direction) {
            (Self::Basic, Direction::Egress) => ClauseId::BasicEgressDefault,
            (Self::Basic, Direction::Ingress) => ClauseId::BasicIngressDefault,
            (Self::Advanced, Direction::Ingress) => ClauseId::AdvancedIngressDefault,
            (Self::Advanced, Direction::Egress) => ClauseId::AdvancedEgressDefault,
            (Self::LoadBalancer, _) => ClauseId::LoadBalancerGroups,
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
    /// The sender is on the Internet, and no public address leads to the receiver.
    NotPublic {
        /// The receiver.
        interface: NetworkInterfaceId,
    },
    /// The receiver is on the Internet, and the sender has neither a public address nor SNAT.
    NoSnat {
        /// The sender.
        interface: NetworkInterfaceId,
        /// Its VPC.
        vpc: VpcId,
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
            Self::NotPublic { .. } => ClauseId::InternetNeedsPublicAddress,
            Self::NoSnat { .. } => ClauseId::InternetNeedsSnat,
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
    /// An address was given as outside but belongs to an interface.
    NotOutside(IpAddr),
    /// An address of a VPC that no interface of the scenario has, so that nobody can say which groups
    /// it is in.
    NoInterfaceHas(IpAddr),
    /// Neither end is an interface of the scenario, so no group sees the packet.
    BothOutside,
    /// The protocol does not exist in the address family of the ends.
    NoSuchPacket,
    /// A rule, a member or a policy that is not known could change the verdict.
    Unread(UnreadPart),
    /// Nobody has said whether the two VPCs are connected.
    UnreadRoutes {
        /// The sender's VPC.
        source: VpcId,
        /// The receiver's VPC.
        destination: VpcId,
    },
    /// Nobody has said whether public addresses lead to an interface that stands for others or
    /// belongs to a service.
    UnreadPublicAddress {
        /// The interface.
        interface: NetworkInterfaceId,
    },
    /// The sender has no public address, and nobody has said whether its VPC has SNAT.
    UnreadSnat {
        /// The sender's VPC.
        vpc: VpcId,
    },
    /// SNAT replaces the sender's address by a public one that is not known, which the receiver's
    /// rules see.
    SnatAddress {
        /// The sender's VPC.
        vpc: VpcId,
    },
}

/// What is not known of a group and could change a verdict.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnreadPart {
    /// The peer of a rule: the members of a group of another account, or the entries of a prefix
    /// list.
    Peer {
        /// The group of the rule.
        group: SecurityGroupId,
        /// The rule.
        rule: RuleId,
        /// Its peer.
        peer: Peer,
    },
    /// A rule of which only some parts could be read.
    Rule {
        /// The group of the rule.
        group: SecurityGroupId,
        /// Where it was found; may be empty.
        place: String,
        /// The field and value that could not be read; may be empty.
        value: String,
    },
    /// Rules that the group may have besides those known.
    MoreRules {
        /// The group.
        group: SecurityGroupId,
    },
    /// The intra-group policy.
    Policy {
        /// The group.
        group: SecurityGroupId,
    },
}

impl UnknownReason {
    /// The statement about it.
    pub const fn clause(&self) -> ClauseId {
        match self {
            Self::NoSuchInterface(_)
            | Self::NotItsAddress { .. }
            | Self::NotOutside(_)
            | Self::NoInterfaceHas(_)
            | Self::BothOutside => ClauseId::OutsideTheModel,
            Self::NoSuchPacket => ClauseId::FamiliesAreSeparate,
            Self::Unread(_) => ClauseId::UnreadIsUnknown,
            Self::UnreadRoutes { .. } => ClauseId::VpcsAreSeparate,
            Self::UnreadPublicAddress { .. } => ClauseId::InternetNeedsPublicAddress,
            Self::UnreadSnat { .. } | Self::SnatAddress { .. } => ClauseId::InternetNeedsSnat,
        }
    }
}

//! A security group: its type, intra-group policy and rules.

use std::sync::Arc;

use super::{Direction, Labels, Peer, Rule, SecurityGroupId, Timestamp, Unread, VpcId};

/// `InnerAccessPolicy`: whether members of a group can reach each other by membership alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InnerAccessPolicy {
    /// Members reach each other over the internal network regardless of the custom rules.
    Accept,
    /// Members are isolated unless a custom rule allows the traffic.
    Drop,
}

impl InnerAccessPolicy {
    /// The API value, spelled as in API responses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accept => "Accept",
            Self::Drop => "Drop",
        }
    }

    /// Parses a value, ignoring case as ModifySecurityGroupPolicy does.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Accept, Self::Drop].into_iter().find(|v| v.as_str().eq_ignore_ascii_case(text))
    }

    /// The opposite value.
    pub const fn flipped(self) -> Self {
        match self {
            Self::Accept => Self::Drop,
            Self::Drop => Self::Accept,
        }
    }
}

/// `SecurityGroupType`. Only a basic group has a configurable policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GroupType {
    /// `normal`: the policy can be changed; outbound traffic is allowed by default.
    Basic(InnerAccessPolicy),
    /// `enterprise`: always isolated; traffic is denied by default in both directions.
    Advanced,
}

impl GroupType {
    /// The API value.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Basic(_) => "normal",
            Self::Advanced => "enterprise",
        }
    }

    /// The effective policy: an advanced group always isolates its members.
    pub const fn inner_access_policy(self) -> InnerAccessPolicy {
        match self {
            Self::Basic(policy) => policy,
            Self::Advanced => InnerAccessPolicy::Drop,
        }
    }

    /// Whether two groups can be bound to the same interface: both basic or both advanced.
    pub const fn mixes_with(self, other: Self) -> bool {
        matches!((self, other), (Self::Basic(_), Self::Basic(_)) | (Self::Advanced, Self::Advanced))
    }
}

/// A security group with its custom rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityGroup {
    /// `SecurityGroupId`.
    pub id: SecurityGroupId,
    /// `SecurityGroupName`; may be empty and need not be unique.
    pub name: String,
    /// `Description`; may be empty.
    pub description: String,
    /// The VPC it belongs to.
    pub vpc: VpcId,
    /// Basic with its policy, or advanced.
    pub group_type: GroupType,
    /// `ServiceManaged`: created by a cloud service; the account can only query it.
    pub service_managed: bool,
    /// `Tags` and `ResourceGroupId`.
    pub labels: Labels,
    /// The custom rules of both directions, in the order they were added.
    pub rules: Vec<Arc<Rule>>,
    /// `CreationTime`.
    pub created: Timestamp,
    /// The ID of the account that owns the group, if it is not this one. Only some of its members
    /// may be known.
    pub owner: Option<String>,
    /// What is not known of it.
    pub unread: Unread,
}

impl SecurityGroup {
    /// The rules of one direction, in the order they were added.
    pub fn rules_of(&self, direction: Direction) -> impl Iterator<Item = &Arc<Rule>> {
        self.rules.iter().filter(move |rule| rule.spec.direction == direction)
    }

    /// Whether this account can only read it: it is managed by a cloud service, or another account
    /// owns it.
    pub const fn is_read_only(&self) -> bool {
        self.service_managed || self.owner.is_some()
    }

    /// Whether one of its rules names another group.
    pub fn names(&self, other: &SecurityGroupId) -> bool {
        self.rules.iter().any(|rule| matches!(&rule.spec.peer, Peer::Group(id) if id == other))
    }

    /// The name, or the id if the name is empty.
    pub fn label(&self) -> &str {
        if self.name.is_empty() { self.id.as_str() } else { &self.name }
    }
}

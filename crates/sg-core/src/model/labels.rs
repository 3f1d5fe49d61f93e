//! What is on record about a security group besides its traffic: tags, a resource group, the cloud
//! service that owns it, deletion protection.

use indexmap::IndexMap;

use super::ResourceGroupId;

/// The labels of a security group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    /// `Tags` by key, in insertion order; at most [`Labels::MOST_TAGS`].
    pub tags: IndexMap<String, String>,
    /// `ResourceGroupId`; `None` means the account's default resource group.
    pub resource_group: Option<ResourceGroupId>,
    /// The cloud service that owns the group, as far as it is known.
    pub service: OwnerService,
    /// `DeletionProtection`: the group cannot be deleted. An ACK cluster switches it on for its
    /// group, and off when the cluster is deleted; no call of an account does
    /// (DeleteSecurityGroup, 2026-09).
    pub deletion_protection: bool,
}

/// The cloud service that owns a managed group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnerService {
    /// `ServiceID`; `None` if it is unknown, which a reply writes as 0.
    pub id: Option<u64>,
    /// The product, as errors name it, such as `natgw`; empty if it is unknown. No reply contains
    /// it.
    pub product: String,
}

impl Labels {
    /// The maximum number of tags per group (CreateSecurityGroup, 2026-09).
    pub const MOST_TAGS: usize = 20;
    /// The maximum length of a tag key or value, in characters (CreateSecurityGroup, 2026-09).
    pub const MOST_CHARACTERS: usize = 128;
}

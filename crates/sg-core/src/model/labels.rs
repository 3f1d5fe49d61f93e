//! Labels of a security group: tags and a resource group. They do not affect traffic.

use indexmap::IndexMap;

use super::ResourceGroupId;

/// The labels of a security group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    /// `Tags` by key, in insertion order; at most [`Labels::MOST_TAGS`].
    pub tags: IndexMap<String, String>,
    /// `ResourceGroupId`; `None` means the account's default resource group.
    pub resource_group: Option<ResourceGroupId>,
}

impl Labels {
    /// The maximum number of tags per group (CreateSecurityGroup, 2026-09).
    pub const MOST_TAGS: usize = 20;
    /// The maximum length of a tag key or value, in characters (CreateSecurityGroup, 2026-09).
    pub const MOST_CHARACTERS: usize = 128;
}

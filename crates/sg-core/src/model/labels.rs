//! What an account sorts its groups by: tags and a resource group. No traffic depends on it.

use indexmap::IndexMap;

use super::ResourceGroupId;

/// The labels of a security group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    /// `Tags`, by key, in the order they were given: at most [`Labels::MOST_TAGS`].
    pub tags: IndexMap<String, String>,
    /// `ResourceGroupId`; none for the account's own default group, which has no name here.
    pub resource_group: Option<ResourceGroupId>,
}

impl Labels {
    /// The most tags of one group (CreateSecurityGroup, 2026-09).
    pub const MOST_TAGS: usize = 20;
    /// The most characters of a tag's key or value (CreateSecurityGroup, 2026-09).
    pub const MOST_CHARACTERS: usize = 128;
}

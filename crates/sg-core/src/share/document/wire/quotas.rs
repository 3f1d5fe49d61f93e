//! The wire type of raised quotas.

use serde::{Deserialize, Serialize};

/// Quotas that have been raised for the account; the others are those of every account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(in crate::share::document) struct Quotas {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) groups_per_region: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) groups_per_interface: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) rules_per_interface: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) group_peers_per_basic_group: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) addresses_per_basic_group: Option<u64>,
}

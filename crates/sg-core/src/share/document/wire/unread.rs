//! The wire types for what is not known of an account.

use serde::{Deserialize, Serialize};

use super::word::{Direction, Policy};
use crate::share::document::object::objects;

/// What is not known of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(in crate::share::document) struct Unread {
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(in crate::share::document) inner_access_policy: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(in crate::share::document) more_rules: bool,
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub(in crate::share::document) rules: Vec<UnreadRule>,
}

/// A rule of which only some parts are known. What is absent may be anything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(in crate::share::document) struct UnreadRule {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(in crate::share::document) place: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(in crate::share::document) value: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) direction: Option<Direction>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) policy: Option<Policy>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) priority: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) ip_protocol: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) port_range: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) source_port_range: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) peer_cidr: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) peer_group_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) peer_prefix_list_id: Option<String>,
}

/// What an interface belongs to, if not to an instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(in crate::share::document) struct Holder {
    /// The cloud service, such as `alb`; absent if the interface stands for members of a group
    /// that are not listed, or is attached to nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::share::document) product: Option<String>,
    /// What the service calls it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(in crate::share::document) description: String,
    /// Whether it is attached to nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(in crate::share::document) unattached: bool,
}

/// A public address that stands for one of several private ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(in crate::share::document) struct PublicAddress {
    pub(in crate::share::document) public_ip_address: String,
    pub(in crate::share::document) private_ip_address: String,
}

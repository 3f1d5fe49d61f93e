//! Words that rules, groups and what is not known of them have in common.

use serde::{Deserialize, Serialize};

/// `Policy` and `InnerAccessPolicy`, in the spelling of responses or of requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::share::document) enum Policy {
    #[serde(alias = "accept")]
    Accept,
    #[serde(alias = "drop")]
    Drop,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::share::document) enum Direction {
    Ingress,
    Egress,
}

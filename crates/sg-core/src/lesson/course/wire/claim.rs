//! The wire types of claims.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::goal::Expect;
use crate::share::object;

/// A claim: exactly one of these fields is set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClaimWire {
    /// The fate of packets.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub traffic: Option<TrafficWire>,
    /// An answer of the API.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub call: Option<CallWire>,
    /// A group's intra-group policy.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub policy: Option<PolicyWire>,
    /// A membership in a group.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberWire>,
    /// Whether a group exists.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupWire>,
    /// A limit on edits.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub budget: Option<BudgetWire>,
}

/// The expected fate of packets between two ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrafficWire {
    /// The sender: an instance or interface, an outside block, or an address.
    pub from: String,
    /// The receiver.
    pub to: String,
    /// The packets, such as `tcp/443`; all packets if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packets: Option<Vec<String>>,
    /// Source ports, such as `1024-65535`; any port if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_ports: Option<String>,
    /// Whether the same must hold in the other direction.
    #[serde(default, skip_serializing_if = "is_false")]
    pub both_ways: bool,
    /// `pass`, `blocked`, or `passOnly` (these packets pass and no others).
    pub expect: Expect,
    /// The clause that must decide about all of these packets, such as `S-02`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A call in the log and the answer it got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CallWire {
    /// The operation; any operation if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// Parameters that the call had.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub with: BTreeMap<String, String>,
    /// Whether it came after the last edit that changed the scenario.
    #[serde(default, skip_serializing_if = "is_false")]
    pub fresh: bool,
    /// `200`, or an error code.
    pub answer: String,
}

/// A group's intra-group policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PolicyWire {
    /// The group, by id or name.
    pub group: String,
    /// `Accept` or `Drop`.
    pub is: String,
}

/// Whether an instance is in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MemberWire {
    /// The instance, by id or name; only its primary interface counts.
    pub instance: String,
    /// The group, by id or name.
    pub group: String,
    /// Whether it should be a member.
    pub is: bool,
}

/// Whether a group exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupWire {
    /// The group, by id or name.
    pub name: String,
    /// Whether it should exist.
    pub exists: bool,
}

/// A limit on edits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BudgetWire {
    /// The maximum number of edits that change the scenario.
    pub calls: u64,
    /// The permitted operations; any edit if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Vec<String>>,
}

const fn is_false(value: &bool) -> bool {
    !*value
}

//! A custom rule of one security group.

use std::fmt;

use super::{RuleId, RuleSpec, Timestamp};

/// A custom rule of one security group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// `SecurityGroupRuleId`, unique in the scenario.
    pub id: RuleId,
    /// `CreateTime`.
    pub created: Timestamp,
    /// `Description`, at most 512 characters; may be empty.
    pub description: String,
    /// What it says of packets.
    pub spec: RuleSpec,
}

impl fmt::Display for Rule {
    /// What it says; neither its id nor its description.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.spec.fmt(f)
    }
}

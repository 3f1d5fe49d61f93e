//! What is not known of a group: the parts of a real account that its input left out or that could
//! not be read.

use std::sync::Arc;

use super::{Direction, Peer, Priority, ProtocolFilter, RulePolicy};

/// What is not known of a security group. A verdict that any of it could change is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unread {
    /// Whether the intra-group policy is not known; the one the group states is then a placeholder.
    pub policy: bool,
    /// Whether the group may have rules of which nothing is known.
    pub more_rules: bool,
    /// Rules of which only some parts are known.
    pub rules: Vec<Arc<UnreadRule>>,
}

impl Unread {
    /// Nothing about the group is known but that it exists.
    pub const fn everything() -> Self {
        Self { policy: true, more_rules: true, rules: Vec::new() }
    }

    /// Whether everything is known.
    pub fn is_nothing(&self) -> bool {
        !self.policy && !self.more_rules && self.rules.is_empty()
    }
}

/// A rule that could not be read completely. It may match any packet that its known parts allow.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnreadRule {
    /// Where it was found, such as `account.json:14`.
    pub place: String,
    /// The field and value that could not be read, such as `PortRange 80-90`.
    pub value: String,
    /// The direction; `None` may be either.
    pub direction: Option<Direction>,
    /// The action; `None` may be either.
    pub policy: Option<RulePolicy>,
    /// The priority; `None` may be any.
    pub priority: Option<Priority>,
    /// The protocol and ports; `None` may be any.
    pub protocol: Option<ProtocolFilter>,
    /// The remote end; `None` may be any.
    pub peer: Option<Peer>,
}

//! Whether packets should pass, and what no edit of a group can change about it.

use crate::connectivity::reason::{PlatformRule, UnknownReason};
use crate::connectivity::verdict::Decider;
use crate::model::RulePolicy;

/// The intended result for packets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Intent {
    /// All of them should pass.
    Allow,
    /// None of them should pass.
    Block,
}

impl Intent {
    /// The action of a rule that supports the goal.
    pub(super) const fn rule_policy(self) -> RulePolicy {
        match self {
            Self::Allow => RulePolicy::Accept,
            Self::Block => RulePolicy::Drop,
        }
    }

    /// The action of a rule that works against the goal.
    pub(super) const fn opposed_policy(self) -> RulePolicy {
        match self {
            Self::Allow => RulePolicy::Drop,
            Self::Block => RulePolicy::Accept,
        }
    }

    /// Whether edits of groups cannot change a decision to what is intended.
    pub(super) fn cannot_change(self, decider: &Decider) -> bool {
        match (decider, self) {
            // What is not known of a group may cease to matter, but never becomes known. Whether
            // there is a way to the Internet stays unknown, but rules can still block it.
            (Decider::Unknown(reason), intent) => match reason {
                UnknownReason::Unread(_) => false,
                UnknownReason::UnreadPublicAddress { .. }
                | UnknownReason::UnreadSnat { .. }
                | UnknownReason::SnatAddress { .. } => intent == Intent::Allow,
                UnknownReason::NoSuchInterface(_)
                | UnknownReason::NotItsAddress { .. }
                | UnknownReason::NotOutside(_)
                | UnknownReason::NoInterfaceHas(_)
                | UnknownReason::BothOutside
                | UnknownReason::NoSuchPacket
                | UnknownReason::UnreadRoutes { .. } => true,
            },
            (Decider::Route(_) | Decider::Platform(PlatformRule::OutboundMail), intent) => {
                intent == Intent::Allow
            }
            (Decider::Platform(_) | Decider::Itself, intent) => intent == Intent::Block,
            (Decider::Policy { .. } | Decider::Rule { .. } | Decider::Implicit { .. }, _) => false,
        }
    }
}

//! The goal of a fix: the intended result for some packets from one end to another.

use crate::connectivity::end::End;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::space::Region;
use crate::connectivity::verdict::Verdict;
use crate::model::{ProtocolFilter, RulePolicy};

use super::path::Spaces;

/// The intended result for some packets between two ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The source.
    pub from: End,
    /// The destination.
    pub to: End,
    /// The packets, as a single rule could name them.
    pub packets: ProtocolFilter,
    /// Whether they should pass.
    pub intent: Intent,
}

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
}

impl Goal {
    /// The packets as a set; `None` means all packets.
    pub(super) const fn asked(&self) -> Option<PacketSet> {
        PacketSet::of(self.packets)
    }

    /// The regions that contain some packet of the goal.
    pub(super) fn regions<'a>(&'a self, spaces: &'a Spaces) -> impl Iterator<Item = &'a Region> {
        let asked = self.asked();
        let regions = spaces.iter().flat_map(|(_, space)| &space.regions);
        regions.filter(move |region| {
            asked.as_ref().is_none_or(|asked| region.packets.intersection(asked).is_some())
        })
    }

    pub(super) fn holds(&self, spaces: &Spaces) -> bool {
        let wished = match self.intent {
            Intent::Allow => Verdict::Pass,
            Intent::Block => Verdict::Blocked,
        };
        let mut regions = self.regions(spaces).peekable();
        regions.peek().is_some() && regions.all(|region| region.verdict == wished)
    }
}

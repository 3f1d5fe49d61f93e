//! What is wanted of some packets from one end to another.

use crate::connectivity::end::End;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::space::Region;
use crate::connectivity::verdict::Verdict;
use crate::model::{ProtocolFilter, RulePolicy};

use super::way::Spaces;

/// What is wanted of some packets from one end to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Where the packets start.
    pub from: End,
    /// Where they go.
    pub to: End,
    /// Which ones, as one rule could name them.
    pub packets: ProtocolFilter,
    /// What is to become of them.
    pub wish: Wish,
}

/// What is to become of packets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wish {
    /// All of them are to pass.
    Reach,
    /// None of them is to pass.
    Stop,
}

impl Wish {
    /// The action of a rule that helps.
    pub(super) const fn rule_policy(self) -> RulePolicy {
        match self {
            Self::Reach => RulePolicy::Accept,
            Self::Stop => RulePolicy::Drop,
        }
    }

    /// The action of a rule that hinders.
    pub(super) const fn opposed_policy(self) -> RulePolicy {
        match self {
            Self::Reach => RulePolicy::Drop,
            Self::Stop => RulePolicy::Accept,
        }
    }
}

impl Goal {
    /// The packets as a set; none is all of them.
    pub(super) const fn asked(&self) -> Option<PacketSet> {
        PacketSet::of(self.packets)
    }

    /// The regions that hold some packet of the goal.
    pub(super) fn regions<'a>(&'a self, spaces: &'a Spaces) -> impl Iterator<Item = &'a Region> {
        let asked = self.asked();
        let regions = spaces.iter().flat_map(|(_, space)| &space.regions);
        regions.filter(move |region| {
            asked.as_ref().is_none_or(|asked| region.packets.intersection(asked).is_some())
        })
    }

    pub(super) fn holds(&self, spaces: &Spaces) -> bool {
        let wished = match self.wish {
            Wish::Reach => Verdict::Pass,
            Wish::Stop => Verdict::Blocked,
        };
        let mut regions = self.regions(spaces).peekable();
        regions.peek().is_some() && regions.all(|region| region.verdict == wished)
    }
}

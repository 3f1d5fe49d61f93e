//! The goal of a fix: the intended result for some packets from one end to another.

use crate::connectivity::end::End;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::space::Region;
use crate::connectivity::verdict::Verdict;
use crate::model::ProtocolFilter;

use super::intent::Intent;
use super::path::Located;

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

impl Goal {
    /// The packets as a set; `None` means all packets.
    pub(super) const fn asked(&self) -> Option<PacketSet> {
        PacketSet::of(self.packets)
    }

    /// The packets of the goal in a region.
    pub(super) fn within(&self, region: &Region) -> Option<PacketSet> {
        match self.asked() {
            Some(asked) => region.packets.intersection(&asked),
            None => Some(region.packets),
        }
    }

    /// The regions that contain some packet of the goal and that edits of groups can change.
    pub(super) fn regions<'a>(&'a self, spaces: &'a [Located]) -> impl Iterator<Item = &'a Region> {
        let regions = spaces.iter().flat_map(|(_, space)| &space.regions);
        regions.filter(|region| {
            self.within(region).is_some() && !self.intent.cannot_change(&region.decider)
        })
    }

    /// Whether everything that edits of groups can change is as it should be. A verdict that is
    /// unknown is never as it should be.
    pub(super) fn holds(&self, spaces: &[Located]) -> bool {
        self.regions(spaces).all(|region| region.verdict == self.wished())
    }

    pub(super) const fn wished(&self) -> Verdict {
        match self.intent {
            Intent::Allow => Verdict::Pass,
            Intent::Block => Verdict::Blocked,
        }
    }
}

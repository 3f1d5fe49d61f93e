//! The plan and layout of a drawing, shared by the parts that render it.

use crate::derived::Reachability;
use crate::drawing::{Layout, Plan, Rect, Who, layout, plan};
use sg_core::connectivity::End;
use sg_core::model::Scenario;

/// A plan with its layout.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sketch {
    pub(crate) plan: Plan,
    pub(crate) layout: Layout,
    /// The ends that have their own node, each with its index among all ends.
    pub(crate) ends: Vec<(usize, Rect)>,
}

impl Sketch {
    pub(crate) fn new(seen: &Reachability, chosen: Option<(usize, usize)>, room: i32) -> Self {
        Self::of(seen.scenario(), &seen.ends, chosen, room)
    }

    /// The drawing of a scenario with these ends.
    pub(crate) fn of(
        scenario: &Scenario,
        all: &[End],
        chosen: Option<(usize, usize)>,
        room: i32,
    ) -> Self {
        let chosen: Vec<usize> = chosen.into_iter().flat_map(|(from, to)| [from, to]).collect();
        let plan = plan(scenario, all, &chosen);
        let layout = layout(&plan, room);
        let own = |who: Who| match who {
            Who::One(place) => Some(place),
            Who::Many(_) => None,
        };
        let nodes = plan.nodes.iter().zip(&layout.nodes);
        let nodes = nodes.filter_map(|(node, rect)| Some((own(node.who)?, *rect)));
        let outside = plan.outside.iter().copied().zip(layout.outside.iter().copied());
        let ends = nodes.chain(outside).collect();
        Self { plan, layout, ends }
    }

    /// Where an end is drawn; `None` if it is only counted.
    pub(crate) fn rect(&self, place: usize) -> Option<&Rect> {
        self.ends.iter().find(|(own, _)| *own == place).map(|(_, rect)| rect)
    }
}

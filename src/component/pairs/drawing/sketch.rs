//! The plan and layout of a drawing, shared by the parts that render it.

use crate::derived::Reachability;
use crate::drawing::{LABEL_REST, Layout, Others, Plan, Rect, Who, fitted, layout, plan, width_of};
use sg_core::connectivity::End;
use sg_core::explain::narrow_label;
use sg_core::model::Scenario;

/// A plan with its layout.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sketch {
    pub(crate) plan: Plan,
    pub(crate) layout: Layout,
    /// The ends that have their own node, each with its index among all ends.
    pub(crate) ends: Vec<(usize, Rect)>,
    /// Their names, short enough for their nodes, in the same order.
    pub(crate) names: Vec<(usize, String)>,
    /// The name of each area, short enough for it.
    pub(crate) labels: Vec<String>,
}

/// What the border and the padding of a node take of its width.
const FRAME: i32 = 16;

impl Sketch {
    pub(crate) fn new(seen: &Reachability, chosen: Option<(usize, usize)>, room: i32) -> Self {
        let rows = || seen.lines.iter().flat_map(|lines| &lines.rows).enumerate();
        let beside = rows()
            .filter(|(_, line)| line.group.is_none())
            .flat_map(|(row, line)| line.members.iter().skip(1).map(move |end| (row, end)));
        let groups =
            rows().filter_map(|(row, line)| Some((row, line.group.as_ref()?, line.members.len())));
        let others = Others { beside: beside.collect(), groups: groups.collect() };
        Self::with(seen.scenario(), (&seen.ends, &seen.names, &others), chosen, room)
    }

    /// The drawing of a scenario with these ends and their names.
    pub(crate) fn of(
        scenario: &Scenario,
        (all, names): (&[End], &[String]),
        chosen: Option<(usize, usize)>,
        room: i32,
    ) -> Self {
        Self::with(scenario, (all, names, &Others::default()), chosen, room)
    }

    /// The same; `others` are the ends for which these stand.
    fn with(
        scenario: &Scenario,
        (all, names, others): (&[End], &[String], &Others<'_>),
        chosen: Option<(usize, usize)>,
        room: i32,
    ) -> Self {
        let chosen: Vec<usize> = chosen.into_iter().flat_map(|(from, to)| [from, to]).collect();
        let plan = plan(scenario, all, others, &chosen);
        let own = |who: Who| match who {
            Who::One(place) => Some(place),
            Who::Many(_) => None,
        };
        let drawn = plan.nodes.iter().filter_map(|node| own(node.who));
        let drawn: Vec<usize> = drawn.chain(plan.outside.iter().copied()).collect();
        let named = |place: usize| Some(narrow_label(all.get(place)?, names.get(place)?));
        let whole =
            |place: usize| named(place).map(|(name, last)| width_of(name) + rest(last.as_ref()));
        let widest = drawn.iter().filter_map(|place| whole(*place)).max().unwrap_or_default();
        let heads = plan.areas.iter().map(|area| width_of(&area.label) + LABEL_REST - FRAME);
        let layout = layout(&plan, widest.max(heads.max().unwrap_or_default()) + FRAME, room);
        let nodes = plan.nodes.iter().zip(&layout.nodes);
        let nodes = nodes.filter_map(|(node, rect)| Some((own(node.who)?, *rect)));
        let outside = plan.outside.iter().copied().zip(layout.outside.iter().copied());
        let ends: Vec<(usize, Rect)> = nodes.chain(outside).collect();
        let short = |(place, rect): &(usize, Rect)| {
            let (name, last) = named(*place)?;
            let others = drawn.iter().filter_map(|place| Some(named(*place)?.0));
            let name = fitted(name, others, rect.width - FRAME - rest(last.as_ref()));
            Some((*place, last.map(|last| format!("{name} {last}")).unwrap_or(name)))
        };
        let names = ends.iter().filter_map(short).collect();
        let heads = plan.areas.iter().zip(&layout.labels);
        let heads = heads.map(|(area, label)| {
            let others = plan.areas.iter().map(|area| area.label.as_str());
            fitted(&area.label, others, label.width - LABEL_REST)
        });
        let labels = heads.collect();
        Self { plan, layout, ends, names, labels }
    }

    /// The name of an end in its node.
    pub(crate) fn name(&self, place: usize) -> &str {
        let own = self.names.iter().find(|(end, _)| *end == place);
        own.map(|(_, name)| name.as_str()).unwrap_or_default()
    }

    /// Where an end is drawn; `None` if it is only counted.
    pub(crate) fn rect(&self, place: usize) -> Option<&Rect> {
        self.ends.iter().find(|(own, _)| *own == place).map(|(_, rect)| rect)
    }
}

/// The width of the part of a name that is never left out, with its space.
fn rest(last: Option<&String>) -> i32 {
    last.map_or(0, |last| width_of(last) + width_of(" "))
}

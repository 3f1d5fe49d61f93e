//! The layout of a drawing.
//!
//! Interfaces with the same groups share one column or several adjacent ones. A group is a
//! rectangle around its columns, or several rectangles joined by a bridge if other columns are in
//! between. Overlapping groups have different levels; an outer level extends further in every
//! direction, so borders never coincide. Every node is inside all of its groups and outside all
//! others.

use std::collections::BTreeMap;

use crate::drawing::block::{Block, GAP, MARGIN, NODE, STRIP};
use crate::drawing::plan::{Node, Plan};
use crate::drawing::shape::{Layout, Rect};

/// The height of a node, on desktop and on phones, where nodes are tapped.
const HIGH: i32 = 28;

const TOUCHED: i32 = 44;

/// Narrower drawings use the phone layout: outside ends go below instead of beside.
const NARROW: i32 = 480;

/// Lays out a plan, within the given width if possible.
pub fn layout(plan: &Plan, room: i32) -> Layout {
    let beside = room >= NARROW && !plan.outside.is_empty();
    let high = if room >= NARROW { HIGH } else { TOUCHED };
    let aside = if beside { NODE + 3 * MARGIN } else { 0 };
    let framed = plan.vpcs.len() > 1;
    let mut drawn = Layout {
        areas: vec![Vec::new(); plan.areas.len()],
        nodes: vec![Rect::default(); plan.nodes.len()],
        ..Layout::default()
    };
    let (mut y, mut right) = (if framed { MARGIN } else { 2 }, 0);
    for vpc in 0..plan.vpcs.len() {
        let (inset, top) = if framed { (2 * MARGIN, STRIP + GAP) } else { (2, 0) };
        let blocks = components(plan, vpc);
        let (width, height) = place_blocks(
            plan,
            &blocks,
            &mut drawn,
            (inset, y + top, room - aside - 2 * inset, high),
        );
        if framed {
            let frame =
                Rect { x: MARGIN, y, width: width + 2 * MARGIN, height: height + top + MARGIN };
            drawn.frames.push(frame);
            right = right.max(frame.x + frame.width);
            y += frame.height + MARGIN;
        } else {
            right = right.max(inset + width);
            y += height;
        }
    }
    let bottom = place_outside(plan, &mut drawn, (beside, high), (right, y));
    let reach = drawn.outside.iter().map(|rect| rect.x + rect.width).max().unwrap_or_default();
    drawn.size = (right.max(reach) + MARGIN, bottom + MARGIN);
    drawn
}

/// Places the outside ends: in a column on the side, or in rows below. Returns the resulting
/// extent.
fn place_outside(
    plan: &Plan,
    drawn: &mut Layout,
    (beside, high): (bool, i32),
    (right, bottom): (i32, i32),
) -> i32 {
    let mut end = bottom;
    for index in 0..i32::try_from(plan.outside.len()).unwrap_or_default() {
        let (x, y) = match beside {
            true => (right + 3 * MARGIN, MARGIN + STRIP + index * (high + 2 * GAP)),
            false => {
                (MARGIN + index % 3 * (NODE + GAP), bottom + 3 * GAP + index / 3 * (high + GAP))
            }
        };
        drawn.outside.push(Rect { x, y, width: NODE, height: high });
        end = end.max(y + high);
    }
    end
}

/// The areas of a VPC that are connected through shared nodes, each set with its nodes.
fn components(plan: &Plan, vpc: usize) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut of: BTreeMap<usize, usize> = (0..plan.areas.len())
        .filter(|area| plan.areas.get(*area).is_some_and(|area| area.vpc == vpc))
        .map(|area| (area, area))
        .collect();
    for node in plan.nodes.iter().filter(|node| node.vpc == vpc) {
        let roots = node.areas.iter().filter_map(|area| of.get(area).copied());
        let Some(root) = roots.clone().min() else { continue };
        let joined: Vec<usize> = roots.collect();
        for own in of.values_mut().filter(|own| joined.contains(own)) {
            *own = root;
        }
    }
    let mut roots: Vec<usize> = of.values().copied().collect();
    roots.sort_unstable();
    roots.dedup();
    let member = |node: &Node, root: usize| {
        node.vpc == vpc && node.areas.first().and_then(|area| of.get(area)) == Some(&root)
    };
    let component = |root: usize| {
        let areas = of.iter().filter(|(_, own)| **own == root).map(|(area, _)| *area).collect();
        let nodes = plan.nodes.iter().enumerate().filter(|(_, node)| member(node, root));
        (areas, nodes.map(|(place, _)| place).collect())
    };
    roots.into_iter().map(component).collect()
}

/// Places blocks in rows. Returns their total width and height.
fn place_blocks(
    plan: &Plan,
    blocks: &[(Vec<usize>, Vec<usize>)],
    drawn: &mut Layout,
    (left, top, room, high): (i32, i32, i32, i32),
) -> (i32, i32) {
    let (mut x, mut y, mut row, mut widest) = (0, 0, 0, 0);
    for (areas, nodes) in blocks {
        let block = Block::new(plan, areas, nodes, (room, high));
        if x > 0 && x + block.width() > room {
            (x, y, row) = (0, y + row + MARGIN, 0);
        }
        block.draw(drawn, (left + x, top + y));
        widest = widest.max(x + block.width());
        x += block.width() + MARGIN;
        row = row.max(block.height());
    }
    (widest, y + row)
}

/// The node that an arrow key leads to: the nearest one in that direction, by index.
pub fn neighbour(nodes: &[Rect], from: usize, key: &str) -> Option<usize> {
    let (dx, dy) = match key {
        "ArrowLeft" => (-1, 0),
        "ArrowRight" => (1, 0),
        "ArrowUp" => (0, -1),
        "ArrowDown" => (0, 1),
        _ => return None,
    };
    let own = nodes.get(from)?;
    let way = |rect: &Rect| {
        let (x, y) = (rect.x - own.x, rect.y - own.y);
        let (ahead, aside) = (x * dx + y * dy, (x * dy).abs() + (y * dx).abs());
        (ahead > 0).then_some(ahead + 3 * aside)
    };
    let others = nodes.iter().enumerate().filter(|(place, _)| *place != from);
    others.filter_map(|(place, rect)| Some((way(rect)?, place))).min().map(|(_, place)| place)
}

//! The layout of a drawing.
//!
//! Interfaces with the same groups share one column or several adjacent ones. A group is a
//! rectangle around its columns, or several rectangles joined by a bridge if other columns are in
//! between. Overlapping groups have different levels; an outer level extends further in every
//! direction, so borders never coincide. Every node is inside all of its groups and outside all
//! others.

use std::collections::BTreeMap;

use crate::drawing::block::{Block, GAP, MARGIN, STRIP, Scale, Sets};
use crate::drawing::label::{NARROW as NARROW_CHARACTER, width_of};
use crate::drawing::plan::{Area, Node, Plan};
use crate::drawing::shape::{Layout, Rect};

/// The height of a node, and its height where nodes are tapped.
const HIGH: i32 = 28;

const TOUCHED: i32 = 44;

/// In narrower drawings, nodes are tapped: this is a phone, or a column of a page on a tablet.
const TOUCH: i32 = 700;

/// Narrower drawings have outside ends below instead of beside.
const NARROW: i32 = 480;

/// The least, the usual and the most width of a node, and the steps in between.
const NODE: (i32, i32, i32) = (52, 80, 220);

const NODE_STEP: usize = 12;

/// The horizontal gaps between columns, most room first.
const GAPS: [i32; 5] = [56, 40, 28, 16, GAP];

/// The width of what a label holds besides the name of its group: a sign and a policy.
pub const LABEL_REST: i32 = 10 * NARROW_CHARACTER;

/// How high a drawing may become so that names are whole, in CSS pixels.
const HIGH_ENOUGH: i32 = 420;

/// Lays out a plan, within the given width if possible. `wanted` is the width of a node that holds
/// the longest name; nodes get as much of it as there is room for, and columns what is left.
pub fn layout(plan: &Plan, wanted: i32, room: i32) -> Layout {
    let (least, usual, most) = NODE;
    let high = if room >= TOUCH { HIGH } else { TOUCHED };
    let vpcs: Vec<Vec<Sets>> = (0..plan.vpcs.len()).map(|vpc| components(plan, vpc)).collect();
    let drawn = |node: i32, gap: i32| at_scale(plan, &vpcs, Scale { node, high, gap }, room);
    let lowest = drawn(usual, GAP).size.1.max(HIGH_ENOUGH);
    let widths = (least..=wanted.clamp(usual, most)).rev().step_by(NODE_STEP);
    // Below the usual width, names are shortened rather than cut off by the edge.
    let fitting = widths.into_iter().find_map(|node| {
        let drawn = drawn(node, GAP);
        let (width, height) = drawn.size;
        let fits = width <= room && (height <= lowest || node <= usual);
        fits.then_some((node, drawn))
    });
    let (node, narrow) = fitting.unwrap_or_else(|| (least, drawn(least, GAP)));
    // The gaps must not push anything into another row.
    let wider = GAPS.into_iter().map(|gap| drawn(node, gap));
    let wider = wider.into_iter().find(|own| own.size.0 <= room && own.size.1 <= narrow.size.1);
    let mut drawn = wider.unwrap_or(narrow);
    let areas = plan.areas.iter().zip(&drawn.areas);
    let labels = areas.filter_map(|(area, pieces)| Some(label_box(area, pieces.first()?)));
    drawn.labels = labels.collect();
    drawn
}

/// Where the label of an area is: its sign, its name and its policy, at most as wide as the area.
fn label_box(area: &Area, piece: &Rect) -> Rect {
    let width = (width_of(&area.label) + LABEL_REST).min(piece.width - 10);
    Rect { x: piece.x + 6, y: piece.y + 1, width, height: STRIP - 1 }
}

fn at_scale(plan: &Plan, vpcs: &[Vec<Sets>], scale: Scale, room: i32) -> Layout {
    let beside = room >= NARROW && !plan.outside.is_empty();
    let aside = if beside { outside_width(scale) + 3 * MARGIN } else { 0 };
    let framed = plan.vpcs.len() > 1;
    let mut drawn = Layout {
        areas: vec![Vec::new(); plan.areas.len()],
        nodes: vec![Rect::default(); plan.nodes.len()],
        ..Layout::default()
    };
    let (mut y, mut right) = (if framed { MARGIN } else { 2 }, 0);
    for blocks in vpcs {
        let (inset, top) = if framed { (2 * MARGIN, STRIP + GAP) } else { (2, 0) };
        let within = room - aside - 2 * inset - MARGIN;
        let (width, height) = place_blocks(blocks, &mut drawn, (inset, y + top, within), scale);
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
    let bottom = place_outside(plan, &mut drawn, (beside.then_some(right), y), (scale, room));
    let reach = drawn.outside.iter().map(|rect| rect.x + rect.width).max().unwrap_or_default();
    drawn.size = (right.max(reach) + MARGIN, bottom + MARGIN);
    drawn
}

/// The width of an outside end. It shares its row with no columns, so it never has to be narrow.
fn outside_width(scale: Scale) -> i32 {
    scale.node.max(NODE.1)
}

/// Places the outside ends: in a column to the right of `beside`, or in rows below. Returns the
/// resulting extent.
fn place_outside(
    plan: &Plan,
    drawn: &mut Layout,
    (beside, bottom): (Option<i32>, i32),
    (scale, room): (Scale, i32),
) -> i32 {
    let (node, high) = (outside_width(scale), scale.high);
    let mut end = bottom;
    let in_row = ((room - 2 * MARGIN + GAP) / (node + GAP)).max(1);
    for index in 0..i32::try_from(plan.outside.len()).unwrap_or_default() {
        let (x, y) = match beside {
            Some(right) => (right + 3 * MARGIN, MARGIN + STRIP + index * (high + 2 * GAP)),
            None => (
                MARGIN + index % in_row * (node + GAP),
                bottom + 3 * GAP + index / in_row * (high + GAP),
            ),
        };
        drawn.outside.push(Rect { x, y, width: node, height: high });
        end = end.max(y + high);
    }
    end
}

/// The areas of a VPC that are connected through shared nodes, each set with its nodes.
fn components(plan: &Plan, vpc: usize) -> Vec<Sets> {
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
        let areas = of.iter().filter(|(_, own)| **own == root).map(|(area, _)| *area);
        let nodes = plan.nodes.iter().enumerate().filter(|(_, node)| member(node, root));
        let nodes: Vec<usize> = nodes.map(|(place, _)| place).collect();
        Sets::new(plan, areas.collect(), &nodes)
    };
    roots.into_iter().map(component).collect()
}

/// Places blocks in rows. Returns their total width and height.
fn place_blocks(
    blocks: &[Sets],
    drawn: &mut Layout,
    (left, top, room): (i32, i32, i32),
    scale: Scale,
) -> (i32, i32) {
    let (mut x, mut y, mut row, mut widest) = (0, 0, 0, 0);
    let apart = scale.gap.max(MARGIN);
    for sets in blocks {
        let block = Block::new(sets, room, scale);
        if x > 0 && x + block.width() > room {
            (x, y, row) = (0, y + row + MARGIN, 0);
        }
        block.draw(drawn, (left + x, top + y));
        widest = widest.max(x + block.width());
        x += block.width() + apart;
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

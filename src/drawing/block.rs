//! Connected areas: their columns, levels and rectangles.

use std::collections::BTreeMap;

use crate::drawing::order::order;
use crate::drawing::plan::Plan;
use crate::drawing::shape::{Bridge, Layout, Rect};

/// The sizes that depend on the room and on the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scale {
    /// The width of a node.
    pub(crate) node: i32,
    /// The height of a node.
    pub(crate) high: i32,
    /// The horizontal gap between columns.
    pub(crate) gap: i32,
}

/// The vertical gap between nodes, and the padding of an area.
pub(crate) const GAP: i32 = 8;

/// The height of an area's label.
pub(crate) const STRIP: i32 = 19;

/// The gap between blocks, and the outer margin.
pub(crate) const MARGIN: i32 = 14;

/// How much further each outer level extends.
const STEP: i32 = 5;

/// The most nodes stacked in one column.
const MOST_ROWS: usize = 6;

/// The areas of one column, and its nodes from top to bottom.
type Column = (Vec<usize>, Vec<usize>);

/// A set of connected areas.
pub(crate) struct Block<'a> {
    areas: &'a [usize],
    /// Left to right: the areas of a column, and its nodes from top to bottom.
    columns: Vec<Column>,
    /// The level of each area; the outermost is 0.
    levels: BTreeMap<usize, i32>,
    depth: i32,
    rows: i32,
    scale: Scale,
}

/// Connected areas with their columns in order, before they are given a size.
pub(crate) struct Sets {
    areas: Vec<usize>,
    /// The areas of a set of nodes, and the nodes.
    columns: Vec<Column>,
}

impl Sets {
    /// Orders the columns, which is the costly part and does not depend on any size.
    pub(crate) fn new(plan: &Plan, areas: Vec<usize>, nodes: &[usize]) -> Self {
        let mut sets: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        for node in nodes {
            let set = plan.nodes.get(*node).map(|node| node.areas.clone()).unwrap_or_default();
            sets.entry(set).or_default().push(*node);
        }
        let (sets, members): (Vec<_>, Vec<_>) = sets.into_iter().unzip();
        let ordered = order(&sets);
        let column = |set: usize| Some((sets.get(set)?.clone(), members.get(set)?.clone()));
        Self { areas, columns: ordered.into_iter().filter_map(column).collect() }
    }
}

impl<'a> Block<'a> {
    /// Stacks nodes as high as it takes to fit into the room.
    pub(crate) fn new(sets: &'a Sets, room: i32, scale: Scale) -> Self {
        let areas = &*sets.areas;
        let columns = |rows: usize| -> Vec<Column> {
            let stacks = sets.columns.iter().flat_map(|(areas, nodes)| {
                nodes.chunks(rows).map(|nodes| (areas.clone(), nodes.to_vec()))
            });
            stacks.collect()
        };
        let build = |rows: usize| {
            let mut columns = columns(rows);
            if columns.is_empty() {
                // A group without members still has an area.
                columns.push((areas.to_vec(), Vec::new()));
            }
            let levels = levels(areas, &columns);
            let depth = levels.values().max().map_or(1, |level| level + 1);
            let rows = columns.iter().map(|(_, nodes)| nodes.len()).max().unwrap_or(1).max(1);
            Self { areas, columns, levels, depth, rows: i32::try_from(rows).unwrap_or(1), scale }
        };
        let fits = (1..=MOST_ROWS).map(build).find(|block| block.width() <= room);
        fits.unwrap_or_else(|| build(MOST_ROWS))
    }

    const fn pitch(&self) -> i32 {
        self.scale.node + 2 * self.depth * STEP + self.scale.gap
    }

    pub(crate) fn width(&self) -> i32 {
        i32::try_from(self.columns.len()).unwrap_or(1) * self.pitch() - self.scale.gap
    }

    pub(crate) const fn height(&self) -> i32 {
        self.depth * (STRIP + STEP) + self.rows * (self.scale.high + GAP) + GAP
    }

    fn column(&self, column: usize) -> i32 {
        i32::try_from(column).unwrap_or_default() * self.pitch() + self.depth * STEP
    }

    pub(crate) fn draw(&self, drawn: &mut Layout, (left, top): (i32, i32)) {
        let first_row = top + self.depth * STRIP + GAP;
        let Scale { node: wide, high, .. } = self.scale;
        for (column, (_, nodes)) in self.columns.iter().enumerate() {
            for (row, node) in (0..).zip(nodes) {
                let (x, y) = (left + self.column(column), first_row + row * (high + GAP));
                let place = Rect { x, y, width: wide, height: high };
                drawn.nodes.get_mut(*node).into_iter().for_each(|rect| *rect = place);
            }
        }
        let mut order: Vec<usize> = self.areas.to_vec();
        order.sort_by_key(|area| self.levels.get(area));
        for area in order {
            let level = self.levels.get(&area).copied().unwrap_or_default();
            let out = (self.depth - level) * STEP;
            let pieces = pieces(&self.columns, area).into_iter().map(|(first, last)| {
                let x = left + self.column(first) - out;
                let width = left + self.column(last) + wide + out - x;
                let y = top + level * STRIP;
                Rect { x, y, width, height: self.height() - level * (STRIP + STEP) }
            });
            let pieces: Vec<Rect> = pieces.collect();
            for pair in pieces.windows(2) {
                if let [a, b] = pair {
                    drawn.bridges.push(Bridge {
                        area,
                        from: a.x + a.width,
                        to: b.x,
                        y: a.y + STRIP / 2,
                    });
                }
            }
            drawn.areas.get_mut(area).into_iter().for_each(|own| *own = pieces.clone());
            drawn.levels.push(area);
        }
    }
}

/// The column ranges of an area, first and last.
fn pieces(columns: &[Column], area: usize) -> Vec<(usize, usize)> {
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    for (column, (areas, _)) in columns.iter().enumerate() {
        if !areas.contains(&area) {
            continue;
        }
        match pieces.last_mut() {
            Some((_, last)) if *last + 1 == column => *last = column,
            _ => pieces.push((column, column)),
        }
    }
    pieces
}

/// Assigns levels so that no two areas overlap on a level, bridges included; the widest areas are
/// outermost.
fn levels(areas: &[usize], columns: &[Column]) -> BTreeMap<usize, i32> {
    let hull = |area: usize| {
        let pieces = pieces(columns, area);
        Some((pieces.first()?.0, pieces.last()?.1))
    };
    let mut hulls: Vec<(usize, (usize, usize))> =
        areas.iter().filter_map(|area| Some((*area, hull(*area)?))).collect();
    hulls.sort_by_key(|(area, (first, last))| (usize::MAX - (last - first), *area));
    let mut taken: Vec<(i32, (usize, usize))> = Vec::new();
    let mut levels = BTreeMap::new();
    for (area, (first, last)) in hulls {
        let meets = |level: i32| {
            let here = taken.iter().filter(|(other, _)| *other == level);
            here.into_iter().any(|(_, (a, b))| first <= *b && *a <= last)
        };
        let level = (0..).find(|level| !meets(*level)).unwrap_or_default();
        taken.push((level, (first, last)));
        levels.insert(area, level);
    }
    levels
}

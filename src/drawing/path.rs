//! A path in the drawing: its curve and the side that blocks it.

use crate::drawing::shape::{Layout, Rect};
use sg_core::connectivity::{Cell, Decider, PacketChoice, Verdict};
use sg_core::model::Direction;

/// Where blocked packets are stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// At the sender: its outbound check.
    Egress,
    /// At the receiver: its inbound check.
    Ingress,
    /// Some at the sender, some at the receiver.
    Both,
    /// On the way, by no group.
    Way,
}

/// Where the selected packets of a cell are stopped; `None` if all pass.
pub fn stop(cell: &Cell, choice: PacketChoice) -> Option<Stop> {
    let asked = choice.packets();
    let blocked = cell.space.regions.iter().filter(|region| {
        region.verdict == Verdict::Blocked
            && asked.is_none_or(|asked| region.packets.intersection(&asked).is_some())
    });
    let side = |decider: &Decider| match decider {
        Decider::Rule { direction, .. } | Decider::Implicit { direction, .. } => match direction {
            Direction::Egress => Stop::Egress,
            Direction::Ingress => Stop::Ingress,
        },
        Decider::Policy { .. }
        | Decider::Platform(_)
        | Decider::Route(_)
        | Decider::Itself
        | Decider::Unknown(_) => Stop::Way,
    };
    let mut sides = blocked.map(|region| side(&region.decider));
    let first = sides.next()?;
    Some(if sides.all(|other| other == first) { first } else { Stop::Both })
}

/// A point in the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The horizontal coordinate, to the right.
    pub x: f32,
    /// The vertical coordinate, downwards.
    pub y: f32,
}

/// A quadratic curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Curve {
    /// The start point.
    pub start: Point,
    /// The control point.
    pub control: Point,
    /// The end point.
    pub end: Point,
}

/// How far a curve bends, as multiples of the usual: the first that keeps clear of everything.
const BENDS: [f32; 11] = [1.0, 0.6, 1.4, 0.25, 1.9, 2.5, 3.2, -0.4, -0.8, -1.3, -2.0];

/// How many points of a curve are looked at.
const POINTS: u8 = 24;

/// The curve from one node to another, edge to edge. It bends to the right in the direction of
/// travel, so that the reverse path is a separate curve, and as far as it takes to cross as few
/// nodes and labels as possible and to stay inside the drawing.
pub fn curve(from: &Rect, to: &Rect, layout: &Layout) -> Curve {
    let crossed = |curve: &Curve| crossed(curve, (from, to), layout);
    let mut best = None;
    for bend in BENDS {
        let curve = bent(from, to, bend);
        let cost = crossed(&curve);
        if cost == 0 {
            return curve;
        }
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, curve));
        }
    }
    best.map_or_else(|| bent(from, to, 1.0), |(_, curve)| curve)
}

/// How many points of a curve are on another node, on a label, or outside the drawing.
#[expect(clippy::cast_precision_loss, reason = "drawings are at most a few thousand units wide")]
fn crossed(curve: &Curve, (from, to): (&Rect, &Rect), layout: &Layout) -> usize {
    let nodes = layout.nodes.iter().chain(&layout.outside);
    let others = nodes.filter(|node| *node != from && *node != to);
    let obstacles: Vec<&Rect> = others.chain(&layout.labels).collect();
    let on = |at: Point| {
        let holds = |rect: &&Rect| {
            at.x > rect.x as f32
                && at.x < (rect.x + rect.width) as f32
                && at.y > rect.y as f32
                && at.y < (rect.y + rect.height) as f32
        };
        let (width, height) = layout.size;
        let out = at.x < 0.0 || at.y < 0.0 || at.x > width as f32 || at.y > height as f32;
        obstacles.iter().copied().filter(holds).count() + usize::from(out)
    };
    (0..=POINTS).map(|step| on(curve.at(f32::from(step) / f32::from(POINTS)))).sum()
}

#[expect(clippy::cast_precision_loss, reason = "drawings are at most a few thousand units wide")]
fn bent(from: &Rect, to: &Rect, bend: f32) -> Curve {
    let middle = |rect: &Rect| Point {
        x: rect.x as f32 + rect.width as f32 / 2.0,
        y: rect.y as f32 + rect.height as f32 / 2.0,
    };
    let (a, b) = (middle(from), middle(to));
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx.hypot(dy).max(1.0);
    let lean = (26.0 + length * 0.16) * bend;
    let control = Point {
        x: (a.x + b.x) / 2.0 - dy / length * lean,
        y: (a.y + b.y) / 2.0 + dx / length * lean,
    };
    Curve { start: edge(from, a, control, 1.0), control, end: edge(to, b, control, 4.0) }
}

/// The point, slightly outside, where the line from a node's centre towards a target leaves the
/// node.
#[expect(clippy::cast_precision_loss, reason = "drawings are at most a few thousand units wide")]
fn edge(rect: &Rect, middle: Point, towards: Point, further: f32) -> Point {
    let (dx, dy) = (towards.x - middle.x, towards.y - middle.y);
    let across = (rect.width as f32 / 2.0 + further) / dx.abs().max(0.001);
    let down = (rect.height as f32 / 2.0 + further) / dy.abs().max(0.001);
    let part = across.min(down);
    Point { x: middle.x + dx * part, y: middle.y + dy * part }
}

impl Curve {
    /// The point at a fraction of the curve, 0 to 1.
    pub fn at(&self, part: f32) -> Point {
        self.until(part).end
    }

    /// The part up to a fraction of the curve.
    #[must_use]
    pub fn until(&self, part: f32) -> Self {
        let between =
            |a: Point, b: Point| Point { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
        let control = between(self.start, self.control);
        let end = between(control, between(self.control, self.end));
        Self { start: self.start, control, end }
    }

    /// The part after a fraction of the curve.
    #[must_use]
    pub fn after(&self, part: f32) -> Self {
        let back = Self { start: self.end, control: self.control, end: self.start };
        let Self { start, control, end } = back.until(1.0 - part);
        Self { start: end, control, end: start }
    }

    /// The curve as the `d` attribute of an SVG path.
    pub fn to_svg(&self) -> String {
        let Self { start, control, end } = self;
        format!(
            "M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}",
            start.x, start.y, control.x, control.y, end.x, end.y
        )
    }
}

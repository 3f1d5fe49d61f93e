//! The geometry of a drawing.

/// A rectangle in whole units, which are CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rect {
    /// Its left edge.
    pub x: i32,
    /// Its top edge.
    pub y: i32,
    /// The width.
    pub width: i32,
    /// The height.
    pub height: i32,
}

/// A bridge that joins two pieces of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bridge {
    /// The area.
    pub area: usize,
    /// The left end.
    pub from: i32,
    /// The right end.
    pub to: i32,
    /// The vertical position.
    pub y: i32,
}

/// The geometry of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// The bounds of the whole drawing.
    pub size: (i32, i32),
    /// The frame of each VPC; a single VPC has no frame.
    pub frames: Vec<Rect>,
    /// The pieces of each area, left to right.
    pub areas: Vec<Vec<Rect>>,
    /// The areas from the outermost level to the innermost.
    pub levels: Vec<usize>,
    /// The bridges between pieces.
    pub bridges: Vec<Bridge>,
    /// The rectangle of each node.
    pub nodes: Vec<Rect>,
    /// The rectangle of each outside end.
    pub outside: Vec<Rect>,
    /// The labels of the areas, which no path should cross.
    pub labels: Vec<Rect>,
}

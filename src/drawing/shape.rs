//! Where the parts of a drawing lie.

/// A rectangle in whole units, which are CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rect {
    /// Its left edge.
    pub x: i32,
    /// Its top edge.
    pub y: i32,
    /// From left to right.
    pub width: i32,
    /// From top to bottom.
    pub height: i32,
}

/// A line that joins two pieces of one area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bridge {
    /// The area.
    pub area: usize,
    /// From here to the right.
    pub from: i32,
    /// To here.
    pub to: i32,
    /// At this height.
    pub y: i32,
}

/// Where everything of a plan lies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// The whole drawing.
    pub size: (i32, i32),
    /// The frame of each VPC; none is drawn around the only one.
    pub frames: Vec<Rect>,
    /// For each area its pieces, left to right.
    pub areas: Vec<Vec<Rect>>,
    /// The areas from the outermost level to the innermost.
    pub levels: Vec<usize>,
    /// What joins the pieces.
    pub bridges: Vec<Bridge>,
    /// For each node its place.
    pub nodes: Vec<Rect>,
    /// For each end outside its place.
    pub outside: Vec<Rect>,
}

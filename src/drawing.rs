//! The drawing of a scenario as plain data: what is drawn, where it lies, which paths run; and the
//! picture of a link. No web types: everything here is a function of its arguments and tested natively.

mod block;
mod layout;
mod order;
mod path;
mod plan;
mod qr;
mod shape;
mod svg;

pub use layout::{layout, neighbour};
pub use path::{Curve, Point, Stop, curve, stop};
pub use plan::{Area, Grain, Node, Plan, Who, plan};
pub use qr::qr_path;
pub use shape::{Bridge, Layout, Rect};
pub use svg::{DrawnPath, Picture, svg};

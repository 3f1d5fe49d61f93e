//! The drawing of a scenario as plain data: its content, layout and paths; and QR codes of links.
//! No web types: everything here is a pure function, tested natively.

mod block;
mod figure;
mod label;
mod layout;
mod order;
mod path;
mod plan;
mod qr;
mod shape;
mod svg;
mod table;

pub use figure::{BY_ADDRESS, Caption, Ink, PARTIAL_UNKNOWN};
pub use label::{fitted, width_of};
pub use layout::{LABEL_REST, layout, neighbour};
pub use path::{Curve, Point, Stop, curve, stop};
pub use plan::{Area, Grain, Node, Others, Plan, Who, plan};
pub use qr::qr_path;
pub use shape::{Bridge, Layout, Rect};
pub use svg::{DrawnPath, Picture, svg};
pub use table::{Table, table_svg};

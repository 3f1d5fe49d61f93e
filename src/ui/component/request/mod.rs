//! The request pane: the equivalent API call of everything the page does.

mod bar;
mod drawer;
mod errors;
mod log;
mod parameters;
mod reply;
mod url;

pub use bar::{RequestBar, RequestBarProps};
pub use drawer::{Drawer, DrawerProps};

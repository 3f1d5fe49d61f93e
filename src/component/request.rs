//! The request pane: the equivalent API call of everything the page does.

mod bar;
mod forms;
mod pane;
mod parameters;
mod reply;
mod url;

pub use bar::{RequestBar, RequestBarProps};
pub(super) use pane::RequestPane;

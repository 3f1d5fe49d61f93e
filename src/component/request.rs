//! The API request and the tools below it.

pub mod bar;
pub mod drawer;
mod forms;
mod pane;
mod parameters;
mod reply;
mod tabs;
mod url;

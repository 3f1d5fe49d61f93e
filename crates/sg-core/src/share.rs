//! Scenarios as documents for other programs and as links: frozen wire types, versions and limits.

mod document;

mod fields;
mod log;
mod pane;
mod permalink;
mod route;
mod saved;

pub use document::{Document, DocumentError, Limits, read, write};
pub use fields::{fields, line};
pub use log::Log;
pub use pane::Pane;
pub use permalink::{
    Link, LinkEnd, LinkError, LinkLesson, LinkPacket, LinkSide, LinkView, lesson_route,
    unpacked_lesson,
};
pub use route::{BadRoute, MOST_CHARACTERS, Route, is_id};
pub use saved::{Saved, SavedError, Stamp};

pub(crate) use document::{object, scenario_of};
pub use document::{objects, typed};

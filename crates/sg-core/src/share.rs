//! Scenarios as documents for other programs and as links: frozen wire types, versions and limits.

mod document;

mod fields;
mod log;
mod pane;
mod permalink;
mod route;
mod saved;

pub use document::{Counted, Document, DocumentError, Excess, Limits, read, write};
pub use fields::{fields, line};
pub use log::Log;
pub use pane::Pane;
pub use permalink::{
    Link, LinkEnd, LinkError, LinkExcess, LinkGrouping, LinkLesson, LinkLines, LinkPacket,
    LinkSide, LinkView, course_route, lesson_route, result_code, unpacked_course, unpacked_lesson,
    unpacked_result,
};
pub use route::{BadRoute, MOST_CHARACTERS, MOST_QUESTIONS, Route, is_id, series};
pub use saved::{Saved, SavedError, Stamp};

pub(crate) use document::{object, scenario_of};
pub use document::{objects, typed};

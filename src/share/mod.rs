//! Scenarios as text that other programs write and read, and as links: frozen wire types, versions,
//! limits.

mod document;

mod pane;
mod permalink;
mod route;

pub use document::{Caps, Document, DocumentError, read, write};
pub use pane::Pane;
pub use permalink::{Link, LinkEnd, LinkError, LinkPacket, LinkView};
pub use route::{BadRoute, MOST_CHARACTERS, Route, is_id};

pub(crate) use document::{object, objects, scenario_of, typed};

//! Scenarios as text that other programs write and read: frozen wire types, versions, limits.

mod document;

pub use document::{Caps, Document, DocumentError, read, write};

#[cfg(feature = "cli")]
pub(crate) use document::{objects, typed};

//! What the architecture promises, held against the sources themselves.

mod boundaries;
mod docs;
mod layout;
mod offline;
mod source;
mod texts;

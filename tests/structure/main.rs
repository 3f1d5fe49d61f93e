//! What the architecture promises, held against the sources themselves.

mod boundaries;
mod circles;
mod docs;
mod imports;
mod layout;
mod offline;
mod source;
mod texts;
mod words;

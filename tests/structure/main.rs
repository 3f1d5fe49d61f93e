//! Checks the promises of the architecture against the source code.

mod boundaries;
mod circles;
mod contrast;
mod docs;
mod headers;
mod imports;
mod layout;
mod markup;
mod offline;
mod source;
mod styles;
mod texts;
mod words;

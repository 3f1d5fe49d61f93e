//! Checks the promises of the architecture against the source code.

mod boundaries;
mod circles;
mod docs;
mod imports;
mod layout;
mod markup;
mod offline;
mod source;
mod texts;
mod words;

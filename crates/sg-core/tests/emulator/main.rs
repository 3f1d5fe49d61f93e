//! The emulated API, and the parsers and writers around a call.

mod cases;
mod gateway;
mod parse;
mod signatures;
mod snippets;
mod specimens;
mod workbench;

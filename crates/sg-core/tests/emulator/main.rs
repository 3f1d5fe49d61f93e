//! The emulated API, and the parsers and writers around a call.

mod cases;
mod error_examples;
mod evidence;
mod gateway;
mod parse;
mod signatures;
mod snippets;
mod workbench;

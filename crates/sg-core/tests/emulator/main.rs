//! The API as the emulator answers it, and what is written and read around a call.

mod cases;
mod gateway;
mod parse;
mod signatures;
mod snippets;
mod specimens;
mod workbench;

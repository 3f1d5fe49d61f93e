//! The command line: its commands, its server, and what they print.

mod commands;
mod goals_schema;
mod import;
mod serve;
mod serve_process;
mod sign;

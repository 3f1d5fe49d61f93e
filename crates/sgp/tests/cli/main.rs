//! Tests of the command line: its commands, its server, and its output.

mod commands;
mod goals_schema;
mod import;
mod running;
mod serve;
mod serve_http;
mod serve_process;
mod sign;

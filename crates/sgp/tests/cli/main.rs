//! Tests of the command line: its commands, its server, and its output.

mod agreement;
mod commands;
mod compare;
mod exposure;
mod flows;
mod goals_schema;
mod import;
#[cfg(unix)]
mod on_call;
mod plan;
mod planted;
mod replay;
mod running;
mod serve;
mod serve_http;
mod serve_process;
mod sign;

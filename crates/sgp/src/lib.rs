//! The command line `sgp`: the core's answers as text and JSON, for terminals, scripts and CI.

mod args;
mod command;
mod exit_code;
mod failure;

mod input;
mod pieces;
mod print;
mod process;
mod streams;

mod edits;
mod goals;
mod junit;

mod answer;
mod reason;
pub mod serve;
mod state_file;
mod table;
pub mod text;

use std::ffi::OsString;

use sg_core::quote::hidden::visible;

pub use process::{Process, Stopped};
pub use streams::Streams;

use exit_code::{REFUSED, SUCCESS};

/// Runs the command that the arguments name (without the program's own name) and returns the exit
/// code: 0, 1 when the answer is no (a goal that is not met), 2 for a wrong command or wrong input.
pub fn run(arguments: &[OsString], streams: &mut Streams<'_>) -> u8 {
    let outcome = texts(arguments)
        .and_then(|arguments| command::dispatch(&arguments, streams))
        .and_then(|code| Ok(streams.output.flush().map(|()| code)?));
    match outcome {
        Ok(code) => code,
        // Whoever read the output has seen enough.
        Err(failure) if failure.is_broken_pipe() => SUCCESS,
        Err(failure) => {
            // When even standard error is gone there is nobody left to tell.
            let _ = streams.output.flush();
            let _ = writeln!(streams.errors, "sgp: {}", visible(&failure.to_string()));
            REFUSED
        }
    }
}

/// The arguments as texts.
fn texts(arguments: &[OsString]) -> Result<Vec<String>, failure::Failure> {
    let text = |argument: &OsString| {
        let lossy = || format!("the argument `{}` is not UTF-8", argument.to_string_lossy());
        argument.to_str().map(str::to_owned).ok_or_else(|| failure::Failure::Usage(lossy()))
    };
    arguments.iter().map(text).collect()
}

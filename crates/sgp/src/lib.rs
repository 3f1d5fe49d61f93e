//! The command line `sgp`: the core's answers as text and JSON, for terminals, scripts and CI.

mod args;
mod command;
mod exit_code;
mod failure;

mod input;
mod lines;
mod pieces;
mod print;
mod process;
mod streams;

mod edits;
mod goals;
mod junit;
mod markdown_list;
mod notes;

mod answer;
pub mod serve;
mod since;
mod state_file;
mod table;
pub mod text;

use std::ffi::OsString;

use sg_core::quote::hidden::visible;

pub use process::{Process, Stopped};
pub use streams::Streams;

use exit_code::{REFUSED, SUCCESS};

/// Runs the command given by the arguments (without the program name) and returns the exit code: 0,
/// or 1 if the answer is no (such as an unmet goal), or 2 for an invalid command or input.
pub fn run(arguments: &[OsString], streams: &mut Streams<'_>) -> u8 {
    let outcome = texts(arguments)
        .and_then(|arguments| command::dispatch(&arguments, streams))
        .and_then(|code| Ok(streams.output.flush().map(|()| code)?));
    match outcome {
        Ok(code) => code,
        // The reader of the output has closed it, which is not an error.
        Err(failure) if failure.is_broken_pipe() => SUCCESS,
        Err(failure) => {
            // If even standard error fails, nothing more can be reported.
            let _ = streams.output.flush();
            let _ = writeln!(streams.errors, "sgp: {}", visible(&failure.to_string()));
            REFUSED
        }
    }
}

/// The arguments as text.
fn texts(arguments: &[OsString]) -> Result<Vec<String>, failure::Failure> {
    let text = |argument: &OsString| {
        let lossy = || format!("the argument `{}` is not UTF-8", argument.to_string_lossy());
        argument.to_str().map(str::to_owned).ok_or_else(|| failure::Failure::Usage(lossy()))
    };
    arguments.iter().map(text).collect()
}

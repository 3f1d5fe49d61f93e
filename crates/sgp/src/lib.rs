//! The command line `sgp`: the core's answers as text and JSON, for terminals, scripts and CI.

mod args;
mod command;
mod failure;

mod input;
mod pieces;
mod process;

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
use std::io::{Read, Write};

use sg_core::quote::hidden::visible;

pub use process::{Process, Stopped};

/// The three streams and other inputs of a process, which tests can replace with their own.
pub struct Streams<'a> {
    /// Standard input.
    pub input: Box<dyn Read + 'a>,
    /// Standard output, flushed whenever an answer is complete.
    pub output: &'a mut dyn Write,
    /// Standard error.
    pub errors: &'a mut dyn Write,
    /// Clock, randomness, environment.
    pub process: Process<'a>,
}

/// The command succeeded.
const SUCCESS: u8 = 0;
/// `sgp check` found an unmet goal, `sgp fix` found no fix, or `sgp lint` found something denied.
const UNMET: u8 = 1;
/// The command or its input is invalid; standard error says why in one sentence.
const REFUSED: u8 = 2;

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

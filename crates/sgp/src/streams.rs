//! The streams of a process, as arguments.

use std::io::{Read, Write};

use crate::process::Process;

/// The three streams of a process and what else it has, so that tests can put their own in their
/// place.
pub struct Streams<'a> {
    /// Standard input.
    pub input: Box<dyn Read + 'a>,
    /// Standard output; it is flushed whenever an answer is complete.
    pub output: &'a mut dyn Write,
    /// Standard error.
    pub errors: &'a mut dyn Write,
    /// Clock, chance, environment.
    pub process: Process<'a>,
}

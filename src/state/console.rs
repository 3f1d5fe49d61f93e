//! The console: what was typed, and what the service answered.

use std::sync::Arc;

use sg_core::emulator::{ApiError, Call};
use sg_core::history::{Outcome, Step};
use sg_core::request::parse::{ParseError, SetAside, parse};

pub(crate) mod completion;

/// One line of the console with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsoleEntry {
    /// The line as it was typed.
    pub line: String,
    /// What came of it.
    pub answer: ConsoleAnswer,
}

/// What came of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConsoleAnswer {
    /// It could not be read; nothing was called.
    Unread(ParseError),
    /// It was called.
    Called {
        /// The step of the log it became.
        step: Arc<Step>,
        /// What the line had besides the call.
        set_aside: Vec<SetAside>,
        /// Parameters that the operation does not document, which the service ignores.
        undocumented: Vec<String>,
    },
}

/// A line that could be read.
pub(crate) struct ReadLine {
    /// Its call.
    pub(crate) call: Call,
    set_aside: Vec<SetAside>,
    undocumented: Vec<String>,
}

impl ReadLine {
    /// Reads a line: a command, a request URL or a form.
    ///
    /// # Errors
    /// [`ParseError`] with its place in the line.
    pub(crate) fn read(line: &str) -> Result<Self, ParseError> {
        let parsed = parse(line)?;
        let undocumented = parsed.undocumented().into_iter().map(str::to_owned).collect();
        Ok(Self { call: parsed.call, set_aside: parsed.set_aside, undocumented })
    }

    /// The answer once its call is a step of the log.
    pub(crate) fn called(self, step: Arc<Step>) -> ConsoleAnswer {
        let Self { set_aside, undocumented, .. } = self;
        ConsoleAnswer::Called { step, set_aside, undocumented }
    }
}

/// What the Alibaba Cloud CLI prints for an outcome; nothing for a topology edit, which it cannot
/// make.
pub fn printed(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Replied(reply) => reply.to_json_pretty(),
        Outcome::Refused(error) => printed_error(error),
        Outcome::Done | Outcome::Impossible(_) => String::new(),
    }
}

/// The block that the CLI prints for an error of the service.
fn printed_error(error: &ApiError) -> String {
    let lines = [
        ("ErrorCode", error.code().to_owned()),
        ("Recommend", error.recommend()),
        ("RequestId", error.request_id().as_str().to_owned()),
        ("Message", error.message()),
    ];
    let lines = lines.iter().map(|(name, value)| format!("\n{name}: {value}"));
    format!("ERROR: SDK.ServerError{}", lines.collect::<String>())
}

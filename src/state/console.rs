//! The console: the lines entered and the service's replies.

use std::sync::Arc;

use crate::seam;
use sg_core::emulator::{ApiError, Call};
use sg_core::history::{Outcome, Step};
use sg_core::request::parse::{ParseError, SetAside, commands, parse};

pub(crate) mod completion;

/// One console line with its result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsoleEntry {
    /// The line as entered.
    pub line: String,
    /// The result.
    pub answer: ConsoleAnswer,
}

/// The result of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConsoleAnswer {
    /// It could not be parsed; no call was made.
    Unread(ParseError),
    /// The call was made.
    Called {
        /// The step of the log that it became.
        step: Arc<Step>,
        /// What the line contained besides the call.
        set_aside: Vec<SetAside>,
        /// Parameters that the operation does not document; the service ignores them.
        undocumented: Vec<String>,
    },
}

/// A parsed line.
pub(crate) struct ReadLine {
    /// Its call.
    pub(crate) call: Call,
    set_aside: Vec<SetAside>,
    undocumented: Vec<String>,
}

/// The commands of a line, each as text and as read.
type ReadLines = Vec<(String, Result<ReadLine, ParseError>)>;

seam! { pub(crate) static READ_LINES: fn(&str) -> ReadLines = ReadLine::all; read_lines in reading }

impl ReadLine {
    /// Parses every command of a pasted text.
    pub(crate) fn all(text: &str) -> ReadLines {
        commands(text).into_iter().map(|line| (line.to_owned(), Self::read(line))).collect()
    }

    /// Parses a line: a command, a request URL or a form.
    ///
    /// # Errors
    /// [`ParseError`] with its position in the line.
    fn read(line: &str) -> Result<Self, ParseError> {
        let parsed = parse(line)?;
        let undocumented = parsed.undocumented().into_iter().map(str::to_owned).collect();
        Ok(Self { call: parsed.call, set_aside: parsed.set_aside, undocumented })
    }

    /// The result once its call is a step of the log.
    pub(crate) fn called(self, step: Arc<Step>) -> ConsoleAnswer {
        let Self { set_aside, undocumented, .. } = self;
        ConsoleAnswer::Called { step, set_aside, undocumented }
    }
}

/// The output of the Alibaba Cloud CLI for an outcome; empty for a topology edit, which has no
/// command.
pub fn printed(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Replied(reply) => reply.to_json_pretty(),
        Outcome::Refused(error) => printed_error(error),
        Outcome::Done | Outcome::Impossible(_) => String::new(),
    }
}

/// The CLI's output for an API error.
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

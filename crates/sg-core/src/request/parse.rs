//! Parses a pasted request URL, form body or command line into a call.

use crate::emulator::Call;
use crate::quote::hidden::is_hidden;

mod command;
mod error;
mod query;
mod shell;
pub mod text;

pub use error::{Fault, ParseError};

/// The maximum length of the text, in bytes: about ten times 100 rules with every field set.
pub const MAX_BYTES: usize = 1 << 20;

/// The maximum number of parameters: more than 100 rules with every field set.
pub const MAX_PARAMETERS: usize = 3_000;

/// A parsed call, and what was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The operation and its own parameters, in the original order.
    pub call: Call,
    /// The form it was written in.
    pub written: Written,
    /// The host in the text, if any.
    pub host: Option<String>,
    /// What the text contains besides the call, in order. Values are not kept, so that a signature
    /// or key goes no further.
    pub set_aside: Vec<SetAside>,
}

/// The form of a pasted call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A request URL, complete or starting at its path or `?`.
    Url,
    /// A form body, or a query without its `?`.
    Form,
    /// A command line for the Alibaba Cloud CLI.
    Command,
}

/// A part of a pasted text that does not belong to the call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its name: a parameter, or an option with its dashes.
    pub name: String,
    /// Why it was set aside.
    pub reason: Reason,
}

/// Why something was set aside. [`Reason::text`] explains it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A common parameter.
    Common,
    /// It identifies the signer or is part of the signature; requests are signed anew.
    Signing,
    /// A placeholder for the common parameters.
    Placeholder,
    /// The URL fragment, which is never sent.
    Fragment,
    /// An option of the command line, not a request parameter.
    Option,
}

/// Parses a pasted text: a request URL (with or without scheme and host, signed or not), a form
/// body, or an `aliyun ecs …` command line.
///
/// # Errors
/// [`ParseError`], with its position, if the text has none of these forms, is ambiguous, or would
/// make a shell do more than run one command.
pub fn parse(text: &str) -> Result<Parsed, ParseError> {
    let whole = Whole { text };
    if text.len() > MAX_BYTES {
        return Err(whole.error(Fault::TooLong, MAX_BYTES));
    }
    let trimmed = text.trim_start_matches('\u{feff}').trim_start();
    let start = text.len() - trimmed.len();
    let body = trimmed.trim_end();
    if body.is_empty() {
        return Err(whole.error(Fault::Empty, 0));
    }
    let loose = |c: char| matches!(c, '\t' | '\n' | '\r');
    let hidden = body.char_indices().find(|(_, c)| is_hidden(*c) && !loose(*c));
    if let Some((place, c)) = hidden {
        return Err(whole.error(Fault::Hidden(c), start + place));
    }
    match command::begins(body) {
        Some(prompt) => command::read(whole, start + prompt, start + body.len()),
        None => query::read(whole, start, body),
    }
}

impl Parsed {
    /// The names of parameters that the operation does not document; the service ignores them.
    pub fn undocumented(&self) -> Vec<&str> {
        let names = self.call.params.iter().map(|(name, _)| name);
        names.filter(|name| self.call.action.param(name).is_none()).collect()
    }
}

/// The whole pasted text, which error positions refer to.
#[derive(Debug, Clone, Copy)]
struct Whole<'a> {
    text: &'a str,
}

impl<'a> Whole<'a> {
    fn error(self, fault: Fault, at: usize) -> ParseError {
        ParseError::new(fault, self.text, at)
    }

    /// The text from `start` to `end`, which must be character boundaries.
    fn slice(self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }
}

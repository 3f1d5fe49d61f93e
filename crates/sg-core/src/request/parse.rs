//! The way back: a pasted request URL, form body or command line as a call.

use crate::emulator::Call;

mod command;
mod error;
mod query;
mod shell;
pub mod text;

pub use error::{Fault, ParseError};

/// The longest text that is read, in bytes: 100 rules with every field are a tenth of it.
pub const MAX_BYTES: usize = 1 << 20;

/// The most parameters of a request: 100 rules with every field come to fewer.
pub const MAX_PARAMETERS: usize = 3_000;

/// A pasted text as a call, with what was not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The call: the operation and its own parameters, in the order they were written.
    pub call: Call,
    /// How it was written.
    pub written: Written,
    /// The host that the text names, when it names one.
    pub host: Option<String>,
    /// What the text has besides the call, in its order. Values are not kept: a signature or a
    /// key goes no further.
    pub set_aside: Vec<SetAside>,
}

/// How a call was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A request URL, whole or from its path or its `?` on.
    Url,
    /// The body of a form, or a bare query.
    Form,
    /// A line for the Alibaba Cloud CLI.
    Command,
}

/// Something a pasted text has that is no part of its call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its name: a parameter, or an option with its dashes.
    pub name: String,
    /// Why it is not kept.
    pub reason: Reason,
}

/// Why something was set aside. [`Reason::text`] says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A parameter that every request has.
    Common,
    /// It says who signs, or is the signature: a request is signed anew.
    Signing,
    /// It stands for the common parameters.
    Placeholder,
    /// What follows the `#` of a URL is never sent.
    Fragment,
    /// An option of the command line itself, not of the request.
    Option,
}

/// Reads a pasted text: a request URL (with or without scheme and host, signed or not), a form
/// body, or an `aliyun ecs …` command line.
///
/// # Errors
/// [`ParseError`], with the place in the text, when it is none of these, when it could be read in
/// two ways, or when a shell would do more than run one command.
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
    let hidden = body.char_indices().find(|(_, c)| super::hidden::is_hidden(*c) && !loose(*c));
    if let Some((place, c)) = hidden {
        return Err(whole.error(Fault::Hidden(c), start + place));
    }
    match command::begins(body) {
        Some(prompt) => command::read(whole, start + prompt, start + body.len()),
        None => query::read(whole, start, body),
    }
}

impl Parsed {
    /// The parameters that the page of the operation does not document, by name: the service
    /// ignores them.
    pub fn undocumented(&self) -> Vec<&str> {
        let names = self.call.params.iter().map(|(name, _)| name);
        names.filter(|name| self.call.action.param(name).is_none()).collect()
    }
}

/// The whole pasted text, in which errors have their place.
#[derive(Debug, Clone, Copy)]
struct Whole<'a> {
    text: &'a str,
}

impl<'a> Whole<'a> {
    fn error(self, fault: Fault, at: usize) -> ParseError {
        ParseError::new(fault, self.text, at)
    }

    /// The text from `start` to `end`, which lie between characters.
    fn slice(self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }
}

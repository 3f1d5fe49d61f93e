//! Parses a pasted request URL, form body or command line into a call.

mod command;
mod error;
mod parsed;
mod query;
mod several;
mod shell;
pub mod text;
mod whole;

pub use error::{Fault, ParseError};
pub use parsed::{MAX_BYTES, MAX_PARAMETERS, Parsed, Reason, SetAside, Written};
pub use several::commands;
use whole::Whole;

use crate::quote::hidden::is_hidden;

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

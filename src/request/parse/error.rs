//! Why a pasted text is no call, and where.

use std::error::Error;
use std::fmt;

use super::text;
use crate::emulator::Action;
use crate::language::{Language, Text};
use crate::quote::hidden::{number, shown};

/// Why a text cannot be read as a call. Texts in it are short and hide nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// More than [`MAX_BYTES`](super::MAX_BYTES).
    TooLong,
    /// More than [`MAX_PARAMETERS`](super::MAX_PARAMETERS).
    TooMany,
    /// Nothing but white space.
    Empty,
    /// Neither a URL nor a form nor a command line.
    Unrecognised,
    /// A character that cannot be seen stands in the text itself.
    Hidden(char),
    /// White space inside a URL or form, or white space that a shell does not take for one.
    Space(char),
    /// A URL of a scheme other than `http` and `https`.
    Scheme(String),
    /// A path other than `/`.
    Path(String),
    /// A `%` without two hexadecimal digits behind it.
    Percent(String),
    /// Bytes that are not UTF-8.
    NotUtf8(String),
    /// No operation is named.
    NoAction,
    /// An operation that the emulator does not have, and the one that is meant when it is only
    /// written otherwise.
    UnknownAction(String, Option<Action>),
    /// A version of the API other than the one there is.
    Version(String),
    /// No name of a parameter.
    Name(String),
    /// A parameter that is there twice.
    Repeated(String),
    /// A product of the command line other than `ecs`.
    Product(String),
    /// A word of a command line that belongs to nothing.
    StrayWord(String),
    /// An option with one dash that the command line does not have.
    FlagForm(String),
    /// An option without the value it needs.
    NoValue(String),
    /// A quote that does not end.
    Unclosed(char),
    /// A sign at which a shell does something else than go on with the command.
    Operator(char),
    /// A place where a shell would put other text.
    Substitution(String),
    /// Something follows the command.
    SecondCommand,
    /// A backslash at the very end.
    TrailingBackslash,
    /// An escape of `$'…'` that means no character.
    Escape(String),
}

/// A fault with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// What is wrong.
    pub fault: Fault,
    /// Where, in bytes from the start of the text; it lies between characters.
    pub at: usize,
    /// The line of that place, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
}

impl ParseError {
    pub(super) fn new(fault: Fault, text: &str, at: usize) -> Self {
        let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let before = text.get(..at).unwrap_or_default();
        let line = 1 + before.matches('\n').count();
        let last = before.rsplit('\n').next().unwrap_or_default();
        Self { fault, at, line, column: 1 + last.chars().count() }
    }

    /// What is wrong, without the place.
    pub fn message(&self, language: Language) -> String {
        let (words, value) = self.words();
        words.fill(language, &[("text", &value)])
    }

    /// What is wrong and where: the message with line and column.
    pub fn say(&self, language: Language) -> String {
        let (line, column) = (self.line.to_string(), self.column.to_string());
        let places = [("line", line.as_str()), ("column", &column)];
        let separator = text::BEFORE_MESSAGE.get(language);
        let place = if self.line == 1 { text::COLUMN } else { text::LINE_AND_COLUMN };
        format!("{}{separator}{}", place.fill(language, &places), self.message(language))
    }

    fn words(&self) -> (Text, String) {
        use text as t;
        let plain = |words: Text| (words, String::new());
        match &self.fault {
            Fault::TooLong => (t::TOO_LONG, super::MAX_BYTES.to_string()),
            Fault::TooMany => (t::TOO_MANY, super::MAX_PARAMETERS.to_string()),
            Fault::Empty => plain(t::EMPTY),
            Fault::Unrecognised => plain(t::UNRECOGNISED),
            Fault::Hidden(c) => (t::HIDDEN, number(*c)),
            Fault::Space(' ') => plain(t::SPACE),
            Fault::Space(c) => (t::ODD_SPACE, number(*c)),
            Fault::Scheme(given) => (t::SCHEME, shown(given)),
            Fault::Path(given) => (t::PATH, shown(given)),
            Fault::Percent(given) => (t::PERCENT, shown(given)),
            Fault::NotUtf8(given) => (t::NOT_UTF8, shown(given)),
            Fault::NoAction => plain(t::NO_ACTION),
            Fault::UnknownAction(_, Some(meant)) => (t::MEANT_ACTION, meant.as_str().to_owned()),
            Fault::UnknownAction(given, None) => (t::UNKNOWN_ACTION, shown(given)),
            Fault::Version(given) => (t::VERSION, shown(given)),
            Fault::Name(given) if given.is_empty() => plain(t::NO_NAME),
            Fault::Name(given) => (t::NAME, shown(given)),
            Fault::Repeated(name) => (t::REPEATED, shown(name)),
            Fault::Product(given) => (t::PRODUCT, shown(given)),
            Fault::StrayWord(given) => (t::STRAY_WORD, shown(given)),
            Fault::FlagForm(given) => (t::FLAG_FORM, shown(given)),
            Fault::NoValue(flag) => (t::NO_VALUE, shown(flag)),
            Fault::Unclosed(quote) => (t::UNCLOSED, quote.to_string()),
            Fault::Operator(sign) => (t::OPERATOR, sign.to_string()),
            Fault::Substitution(given) => (t::SUBSTITUTION, shown(given)),
            Fault::SecondCommand => plain(t::SECOND_COMMAND),
            Fault::TrailingBackslash => plain(t::TRAILING_BACKSLASH),
            Fault::Escape(given) => (t::ESCAPE, shown(given)),
        }
    }
}

impl fmt::Display for ParseError {
    /// In English, for logs and tests.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Language::En))
    }
}

impl Error for ParseError {}

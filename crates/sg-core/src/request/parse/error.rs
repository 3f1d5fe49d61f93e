//! Why a pasted text is not a call, and where the error is.

use std::error::Error;
use std::fmt;

use super::text;
use crate::emulator::Action;
use crate::language::{Language, Text};
use crate::quote::hidden::{number, shown};

/// Why a text cannot be parsed as a call. Quoted text is truncated and has no hidden characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Longer than [`MAX_BYTES`](super::MAX_BYTES).
    TooLong,
    /// More parameters than [`MAX_PARAMETERS`](super::MAX_PARAMETERS).
    TooMany,
    /// Only white space.
    Empty,
    /// Neither a URL, nor a form, nor a command line.
    Unrecognised,
    /// An unescaped invisible character.
    Hidden(char),
    /// White space inside a URL or form, or white space that a shell does not treat as a separator.
    Space(char),
    /// A URL scheme other than `http` and `https`.
    Scheme(String),
    /// A URL path other than `/`.
    Path(String),
    /// A `%` that is not followed by two hexadecimal digits.
    Percent(String),
    /// Bytes that are not UTF-8.
    NotUtf8(String),
    /// No operation.
    NoAction,
    /// An unknown operation, with the intended one if only the spelling differs.
    UnknownAction(String, Option<Action>),
    /// An operation that the API has and that is not emulated.
    NotEmulated(&'static str),
    /// An unknown API version.
    Version(String),
    /// Not a valid parameter name.
    Name(String),
    /// A duplicate parameter.
    Repeated(String),
    /// A CLI product other than `ecs`.
    Product(String),
    /// A stray word in a command line.
    StrayWord(String),
    /// An unknown short option.
    FlagForm(String),
    /// An option without a required value.
    NoValue(String),
    /// An unclosed quote.
    Unclosed(char),
    /// A shell operator.
    Operator(char),
    /// A shell expansion.
    Substitution(String),
    /// Text after the end of the command.
    SecondCommand,
    /// A backslash at the end of the text.
    TrailingBackslash,
    /// An invalid escape in `$'…'`.
    Escape(String),
}

/// A fault and its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// What is wrong.
    pub fault: Fault,
    /// The byte offset in the text, at a character boundary.
    pub at: usize,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
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

    /// The message without the position.
    pub fn message(&self, language: Language) -> String {
        let (words, value) = self.words();
        words.fill(language, &[("text", &value)])
    }

    /// The message with line and column.
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
            Fault::NotEmulated(name) => (t::NOT_EMULATED, (*name).to_owned()),
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

//! Compares two strings to sign: where they differ, and the usual cause.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::language::{Language, Text};
use crate::request::hidden::shown;
use crate::request::signature::v3;

use super::text;

/// The result of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparison {
    /// Identical: the keys differ, or one side has changed the request since.
    Same,
    /// The strings differ.
    Differs(Difference),
    /// The pasted text is empty.
    Empty,
}

/// Where two strings differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The zero-based byte offset of the first difference, at a character boundary in both.
    pub at: usize,
    /// The expected string around it.
    pub expected: Context,
    /// The pasted string around it.
    pub pasted: Context,
    /// The usual cause.
    pub hint: Hint,
}

/// The text around a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The text before the position, the same on both sides; truncated at its start.
    pub before: String,
    /// The text after the position, truncated at its end; empty at the end of the string.
    pub after: String,
}

/// The usual cause of a difference. Names are parameter names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// The signature versions differ.
    Version,
    /// The HTTP methods differ.
    Method,
    /// The paths differ.
    Path,
    /// The pasted string lacks a parameter.
    Missing(String),
    /// The pasted string has an additional parameter.
    Extra(String),
    /// The parameters are in a different order.
    Order,
    /// A space was encoded as `+`.
    Plus(String),
    /// The percent-encoding uses lower-case digits.
    LowerCase(String),
    /// The value is the same but encoded differently.
    Encoding(String),
    /// The value differs.
    Value(String),
    /// The query was not encoded a second time as a whole.
    EncodedOnce,
    /// Version 3 contains only a hash; the canonical requests must be compared.
    Hash,
    /// None of these.
    Unknown,
}

impl Hint {
    /// The hint as a sentence.
    pub fn say(&self, language: Language) -> String {
        let (words, name) = self.words();
        words.fill(language, &[("name", &name)])
    }

    fn words(&self) -> (Text, String) {
        let plain = |words: Text| (words, String::new());
        match self {
            Self::Version => plain(text::HINT_VERSION),
            Self::Method => plain(text::HINT_METHOD),
            Self::Path => plain(text::HINT_PATH),
            Self::Missing(name) => (text::HINT_MISSING, shown(name)),
            Self::Extra(name) => (text::HINT_EXTRA, shown(name)),
            Self::Order => plain(text::HINT_ORDER),
            Self::Plus(name) => (text::HINT_PLUS, shown(name)),
            Self::LowerCase(name) => (text::HINT_LOWER_CASE, shown(name)),
            Self::Encoding(name) => (text::HINT_ENCODING, shown(name)),
            Self::Value(name) => (text::HINT_VALUE, shown(name)),
            Self::EncodedOnce => plain(text::HINT_ENCODED_ONCE),
            Self::Hash => plain(text::HINT_HASH),
            Self::Unknown => plain(text::HINT_UNKNOWN),
        }
    }
}

/// How many characters of context are shown on each side.
const AROUND: usize = 40;

/// Compares the expected string to sign with a pasted one. The pasted text may also be the message
/// of a `SignatureDoesNotMatch` error, or the whole error response in JSON or XML.
pub fn compare(expected: &str, pasted: &str) -> Comparison {
    let pasted = string_to_sign_in(pasted);
    if pasted.is_empty() {
        return Comparison::Empty;
    }
    if pasted == expected {
        return Comparison::Same;
    }
    let same = expected.chars().zip(pasted.chars()).take_while(|(a, b)| a == b);
    let at = same.map(|(c, _)| c.len_utf8()).sum();
    let hint = hint(expected, &pasted);
    let (expected, pasted) = (context(expected, at), context(&pasted, at));
    Comparison::Differs(Difference { at, expected, pasted, hint })
}

fn context(text: &str, at: usize) -> Context {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let skipped = before.chars().count().saturating_sub(AROUND);
    Context {
        before: before.chars().skip(skipped).collect(),
        after: after.chars().take(AROUND).collect(),
    }
}

/// The text before the string to sign in the service's error message.
const MARKER: &str = "server string to sign is:";

/// Extracts the string to sign from the pasted text.
fn string_to_sign_in(pasted: &str) -> String {
    let pasted = pasted.trim();
    let message = match serde_json::from_str::<Value>(pasted) {
        Ok(body) => body.get("Message").and_then(Value::as_str).map(str::to_owned),
        Err(_) => xml_message(pasted),
    };
    let message = message.unwrap_or_else(|| pasted.to_owned());
    let text = message.split_once(MARKER).map_or(message.as_str(), |(_, text)| text);
    let text = text.trim().trim_matches(['"', '\'', '`']);
    // Logs write the newline of version 3 as two characters.
    match text.strip_prefix(v3::ALGORITHM).and_then(|rest| rest.strip_prefix("\\n")) {
        Some(hash) => format!("{}\n{hash}", v3::ALGORITHM),
        None => text.replace("\r\n", "\n"),
    }
}

fn xml_message(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("<Message>")?;
    let (message, _) = rest.split_once("</Message>")?;
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    Some(entities.iter().fold(message.to_owned(), |text, (name, c)| text.replace(name, c)))
}

/// The parts of a version 1.0 string to sign.
struct Parts {
    method: String,
    path: String,
    /// Names and values, encoded as in the canonical query.
    pairs: Vec<(String, String)>,
    /// Whether the query contained unencoded ampersands.
    bare: bool,
}

impl Parts {
    fn of(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '&');
        let (method, path, query) = (parts.next()?, parts.next()?, parts.next()?);
        let decoded = percent_decode_str(query).decode_utf8().ok()?;
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (name.to_owned(), value.to_owned())
        };
        let pairs = decoded.split('&').map(pair).collect();
        let (method, path) = (method.to_owned(), path.to_owned());
        Some(Self { method, path, pairs, bare: query.contains(['&', '=']) })
    }
}

fn hint(expected: &str, pasted: &str) -> Hint {
    let is_v3 = |text: &str| text.starts_with(v3::ALGORITHM);
    if is_v3(expected) != is_v3(pasted) {
        return Hint::Version;
    }
    if is_v3(expected) {
        return Hint::Hash;
    }
    let (Some(expected), Some(pasted)) = (Parts::of(expected), Parts::of(pasted)) else {
        return Hint::Unknown;
    };
    if expected.method != pasted.method {
        return Hint::Method;
    }
    if expected.path != pasted.path {
        return Hint::Path;
    }
    if pasted.bare {
        return Hint::EncodedOnce;
    }
    pairs_hint(&expected.pairs, &pasted.pairs)
}

fn pairs_hint(expected: &[(String, String)], pasted: &[(String, String)]) -> Hint {
    let names = |pairs: &[(String, String)]| -> BTreeSet<String> {
        pairs.iter().map(|(name, _)| name.clone()).collect()
    };
    let (own, other) = (names(expected), names(pasted));
    if let Some(name) = own.difference(&other).next() {
        return Hint::Missing(name.clone());
    }
    if let Some(name) = other.difference(&own).next() {
        return Hint::Extra(name.clone());
    }
    for (name, value) in expected {
        let given = pasted.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value);
        if given == value {
            continue;
        }
        let name = name.clone();
        let plain = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        return if given.replace('+', "%20") == *value {
            Hint::Plus(name)
        } else if plain(given) != plain(value) {
            Hint::Value(name)
        } else if given.eq_ignore_ascii_case(value) {
            Hint::LowerCase(name)
        } else {
            Hint::Encoding(name)
        };
    }
    if expected.len() == pasted.len() { Hint::Order } else { Hint::Unknown }
}

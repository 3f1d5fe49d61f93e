//! Compares two strings to sign: where they differ, and the usual cause.

use percent_encoding::percent_decode_str;

use crate::request::signature::v3;

use super::canonical::{LineDifference, differences};
use super::hint::{Hint, pairs_hint};
use super::pasted::Pasted;

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
    /// The lines that differ, if the canonical requests could be compared.
    pub lines: Vec<LineDifference>,
}

/// The text around a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The text before the position, the same on both sides; truncated at its start.
    pub before: String,
    /// The text after the position, truncated at its end; empty at the end of the string.
    pub after: String,
}

/// How many characters of context are shown on each side.
const AROUND: usize = 40;

/// Compares the string to sign and the canonical request of a signed call, which is empty in version
/// 1.0, with a pasted text.
pub(super) fn compare(string_to_sign: &str, own: &str, pasted: &str) -> Comparison {
    let pasted = Pasted::read(pasted);
    let theirs = pasted.canonical_request.as_str();
    if theirs.is_empty() || own.is_empty() || own == theirs {
        return compare_strings(string_to_sign, &pasted.string_to_sign);
    }
    let (lines, hint) = differences(own, theirs);
    let at = first_difference(own, theirs);
    let (expected, pasted) = (context(own, at), context(theirs, at));
    Comparison::Differs(Difference { at, expected, pasted, hint, lines })
}

/// The byte offset of the first difference.
fn first_difference(a: &str, b: &str) -> usize {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
    same.map(|(c, _)| c.len_utf8()).sum()
}

fn compare_strings(expected: &str, pasted: &str) -> Comparison {
    if pasted.is_empty() {
        return Comparison::Empty;
    }
    if pasted == expected {
        return Comparison::Same;
    }
    let at = first_difference(expected, pasted);
    let hint = hint(expected, pasted);
    let (expected, pasted) = (context(expected, at), context(pasted, at));
    Comparison::Differs(Difference { at, expected, pasted, hint, lines: Vec::new() })
}

fn context(text: &str, at: usize) -> Context {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let skipped = before.chars().count().saturating_sub(AROUND);
    Context {
        before: before.chars().skip(skipped).collect(),
        after: after.chars().take(AROUND).collect(),
    }
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

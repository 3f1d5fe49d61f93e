//! The usual cause of a difference between two strings to sign or canonical requests.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;

use crate::language::{Language, Text};
use crate::quote::hidden::shown;

use super::text;

/// The usual cause of a difference. Names are those of parameters or headers.
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
    /// The canonical request lacks a header.
    HeaderMissing(String),
    /// The canonical request has an additional header.
    HeaderExtra(String),
    /// The header has a different value.
    HeaderValue(String),
    /// The lists of signed headers differ.
    SignedHeaders,
    /// The hashes of the bodies differ.
    Body,
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
            Self::HeaderMissing(name) => (text::HINT_HEADER_MISSING, shown(name)),
            Self::HeaderExtra(name) => (text::HINT_HEADER_EXTRA, shown(name)),
            Self::HeaderValue(name) => (text::HINT_HEADER_VALUE, shown(name)),
            Self::SignedHeaders => plain(text::HINT_SIGNED_HEADERS),
            Self::Body => plain(text::HINT_BODY),
            Self::Unknown => plain(text::HINT_UNKNOWN),
        }
    }
}

/// The usual cause of a difference between two queries, as encoded pairs.
pub(super) fn pairs_hint(expected: &[(String, String)], pasted: &[(String, String)]) -> Hint {
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

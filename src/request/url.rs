//! The unsigned request URL: as the reference pages print it, or complete.

use std::fmt;

use super::canonical::{percent_encode, percent_encode_lightly};
use crate::emulator::Call;
use crate::language::{Language, Text};
use crate::model::Timestamp;

/// What a stretch of a URL is, so that a page can set it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrlPart {
    /// Scheme, host and path: `https://ecs.aliyuncs.com/`.
    Endpoint,
    /// `?`, `&` or `=`.
    Separator,
    /// The name of a parameter.
    Name,
    /// The value of a parameter.
    Value,
    /// The words that stand for the common parameters; not part of a real URL.
    Placeholder,
}

/// What becomes of the common request parameters.
#[derive(Debug, Clone, Copy)]
pub enum CommonParameters<'a> {
    /// One placeholder stands for them, as on the reference pages, in the reader's language.
    /// Values stay readable.
    Abbreviated(Language),
    /// All of them are there, and every value is percent-encoded as for signing. `Signature` is
    /// still missing.
    Complete(&'a CommonValues<'a>),
}

/// The common parameters whose values a caller chooses.
#[derive(Debug, Clone, Copy)]
pub struct CommonValues<'a> {
    /// `AccessKeyId`.
    pub access_key_id: &'a str,
    /// `Timestamp`.
    pub timestamp: Timestamp,
    /// `SignatureNonce`, different for each request.
    pub nonce: &'a str,
}

crate::catalogue! {
    /// Stands for the common parameters.
    COMMON_PARAMETERS = "<Common request parameters>", "<公共请求参数>";
}

/// The endpoint the reference pages call.
const ENDPOINT: &str = "https://ecs.aliyuncs.com/";

/// The version of the API.
const VERSION: &str = "2014-05-26";

/// A request URL in parts. Its [`Display`](fmt::Display) form is the URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestUrl {
    parts: Vec<(UrlPart, String)>,
}

impl RequestUrl {
    /// The URL of a call, not signed: `Action` first, then the call's parameters in their order,
    /// then the common ones.
    pub fn unsigned(call: &Call, common: CommonParameters<'_>) -> Self {
        let mut url = Self { parts: vec![(UrlPart::Endpoint, ENDPOINT.to_owned())] };
        let encode = match common {
            CommonParameters::Abbreviated(_) => percent_encode_lightly,
            CommonParameters::Complete(_) => percent_encode,
        };
        url.push("Action", call.action.as_str(), encode);
        for (name, value) in call.params.iter() {
            url.push(name, value, encode);
        }
        match common {
            CommonParameters::Abbreviated(language) => {
                url.push_placeholder(COMMON_PARAMETERS, language)
            }
            CommonParameters::Complete(values) => {
                let timestamp = values.timestamp.to_string();
                for (name, value) in [
                    ("Format", "JSON"),
                    ("Version", VERSION),
                    ("AccessKeyId", values.access_key_id),
                    ("SignatureMethod", "HMAC-SHA1"),
                    ("Timestamp", &timestamp),
                    ("SignatureVersion", "1.0"),
                    ("SignatureNonce", values.nonce),
                ] {
                    url.push(name, value, encode);
                }
            }
        }
        url
    }

    /// The parts in order; concatenated they are the URL.
    pub fn parts(&self) -> &[(UrlPart, String)] {
        &self.parts
    }

    fn push(&mut self, name: &str, value: &str, encode: fn(&str) -> String) {
        self.push_separator();
        self.parts.push((UrlPart::Name, encode(name)));
        self.parts.push((UrlPart::Separator, "=".to_owned()));
        self.parts.push((UrlPart::Value, encode(value)));
    }

    fn push_placeholder(&mut self, words: Text, language: Language) {
        self.push_separator();
        self.parts.push((UrlPart::Placeholder, words.get(language).to_owned()));
    }

    fn push_separator(&mut self) {
        let separator = if self.parts.len() == 1 { "?" } else { "&" };
        self.parts.push((UrlPart::Separator, separator.to_owned()));
    }
}

impl fmt::Display for RequestUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|(_, text)| f.write_str(text))
    }
}

//! Request URLs: abbreviated as on the reference pages, complete, or signed.

use std::fmt;

use super::canonical::{percent_encode, percent_encode_lightly};
use super::endpoint::Endpoint;
use super::signature::{Signing, v1};
use crate::emulator::Call;
use crate::language::{Language, Text};

/// The kind of a URL part, for highlighting.
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
    /// The placeholder for the common parameters; not part of a real URL.
    Placeholder,
}

/// How the common request parameters are written.
#[derive(Debug, Clone, Copy)]
pub enum CommonParameters<'a> {
    /// As a single placeholder in the reader's language, as on the reference pages. Values stay
    /// readable.
    Abbreviated(Language),
    /// In full, with every value percent-encoded for signing. `Signature` is still missing;
    /// [`RequestUrl::signed`] adds it.
    Complete(&'a Signing<'a>),
}

crate::catalogue! {
    /// The placeholder for the common parameters.
    COMMON_PARAMETERS = "<Common request parameters>", "<公共请求参数>";
}

/// A request URL as a list of parts. [`Display`](fmt::Display) writes the URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestUrl {
    parts: Vec<(UrlPart, String)>,
}

impl RequestUrl {
    /// The unsigned URL of a call: `Action`, then the call's parameters in order, then the common
    /// ones.
    pub fn unsigned(call: &Call, common: CommonParameters<'_>) -> Self {
        let mut url = Self::at(Endpoint::Central);
        match common {
            CommonParameters::Abbreviated(language) => {
                url.push("Action", call.action.as_str(), percent_encode_lightly);
                for (name, value) in call.params.iter() {
                    url.push(name, value, percent_encode_lightly);
                }
                url.push_placeholder(COMMON_PARAMETERS, language);
            }
            CommonParameters::Complete(signing) => {
                url.push_all(&v1::parameters(call, signing));
            }
        }
        url
    }

    /// The URL of a signed GET request, ready to send, with `Signature` last.
    pub fn signed(request: &v1::Signed, endpoint: Endpoint<'_>) -> Self {
        let mut url = Self::at(endpoint);
        url.push_all(&request.parameters);
        url.push("Signature", &request.signature, percent_encode);
        url
    }

    /// The parts in order; concatenated, they form the URL.
    pub fn parts(&self) -> &[(UrlPart, String)] {
        &self.parts
    }

    fn at(endpoint: Endpoint<'_>) -> Self {
        Self { parts: vec![(UrlPart::Endpoint, endpoint.url())] }
    }

    fn push_all(&mut self, parameters: &[(String, String)]) {
        for (name, value) in parameters {
            self.push(name, value, percent_encode);
        }
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

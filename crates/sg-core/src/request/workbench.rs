//! The signing workbench: computes every stage of a signature for display and comparison.

use super::canonical::percent_encode;
use super::endpoint::Endpoint;
use super::signature::{Signing, v1, v3};
use super::url::RequestUrl;
use crate::emulator::Call;
use crate::language::Text;

pub mod access_key;
mod canonical;
mod compare;
mod hint;
mod pasted;
pub mod text;

pub use canonical::LineDifference;
pub use compare::{Comparison, Context, Difference};
pub use hint::Hint;

/// A way to sign and send a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scheme {
    /// Version 1.0, HMAC-SHA1, all parameters in the URL.
    V1Get,
    /// Version 1.0, HMAC-SHA1, all parameters in a form.
    V1Post,
    /// ACS3-HMAC-SHA256, signed in the headers; used by current client libraries.
    V3,
}

impl Scheme {
    /// All schemes; the one that current libraries use comes last.
    pub const ALL: [Self; 3] = [Self::V1Get, Self::V1Post, Self::V3];

    /// The title of its tab.
    pub const fn title(self) -> Text {
        match self {
            Self::V1Get => text::V1_GET,
            Self::V1Post => text::V1_POST,
            Self::V3 => text::V3,
        }
    }
}

/// A stage of signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StageKind {
    /// Each parameter with its name and value percent-encoded, one per line, in sending order.
    EncodedPairs,
    /// The pairs sorted by name and joined.
    CanonicalQuery,
    /// The signed headers in lower case, sorted, one per line (version 3).
    CanonicalHeaders,
    /// The names of the signed headers (version 3).
    SignedHeaders,
    /// The SHA-256 of the body (version 3).
    HashedBody,
    /// The canonical request: all of the above combined (version 3).
    CanonicalRequest,
    /// The input of the HMAC.
    StringToSign,
    /// The key of the HMAC; the secret itself is never shown.
    Key,
    /// The HMAC.
    Signature,
    /// The header with the signature (version 3).
    Authorization,
}

impl StageKind {
    /// The display name.
    pub const fn title(self) -> Text {
        match self {
            Self::EncodedPairs => text::ENCODED_PAIRS,
            Self::CanonicalQuery => text::CANONICAL_QUERY,
            Self::CanonicalHeaders => text::CANONICAL_HEADERS,
            Self::SignedHeaders => text::SIGNED_HEADERS,
            Self::HashedBody => text::HASHED_BODY,
            Self::CanonicalRequest => text::CANONICAL_REQUEST,
            Self::StringToSign => text::STRING_TO_SIGN,
            Self::Key => text::KEY,
            Self::Signature => text::SIGNATURE,
            Self::Authorization => text::AUTHORIZATION,
        }
    }
}

/// A stage and its result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// The stage.
    pub kind: StageKind,
    /// Its result, including line ends.
    pub text: String,
    /// How it is computed.
    pub how: Text,
}

/// A signed call: all stages in order, and the request that is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bench {
    /// The stages in order.
    pub stages: Vec<Stage>,
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The whole URL.
    pub url: String,
    /// The headers that belong to the request, by lower-case name.
    pub headers: Vec<(String, String)>,
    /// The body; empty if the parameters are in the URL.
    pub body: String,
}

impl Bench {
    /// The result of a stage, if the scheme has it.
    pub fn stage(&self, kind: StageKind) -> Option<&str> {
        self.stages.iter().find(|stage| stage.kind == kind).map(|stage| stage.text.as_str())
    }

    /// The string to sign, which the server repeats in a signature mismatch error.
    pub fn string_to_sign(&self) -> &str {
        self.stage(StageKind::StringToSign).unwrap_or_default()
    }

    /// Compares the string to sign with a pasted one. The pasted text may also be a canonical
    /// request, the message of an error about a wrong signature (`IncompleteSignature`,
    /// `SignatureDoesNotMatch`), or the whole error response in JSON or XML. If it contains a
    /// canonical request, that is compared line by line.
    pub fn compare(&self, pasted: &str) -> Comparison {
        let request = self.stage(StageKind::CanonicalRequest).unwrap_or_default();
        compare::compare(self.string_to_sign(), request, pasted)
    }
}

/// Signs a call and keeps the result of each stage.
pub fn sign(call: &Call, scheme: Scheme, endpoint: Endpoint<'_>, signing: &Signing<'_>) -> Bench {
    match scheme {
        Scheme::V1Get => {
            let signed = v1::sign(call, "GET", signing);
            let url = RequestUrl::signed(&signed, endpoint).to_string();
            let stages = stages_v1(&signed, signing);
            Bench { stages, method: "GET", url, headers: Vec::new(), body: String::new() }
        }
        Scheme::V1Post => {
            let signed = v1::sign(call, "POST", signing);
            let form = "application/x-www-form-urlencoded".to_owned();
            let headers = vec![("content-type".to_owned(), form)];
            let (stages, body) = (stages_v1(&signed, signing), signed.form());
            Bench { stages, method: "POST", url: endpoint.url(), headers, body }
        }
        Scheme::V3 => {
            let signed = v3::sign(call, "POST", endpoint, signing);
            let stages = stages_v3(call, &signed, signing);
            let headers = signed.headers.into_iter().collect();
            Bench { stages, method: "POST", url: signed.url, headers, body: String::new() }
        }
    }
}

fn stages_v1(signed: &v1::Signed, signing: &Signing<'_>) -> Vec<Stage> {
    let pairs = signed.parameters.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    // The ampersand is part of the key.
    let key = format!("{}&", signing.credentials.secret.masked());
    vec![
        Stage { kind: StageKind::EncodedPairs, text: lines(pairs), how: text::HOW_PAIRS },
        Stage {
            kind: StageKind::CanonicalQuery,
            text: signed.canonical_query.clone(),
            how: text::HOW_QUERY,
        },
        Stage {
            kind: StageKind::StringToSign,
            text: signed.string_to_sign.clone(),
            how: text::HOW_STRING_V1,
        },
        Stage { kind: StageKind::Key, text: key, how: text::HOW_KEY_V1 },
        Stage {
            kind: StageKind::Signature,
            text: signed.signature.clone(),
            how: text::HOW_SIGNATURE_V1,
        },
    ]
}

fn stages_v3(call: &Call, signed: &v3::Signed, signing: &Signing<'_>) -> Vec<Stage> {
    let mut headers = signed.headers.clone();
    headers.remove("authorization");
    let query = signed.url.split_once('?').map_or("", |(_, query)| query).to_owned();
    let stages = &signed.stages;
    vec![
        Stage {
            kind: StageKind::EncodedPairs,
            text: lines(call.params.iter()),
            how: text::HOW_PAIRS,
        },
        Stage { kind: StageKind::CanonicalQuery, text: query, how: text::HOW_QUERY },
        Stage {
            kind: StageKind::CanonicalHeaders,
            text: v3::canonical_headers(&headers),
            how: text::HOW_HEADERS,
        },
        Stage {
            kind: StageKind::SignedHeaders,
            text: v3::signed_headers(&headers),
            how: text::HOW_SIGNED_HEADERS,
        },
        Stage { kind: StageKind::HashedBody, text: v3::hashed_body(b""), how: text::HOW_BODY },
        Stage {
            kind: StageKind::CanonicalRequest,
            text: stages.canonical_request.clone(),
            how: text::HOW_REQUEST,
        },
        Stage {
            kind: StageKind::StringToSign,
            text: stages.string_to_sign.clone(),
            how: text::HOW_STRING_V3,
        },
        Stage {
            kind: StageKind::Key,
            text: signing.credentials.secret.masked().to_owned(),
            how: text::HOW_KEY_V3,
        },
        Stage {
            kind: StageKind::Signature,
            text: stages.signature.clone(),
            how: text::HOW_SIGNATURE_V3,
        },
        Stage {
            kind: StageKind::Authorization,
            text: stages.authorization.clone(),
            how: text::HOW_AUTHORIZATION,
        },
    ]
}

fn lines<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let line =
        |(name, value): (&str, &str)| format!("{}={}", percent_encode(name), percent_encode(value));
    pairs.map(line).collect::<Vec<_>>().join("\n")
}

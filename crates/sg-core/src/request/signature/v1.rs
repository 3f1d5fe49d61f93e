//! Signature version 1.0: HMAC-SHA1 over all parameters, sent as a further parameter.
//!
//! The vendor's pages call this request form "V2 for RPC APIs" and prefer the newer one. All older
//! client libraries use it.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::{Secret, Signing, hmac_sha1};
use crate::emulator::Call;
use crate::request::VERSION;
use crate::request::canonical::{canonical_query, percent_encode};

/// A signed request and the result of each signing stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Every parameter except `Signature`, in sending order.
    pub parameters: Vec<(String, String)>,
    /// Stage 1: the encoded parameters, sorted by name and joined.
    pub canonical_query: String,
    /// Stage 2: the input of the HMAC.
    pub string_to_sign: String,
    /// Stage 3: `Signature` in Base64, not yet percent-encoded.
    pub signature: String,
}

/// Signs a call for an HTTP method, `GET` or `POST`; their signatures differ.
pub fn sign(call: &Call, method: &str, signing: &Signing<'_>) -> Signed {
    let parameters = parameters(call, signing);
    let pairs = parameters.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let canonical_query = canonical_query(pairs);
    let string_to_sign = string_to_sign(method, &canonical_query);
    let signature = signature(&signing.credentials.secret, &string_to_sign);
    Signed { parameters, canonical_query, string_to_sign, signature }
}

/// All request parameters except `Signature`: `Action`, those of the call, and the common ones.
pub fn parameters(call: &Call, signing: &Signing<'_>) -> Vec<(String, String)> {
    let timestamp = signing.timestamp.to_string();
    let own = call.params.iter();
    let token = signing.credentials.security_token.as_deref();
    let common = [
        ("Format", "JSON"),
        ("Version", VERSION),
        ("AccessKeyId", &signing.credentials.access_key_id),
        ("SignatureMethod", "HMAC-SHA1"),
        ("Timestamp", &timestamp),
        ("SignatureVersion", "1.0"),
        ("SignatureNonce", signing.nonce),
    ];
    let pairs = [("Action", call.action.as_str())]
        .into_iter()
        .chain(own)
        .chain(common)
        .chain(token.map(|token| ("SecurityToken", token)));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Stage 2: method, path and canonical query, the latter encoded a second time as a whole. The path
/// is always `/` in this API.
pub fn string_to_sign(method: &str, canonical_query: &str) -> String {
    format!("{method}&{}&{}", percent_encode("/"), percent_encode(canonical_query))
}

/// Stage 3: Base64 of the HMAC-SHA1; the key is the secret followed by an ampersand.
pub fn signature(secret: &Secret, string_to_sign: &str) -> String {
    let key = format!("{}&", secret.expose());
    BASE64_STANDARD.encode(hmac_sha1(key.as_bytes(), string_to_sign.as_bytes()))
}

impl Signed {
    /// The body of a POST request (`application/x-www-form-urlencoded`), with `Signature` last.
    pub fn form(&self) -> String {
        let signature = ("Signature", self.signature.as_str());
        let pairs = self.parameters.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let encoded = pairs
            .chain([signature])
            .map(|(name, value)| format!("{}={}", percent_encode(name), percent_encode(value)));
        encoded.collect::<Vec<_>>().join("&")
    }
}

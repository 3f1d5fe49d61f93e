//! Signature version 1.0: HMAC-SHA1 over all parameters, sent as one more parameter.
//!
//! The vendor's pages call this request form "V2 for RPC APIs" and prefer the newer one; every
//! older client library sends it.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::{Secret, Signing, hmac_sha1};
use crate::emulator::Call;
use crate::request::VERSION;
use crate::request::canonical::{canonical_query, percent_encode};

/// A signed request with what each stage of signing gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Every parameter in the order of sending, without `Signature`.
    pub parameters: Vec<(String, String)>,
    /// Stage one: the parameters, encoded, sorted by name and joined.
    pub canonical_query: String,
    /// Stage two: what the HMAC is taken of.
    pub string_to_sign: String,
    /// Stage three: `Signature`, Base64 and not yet percent-encoded.
    pub signature: String,
}

/// Signs a call for an HTTP method, `GET` or `POST`; the two differ in the signature.
pub fn sign(call: &Call, method: &str, signing: &Signing<'_>) -> Signed {
    let parameters = parameters(call, signing);
    let pairs = parameters.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let canonical_query = canonical_query(pairs);
    let string_to_sign = string_to_sign(method, &canonical_query);
    let signature = signature(&signing.credentials.secret, &string_to_sign);
    Signed { parameters, canonical_query, string_to_sign, signature }
}

/// All parameters of a request but `Signature`: `Action`, the call's own, the common ones.
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

/// Stage two: method, path and canonical query, encoded once more as a whole. The path of every
/// request of this API is `/`.
pub fn string_to_sign(method: &str, canonical_query: &str) -> String {
    format!("{method}&{}&{}", percent_encode("/"), percent_encode(canonical_query))
}

/// Stage three: Base64 of the HMAC-SHA1, keyed with the secret and an ampersand.
pub fn signature(secret: &Secret, string_to_sign: &str) -> String {
    let key = format!("{}&", secret.expose());
    BASE64_STANDARD.encode(hmac_sha1(key.as_bytes(), string_to_sign.as_bytes()))
}

impl Signed {
    /// The body of a POST request (`application/x-www-form-urlencoded`), `Signature` last.
    pub fn form(&self) -> String {
        let signature = ("Signature", self.signature.as_str());
        let pairs = self.parameters.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let encoded = pairs
            .chain([signature])
            .map(|(name, value)| format!("{}={}", percent_encode(name), percent_encode(value)));
        encoded.collect::<Vec<_>>().join("&")
    }
}

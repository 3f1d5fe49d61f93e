//! Signature version 3: ACS3-HMAC-SHA256 over the request, sent in the `Authorization` header.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{Secret, Signing, hmac_sha256};
use crate::emulator::Call;
use crate::request::VERSION;
use crate::request::canonical::canonical_query;
use crate::request::endpoint::Endpoint;

/// The algorithm name, used in the string to sign and in the header.
pub const ALGORITHM: &str = "ACS3-HMAC-SHA256";

/// Headers by lower-case name.
pub type Headers = BTreeMap<String, String>;

/// A signed request and the result of each signing stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The URL with the call's parameters in the query.
    pub url: String,
    /// The headers to send, including `authorization`.
    pub headers: Headers,
    /// The signing stages.
    pub stages: Stages,
}

/// The result of each signing stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stages {
    /// Stage 1: method, path, query, headers and body in one text.
    pub canonical_request: String,
    /// Stage 2: the algorithm and the hash of the canonical request.
    pub string_to_sign: String,
    /// Stage 3: the HMAC-SHA256 in lower-case hexadecimal.
    pub signature: String,
    /// The value of the `Authorization` header.
    pub authorization: String,
}

/// The parts of a request that are signed.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// `GET` or `POST`.
    pub method: &'a str,
    /// The path; always `/` in this API.
    pub path: &'a str,
    /// The canonical query.
    pub query: &'a str,
    /// Exactly the headers to sign.
    pub headers: &'a Headers,
    /// The body; empty if the parameters are in the query.
    pub body: &'a [u8],
}

/// Signs a call as a request with an empty body and its parameters in the query, as current client
/// libraries do.
pub fn sign(call: &Call, method: &str, endpoint: Endpoint<'_>, signing: &Signing<'_>) -> Signed {
    let query = canonical_query(call.params.iter());
    let mut headers = headers(call, endpoint, signing, b"");
    let parts = Parts { method, path: "/", query: &query, headers: &headers, body: b"" };
    let stages = stages(&parts, &signing.credentials.access_key_id, &signing.credentials.secret);
    headers.insert("authorization".to_owned(), stages.authorization.clone());
    let mark = if query.is_empty() { "" } else { "?" };
    Signed { url: format!("{}{mark}{query}", endpoint.url()), headers, stages }
}

/// Computes every stage for a request.
pub fn stages(parts: &Parts<'_>, access_key_id: &str, secret: &Secret) -> Stages {
    let canonical_request = canonical_request(parts);
    let string_to_sign = string_to_sign(&canonical_request);
    let signature = signature(secret, &string_to_sign);
    let authorization = authorization(access_key_id, &signed_headers(parts.headers), &signature);
    Stages { canonical_request, string_to_sign, signature, authorization }
}

/// The headers of a request except `authorization`; all of them are signed.
pub fn headers(call: &Call, endpoint: Endpoint<'_>, signing: &Signing<'_>, body: &[u8]) -> Headers {
    let mut headers: Headers = [
        ("host", endpoint.host()),
        ("x-acs-action", call.action.as_str().to_owned()),
        ("x-acs-content-sha256", hashed_body(body)),
        ("x-acs-date", signing.timestamp.to_string()),
        ("x-acs-signature-nonce", signing.nonce.to_owned()),
        ("x-acs-version", VERSION.to_owned()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect();
    if let Some(token) = &signing.credentials.security_token {
        headers.insert("x-acs-security-token".to_owned(), token.clone());
    }
    headers
}

/// Whether a header is signed by default: `host`, `content-type` and every `x-acs-` header.
pub fn is_signed_by_default(name: &str) -> bool {
    name == "host" || name == "content-type" || name.starts_with("x-acs-")
}

/// Stage 1: method, path, query, headers, header names and body hash, one per line. The header
/// block ends with a newline, so an empty line follows it.
pub fn canonical_request(parts: &Parts<'_>) -> String {
    [
        parts.method,
        parts.path,
        parts.query,
        &canonical_headers(parts.headers),
        &signed_headers(parts.headers),
        &hashed_body(parts.body),
    ]
    .join("\n")
}

/// The signed headers as lines of lower-case name, colon and trimmed value, sorted by name.
pub fn canonical_headers(headers: &Headers) -> String {
    headers.iter().map(|(name, value)| format!("{name}:{}\n", value.trim())).collect()
}

/// The names of the signed headers, sorted and joined with semicolons.
pub fn signed_headers(headers: &Headers) -> String {
    headers.keys().map(String::as_str).collect::<Vec<_>>().join(";")
}

/// The SHA-256 of the body in lower-case hexadecimal: the value of `x-acs-content-sha256`.
pub fn hashed_body(body: &[u8]) -> String {
    hexadecimal(&Sha256::digest(body))
}

/// Stage 2: the algorithm and, on the next line, the hash of the canonical request.
pub fn string_to_sign(canonical_request: &str) -> String {
    format!("{ALGORITHM}\n{}", hexadecimal(&Sha256::digest(canonical_request)))
}

/// Stage 3: the HMAC-SHA256 in lower-case hexadecimal; the key is the secret alone.
pub fn signature(secret: &Secret, string_to_sign: &str) -> String {
    hexadecimal(&hmac_sha256(secret.expose().as_bytes(), string_to_sign.as_bytes()))
}

/// The value of the `Authorization` header.
pub fn authorization(access_key_id: &str, signed_headers: &str, signature: &str) -> String {
    format!(
        "{ALGORITHM} Credential={access_key_id},SignedHeaders={signed_headers},Signature={signature}"
    )
}

/// Parses an `Authorization` header into AccessKey id, signed header names and signature. `None` if
/// the algorithm differs or a part is missing.
pub fn parse_authorization(value: &str) -> Option<(&str, Vec<&str>, &str)> {
    let fields = value.trim().strip_prefix(ALGORITHM)?.strip_prefix(' ')?;
    let field = |name: &str| {
        let mut given = fields.split(',').filter_map(|field| field.trim().split_once('='));
        given.find(|(own, _)| *own == name).map(|(_, value)| value)
    };
    let names = field("SignedHeaders")?.split(';').filter(|name| !name.is_empty()).collect();
    Some((field("Credential")?, names, field("Signature")?))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_authorization_header_is_read_back() {
        let text = authorization("testid", "host;x-acs-date", "0a1b");
        assert_eq!(
            parse_authorization(&text),
            Some(("testid", vec!["host", "x-acs-date"], "0a1b"))
        );
        for bad in ["", "ACS3-HMAC-SHA256", "Basic dGVzdA==", "ACS3-HMAC-SHA256 Credential=a"] {
            assert_eq!(parse_authorization(bad), None, "{bad}");
        }
    }
}

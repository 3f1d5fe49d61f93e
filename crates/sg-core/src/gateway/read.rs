//! Decodes the parameters of a request: query, form and headers.

use percent_encoding::percent_decode;

use crate::emulator::{Params, gateway};
pub use crate::request::signature::v3::Headers;

pub use crate::request::parse::MAX_PARAMETERS;

/// The maximum size of a body, in bytes.
pub const MAX_BODY_BYTES: usize = crate::request::parse::MAX_BYTES;

/// A request as read from the wire.
#[derive(Debug, Clone, Copy)]
pub struct HttpRequest<'a> {
    /// `GET` or `POST`; anything else is refused once it has been read.
    pub method: &'a str,
    /// The part of the target after the `?`, still encoded; may be empty.
    pub query: &'a str,
    /// Headers by lower-case name.
    pub headers: &'a Headers,
    /// The body.
    pub body: &'a [u8],
}

/// A request with decoded parameters.
#[derive(Debug)]
pub(super) struct Read<'a> {
    pub(super) method: &'a str,
    pub(super) headers: &'a Headers,
    pub(super) body: &'a [u8],
    /// The query parameters.
    pub(super) query: Params,
    /// Query and form parameters combined; the form takes precedence.
    pub(super) params: Params,
}

impl Read<'_> {
    /// Whether the request is signed in its headers rather than its parameters. The older Python
    /// SDK also names the operation in a header but signs the parameters.
    pub(super) fn is_v3(&self) -> bool {
        let in_parameters = ["Signature", "SignatureMethod"];
        let in_parameters = in_parameters.iter().any(|name| self.params.given(name).is_some());
        let named_in_header = self.headers.contains_key("x-acs-action");
        self.headers.contains_key("authorization") || named_in_header && !in_parameters
    }
}

/// Decodes a request. SDKs differ in parameter order and in which safe characters they encode, so
/// everything from here on uses the decoded text.
pub(super) fn read<'a>(request: &HttpRequest<'a>) -> Result<Read<'a>, gateway::Error> {
    let too_long = request.body.len() > MAX_BODY_BYTES || request.query.len() > MAX_BODY_BYTES;
    if too_long {
        return Err(gateway::Error::Unreadable);
    }
    let query = pairs(request.query.as_bytes())?;
    let form = if is_form(request.headers) { pairs(request.body)? } else { Vec::new() };
    if query.len() + form.len() > MAX_PARAMETERS {
        return Err(gateway::Error::Unreadable);
    }
    let params = query.iter().chain(&form).cloned().collect();
    Ok(Read {
        method: request.method,
        headers: request.headers,
        body: request.body,
        query: query.into_iter().collect(),
        params,
    })
}

/// Whether the body contains parameters: a form, or a body without a content type.
fn is_form(headers: &Headers) -> bool {
    headers.get("content-type").is_none_or(|kind| {
        kind.trim().to_ascii_lowercase().starts_with("application/x-www-form-urlencoded")
    })
}

/// The decoded pairs of `a=1&b=2`. A plus sign is a space, as in forms; no SDK sends a literal one
/// unencoded.
///
/// # Errors
/// If a pair is not UTF-8, or there are more than [`MAX_PARAMETERS`].
pub fn pairs(text: &[u8]) -> Result<Vec<(String, String)>, gateway::Error> {
    let mut pairs = Vec::new();
    for pair in text.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        if pairs.len() > MAX_PARAMETERS {
            return Err(gateway::Error::Unreadable);
        }
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let mut half = || decode(halves.next().unwrap_or_default());
        let name = half()?;
        pairs.push((name, half()?));
    }
    Ok(pairs)
}

fn decode(text: &[u8]) -> Result<String, gateway::Error> {
    let spaced: Vec<u8> =
        text.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    let decoded = percent_decode(&spaced).decode_utf8().map(|text| text.into_owned());
    decoded.map_err(|_| gateway::Error::Unreadable)
}

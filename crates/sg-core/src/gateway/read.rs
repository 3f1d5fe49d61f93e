//! From bytes to parameters: query, form and headers.

use percent_encoding::percent_decode;

use crate::emulator::{Params, gateway};
pub use crate::request::signature::v3::Headers;

pub use crate::request::parse::MAX_PARAMETERS;

/// The longest body that is read, in bytes.
pub const MAX_BODY_BYTES: usize = crate::request::parse::MAX_BYTES;

/// A request as a server has read it off the wire.
#[derive(Debug, Clone, Copy)]
pub struct HttpRequest<'a> {
    /// `GET` or `POST`; anything else is refused once it has been read.
    pub method: &'a str,
    /// What follows the `?` of the target, not decoded; may be empty.
    pub query: &'a str,
    /// Headers by lower-case name.
    pub headers: &'a Headers,
    /// The body.
    pub body: &'a [u8],
}

/// A request with its parameters decoded.
#[derive(Debug)]
pub(super) struct Read<'a> {
    pub(super) method: &'a str,
    pub(super) headers: &'a Headers,
    pub(super) body: &'a [u8],
    /// The parameters of the query.
    pub(super) query: Params,
    /// The parameters of query and form together; the form wins.
    pub(super) params: Params,
}

impl Read<'_> {
    /// Whether the request is signed in its headers rather than in its parameters. The older
    /// Python library names the operation in headers too and signs in the parameters.
    pub(super) fn is_v3(&self) -> bool {
        let in_parameters = ["Signature", "SignatureMethod"];
        let in_parameters = in_parameters.iter().any(|name| self.params.given(name).is_some());
        let named_in_header = self.headers.contains_key("x-acs-action");
        self.headers.contains_key("authorization") || named_in_header && !in_parameters
    }
}

/// Decodes a request. Clients differ in the order of parameters and in which harmless characters
/// they encode, so nothing but the decoded text counts from here on.
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

/// Whether the body holds parameters: a form, or a body that does not say what it is.
fn is_form(headers: &Headers) -> bool {
    headers.get("content-type").is_none_or(|kind| {
        kind.trim().to_ascii_lowercase().starts_with("application/x-www-form-urlencoded")
    })
}

/// Names and values of `a=1&b=2`, decoded. A plus sign is a space, as forms have it; no client
/// sends a bare one for itself.
fn pairs(text: &[u8]) -> Result<Vec<(String, String)>, gateway::Error> {
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

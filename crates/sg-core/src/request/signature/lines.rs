//! Signs requests given as JSON, one object per line.
//!
//! ```text
//! version 1.0  {"method", "signed_params", "access_key_secret"}
//!              → {"string_to_sign", "signature"}
//! version 3    {"method", "query", "headers", "signed_headers"?, "body"?, "path"?,
//!               "access_key_id", "access_key_secret"}
//!              → {"canonical_request", "string_to_sign", "signature", "authorization"}
//! ```
//!
//! Other members of an object are ignored. `signed_headers` is a list of names or a
//! semicolon-separated string. Without it, the signed headers are taken from the `Authorization`
//! header, or else default to `host`, `content-type` and every `x-acs-` header.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Secret, v1, v3};
use crate::request::canonical::canonical_query;

/// Why a line cannot be signed. Messages never quote the line, because it may contain a secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LineError {
    /// Not a JSON object, or a member has the wrong type; with the column of the error.
    #[error("the line is not a request as a JSON object (column {0})")]
    Json(usize),
    /// A required member is missing.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// Neither form of request.
    #[error("the request has neither `signed_params` nor `headers`")]
    Kind,
    /// A header that should be signed is missing.
    #[error("the header `{0}` is to be signed and missing")]
    Header(String),
    /// A header occurs twice with different case, which the algorithm does not define.
    #[error("the header `{0}` is there twice")]
    HeaderTwice(String),
    /// An `Authorization` header of another scheme.
    #[error("the Authorization header is not one of ACS3-HMAC-SHA256")]
    Authorization,
}

/// Signs the request in one line and returns the output line.
///
/// # Errors
/// [`LineError`] if the line is not a request in either form.
pub fn sign_line(line: &str) -> Result<String, LineError> {
    let request: Line =
        serde_json::from_str(line).map_err(|error| LineError::Json(error.column()))?;
    let output = match (&request.signed_params, &request.headers) {
        (Some(params), _) => sign_v1(&request, params)?,
        (None, Some(headers)) => sign_v3(&request, headers)?,
        (None, None) => return Err(LineError::Kind),
    };
    // Plain strings cannot fail to serialise.
    Ok(serde_json::to_string(&output).unwrap_or_default())
}

/// An input line.
#[derive(Deserialize)]
struct Line {
    method: Option<String>,
    signed_params: Option<BTreeMap<String, Scalar>>,
    query: Option<BTreeMap<String, Scalar>>,
    headers: Option<BTreeMap<String, Scalar>>,
    signed_headers: Option<Names>,
    path: Option<String>,
    body: Option<String>,
    access_key_id: Option<String>,
    access_key_secret: Option<String>,
}

/// The value of a parameter or header: a string, number or boolean.
#[derive(Deserialize)]
#[serde(untagged)]
enum Scalar {
    Text(String),
    Number(serde_json::Number),
    Truth(bool),
}

impl Scalar {
    fn to_text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
        }
    }
}

/// The names of the headers to sign.
#[derive(Deserialize)]
#[serde(untagged)]
enum Names {
    Joined(String),
    List(Vec<String>),
}

impl Names {
    fn to_list(&self) -> Vec<String> {
        let lower = |name: &str| name.trim().to_ascii_lowercase();
        match self {
            Self::Joined(text) => {
                text.split(';').filter(|name| !name.trim().is_empty()).map(lower).collect()
            }
            Self::List(names) => names.iter().map(|name| lower(name)).collect(),
        }
    }
}

/// An output line.
#[derive(Serialize)]
struct Output {
    #[serde(skip_serializing_if = "Option::is_none")]
    canonical_request: Option<String>,
    string_to_sign: String,
    signature: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    authorization: Option<String>,
}

impl Line {
    fn secret(&self) -> Result<Secret, LineError> {
        let secret = self.access_key_secret.as_ref().ok_or(LineError::Missing("access_key_secret"));
        secret.map(Secret::new)
    }

    fn method(&self) -> Result<&str, LineError> {
        self.method.as_deref().ok_or(LineError::Missing("method"))
    }
}

fn sign_v1(request: &Line, params: &BTreeMap<String, Scalar>) -> Result<Output, LineError> {
    let query = query_of(params);
    let string_to_sign = v1::string_to_sign(request.method()?, &query);
    let signature = v1::signature(&request.secret()?, &string_to_sign);
    Ok(Output { canonical_request: None, string_to_sign, signature, authorization: None })
}

fn sign_v3(request: &Line, headers: &BTreeMap<String, Scalar>) -> Result<Output, LineError> {
    let id = request.access_key_id.as_deref().ok_or(LineError::Missing("access_key_id"))?;
    let headers = chosen(lower_case(headers)?, request.signed_headers.as_ref())?;
    let query = request.query.as_ref().map(query_of).unwrap_or_default();
    let parts = v3::Parts {
        method: request.method()?,
        path: request.path.as_deref().unwrap_or("/"),
        query: &query,
        headers: &headers,
        body: request.body.as_deref().unwrap_or_default().as_bytes(),
    };
    let stages = v3::stages(&parts, id, &request.secret()?);
    Ok(Output {
        canonical_request: Some(stages.canonical_request),
        string_to_sign: stages.string_to_sign,
        signature: stages.signature,
        authorization: Some(stages.authorization),
    })
}

fn query_of(params: &BTreeMap<String, Scalar>) -> String {
    let texts: Vec<(&str, String)> =
        params.iter().map(|(name, value)| (name.as_str(), value.to_text())).collect();
    canonical_query(texts.iter().map(|(name, value)| (*name, value.as_str())))
}

fn lower_case(headers: &BTreeMap<String, Scalar>) -> Result<v3::Headers, LineError> {
    let mut lower = v3::Headers::new();
    for (name, value) in headers {
        let name = name.to_ascii_lowercase();
        if lower.insert(name.clone(), value.to_text()).is_some() {
            return Err(LineError::HeaderTwice(name));
        }
    }
    Ok(lower)
}

/// Selects the headers to sign.
fn chosen(mut headers: v3::Headers, names: Option<&Names>) -> Result<v3::Headers, LineError> {
    let authorization = headers.remove("authorization");
    let names = match (names, &authorization) {
        (Some(names), _) => names.to_list(),
        (None, Some(value)) => {
            let (_, names, _) = v3::parse_authorization(value).ok_or(LineError::Authorization)?;
            names.into_iter().map(str::to_ascii_lowercase).collect()
        }
        (None, None) => {
            headers.keys().filter(|name| v3::is_signed_by_default(name)).cloned().collect()
        }
    };
    let mut chosen = v3::Headers::new();
    for name in names {
        let value = headers.get(&name).ok_or_else(|| LineError::Header(name.clone()))?;
        chosen.insert(name, value.clone());
    }
    Ok(chosen)
}

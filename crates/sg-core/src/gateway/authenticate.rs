//! Authentication: timestamp, AccessKey, signature and nonce of a request.

use crate::emulator::gateway::{self, Error};
use crate::emulator::{ApiError, Env};
use crate::model::Timestamp;
use crate::request::canonical::canonical_query;
use crate::request::signature::{Credentials, v1, v3};

use super::access::Access;
use super::nonces::{CLOCK_SECONDS, MAX_NONCES, Nonces, Spent};
use super::read::Read;
use super::state::{Change, State};

/// A request that is rejected before its operation is called.
#[derive(Debug)]
pub(super) struct Denied {
    error: Error,
    param: &'static str,
    /// What the server calculated, for the error message that repeats it.
    fill: Option<String>,
}

impl Denied {
    const fn new(error: Error, param: &'static str) -> Self {
        Self { error, param, fill: None }
    }

    pub(super) fn into_error(self, env: &Env) -> ApiError {
        gateway::refused(self.error, Some(self.param), self.fill.as_deref(), env)
    }
}

/// Checks a request and notes its nonce as spent. What is throttled counts among the calls of its
/// minute.
pub(super) fn authenticate(
    state: &State,
    read: &Read<'_>,
    access: &Access<'_>,
    env: &Env,
    change: &mut Change,
) -> Result<(), Denied> {
    let (claim, names) = if read.is_v3() { (claim_v3(read)?, V3) } else { (claim_v1(read), V1) };
    let timestamp = claim.timestamp.ok_or(Denied::new(Error::TimestampMissing, names.timestamp))?;
    let access_key_id = claim.access_key_id;
    let access_key_id =
        access_key_id.ok_or(Denied::new(Error::AccessKeyMissing, names.access_key_id))?;
    let key = access.keys.iter().find(|key| key.access_key_id == access_key_id);
    let key = key.ok_or(Denied::new(Error::AccessKeyUnknown, names.access_key_id))?;
    let given = claim.signature.ok_or(Denied::new(names.unsigned, names.signature))?;
    let (compared, signature) = match claim.signed_headers {
        None => sign_v1(read, key)?,
        Some(names) => sign_v3(read, &names, key)?,
    };
    if given != signature {
        return Err(Denied { error: names.mismatch, param: names.signature, fill: Some(compared) });
    }
    // Only now, as the live service does (`Assumption::SignatureBeforeTime`).
    fresh(timestamp, names.timestamp, env.now)?;
    let nonce = claim.nonce.ok_or(Denied::new(Error::NonceMissing, names.nonce))?;
    let (nonces, spent) = (state.nonces(access_key_id), Spent::new(nonce, env.now));
    if nonces.is_some_and(|nonces| nonces.contains(spent)) {
        return Err(Denied::new(Error::NonceUsed, names.nonce));
    }
    // The calls of a minute are counted by their nonces.
    let most = access.per_minute.unwrap_or_default().max(MAX_NONCES);
    change.spent = Some((access_key_id.to_owned(), spent, most));
    let calls = |most| nonces.map_or(0, |nonces| Nonces::within_a_minute(nonces, env.now, most));
    match access.per_minute {
        Some(most) if calls(most) >= most => {
            Err(Denied::new(Error::Throttled, names.access_key_id))
        }
        _ => Ok(()),
    }
}

/// The unverified authentication data of a request.
struct Claim<'a> {
    access_key_id: Option<&'a str>,
    timestamp: Option<&'a str>,
    nonce: Option<&'a str>,
    signature: Option<&'a str>,
    /// The signed headers; `None` if the signature is in the parameters.
    signed_headers: Option<Vec<&'a str>>,
}

/// The parameter or header names of the authentication data.
struct Names {
    access_key_id: &'static str,
    timestamp: &'static str,
    nonce: &'static str,
    signature: &'static str,
    /// The error if there is no signature.
    unsigned: Error,
    /// The error if the signature is another one.
    mismatch: Error,
}

const V1: Names = Names {
    access_key_id: "AccessKeyId",
    timestamp: "Timestamp",
    nonce: "SignatureNonce",
    signature: "Signature",
    unsigned: Error::SignatureParameterMissing,
    mismatch: Error::SignatureMismatchInParameters,
};

const V3: Names = Names {
    access_key_id: "Authorization",
    timestamp: "x-acs-date",
    nonce: "x-acs-signature-nonce",
    signature: "Authorization",
    unsigned: Error::SignatureMissing,
    mismatch: Error::SignatureMismatchInHeaders,
};

fn claim_v1<'a>(read: &'a Read<'_>) -> Claim<'a> {
    let given = |name| read.params.given(name);
    Claim {
        access_key_id: given(V1.access_key_id),
        // Older documentation spells it TimeStamp.
        timestamp: given(V1.timestamp).or_else(|| given("TimeStamp")),
        nonce: given(V1.nonce),
        signature: given(V1.signature),
        signed_headers: None,
    }
}

fn claim_v3<'a>(read: &'a Read<'_>) -> Result<Claim<'a>, Denied> {
    let given =
        |name: &str| read.headers.get(name).map(String::as_str).filter(|text| !text.is_empty());
    let authorization = given("authorization");
    let authorization = authorization.ok_or(Denied::new(V3.unsigned, V3.signature))?;
    let (access_key_id, names, signature) = v3::parse_authorization(authorization)
        .ok_or(Denied::new(Error::SignatureIncomplete, V3.signature))?;
    Ok(Claim {
        access_key_id: Some(access_key_id).filter(|id| !id.is_empty()),
        timestamp: given(V3.timestamp),
        nonce: given(V3.nonce),
        signature: Some(signature),
        signed_headers: Some(names),
    })
}

/// Checks that a request is no more than 15 minutes old or early. A fraction of a second is dropped,
/// and a missing `Z` is added (`Assumption::SignatureBeforeTime`).
fn fresh(text: &str, param: &'static str, now: Timestamp) -> Result<(), Denied> {
    let moment = Timestamp::parse(text).or_else(|| Timestamp::parse(&format!("{text}Z")));
    let moment = moment.ok_or(Denied::new(Error::TimestampFormat, param))?;
    let off = moment.unix_seconds().abs_diff(now.unix_seconds());
    if off > CLOCK_SECONDS.unsigned_abs() {
        return Err(Denied::new(Error::TimestampExpired, param));
    }
    Ok(())
}

/// What the message of a wrong signature repeats, and the signature over all query and form parameters except `Signature`.
fn sign_v1(read: &Read<'_>, key: &Credentials) -> Result<(String, String), Denied> {
    if read.params.given("SignatureMethod") != Some("HMAC-SHA1") {
        return Err(Denied::new(Error::SignatureMethod, "SignatureMethod"));
    }
    if read.params.given("SignatureVersion") != Some("1.0") {
        return Err(Denied::new(Error::SignatureVersion, "SignatureVersion"));
    }
    let signed = read.params.iter().filter(|(name, _)| *name != V1.signature);
    let string_to_sign = v1::string_to_sign(read.method, &canonical_query(signed));
    let signature = v1::signature(&key.secret, &string_to_sign);
    Ok((string_to_sign, signature))
}

/// What the message of a wrong signature repeats, and the signature over exactly the headers that the client lists.
fn sign_v3(read: &Read<'_>, names: &[&str], key: &Credentials) -> Result<(String, String), Denied> {
    let mut headers = v3::Headers::new();
    for name in names {
        let name = name.to_ascii_lowercase();
        let value = read.headers.get(&name);
        let value = value.ok_or(Denied::new(Error::SignatureIncomplete, V3.signature))?;
        headers.insert(name, value.clone());
    }
    let query = canonical_query(read.query.iter());
    let (method, body) = (read.method, read.body);
    let parts = v3::Parts { method, path: "/", query: &query, headers: &headers, body };
    let stages = v3::stages(&parts, &key.access_key_id, &key.secret);
    let v3::Stages { string_to_sign, canonical_request, signature, .. } = stages;
    let compared = format!(
        "server StringToSign is [{string_to_sign}] server CanonicalRequest is [{canonical_request}]"
    );
    Ok((compared, signature))
}

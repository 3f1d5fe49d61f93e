//! The inputs of the signing workbench.

use crate::platform;
use crate::text::signing as text;
use sg_core::emulator::Call;
use sg_core::language::Text;
use sg_core::model::Timestamp;
use sg_core::request::endpoint::Endpoint;
use sg_core::request::signature::{Credentials, Secret, Signing};
use sg_core::request::workbench::access_key::{looks_like_real_access_key, looks_like_real_secret};
use sg_core::request::workbench::{Bench, Scheme, sign};

/// `Timestamp` and `SignatureNonce` of the vendor's published example.
const EXAMPLE: (&str, &str) = ("2016-02-23T12:46:24Z", "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf");

/// The signing inputs. The keys are kept only here and not in the page state, so they never appear
/// in a link, storage, log or export.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Signer {
    pub(crate) scheme: Scheme,
    pub(crate) moment: String,
    pub(crate) nonce: String,
    pub(crate) access_key_id: String,
    pub(crate) secret: Secret,
    /// Whether the last secret entered looked like a real one and was therefore discarded.
    pub(crate) real_secret: bool,
}

impl Signer {
    /// The demo keys, with the time and nonce of the vendor's own example.
    pub(crate) fn example() -> Self {
        Self::at(Scheme::V1Get, EXAMPLE.0.to_owned(), EXAMPLE.1.to_owned())
    }

    /// The demo keys with the current time.
    pub(crate) fn now(scheme: Scheme) -> Self {
        let env = platform::env();
        Self::at(scheme, env.now.to_string(), format!("{:016x}", env.entropy))
    }

    fn at(scheme: Scheme, moment: String, nonce: String) -> Self {
        let Credentials { access_key_id, secret, .. } = Credentials::demo();
        Self { scheme, moment, nonce, access_key_id, secret, real_secret: false }
    }

    /// Whether the AccessKey id looks like a real one; such a pair is never used for signing.
    pub(crate) fn has_real_id(&self) -> bool {
        looks_like_real_access_key(&self.access_key_id)
    }

    /// Replaces the secret; one that looks real is discarded.
    pub(crate) fn with_secret(self, secret: String) -> Self {
        let real_secret = looks_like_real_secret(&secret);
        let secret = if real_secret { Credentials::demo().secret } else { Secret::new(secret) };
        Self { secret, real_secret, ..self }
    }

    /// Every stage, or the reason why nothing can be signed.
    pub(crate) fn sign(&self, call: &Call) -> Result<Bench, Text> {
        if self.real_secret || self.has_real_id() {
            return Err(text::REAL_KEY);
        }
        let timestamp = Timestamp::parse(&self.moment).ok_or(text::BAD_MOMENT)?;
        let credentials = Credentials::new(self.access_key_id.clone(), self.secret.clone());
        let signing = Signing { credentials: &credentials, timestamp, nonce: &self.nonce };
        Ok(sign(call, self.scheme, Endpoint::Central, &signing))
    }
}

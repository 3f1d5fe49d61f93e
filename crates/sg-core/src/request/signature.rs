//! Request signatures: HMAC-SHA1 in parameters (version 1.0) and ACS3-HMAC-SHA256 in headers.
//!
//! Pure: keys, time and nonce are arguments. Each stage is a separate function, so that two
//! implementations can be compared stage by stage.

use hmac::digest::KeyInit;
use hmac::{Hmac, Mac};

use crate::model::Timestamp;

mod credentials;
pub mod lines;
pub mod v1;
pub mod v3;

pub use credentials::{Credentials, Secret};

/// The inputs of a signature besides the call.
#[derive(Debug, Clone, Copy)]
pub struct Signing<'a> {
    /// The signer.
    pub credentials: &'a Credentials,
    /// `Timestamp` or `x-acs-date`. The service rejects requests more than 15 minutes off its
    /// clock.
    pub timestamp: Timestamp,
    /// `SignatureNonce` or `x-acs-signature-nonce`, unique per request.
    pub nonce: &'a str,
}

/// HMAC (RFC 2104) with the hash function of `M`.
#[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
fn hmac<M: Mac + KeyInit>(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = <M as KeyInit>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

fn hmac_sha1(key: &[u8], message: &[u8]) -> Vec<u8> {
    hmac::<Hmac<sha1::Sha1>>(key, message)
}

fn hmac_sha256(key: &[u8], message: &[u8]) -> Vec<u8> {
    hmac::<Hmac<sha2::Sha256>>(key, message)
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::prelude::BASE64_STANDARD;

    use super::*;

    /// From the tests of the vendor's Go and Python client libraries.
    #[test]
    fn hmac_sha1_of_published_messages() {
        for (message, signature) in [
            ("source", "Jv4yi8SobFhg5t1C7nWLbhBSFZQ="),
            ("中文", "CqCYIa39h9SSWuXnTz8F5hh9UPA="),
            ("中文unicode", "szlfHs3WVaO/HgY3Cg7/uyXDaRw="),
        ] {
            let own = hmac_sha1(b"secret", message.as_bytes());
            assert_eq!(BASE64_STANDARD.encode(own), signature, "{message}");
        }
    }
}

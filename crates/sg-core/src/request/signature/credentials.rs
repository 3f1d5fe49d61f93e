//! AccessKey credentials. The secret never appears in output.

use std::fmt;

/// An AccessKey secret. It can be used for signing but never appears in `Debug` output, errors or
/// logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// A mask of fixed length.
    pub const fn masked(&self) -> &'static str {
        "••••••••"
    }

    /// The plain text, for the HMAC only.
    pub(super) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(hidden)")
    }
}

/// An AccessKey pair, with the security token if it is temporary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    /// `AccessKeyId`.
    pub access_key_id: String,
    /// The matching secret.
    pub secret: Secret,
    /// `SecurityToken` of a temporary key; signed like any other parameter.
    pub security_token: Option<String>,
}

impl Credentials {
    /// A permanent key.
    pub fn new(access_key_id: impl Into<String>, secret: Secret) -> Self {
        Self { access_key_id: access_key_id.into(), secret, security_token: None }
    }

    /// The key from the published examples, `testid` and `testsecret`, which has no access.
    pub fn demo() -> Self {
        Self::new("testid", Secret::new("testsecret"))
    }
}

impl Default for Credentials {
    /// The key from the published examples.
    fn default() -> Self {
        Self::demo()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_is_in_no_printed_form() {
        let printed = format!("{0:?} {0:#?}", Credentials::demo());
        assert!(printed.contains("testid") && printed.contains("hidden"), "{printed}");
        assert!(!printed.contains("testsecret"), "{printed}");
    }
}

//! Who signs: an AccessKey pair, with the secret kept out of everything that prints.

use std::fmt;

/// An AccessKey secret. It can be signed with and not be shown: neither `Debug` nor an error nor
/// a log says it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A secret of this text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Dots in its place, as many whatever its length.
    pub const fn masked(&self) -> &'static str {
        "••••••••"
    }

    /// The text, for the HMAC alone.
    pub(super) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(hidden)")
    }
}

/// An AccessKey pair, with the token that comes with a temporary one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    /// `AccessKeyId`.
    pub access_key_id: String,
    /// The secret that belongs to it.
    pub secret: Secret,
    /// `SecurityToken` of a temporary pair; signed like any other parameter.
    pub security_token: Option<String>,
}

impl Credentials {
    /// A lasting pair.
    pub fn new(access_key_id: impl Into<String>, secret: Secret) -> Self {
        Self { access_key_id: access_key_id.into(), secret, security_token: None }
    }

    /// The pair of the published examples, which opens nothing: `testid` and `testsecret`.
    pub fn demo() -> Self {
        Self::new("testid", Secret::new("testsecret"))
    }
}

impl Default for Credentials {
    /// The pair of the published examples.
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

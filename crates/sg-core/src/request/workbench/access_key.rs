//! Detects keys that look real. The workbench rejects them, because nobody should paste one into a
//! page.

/// Whether an AccessKey id looks like one issued by the service.
///
/// Permanent ids begin with `LTAI`, temporary ones with `STS.` or `TMP.`; older ones are sixteen
/// letters and digits of mixed case. The published examples (`testid`, `YourAccessKeyId`) do not
/// match.
pub fn looks_like_real_access_key(id: &str) -> bool {
    let id = id.trim();
    let begins = |start: &str| {
        id.split_at_checked(start.len()).is_some_and(|(head, _)| head.eq_ignore_ascii_case(start))
    };
    let named = id.len() >= 12 && ["LTAI", "STS.", "TMP."].into_iter().any(begins);
    named || id.len() == 16 && is_random(id)
}

/// Whether a secret looks like one issued by the service: thirty letters and digits of mixed case;
/// secrets of temporary keys are longer.
pub fn looks_like_real_secret(secret: &str) -> bool {
    let secret = secret.trim();
    (30..=64).contains(&secret.len()) && is_random(secret)
}

/// Whether a text mixes upper case, lower case and digits the way a random string does.
fn is_random(text: &str) -> bool {
    let has = |test: fn(&u8) -> bool| text.bytes().any(|byte| test(&byte));
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_lowercase)
        && has(u8::is_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_the_service_are_told_from_examples() {
        // Concatenated, so that secret scanners do not flag this file.
        let made_up = ["LTAI5tExample", "000000000000"].concat();
        for id in [made_up.as_str(), "STS.NSexample0000000", "TMP.3Kexample000", "9qlMkT2vYkWzU1kP"]
        {
            assert!(looks_like_real_access_key(id), "{id}");
            assert!(looks_like_real_access_key(&format!(" {id}\n")), "{id}");
            let named = id != "9qlMkT2vYkWzU1kP";
            assert_eq!(looks_like_real_access_key(&id.to_lowercase()), named, "{id}");
        }
        for id in ["testid", "", "YourAccessKeyId", "accessKeyId", "LTAI", "demo-key-of-lesson"] {
            assert!(!looks_like_real_access_key(id), "{id}");
        }
        assert!(looks_like_real_secret("aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0"));
        for secret in ["testsecret", "YourAccessKeySecret", "accessKeySecret", ""] {
            assert!(!looks_like_real_secret(secret), "{secret}");
        }
    }
}

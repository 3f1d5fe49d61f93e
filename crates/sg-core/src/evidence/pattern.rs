//! Messages of which only a part is recorded.

/// What stands for any text in a recorded message.
const ANY: char = '…';

/// Whether a text is the one that a pattern describes: an ellipsis (…) stands for any text, and the
/// rest must be equal.
pub fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split(ANY);
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ellipsis_stands_for_any_text() {
        for (pattern, text, expected) in [
            ("", "", true),
            ("", "a", false),
            ("abc", "abc", true),
            ("abc", "abcd", false),
            ("a…", "a", true),
            ("a…", "abc", true),
            ("…c", "abc", true),
            ("…c", "abcd", false),
            ("a…c…e", "abcde", true),
            ("a…c…e", "abde", false),
            ("a…a", "a", false),
            ("…", "", true),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern:?} {text:?}");
        }
    }
}

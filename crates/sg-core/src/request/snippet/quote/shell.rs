//! Quotes text as one word of a POSIX shell.

use crate::request::hidden::is_hidden;

/// One POSIX shell word for exactly `text`, which must not contain NUL.
///
/// Values with control or invisible characters use the `$'…'` form of POSIX.1-2024.
pub(crate) fn quote(text: &str) -> String {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:,@%+=".contains(&byte);
    if !text.is_empty() && text.bytes().all(safe) {
        return text.to_owned();
    }
    if text.chars().any(is_hidden) {
        return dollar_quote(text);
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

fn dollar_quote(text: &str) -> String {
    let mut out = String::from("$'");
    for c in text.chars() {
        match c {
            '\'' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            // A three-digit octal escape is self-terminating, so a digit may follow.
            _ if is_hidden(c) => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    out.push_str(&format!("\\{byte:03o}"));
                }
            }
            _ => out.push(c),
        }
    }
    out.push('\'');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_is_one_word_whatever_is_in_it() {
        assert_eq!(quote("sg-bp1x"), "sg-bp1x");
        assert_eq!(quote(""), "''");
        assert_eq!(quote("it's; rm -rf ~ #"), r"'it'\''s; rm -rf ~ #'");
        assert_eq!(quote("$(reboot)`x`\\"), r"'$(reboot)`x`\'");
        assert_eq!(quote("a\n1\u{1b}9\u{202e}'"), r"$'a\n1\0339\342\200\256\''");
    }
}

//! Quotes text as a Python string literal.

use super::double_quoted;

/// A double-quoted literal; invisible characters are escaped.
pub(in crate::request::snippet) fn quote(text: &str) -> String {
    double_quoted(text, |c| match u32::from(c) {
        code @ ..=0xff => format!("\\x{code:02x}"),
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    })
}

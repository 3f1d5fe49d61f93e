//! Quotes text as a Go string literal.

use super::double_quoted;

/// An interpreted string literal; invisible characters are escaped.
pub(in crate::request::snippet) fn quote(text: &str) -> String {
    double_quoted(text, |c| match u32::from(c) {
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    })
}

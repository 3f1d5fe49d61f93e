//! Quotes text as a Go string literal.

use super::{double_quoted, is_hidden};

/// An interpreted literal; invisible characters are escaped.
pub fn quote(text: &str) -> String {
    double_quoted(text, is_hidden, |c| match u32::from(c) {
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    })
}

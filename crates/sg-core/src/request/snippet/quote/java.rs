//! Text as a Java string literal.

use super::double_quoted;

/// A literal in double quotes; what cannot be seen is escaped.
///
/// Java reads `\uXXXX` before it knows what a string is, so a line end or a quote written so
/// would end the literal: ASCII is escaped in octal. Three digits end by themselves.
pub(in crate::request::snippet) fn quote(text: &str) -> String {
    double_quoted(text, |c| match u32::from(c) {
        code @ ..=0xff => format!("\\{code:03o}"),
        _ => c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
    })
}

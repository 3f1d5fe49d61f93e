//! Quotes text as a Java string literal.

use super::double_quoted;

/// A double-quoted literal; invisible characters are escaped.
///
/// Java resolves `\uXXXX` before it tokenises, so an escaped line end or quote would end the
/// literal. ASCII is therefore escaped in octal; a three-digit octal escape is self-terminating.
pub(in crate::request::snippet) fn quote(text: &str) -> String {
    double_quoted(text, |c| match u32::from(c) {
        code @ ..=0xff => format!("\\{code:03o}"),
        _ => c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
    })
}

//! Quotes text as a Java string literal.

use super::{double_quoted, is_hidden};

/// A literal in double quotes, in pure ASCII: before version 18, Java reads a source file in the
/// system character set, and in a Chinese or Japanese one the last byte of a character may absorb
/// the backslash after it, so that the next quote ends the literal.
///
/// Java decodes `\uXXXX` before it recognises strings, so a line end or quote written that way
/// would end the literal. ASCII is therefore escaped in octal, with exactly three digits.
pub fn quote(text: &str) -> String {
    let is_escaped = |c: char| !c.is_ascii() || is_hidden(c);
    double_quoted(text, is_escaped, |c| match u32::from(c) {
        code @ ..=0xff => format!("\\{code:03o}"),
        _ => c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
    })
}

//! Text as a Java string literal.

use super::{double_quoted, is_hidden};

/// A literal in double quotes, of ASCII alone: before version 18 Java reads a source file in the
/// character set of the system, and in that of a Chinese or Japanese one the last byte of a letter
/// may take along the backslash behind it, so that the next quote ends the literal.
///
/// Java reads `\uXXXX` before it knows what a string is, so a line end or a quote written so
/// would end the literal: ASCII is escaped in octal. Three digits end by themselves.
pub fn quote(text: &str) -> String {
    let is_escaped = |c: char| !c.is_ascii() || is_hidden(c);
    double_quoted(text, is_escaped, |c| match u32::from(c) {
        code @ ..=0xff => format!("\\{code:03o}"),
        _ => c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
    })
}

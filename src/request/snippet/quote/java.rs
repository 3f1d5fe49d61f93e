//! Text as a Java string literal.

use crate::request::hidden::is_hidden;

/// A literal in double quotes; what cannot be seen is escaped.
///
/// Java reads `\uXXXX` before it knows what a string is, so a line end or a quote written so
/// would end the literal: ASCII is escaped in octal. Three digits end by themselves.
pub(in crate::request::snippet) fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_hidden(c) && u32::from(c) <= 0xff => {
                out.push_str(&format!("\\{:03o}", u32::from(c)));
            }
            _ if is_hidden(c) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

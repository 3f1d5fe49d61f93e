//! One quoting function per language: each returns a literal for exactly the given text.

use crate::request::hidden::is_hidden;

pub(super) mod go;
pub(crate) mod hcl;
pub(super) mod java;
pub(super) mod javascript;
pub(super) mod python;
pub(crate) mod shell;

/// A double-quoted literal with the escapes that Go, HCL, Java, JavaScript and Python share.
/// `hidden` writes invisible characters in the language's own way.
fn double_quoted(text: &str, hidden: impl Fn(char) -> String) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_hidden(c) => out.push_str(&hidden(c)),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

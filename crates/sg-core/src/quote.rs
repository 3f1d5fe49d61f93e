//! Text for a reader: one module per language, each with a function whose result means exactly the
//! text it is given, or shows it harmlessly where the language has no exact form.
//!
//! What runs or is parsed (shells, programs, Terraform, JSON, XML) gets the exact text. What is only
//! looked at (Markdown, HTML, tables, terminals, comments) gets every character that cannot be seen
//! by its number: see [`hidden::visible`].

use hidden::is_hidden;

pub mod csv;
pub mod go;
pub mod hcl;
pub mod hidden;
pub mod html;
pub mod java;
pub mod javascript;
pub mod json;
pub mod markdown;
pub mod powershell;
pub mod python;
pub mod shell;
pub mod xml;

/// A literal in double quotes with the escapes that Go, HCL, Java, JavaScript and Python share.
/// How a language writes a character that must not stand as it is, is its own.
fn double_quoted(
    text: &str,
    is_escaped: impl Fn(char) -> bool,
    escape: impl Fn(char) -> String,
) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_escaped(c) => out.push_str(&escape(c)),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

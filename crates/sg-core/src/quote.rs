//! Quotes text for other languages, one module per language. Each function returns text that means
//! exactly its input there, or displays it harmlessly if the language has no exact form.
//!
//! What is run or parsed (shells, programs, Terraform, JSON, XML) gets the exact text. What is only
//! displayed (Markdown, HTML, tables, terminals, comments) shows invisible characters by their code
//! points; see [`hidden::visible`].

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

/// A literal in double quotes with the escapes shared by Go, HCL, Java, JavaScript and Python. How
/// to escape other characters depends on the language.
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

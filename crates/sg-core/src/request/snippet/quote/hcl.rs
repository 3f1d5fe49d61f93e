//! Text as a string of Terraform's language (HCL).

use super::double_quoted;

/// A quoted template without templates: `${` and `%{` are doubled, what cannot be seen is escaped.
pub(crate) fn quote(text: &str) -> String {
    let quoted = double_quoted(text, |c| match u32::from(c) {
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    });
    // No escape has a dollar or a percent sign, so these are the text's own.
    quoted.replace("${", "$${").replace("%{", "%%{")
}

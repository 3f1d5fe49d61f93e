//! Quotes text as a string in Terraform's language (HCL).

use super::double_quoted;

/// A quoted string without interpolation: `${` and `%{` are doubled, invisible characters escaped.
pub(crate) fn quote(text: &str) -> String {
    let quoted = double_quoted(text, |c| match u32::from(c) {
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    });
    // No escape contains a dollar or percent sign, so these come from the text itself.
    quoted.replace("${", "$${").replace("%{", "%%{")
}

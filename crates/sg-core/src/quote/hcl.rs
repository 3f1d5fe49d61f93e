//! Text as a string of Terraform's language (HCL).

use super::{double_quoted, is_hidden};

/// A quoted template without templates: `${` and `%{` are doubled, what cannot be seen is escaped.
pub fn quote(text: &str) -> String {
    let quoted = double_quoted(text, is_hidden, |c| match u32::from(c) {
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    });
    // No escape has a dollar or a percent sign, so these are the text's own.
    let mut out = String::with_capacity(quoted.len());
    let (mut before, mut signs) = (' ', quoted.chars().peekable());
    while let Some(c) = signs.next() {
        let opens = matches!(c, '$' | '%') && signs.peek() == Some(&'{');
        match opens {
            // Which of three signs in a row are the doubled one is nobody's to guess.
            true if before == c => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            true => out.extend([c, c]),
            false => out.push(c),
        }
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn no_template_begins() {
        assert_eq!(quote("${file(\"x\")}%{if}"), r#""$${file(\"x\")}%%{if}""#);
        assert_eq!(quote("$${x} %%{ $%{"), r#""$\u0024{x} %\u0025{ $%%{""#);
        assert_eq!(quote("100% $5 {"), r#""100% $5 {""#);
    }
}

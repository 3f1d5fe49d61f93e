//! Quotes text as a string in Terraform's language (HCL).

use super::{double_quoted, is_hidden};

/// A quoted template without interpolation: `${` and `%{` are doubled, invisible characters
/// escaped.
pub fn quote(text: &str) -> String {
    let quoted = double_quoted(text, is_hidden, |c| match u32::from(c) {
        code @ ..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    });
    // No escape contains a dollar or percent sign, so all of them belong to the text.
    let mut out = String::with_capacity(quoted.len());
    let (mut before, mut signs) = (' ', quoted.chars().peekable());
    while let Some(c) = signs.next() {
        let opens = matches!(c, '$' | '%') && signs.peek() == Some(&'{');
        match opens {
            // In a run of three signs it would be ambiguous which ones are the doubled pair.
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

//! Escapes text in HTML.

use super::hidden::visible;

/// Text for display, in an HTML attribute or between tags. Invisible characters are shown by their
/// code points, since HTML has no reference for some of them.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' | '"' | '<' | '>' | '\'' | '`' => out.push_str(&format!("&#{};", u32::from(c))),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_text_stays_where_it_is_put() {
        assert_eq!(
            escaped("\"><script>'&\n\u{202e}"),
            "&#34;&#62;&#60;script&#62;&#39;&#38;U+000AU+202E"
        );
    }
}

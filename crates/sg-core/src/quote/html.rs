//! Text in HTML.

use super::hidden::visible;

/// A text to look at, in an attribute of HTML or between its tags: what cannot be seen is shown by
/// its number, since HTML has no reference for every such character.
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

//! Text in Markdown (CommonMark, with GitHub's extensions).

use super::hidden::visible;

/// Text as part of a sentence or as link text. None of its characters is treated as markup.
///
/// GitHub recognises URLs and user names in any text that is neither code nor a link, even if it is
/// escaped. User text should therefore be a [`code`] span there.
pub fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in visible(words).chars() {
        // Any ASCII punctuation may be escaped with a backslash (CommonMark, 2.4).
        if markup(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

const fn markup(c: char) -> bool {
    matches!(
        c,
        '\\' | '`'
            | '*'
            | '_'
            | '['
            | ']'
            | '<'
            | '>'
            | '#'
            | '|'
            | '~'
            | '&'
            | '!'
            | '$'
            | '^'
            | '='
    )
}

/// Text as a code span, in which markup, URLs and user names are not recognised. Invisible
/// characters are shown by their code points.
pub fn code(words: &str) -> String {
    let words = visible(words);
    // An empty span is not a span, and a span of spaces shows nothing.
    let words = if words.trim_matches(' ').is_empty() { "∅" } else { &words };
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // One space at each end is stripped by the parser (CommonMark, 6.1).
    let edge = |c: char| c == '`' || c == ' ';
    let pad = if words.starts_with(edge) || words.ends_with(edge) { " " } else { "" };
    format!("{fence}{pad}{words}{pad}{fence}")
}

/// The URL of a link, to be written between parentheses.
pub fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if c.is_ascii_graphic() && !matches!(c, '(' | ')' | '<' | '>' | '\\') {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_span_is_longer_than_what_it_holds() {
        assert_eq!(code("web"), "`web`");
        assert_eq!(code("a`b``c"), "```a`b``c```");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code(" x"), "`  x `");
        assert_eq!(code(""), "`∅`");
        assert_eq!(code("a\nb\u{202e}"), "`aU+000AbU+202E`");
    }

    #[test]
    fn an_address_stays_one() {
        assert_eq!(address("http://a/b(c) d?x=1&y#z%20"), "http://a/b%28c%29%20d?x=1&y#z%20");
    }
}

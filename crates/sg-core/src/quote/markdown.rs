//! Text in Markdown (CommonMark, with what GitHub adds).

use super::hidden::visible;

/// A text as part of a sentence, of our own words or in the text of a link. None of its characters
/// is markup.
///
/// GitHub finds addresses and names of users in any text that is not code and no link, escaped or
/// not: somebody's own words are a [`code`] span there.
pub fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in visible(words).chars() {
        // Every sign of ASCII may stand behind a backslash (CommonMark, 2.4).
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

/// A text as a code span, in which nothing is markup, nor an address, nor the name of a user. What
/// cannot be seen is shown by its number.
pub fn code(words: &str) -> String {
    let words = visible(words);
    // A span without anything in it is none, and one of spaces alone shows nothing.
    let words = if words.trim_matches(' ').is_empty() { "∅" } else { &words };
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // One space at either end is taken away again (CommonMark, 6.1).
    let edge = |c: char| c == '`' || c == ' ';
    let pad = if words.starts_with(edge) || words.ends_with(edge) { " " } else { "" };
    format!("{fence}{pad}{words}{pad}{fence}")
}

/// The address of a link, as it stands between parentheses.
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
